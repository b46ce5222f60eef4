package main

import (
	"fmt"
	"io"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
	"tasuki/render/messages"
	"tasuki/render/report"
)

// TestUncountedIsNoFigure reports, draws and annotates a dataset whose shortest
// ways between tasks are too many to be counted.
func TestUncountedIsNoFigure(t *testing.T) {
	if !seeds.All() {
		t.Skip("analyses a large graph")
	}
	g := graphtext.Graph(t, graphtext.Layers(656, func(task int) string { return fmt.Sprint("o", task%2) }))
	review := analysis.Analyze(g, rules.Options{})
	if len(review.Bottleneck.Uncounted) != 1 {
		t.Fatalf("got %v left out, want tasks", review.Bottleneck.Uncounted)
	}
	for id, f := range analysis.Figures(review)["Task"] {
		if _, ok := f["betweenness"]; ok {
			t.Errorf("task %s has the figures %v", id, f)
		}
	}
	if list := report.SketchAll(g, review, messages.In(graph.English)); len(list) != 3 {
		t.Errorf("got %d drawings, want the map and two charts, since the flow is too large to be drawn", len(list))
	}
	if sheets := report.Tables(g, review, messages.In(graph.Japanese)); len(sheets) == 0 {
		t.Error("got no sheets")
	}
	if err := report.Markdown(io.Discard, g, review, nil, messages.In(graph.Japanese)); err != nil {
		t.Error(err)
	}
}
