package analysis

import (
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
)

// digraph is a directed graph whose vertices are 0 to n-1 and whose edges stand
// in slices, so that every walk over it takes the same order. It is what
// gonum's algorithms are given: gonum's own simple graphs iterate over maps,
// and their sums differ from run to run in the last bits.
type digraph struct {
	next, prev [][]int // ascending
}

// newDigraph returns the graph of n vertices and the given edges. An edge that
// is given twice is one edge; an edge from a vertex to itself is left out.
func newDigraph(n int, edges [][2]int) digraph {
	d := digraph{next: make([][]int, n), prev: make([][]int, n)}
	edges = slices.Clone(edges)
	slices.SortFunc(edges, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	for _, e := range slices.Compact(edges) {
		if e[0] != e[1] {
			d.next[e[0]] = append(d.next[e[0]], e[1])
			d.prev[e[1]] = append(d.prev[e[1]], e[0])
		}
	}
	return d
}

// vertex is a vertex of a digraph as gonum knows it.
type vertex int64

func (v vertex) ID() int64 { return int64(v) }

// edge is an edge of a digraph as gonum knows it.
type edge [2]vertex

func (e edge) From() graph.Node         { return e[0] }
func (e edge) To() graph.Node           { return e[1] }
func (e edge) ReversedEdge() graph.Edge { return edge{e[1], e[0]} }

var _ graph.Directed = digraph{}

// Node returns the vertex with the ID, or nil.
func (d digraph) Node(id int64) graph.Node {
	if id < 0 || id >= int64(len(d.next)) {
		return nil
	}
	return vertex(id)
}

// Nodes returns every vertex, ascending.
func (d digraph) Nodes() graph.Nodes {
	return iterator.NewImplicitNodes(0, len(d.next), func(id int) graph.Node { return vertex(id) })
}

// From returns the vertices behind the edges from id, ascending.
func (d digraph) From(id int64) graph.Nodes { return &vertices{list: d.next[id], at: -1} }

// To returns the vertices before the edges to id, ascending.
func (d digraph) To(id int64) graph.Nodes { return &vertices{list: d.prev[id], at: -1} }

// HasEdgeFromTo reports whether there is an edge from u to v.
func (d digraph) HasEdgeFromTo(u, v int64) bool {
	if d.Node(u) == nil {
		return false
	}
	_, ok := slices.BinarySearch(d.next[u], int(v))
	return ok
}

// HasEdgeBetween reports whether there is an edge between x and y.
func (d digraph) HasEdgeBetween(x, y int64) bool {
	return d.HasEdgeFromTo(x, y) || d.HasEdgeFromTo(y, x)
}

// Edge returns the edge from u to v, or nil.
func (d digraph) Edge(u, v int64) graph.Edge {
	if !d.HasEdgeFromTo(u, v) {
		return nil
	}
	return edge{vertex(u), vertex(v)}
}

// vertices iterates over a list of vertices.
type vertices struct {
	list []int
	at   int
}

func (v *vertices) Next() bool       { v.at++; return v.at < len(v.list) }
func (v *vertices) Len() int         { return max(0, len(v.list)-v.at-1) }
func (v *vertices) Node() graph.Node { return vertex(v.list[v.at]) }
func (v *vertices) Reset()           { v.at = -1 }
