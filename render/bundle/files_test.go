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

// TestReport wants a file for each format and each drawing. On the page a link of a
// drawing leads to a row beside it, in the file of the drawing to that row of the page.
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
	want := []string{"index.html", "report.md", "report.xlsx", "results.json"}
	for _, d := range drawings {
		want = append(want, d.File)
	}
	if !slices.Equal(names, want) || !slices.Contains(names, "flow-fault.svg") {
		t.Errorf("the files are %q, want %q and flow-fault.svg", names, want)
	}
	page, drawing := data["index.html"], data["flow-fault.svg"]
	if !strings.Contains(page, `href="#row-2"`) || strings.Contains(page, `href="index.html#`) {
		t.Error("the page does not link to its own rows")
	}
	if !strings.Contains(drawing, `xlink:href="index.html#row-2"`) || strings.Contains(drawing, `xlink:href="#`) {
		t.Errorf("the drawing does not link to rows of the page:\n%.2000s", drawing)
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
	return bundle.Pack(g, plan, bundle.Words{Dataset: "relay", Flow: flow}, rules.Options{}, tools, messages.In(graph.English))
}

// TestPack wants every sheet of a drill, and players to be told nothing that only those
// who run it may know.
func TestPack(t *testing.T) {
	files, err := pack(t, "fault", paint.A4)
	names, data := filesOf(t, files, err)
	if want := []string{"msel.csv", "msel.xlsx", "facilitator.html", "participant.html", "ladder.svg", "flow.svg", "pack.pdf"}; !slices.Equal(names, want) {
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
