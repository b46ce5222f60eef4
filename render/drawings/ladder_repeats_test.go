package drawings

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/diagram"
	"tasuki/render/messages/catalogue"
)

func ladderOf(t *testing.T, text string) diagram.Diagram {
	t.Helper()
	g := graphtext.Graph(t, text)
	e, err := escalation.Escalations(g, "f", escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return Ladder(g, e, catalogue.In(graph.English))
}

func classes(d diagram.Diagram, c diagram.Class) int {
	n := 0
	for _, node := range d.Nodes {
		if node.Class == c {
			n++
		}
	}
	return n
}

// What one organization does alone is a line; what several do is drawn.
func TestLadderOfOneOrganizationIsALine(t *testing.T) {
	for text, want := range map[string]int{
		"1: a*\n2: a*\n3: a*\nflow f from 1 to 3: 1 -> 2 -> 3, 1 -> 3":                   0,
		"1: a*\n2: a*\n3: a*\n4: a*\nflow f from 1 to 4: 1 -@x-> 2 -> 4, 1 -@y-> 3 -> 4": 0,
		"1: a*\n2: a b*\n3: a*\nflow f from 1 to 3: 1 -> 2 -> 3":                         3,
		"1: a*\n2: a*?b\n3: a*\nflow f from 1 to 3: 1 -> 2 -> 3":                         1,
	} {
		d := ladderOf(t, text)
		line := strings.Contains(d.Nodes[0].Text, "a alone, from start to goal: 1, ")
		if got := classes(d, diagram.RungNode); got != want || line != (want == 0) {
			t.Errorf("%s: %d levels, want %d; the heading is %q", text, got, want, d.Nodes[0].Text)
		}
	}
}

// Of an alternate with branches only what differs is drawn, with what hands on to it and
// receives from it; how much is left out is said.
func TestAlternatesDoNotRepeat(t *testing.T) {
	d := ladderOf(t, `
		1: a*
		2: b*
		3: c*
		4: d*
		5: e*
		6: b*
		7: a*
		8: d*
		flow f from 1 to 7: 1 -> 2 -> 3 -> 6 -@x-> 7, 2 -> 5 -> 6 -@y-> 8 -> 7`)
	var got []string
	heading := ""
	for _, n := range d.Nodes {
		if strings.HasPrefix(n.ID, "ladder 1 path 2 ") {
			got = append(got, fmt.Sprint(n.Head, " ", n.Class == diagram.SameRungNode))
		}
		if n.ID == "ladder 1 alternate 1" {
			heading = n.Text
		}
	}
	if want := []string{"2. b true", "3. e false", "4. b true"}; !slices.Equal(got, want) {
		t.Errorf("the alternate is drawn as %q, want %q", got, want)
	}
	if !strings.Contains(heading, "without the task 3 ") || !strings.Contains(heading, "3 levels as on the shortest path are left out") {
		t.Errorf("the alternate is headed %q", heading)
	}
}

// The time from report to goal stands below each path, with a word on the objective.
func TestTotalsOfColumns(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: b*\n3: c*\n4: a*\nflow f objective=15 from 1 to 4: 1 -report:5-> 2 -report:10-> 4, 1 -report:20-> 3 -report:30-> 4")
	e, err := escalation.Escalations(g, "f", escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range Ladder(g, e, catalogue.In(graph.English)).Nodes {
		if n.Class == diagram.TotalNode {
			got = append(got, fmt.Sprint(n.Lane, " ", n.Head, "; ", n.Text))
		}
	}
	if want := []string{"0 report to goal: 15 min; objective 15 min: met", "1 report to goal: 50 min; objective 15 min: missed"}; !slices.Equal(got, want) {
		t.Errorf("the totals are %q, want %q", got, want)
	}
}
