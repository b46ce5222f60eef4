package network

import (
	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
)

// view is a [Graph] as gonum's algorithms know it. gonum's own simple graphs
// iterate over maps, and their sums and orders differ from run to run.
type view struct{ g *Graph }

var _ graph.Directed = view{}

// vertex is a vertex as gonum knows it.
type vertex int64

func (v vertex) ID() int64 { return int64(v) }

// edge is an edge as gonum knows it.
type edge [2]vertex

func (e edge) From() graph.Node         { return e[0] }
func (e edge) To() graph.Node           { return e[1] }
func (e edge) ReversedEdge() graph.Edge { return edge{e[1], e[0]} }

// Node returns the vertex with the ID, or nil.
func (d view) Node(id int64) graph.Node {
	if id < 0 || id >= int64(d.g.Len()) {
		return nil
	}
	return vertex(id)
}

// Nodes returns every vertex, ascending.
func (d view) Nodes() graph.Nodes {
	return iterator.NewImplicitNodes(0, d.g.Len(), func(id int) graph.Node { return vertex(id) })
}

// From returns the vertices behind the edges from id, ascending.
func (d view) From(id int64) graph.Nodes { return &vertices{list: d.g.next[id], at: -1} }

// To returns the vertices before the edges to id, ascending.
func (d view) To(id int64) graph.Nodes { return &vertices{list: d.g.prev[id], at: -1} }

// HasEdgeFromTo reports whether there is an edge from u to v.
func (d view) HasEdgeFromTo(u, v int64) bool { return d.Node(u) != nil && d.g.Has(int(u), int(v)) }

// HasEdgeBetween reports whether there is an edge between x and y.
func (d view) HasEdgeBetween(x, y int64) bool {
	return d.HasEdgeFromTo(x, y) || d.HasEdgeFromTo(y, x)
}

// Edge returns the edge from u to v, or nil.
func (d view) Edge(u, v int64) graph.Edge {
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
