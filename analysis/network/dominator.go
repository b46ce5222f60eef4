package network

import (
	"slices"

	"gonum.org/v1/gonum/graph/flow"
)

// Dominators returns the vertices that every way from a start to a goal
// passes, ends included, in the order in which every way passes them; none when
// there is no way at all. One virtual vertex stands before all starts and one
// behind all goals; they are not returned.
func Dominators(g *Graph, starts, goals []int) []int {
	n := g.Len()
	start, goal := n, n+1
	edges := g.Edges()
	for _, s := range starts {
		edges = append(edges, [2]int{start, s})
	}
	for _, t := range goals {
		edges = append(edges, [2]int{t, goal})
	}
	tree := flow.Dominators(vertex(start), view{New(n+2, edges)})
	var path []int
	for v := tree.DominatorOf(int64(goal)); v != nil && v.ID() != int64(start); v = tree.DominatorOf(v.ID()) {
		path = append(path, int(v.ID()))
	}
	slices.Reverse(path)
	return path
}
