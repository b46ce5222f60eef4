package answer

import (
	"fmt"
	"slices"
	"strings"

	"tasuki/render/encode"
	"tasuki/render/look"
	"tasuki/render/typeset"
)

// AnswerNode is a node of an answer that is a graph.
type AnswerNode struct {
	ID    string // unique in the answer
	Class string // its label in the database, such as Task
	Text  string
}

// AnswerEdge is a relationship of an answer that is a graph.
type AnswerEdge struct{ From, To, Type string }

// answerShapes tells the labels of nodes apart without colour.
var answerShapes = map[string]string{
	"Organization": "box", "Task": "box", "Flow": "hexagon", "Component": "box3d", "Category": "folder", "Phase": "folder",
}

// AnswerDOT writes an answer that is a graph in the Graphviz language, laid out
// by Graphviz, since nothing is known of its order. Boxes are as wide as their
// text. Nodes and edges that the answer holds twice are drawn once, in the order
// of their first appearance.
func AnswerDOT(nodes []AnswerNode, edges []AnswerEdge) string {
	const size, room, width = 10.0, 14.0, 14.0
	var b strings.Builder
	fmt.Fprintf(&b, "digraph answer {\ngraph [rankdir=TB, nodesep=0.3, ranksep=0.45, bgcolor=%s, pad=0.1]\n", encode.Quoted(look.Paper))
	fmt.Fprintf(&b, "node [fixedsize=true, fontname=%s, fontsize=%s, fontcolor=%s, color=%s]\n", encode.Quoted(look.FontFamily), encode.Decimal(size), encode.Quoted(look.Ink), encode.Quoted(look.Ink))
	fmt.Fprintf(&b, "edge [fontname=%s, fontsize=8, fontcolor=%s, color=%s]\n", encode.Quoted(look.FontFamily), encode.Quoted(look.Ink), encode.Quoted(look.Ink))
	seen := map[string]bool{}
	for _, n := range nodes {
		if seen[n.ID] {
			continue
		}
		seen[n.ID] = true
		lines := typeset.Wrap(n.Text, width)
		widest := 0.0
		for _, line := range lines {
			widest = max(widest, typeset.Width(line))
		}
		shape := answerShapes[n.Class]
		if shape == "" {
			shape = "ellipse"
		}
		style := "solid"
		if n.Class == "Organization" {
			style = "bold"
		}
		fmt.Fprintf(&b, "%s [label=%s, tooltip=%s, shape=%s, style=%s, width=%s, height=%s]\n", encode.Quoted(n.ID), encode.Label(lines, false), encode.Quoted(n.Class), shape, style,
			encode.Decimal((widest*size+room)/72), encode.Decimal((float64(len(lines))*1.25*size+room)/72))
	}
	var drawn []AnswerEdge
	for _, e := range edges {
		if seen[e.From] && seen[e.To] && !slices.Contains(drawn, e) {
			drawn = append(drawn, e)
			fmt.Fprintf(&b, "%s -> %s [label=%s]\n", encode.Quoted(e.From), encode.Quoted(e.To), encode.Quoted(strings.ToLower(strings.ReplaceAll(e.Type, "_", " "))))
		}
	}
	b.WriteString("}\n")
	return b.String()
}
