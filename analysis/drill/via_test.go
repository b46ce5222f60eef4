package drill_test

import (
	"slices"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

const triage = `
1: a*
2: b*
3: c*
4: a*
flow f from 1 to 4: 1 -report:10-> 2 -report:50-> 4, 1 -report:15-> 3 -report:20-> 4
`

func TestPlanByMinutesAndVia(t *testing.T) {
	for _, c := range []struct {
		o    escalation.EscalationOptions
		want []string
	}{
		{escalation.EscalationOptions{}, []string{"1", "2", "4"}},
		{escalation.EscalationOptions{By: escalation.ByMinutes}, []string{"1", "3", "4"}},
		{escalation.EscalationOptions{Via: "3"}, []string{"1", "3", "4"}},
		{escalation.EscalationOptions{Via: "2", By: escalation.ByMinutes}, []string{"1", "2", "4"}},
		{escalation.EscalationOptions{Via: "3", Without: []string{"b"}}, []string{"1", "3", "4"}},
	} {
		if got := played(plan(t, triage, "f", graph.Scenario{}, c.o)); !slices.Equal(got, c.want) {
			t.Errorf("%+v: got %v, want %v", c.o, got, c.want)
		}
	}
	g := graphtext.Graph(t, triage)
	for _, o := range []escalation.EscalationOptions{{Via: "5"}, {Via: "2", Without: []string{"b"}}, {Via: "2", Through: []string{"1", "2"}}} {
		if _, err := drill.PlanOf(g, "f", graph.Scenario{}, o); err == nil {
			t.Errorf("%+v: planned", o)
		}
	}
}

func played(p drill.Plan) []string {
	var ids []string
	for _, s := range p.Steps {
		ids = append(ids, s.Task)
	}
	return ids
}

// TestViaBruteForce asks for every task of random flows, and compares whether a drill comes
// to it with what all solutions and all choices at their optional branches play.
func TestViaBruteForce(t *testing.T) {
	found, refused := 0, 0
	bruteforce.EachRandomBranched(t, 150, func(t *testing.T, _ uint64, g *graph.Graph) {
		for _, p := range flow.Graphs(g) {
			start := p.Starts[0]
			if len(g.Leads(p.Index[start])) == 0 {
				continue
			}
			reached := map[int]bool{}
			for _, x := range bruteforce.AllSolutions(p, start, p.Avoiding()) {
				reached[start] = true
				for e := range bruteforce.Played(p, x, p.Avoiding()) {
					reached[e[1]] = true
				}
			}
			for v, task := range p.Tasks {
				plan, err := drill.PlanOf(g, p.Flow.ID, graph.Scenario{}, escalation.EscalationOptions{From: p.Tasks[start], Via: task})
				if comes := err == nil && slices.Contains(played(plan), task); comes != reached[v] {
					t.Errorf("flow %s from %s: a drill comes to %s: %t (%v), some choice does: %t", p.Flow.ID, p.Tasks[start], task, comes, err, reached[v])
				} else if comes {
					found++
				} else {
					refused++
				}
			}
		}
	})
	if seeds.All() && (found < 200 || refused < 100) {
		t.Errorf("%d found, %d refused; the test shows too little", found, refused)
	}
}
