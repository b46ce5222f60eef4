// Package answergraph makes a drawing of the nodes and relationships of an answer of a
// database.
package answergraph

import (
	"cmp"

	"tasuki/graph"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/render/answer"
)

// Graph collects the nodes and relationships of an answer.
type Graph struct {
	Lang  graph.Lang // of the names
	nodes []answer.AnswerNode
	edges []answer.AnswerEdge
}

// ErrNothing is the error of an answer that holds nothing to be drawn.
var ErrNothing = said.New("drawing the answer: it holds no node; return nodes, relationships or paths, as in RETURN o, l, t")

// Add collects what a value holds, in lists at any depth. It takes time in proportion to
// the value.
func (p *Graph) Add(value any) {
	switch v := value.(type) {
	case neo4jstore.Node:
		p.nodes = append(p.nodes, p.node(v))
	case neo4jstore.Relationship:
		p.edges = append(p.edges, answer.AnswerEdge{From: v.Start, To: v.End, Type: v.Type})
	case neo4jstore.Path:
		for _, n := range v.Nodes {
			p.Add(n)
		}
		for _, r := range v.Relationships {
			p.Add(r)
		}
	case []any: // such as a row
		for _, x := range v {
			p.Add(x)
		}
	}
}

// node names a node by its ID, where that tells anything, and its name.
func (p *Graph) node(n neo4jstore.Node) answer.AnswerNode {
	class := ""
	if len(n.Labels) > 0 {
		class = n.Labels[0]
	}
	text := func(key string) string { s, _ := n.Properties[key].(string); return s }
	name := cmp.Or(text("name_"+string(p.Lang)), text("name"), text("id"), class)
	if class == "Task" {
		name = text("id") + " " + name
	}
	return answer.AnswerNode{ID: n.ElementID, Class: class, Text: name}
}

// Size is how many nodes and relationships were added, those that came twice counted
// twice.
func (p *Graph) Size() int { return len(p.nodes) + len(p.edges) }

// DOT returns the graph in the Graphviz language. The error is [ErrNothing].
func (p *Graph) DOT() (string, error) {
	if len(p.nodes) == 0 {
		return "", ErrNothing
	}
	return answer.AnswerDOT(p.nodes, p.edges), nil
}
