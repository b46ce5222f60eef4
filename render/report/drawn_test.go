package report

import (
	"fmt"
	"slices"
	"testing"

	"tasuki/graph"
	"tasuki/render/document"
)

// chainOf returns a flow of n tasks and n-1 handoffs.
func chainOf(n int) graph.Flow {
	f := graph.Flow{Start: []string{"0"}, Goal: []string{fmt.Sprint(n - 1)}}
	for i := range n - 1 {
		f.Handoffs = append(f.Handoffs, graph.Handoff{From: fmt.Sprint(i), To: fmt.Sprint(i + 1)})
	}
	return f
}

func TestDrawnFlows(t *testing.T) {
	small, largest, large := chainOf(2), chainOf(document.MostDrawn/2), chainOf(document.MostDrawn/2+1)
	if got, want := drawnFlows([]graph.Flow{large, largest, small}), []bool{false, true, true}; !slices.Equal(got, want) {
		t.Errorf("%v are drawn, want %v", got, want)
	}
	many := drawnFlows(slices.Repeat([]graph.Flow{largest}, 1000))
	if n := slices.Index(many, false); n != document.MostDrawnTogether/(document.MostDrawn-1) || slices.Contains(many[n:], true) {
		t.Errorf("%d flows are drawn", n)
	}
}
