package bundle_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/numbers"
	"tasuki/internal/samples"
	"tasuki/render/bundle"
	"tasuki/render/messages"
	"tasuki/render/paint"
)

// filesOf returns what is in a bundle by name, in the order in which it was made.
func filesOf(t *testing.T, files []bundle.File, err error) (names []string, data map[string]string) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	data = map[string]string{}
	for _, f := range files {
		if len(f.Data) == 0 || data[f.Name] != "" {
			t.Errorf("%s is empty, or there twice", f.Name)
		}
		names, data[f.Name] = append(names, f.Name), string(f.Data)
	}
	return names, data
}

// TestReport wants a file for each format, page and drawing, whose links lead to the page
// that a row stands on.
func TestReport(t *testing.T) {
	g, english := samples.RelayGraph(t), messages.In(graph.English)
	review := analysis.Analyze(g, rules.Options{})
	var told []string
	drawings, err := bundle.Drawings(g, review, english, func(number, of int, file string) { told = append(told, fmt.Sprint(number, "/", of, " ", file)) })
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range drawings {
		if i >= len(told) || told[i] != fmt.Sprint(i+1, "/", len(drawings), " ", d.File) {
			t.Errorf("told of %q, drew %s", told, d.File)
		}
	}
	files, err := bundle.Report(g, review, drawings, english)
	names, data := filesOf(t, files, err)
	want := []string{"index.html", "flow-fault.html", "bottleneck.html", "loss.html", "tasks.html", "report.md", "report.pdf", "report.xlsx", "results.json"}
	for _, d := range drawings {
		want = append(want, d.File)
	}
	for _, name := range want {
		if !slices.Contains(names, name) {
			t.Errorf("the files are %q, without %s", names, name)
		}
	}
	for file, link := range map[string]string{
		"index.html": `href="tasks.html#row-2"`, "tasks.html": `href="organizations.html#row-ops"`, "flow-fault.html": `xlink:href="tasks.html#row-2"`, "flow-fault.svg": `xlink:href="tasks.html#row-2"`,
	} {
		if !strings.Contains(data[file], link) {
			t.Errorf("%s has no link %s", file, link)
		}
	}
}

// pack makes the pack of a drill of the sample.
func pack(t *testing.T, flow string, paper paint.Paper) ([]bundle.File, error) {
	t.Helper()
	g := samples.RelayGraph(t)
	plan, err := drill.PlanOf(g, flow, graph.Scenario{}, escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	tools := func() (paint.Painter, paint.Paper, error) {
		if paper == (paint.Paper{}) {
			return paint.Painter{}, paper, fmt.Errorf("no paper")
		}
		return paint.Painter{Font: paint.DefaultFont(), StandIns: &paint.StandIns{}}, paper, nil
	}
	return bundle.Pack(g, plan, numbers.File{}, bundle.Words{Dataset: "relay", Flow: flow}, rules.Options{}, tools, messages.In(graph.English))
}

// TestPack wants every sheet of a drill, and players to be told nothing that only those
// who run it may know.
func TestPack(t *testing.T) {
	files, err := pack(t, "fault", paint.A4)
	names, data := filesOf(t, files, err)
	if want := []string{"msel.csv", "msel.xlsx", "facilitator.html", "participant.html", "ladder.svg", "flow.svg", "controllers.pdf", "cards.pdf", "evaluation.pdf", "contacts.pdf", "players-agency.pdf", "players-hw.pdf", "players-ops.pdf", "pack.pdf", "evaluation.xlsx", "evaluation.csv"}; !slices.Equal(names, want) {
		t.Errorf("the files are %q, want %q", names, want)
	}
	rows, err := csv.NewReader(strings.NewReader(data["msel.csv"])).ReadAll()
	if err != nil || len(rows) < 3 {
		t.Errorf("the list of events reads %q, %v", rows, err)
	}
	for _, drawing := range []string{"ladder.svg", "flow.svg"} {
		if !strings.Contains(data["facilitator.html"], `src="`+drawing+`"`) || strings.Contains(data["participant.html"], drawing) {
			t.Errorf("%s is not shown to those who run the drill alone", drawing)
		}
	}
	if !bytes.HasPrefix([]byte(data["pack.pdf"]), []byte("%PDF-")) {
		t.Errorf("the pack begins %.8q", data["pack.pdf"])
	}
}

func TestPackWithoutPaper(t *testing.T) {
	if files, err := pack(t, "fault", paint.Paper{}); err == nil || files != nil {
		t.Errorf("a pack of %d files without paper, %v", len(files), err)
	}
}
