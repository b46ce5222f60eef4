package main

import (
	"cmp"

	"tasuki/graph"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/render/answer"
)

// answerGraph collects the nodes and relationships of an answer.
type answerGraph struct {
	lang  graph.Lang
	nodes []answer.AnswerNode
	edges []answer.AnswerEdge
}

// add collects what a value holds.
func (p *answerGraph) add(value any) {
	switch v := value.(type) {
	case neo4jstore.Node:
		p.nodes = append(p.nodes, p.node(v))
	case neo4jstore.Relationship:
		p.edges = append(p.edges, answer.AnswerEdge{From: v.Start, To: v.End, Type: v.Type})
	case neo4jstore.Path:
		for _, n := range v.Nodes {
			p.add(n)
		}
		for _, r := range v.Relationships {
			p.add(r)
		}
	case []any:
		for _, x := range v {
			p.add(x)
		}
	}
}

// node names a node by its ID, where that tells anything, and its name.
func (p *answerGraph) node(n neo4jstore.Node) answer.AnswerNode {
	class := ""
	if len(n.Labels) > 0 {
		class = n.Labels[0]
	}
	text := func(key string) string { s, _ := n.Properties[key].(string); return s }
	name := cmp.Or(text("name_"+string(p.lang)), text("name"), text("id"), class)
	if class == "Task" {
		name = text("id") + " " + name
	}
	return answer.AnswerNode{ID: n.ElementID, Class: class, Text: name}
}

// dot returns the graph in the Graphviz language.
func (p *answerGraph) dot() (string, error) {
	if len(p.nodes) == 0 {
		return "", said.Errorf("drawing the answer: it holds no node; return nodes, relationships or paths, as in RETURN o, l, t")
	}
	return answer.AnswerDOT(p.nodes, p.edges), nil
}
