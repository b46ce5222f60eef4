package analysis

import (
	"slices"

	"gonum.org/v1/gonum/graph/flow"
)

// dominators returns the vertices that every way from a start to a goal
// passes, ends included, in the order in which every way passes them; none when
// there is no way at all. One virtual vertex stands before all starts and one
// behind all goals; they are not returned.
func dominators(d digraph, starts, goals []int) []int {
	n := len(d.next)
	start, goal := n, n+1
	var edges [][2]int
	for u, list := range d.next {
		for _, v := range list {
			edges = append(edges, [2]int{u, v})
		}
	}
	for _, s := range starts {
		edges = append(edges, [2]int{start, s})
	}
	for _, t := range goals {
		edges = append(edges, [2]int{t, goal})
	}
	tree := flow.Dominators(vertex(start), newDigraph(n+2, edges))
	var path []int
	for v := tree.DominatorOf(int64(goal)); v != nil && v.ID() != int64(start); v = tree.DominatorOf(v.ID()) {
		path = append(path, int(v.ID()))
	}
	slices.Reverse(path)
	return path
}
