package network

import (
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph"
)

func TestGraph(t *testing.T) {
	g := New(4, [][2]int{{2, 1}, {0, 2}, {0, 1}, {2, 1}, {3, 3}})
	if want := [][]int{{1, 2}, nil, {1}, nil}; !slices.EqualFunc(g.next, want, slices.Equal) {
		t.Errorf("got edges %v, want %v", g.next, want)
	}
	if want := [][]int{nil, {0, 2}, {0}, nil}; !slices.EqualFunc(g.prev, want, slices.Equal) {
		t.Errorf("got reversed edges %v, want %v", g.prev, want)
	}
	d := view{g}
	for _, test := range []struct {
		nodes graph.Nodes
		want  []int64
	}{{d.Nodes(), []int64{0, 1, 2, 3}}, {d.From(0), []int64{1, 2}}, {d.To(1), []int64{0, 2}}, {d.From(3), nil}} {
		for range 2 {
			if test.nodes.Len() != len(test.want) {
				t.Errorf("got length %d, want %d", test.nodes.Len(), len(test.want))
			}
			var got []int64
			for test.nodes.Next() {
				got = append(got, test.nodes.Node().ID())
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
			test.nodes.Reset()
		}
	}
	e := d.Edge(0, 2)
	if e.From().ID() != 0 || e.To().ID() != 2 || e.ReversedEdge().From().ID() != 2 || d.Edge(2, 0) != nil {
		t.Errorf("got edge %v", e)
	}
	if !d.HasEdgeBetween(2, 0) || d.HasEdgeFromTo(2, 0) || d.HasEdgeFromTo(9, 0) || d.Node(4) != nil || d.Node(-1) != nil {
		t.Error("edges or vertices are there that should not be, or the reverse")
	}
}
