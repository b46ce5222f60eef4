// Package network holds the graph algorithms behind the analyses. Its vertices
// are the numbers from 0 to n-1 and stand for nothing: package analysis knows
// what they are. Every function is pure, and every list that it returns is in a
// stated order.
package network

import "slices"

// Graph is a directed graph whose vertices are 0 to Len()-1 and whose edges
// stand in slices, so that every walk over it takes the same order. It never
// changes: callers must not modify what its methods return.
type Graph struct {
	next, prev [][]int // ascending
	edges      int
}

// New returns the graph of n vertices and the given edges, each from its first
// to its second vertex. An edge that is given twice is one edge; an edge from a
// vertex to itself is left out. It takes time O(n + m log m) for m edges, and
// panics when an edge has an end that is no vertex.
func New(n int, edges [][2]int) *Graph {
	edges = slices.DeleteFunc(slices.Clone(edges), func(e [2]int) bool { return e[0] == e[1] })
	slices.SortFunc(edges, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	edges = slices.Compact(edges)
	return &Graph{next: lists(n, edges, 0), prev: lists(n, edges, 1), edges: len(edges)}
}

// lists returns, for each vertex at the given end of edges, the other ends. All
// lists share one array.
func lists(n int, edges [][2]int, end int) [][]int {
	degree := make([]int, n)
	for _, e := range edges {
		degree[e[end]]++
	}
	all, list := make([]int, 0, len(edges)), make([][]int, n)
	for v, d := range degree {
		list[v] = all[len(all) : len(all) : len(all)+d]
		all = all[:len(all)+d]
	}
	for _, e := range edges {
		list[e[end]] = append(list[e[end]], e[1-end])
	}
	return list
}

// Len returns the number of vertices.
func (g *Graph) Len() int { return len(g.next) }

// Size returns the number of edges.
func (g *Graph) Size() int { return g.edges }

// Next returns the vertices behind the edges from v, ascending.
func (g *Graph) Next(v int) []int { return g.next[v] }

// Prev returns the vertices before the edges to v, ascending.
func (g *Graph) Prev(v int) []int { return g.prev[v] }

// Has reports whether there is an edge from u to v.
func (g *Graph) Has(u, v int) bool {
	_, ok := slices.BinarySearch(g.next[u], v)
	return ok
}

// Edges returns every edge, by its first vertex, then its second.
func (g *Graph) Edges() [][2]int {
	list := make([][2]int, 0, g.edges)
	for u, next := range g.next {
		for _, v := range next {
			list = append(list, [2]int{u, v})
		}
	}
	return list
}
