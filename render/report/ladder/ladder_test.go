package ladder

import (
	"slices"
	"testing"

	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// best returns the best path of the flow f of a graph, and who says it.
func best(t *testing.T, text string) (messages.Printer, escalation.Escalation) {
	t.Helper()
	g := graphtext.Graph(t, text)
	e, err := escalation.Escalations(g, "f", escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return messages.Printer{Graph: g, Language: messages.In(graph.English)}, e
}

// A path without branches is one chain of tasks; one with branches is a chain from each
// place where work parts to the next where it parts or meets.
func TestWay(t *testing.T) {
	const tasks = "1: a*\n2: b*\n3: c*\n4: a*\nflow f from 1 to 4"
	for handoffs, want := range map[string]string{
		": 1 -> 2 -> 4":                    "1 → 2 → 4",
		": 1 -> 2 -> 4, 1 -> 3 -> 2":       "1 → 2 → 4",
		" all 1: 1 -> 2 -> 4, 1 -> 3 -> 4": "1 → 2 → 4; 1 → 3 → 4",
	} {
		p, e := best(t, tasks+handoffs)
		if got := Way(p, e.Best().Paths[0]).String(); got != want {
			t.Errorf("%s: the way is %s, want %s", handoffs, got, want)
		}
	}
}

// Flows that one organization leads from start to goal stand apart from those that are
// handed on, and who is called first is whoever leads what the start hands on to, unless a
// contact is declared.
func TestFlowsApart(t *testing.T) {
	g := graphtext.Graph(t, "org a \"Alpha\"\norg b \"Beta\"\n1: a*\n2: b*\n3: a*\nflow f from 1 to 2: 1 -> 2\nflow g from 1 to 3: 1 -> 3")
	p := messages.Printer{Graph: g, Language: messages.In(graph.English)}
	table := flows(p, escalation.OwnEscalations(g, rules.Options{}))
	var got []string
	for _, r := range table.Rows {
		if r.Heading != "" {
			got = append(got, r.Heading)
		} else {
			got = append(got, r.Cells[0].Text.String()+": "+r.Cells[1].Text.String())
		}
	}
	if want := []string{"f: Beta (b)", "1 flow that one organization leads from start to goal", "g: Alpha (a)"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What is not known of a time is said, not taken for nothing.
func TestMinutes(t *testing.T) {
	p, total := messages.Printer{Graph: graphtext.Graph(t, "1: a*"), Language: messages.In(graph.English)}, 1
	for _, c := range []struct {
		got  document.Phrase
		want string
	}{
		{Minutes(p, escalation.Minutes{Total: &total, AtLeast: 1}), "1 minute"},
		{Minutes(p, escalation.Minutes{AtLeast: 20, Unknown: 2}), "at least 20 minutes (2 not declared)"},
		{LeftOut(p, nil), "no task is left out"}, {LeftOut(p, []string{"1"}), "1 task is left out: 1"},
	} {
		if c.got.String() != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
