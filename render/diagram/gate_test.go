package diagram

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/render/messages"
)

// gatesOf says where the boxes and gates of a diagram stand, and what its arrows join.
func gatesOf(d Diagram) string {
	var parts []string
	for _, n := range d.Nodes {
		parts = append(parts, fmt.Sprintf("%s@%d%s", n.ID, n.Row, map[Class]string{AllGate: "+", ChoiceGate: "x"}[n.Class]))
	}
	for _, e := range d.Edges {
		arrow := ">"
		if e.Optional {
			arrow = "?>"
		}
		parts = append(parts, e.From+arrow+e.To)
	}
	return strings.Join(parts, ", ")
}

// rowsOf returns boxes 1, 2 and so on in one row each, with arrows between them.
func rowsOf(n int, edges ...Edge) Diagram {
	d := Diagram{Language: messages.In(graph.English), Lanes: []Lane{{}}, Edges: edges}
	for i := range n {
		d.Nodes = append(d.Nodes, Node{ID: fmt.Sprint(i + 1), Row: i})
	}
	d.Nodes[n-1].Marks = []Mark{GoalMark}
	return d
}

func TestGated(t *testing.T) {
	for _, c := range []struct {
		name string
		d    Diagram
		want string
	}{
		{"alternatives", rowsOf(3, Edge{From: "1", To: "2"}, Edge{From: "1", To: "3"}), "1@0, 2@1, 3@2, 1>2, 1>3"},
		{
			"all branches", rowsOf(4, Edge{From: "1", To: "2", Branch: "a"}, Edge{From: "1", To: "3", Branch: "b"}, Edge{From: "2", To: "4"}, Edge{From: "3", To: "4"}),
			"1@0, 2@2, 3@3, 4@5, 1 +@1+, 4 +@4+, 1 +>2, 1 +>3, 2>4 +, 3>4 +, 1>1 +, 4 +>4",
		},
		{
			"alternatives within a branch", rowsOf(4, Edge{From: "1", To: "2", Branch: "a"}, Edge{From: "1", To: "3", Branch: "a"}, Edge{From: "1", To: "4", Branch: "b"}),
			"1@0, 2@3, 3@4, 4@5, 1 +@1+, 1 ++@2x, 1 ++>2, 1 ++>3, 1 +>4, 1>1 +, 1 +>1 ++",
		},
		{
			"conditions", rowsOf(3, Edge{From: "1", To: "2", When: "broken"}, Edge{From: "1", To: "3"}, Edge{From: "2", To: "3"}),
			"1@0, 2@2, 3@3, 1 +@1x, 1 +>2, 1 +>3, 2>3, 1>1 +",
		},
		{"one condition alone", rowsOf(2, Edge{From: "1", To: "2", When: "broken"}), "1@0, 2@1, 1>2"},
		{"behind a goal", rowsOf(1, Edge{From: "1", To: "1", Branch: "a"}, Edge{From: "1", To: "1", Branch: "b"}), "1@0, 1>1, 1>1"},
		{
			"an optional branch meets nothing", rowsOf(3, Edge{From: "1", To: "2", Branch: "a", Optional: true}, Edge{From: "1", To: "3", Branch: "b"}, Edge{From: "2", To: "3"}),
			"1@0, 2@2, 3@3, 1 +@1+, 1 +?>2, 1 +>3, 2>3, 1>1 +",
		},
		{
			"what passes hidden boxes is no branch", rowsOf(3, Edge{From: "1", To: "2", Branch: "a"}, Edge{From: "1", To: "3", Passes: 2}),
			"1@0, 2@1, 3@2, 1>2, 1>3",
		},
	} {
		before := gatesOf(c.d)
		if got := gatesOf(Gated(c.d)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
		if gatesOf(c.d) != before {
			t.Errorf("%s: the diagram was changed", c.name)
		}
	}
}

func TestLegendHasGatesThatAreUsed(t *testing.T) {
	d := rowsOf(3, Edge{From: "1", To: "2", Branch: "a"}, Edge{From: "1", To: "3", Branch: "b", Optional: true})
	has := map[Sign]bool{}
	for _, s := range LegendOf(d) {
		has[s.Sign] = true
	}
	if !has[Sign{Class: AllGate}] || has[Sign{Class: ChoiceGate}] || !has[Sign{What: OptionalSign}] || has[Sign{What: InferredSign}] {
		t.Errorf("got %+v", LegendOf(d))
	}
}
