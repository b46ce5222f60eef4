package network

import (
	"slices"
	"testing"
)

// components returns the components of g without its directions and without
// some vertices and an edge, each ascending, by their first vertices.
func components(g *Graph, removed int, edge [2]int) [][]int {
	var edges [][2]int
	for _, e := range g.Edges() {
		if e != edge && e != [2]int{edge[1], edge[0]} {
			edges = append(edges, e, [2]int{e[1], e[0]})
		}
	}
	both := New(g.Len(), edges)
	var all [][]int
	for v := range g.Len() {
		if removed>>v&1 == 1 {
			continue
		}
		var list []int
		for w, ok := range reach(both, []int{v}, removed) {
			if ok {
				list = append(list, w)
			}
		}
		if list[0] == v {
			all = append(all, list)
		}
	}
	return all
}

var noEdge = [2]int{-1, -1}

// partsOf returns the parts that were one component before.
func partsOf(parts [][]int, whole []int) []Part {
	var list []Part
	for _, p := range parts {
		if slices.Contains(whole, p[0]) {
			list = append(list, Part{p[0], len(p)})
		}
	}
	return list
}

// TestSeparateBruteForce removes every vertex and every edge.
func TestSeparateBruteForce(t *testing.T) {
	small(t, func(t *testing.T, g *Graph, _, _ []int) {
		var want Separation
		whole := components(g, 0, noEdge)
		for _, c := range whole {
			want.Components = append(want.Components, Part{c[0], len(c)})
		}
		home := func(v int) []int {
			return whole[slices.IndexFunc(whole, func(c []int) bool { return slices.Contains(c, v) })]
		}
		for v := range g.Len() {
			if parts := partsOf(components(g, 1<<v, noEdge), home(v)); len(parts) > 1 {
				want.Points = append(want.Points, ArticulationPoint{v, parts})
			}
			for w := v + 1; w < g.Len(); w++ {
				if !g.Has(v, w) && !g.Has(w, v) {
					continue
				}
				parts := components(g, 0, [2]int{v, w})
				if len(parts) == len(whole) {
					continue
				}
				of := func(v int) Part {
					p := parts[slices.IndexFunc(parts, func(c []int) bool { return slices.Contains(c, v) })]
					return Part{p[0], len(p)}
				}
				want.Bridges = append(want.Bridges, Bridge{[2]int{v, w}, [2]Part{of(v), of(w)}})
			}
		}
		got := Separate(g)
		for _, p := range got.Points {
			checkMembers(t, g, p.Parts, components(g, 1<<p.Vertex, noEdge), p.Vertex, p.Vertex)
		}
		for _, b := range got.Bridges {
			checkMembers(t, g, b.Parts[:], components(g, 0, b.Ends), b.Ends[1], b.Ends[0])
		}
		samePoint := func(a, b ArticulationPoint) bool { return a.Vertex == b.Vertex && slices.Equal(a.Parts, b.Parts) }
		if !slices.Equal(got.Components, want.Components) || !slices.EqualFunc(got.Points, want.Points, samePoint) || !slices.Equal(got.Bridges, want.Bridges) {
			t.Errorf("got  %+v,\nwant %+v", got, want)
		}
	})
}

// checkMembers compares the members of each part with the component that they
// should be; without is what to leave out for the first part and for the others.
func checkMembers(t *testing.T, g *Graph, parts []Part, all [][]int, without ...int) {
	for i, p := range parts {
		got := Members(g, p.First, without[min(i, 1)])
		if !slices.ContainsFunc(all, func(c []int) bool { return slices.Equal(c, got) }) || len(got) != p.Size || got[0] != p.First {
			t.Errorf("got members %v of %+v, want one of %v", got, p, all)
		}
	}
}

// TestSeparateLongChain would overflow a stack.
func TestSeparateLongChain(t *testing.T) {
	const n = 300_000
	edges := make([][2]int, n-1)
	for v := range edges {
		edges[v] = [2]int{v, v + 1}
	}
	s := Separate(New(n, edges))
	if len(s.Points) != n-2 || len(s.Bridges) != n-1 || len(s.Components) != 1 {
		t.Fatalf("got %d points, %d bridges", len(s.Points), len(s.Bridges))
	}
	if p := s.Points[9]; p.Vertex != 10 || !slices.Equal(p.Parts, []Part{{0, 10}, {11, n - 11}}) {
		t.Errorf("got %+v", p)
	}
}
