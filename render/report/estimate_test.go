package report

import (
	"slices"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/bottleneck"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// TestEstimateIsNoFact looks at the words above a betweenness that is estimated,
// and at those above one that a sample was too small for, which is exact.
func TestEstimateIsNoFact(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: b*\n3: c*\nhandoffs: 1 -> 2 -> 3")
	review := analysis.Analyze(g, rules.Options{})
	for _, c := range []struct {
		lang        messages.Language
		estimate    *bottleneck.Estimate
		title, head string
	}{
		{messages.In(graph.English), nil, "those with a betweenness above zero (1)", "Betweenness"},
		{messages.In(graph.English), &bottleneck.Estimate{}, "those with a betweenness above zero (1)", "Betweenness"},
		{messages.In(graph.English), &bottleneck.Estimate{Error: 0.1}, "those whose estimated betweenness is above zero (1)", "Betweenness, estimated"},
		{messages.In(graph.Japanese), nil, "：媒介中心性が 0 を超えるもの（1）", "媒介中心性"},
		{messages.In(graph.Japanese), &bottleneck.Estimate{Error: 0.1}, "：媒介中心性の推定値が 0 を超えるもの（1）", "媒介中心性（推定値）"},
	} {
		review.Bottleneck.Estimate = c.estimate
		var text strings.Builder
		if err := BottleneckText(&text, g, review.Bottleneck, c.lang); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(text.String(), c.title) {
			t.Errorf("%s, %+v: the text lacks %q", c.lang.Lang, c.estimate, c.title)
		}
		sheets := Tables(g, review, c.lang)
		tasks := slices.IndexFunc(sheets, func(s document.Listing) bool { return s.Name == "Tasks" || s.Name == "作業" })
		if !slices.Contains(sheets[tasks].Columns, c.head) {
			t.Errorf("%s, %+v: the heads of the sheet are %q, want %q among them", c.lang.Lang, c.estimate, sheets[tasks].Columns, c.head)
		}
	}
}
