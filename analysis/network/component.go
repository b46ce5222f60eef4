package network

import (
	"slices"

	"gonum.org/v1/gonum/graph/topo"
)

// StrongComponents returns the strongly connected components of g: each is the
// set of vertices that all reach each other, ascending, and they stand by their
// smallest vertex. Every vertex is in one, many in one of their own. The
// algorithm is Tarjan's (SIAM J. Comput. 1(2), 1972), in time O(n + m) for n
// vertices and m edges.
func StrongComponents(g *Graph) [][]int {
	components := [][]int{}
	for _, nodes := range topo.TarjanSCC(view{g}) {
		var component []int
		for _, node := range nodes {
			component = append(component, int(node.ID()))
		}
		slices.Sort(component)
		components = append(components, component)
	}
	slices.SortFunc(components, func(a, b []int) int { return a[0] - b[0] })
	return components
}
