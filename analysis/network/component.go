package network

import (
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/topo"
)

// WeakComponents returns the weakly connected components of g: the largest sets
// of vertices that are connected when edges are followed both ways. Each is
// ascending; they stand in the order of their first vertices. It takes time
// O(n + m).
func WeakComponents(g *Graph) [][]int {
	return sets(topo.ConnectedComponents(graph.Undirect{G: view{g}}))
}

// StrongComponents returns the strongly connected components of g: the largest
// sets of vertices each of which has a way to each other one. Each is ascending;
// they stand in the order of their first vertices. The algorithm is Tarjan's
// (SIAM J. Comput. 1(2), 1972), in time O(n + m).
func StrongComponents(g *Graph) [][]int { return sets(topo.TarjanSCC(view{g})) }

// sets returns disjoint sets of vertices in their stated order.
func sets(components [][]graph.Node) [][]int {
	list := make([][]int, len(components))
	for i, c := range components {
		for _, v := range c {
			list[i] = append(list[i], int(v.ID()))
		}
		slices.Sort(list[i])
	}
	slices.SortFunc(list, func(a, b []int) int { return a[0] - b[0] })
	return list
}
