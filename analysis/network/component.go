package network

import (
	"slices"

	"gonum.org/v1/gonum/graph/topo"
)

// StrongComponents returns the strongly connected components of g: the largest
// sets of vertices each of which has a way to each other one. Each is ascending;
// they stand by their first vertices. Every vertex is in one, many in one of
// their own. The algorithm is Tarjan's (SIAM J. Comput. 1(2), 1972), in time
// O(n + m) for n vertices and m edges. [Separate] returns the components without
// directions.
func StrongComponents(g *Graph) [][]int {
	components := topo.TarjanSCC(view{g})
	sets := make([][]int, len(components))
	for i, c := range components {
		sets[i] = make([]int, len(c))
		for j, v := range c {
			sets[i][j] = int(v.ID())
		}
		slices.Sort(sets[i])
	}
	slices.SortFunc(sets, func(a, b []int) int { return a[0] - b[0] })
	return sets
}
