package loss

import (
	"slices"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

func TestLossBruteForce(t *testing.T) {
	seen := map[rules.Outcome]int{}
	check := func(t *testing.T, seed uint64, g *graph.Graph) {
		var remains []bruteforce.Remains
		flows := flow.Graphs(g)
		for _, p := range flows {
			remains = append(remains, bruteforce.NewRemains(p))
		}
		for _, l := range Losses(g, rules.Options{}) {
			for org, got := range l.Organizations {
				var tasks [3][]string
				for i, task := range g.Tasks() {
					f := bruteforce.TaskOutcome(g, l.Rules, i, org)
					tasks[f] = append(tasks[f], task.ID)
				}
				if !slices.Equal(got.Lost, tasks[rules.Lost]) || !slices.Equal(got.Degraded, tasks[rules.Degraded]) {
					t.Errorf("%v, loss of %s: got %v lost, %v degraded, want %v", l.Rules, got.Organization, got.Lost, got.Degraded, tasks)
				}
				for i, p := range flows {
					want := remains[i].FlowOutcome(g, l.Rules, org)
					seen[want]++
					if flowFate(got, p.Flow.ID) != want {
						t.Errorf("%v, loss of %s, flow %s: got %v, want %v", l.Rules, got.Organization, p.Flow.ID, flowFate(got, p.Flow.ID), want)
					}
				}
			}
		}
	}
	bruteforce.EachRandom(t, bruteforce.Rounds, check)
	bruteforce.EachRandomBranched(t, 1000, check)
	for _, f := range []rules.Outcome{rules.Kept, rules.Degraded, rules.Lost} {
		if seeds.All() && seen[f] < 100 {
			t.Errorf("only %d flows have fate %d; the test shows too little", seen[f], f)
		}
	}
}

func flowFate(l OrganizationLoss, flow string) rules.Outcome {
	is := func(f FlowLoss) bool { return f.Flow == flow }
	switch {
	case slices.ContainsFunc(l.Broken, is):
		return rules.Lost
	case slices.ContainsFunc(l.DegradedFlows, is):
		return rules.Degraded
	}
	return rules.Kept
}
