package bundle_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/internal/pdftext"
	"tasuki/internal/samples"
	"tasuki/render/bundle"
	"tasuki/render/messages"
	"tasuki/render/paint"
)

func paper() (paint.Painter, paint.Paper, error) {
	return paint.Painter{Font: paint.DefaultFont(), StandIns: &paint.StandIns{}}, paint.A4, nil
}

// recordOf returns entries of every outcome about every handoff of a graph, of n drills, each
// with a finding.
func recordOf(g *graph.Graph, n int) (record []drill.Entry) {
	for number := 1; number <= n; number++ {
		for _, f := range g.Flows() {
			for i, h := range f.Handoffs {
				e := drill.Entry{Time: fmt.Sprintf("202%d-03-04T10:%02d", number, i), Flow: f.ID, From: h.From, To: h.To, Outcome: drill.Outcomes()[i%3], Number: number, Evaluator: "Ito", Finding: "Late", Owner: "ops", Due: "2025-01-01"}
				if e.Outcome != drill.NotPerformed {
					e.Minutes = i + 1
				}
				record = append(record, e)
			}
		}
	}
	return record
}

// TestAfterActionReport holds what an after-action report may take to read: the text three
// pages and a thousand words for a drill of the sample, and a page for each flow.
func TestAfterActionReport(t *testing.T) {
	g := samples.RelayGraph(t)
	for _, lang := range samples.Languages() {
		a := drill.AfterActionOf(g, recordOf(g, 2), 2, "2026-03-04")
		files, err := bundle.AfterAction(g, a, &graph.Scenario{Title: graph.Text("Night"), Objectives: []graph.Aim{{Text: graph.Text("Reach people")}}}, paper, lang)
		_, data := filesOf(t, files, err)
		pages := pdftext.Pages(t, []byte(data["after-action.pdf"]))
		words := len(strings.Fields(strings.Join(pages, " ")))
		if len(pages) > 3+len(a.Flows) || words > 1000 {
			t.Errorf("%s: the report has %d pages and %d words", lang.Lang, len(pages), words)
		}
		for i := range a.Flows {
			name := fmt.Sprintf("coverage-%d.svg", i+1)
			if data[name] == "" || !strings.Contains(data["after-action.html"], `src="`+name+`"`) {
				t.Errorf("%s: the page does not show %s", lang.Lang, name)
			}
		}
		for _, want := range []string{"Night", "Reach people", "Ito", "Late", lang.Plain("overdue"), lang.Plain("What was exercised")} {
			if !strings.Contains(data["after-action.html"], want) {
				t.Errorf("%s: the page lacks %q", lang.Lang, want)
			}
		}
		again, err := bundle.AfterAction(g, a, &graph.Scenario{Title: graph.Text("Night"), Objectives: []graph.Aim{{Text: graph.Text("Reach people")}}}, paper, lang)
		for i := range again {
			if err != nil || !bytes.Equal(again[i].Data, files[i].Data) {
				t.Errorf("%s differs from run to run (%v)", again[i].Name, err)
			}
		}
	}
}

// TestEmptyAfterAction wants a report of a record without an entry to say so.
func TestEmptyAfterAction(t *testing.T) {
	g, english := samples.RelayGraph(t), messages.In(graph.English)
	files, err := bundle.AfterAction(g, drill.AfterActionOf(g, nil, 0, "2026-03-04"), nil, paper, english)
	_, data := filesOf(t, files, err)
	if len(files) != 2 || !strings.Contains(data["after-action.html"], "Nothing is recorded.") {
		t.Errorf("there are %d files", len(files))
	}
}
