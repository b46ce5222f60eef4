// Package network holds the graph algorithms behind the analyses. Its vertices
// are the numbers from 0 to n-1 and stand for nothing: package analysis knows
// what they are. Every function is pure, and every list that it returns is in a
// stated order.
package network

import (
	"iter"
	"slices"
)

// Graph is a directed graph whose vertices are 0 to Len()-1 and whose edges
// stand in slices, so that every walk over it takes the same order. It never
// changes: callers must not modify what its methods return.
type Graph struct {
	next, prev [][]int // ascending
	edges      int
}

// New returns the graph of n vertices and the given edges, each from its first
// to its second vertex. An edge that is given twice is one edge; an edge from a
// vertex to itself is left out. It takes time O(n + m) for m edges, and panics
// when an edge has an end that is no vertex.
func New(n int, edges [][2]int) *Graph {
	prev := lists(n, len(edges), func(yield func(v, u int) bool) {
		for _, e := range edges {
			if e[0] != e[1] && !yield(e[1], e[0]) {
				return
			}
		}
	})
	next := lists(n, len(edges), reversed(prev))
	size := 0
	for v, list := range next {
		next[v] = slices.Compact(list)
		size += len(next[v])
	}
	return &Graph{next: next, prev: lists(n, size, reversed(next)), edges: size}
}

// lists returns, for each vertex, the second ones of the pairs whose first one
// it is, in their order. There are at most size pairs. All lists share one array.
func lists(n, size int, pairs iter.Seq2[int, int]) [][]int {
	degree := make([]int, n)
	for v := range pairs {
		degree[v]++
	}
	all, list := make([]int, 0, size), make([][]int, n)
	for v, d := range degree {
		list[v] = all[len(all) : len(all) : len(all)+d]
		all = all[:len(all)+d]
	}
	for v, w := range pairs {
		list[v] = append(list[v], w)
	}
	return list
}

// reversed yields the pairs of lists, second ones first, so that the lists made
// of them are ascending.
func reversed(lists [][]int) iter.Seq2[int, int] {
	return func(yield func(w, v int) bool) {
		for v, list := range lists {
			for _, w := range list {
				if !yield(w, v) {
					return
				}
			}
		}
	}
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
