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
					checkFailedStarts(t, g, l.Rules, org, got, remains[i], p)
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

// checkFailedStarts counts from how many starts a flow still works.
func checkFailedStarts(t *testing.T, g *graph.Graph, inForce rules.Rules, org int, got OrganizationLoss, remains bruteforce.Remains, p flow.Graph) {
	t.Helper()
	avoid := p.Avoiding()
	for v, task := range p.Index {
		avoid[v] = bruteforce.TaskOutcome(g, inForce, task, org) == rules.Lost
	}
	before, left := remains.Starts(p.Avoiding()), remains.Starts(avoid)
	partly := left > 0 && left < before
	touched := slices.Concat(got.DegradedFlows, got.Touched)
	i := slices.IndexFunc(touched, func(f FlowLoss) bool { return f.Flow == p.Flow.ID })
	failed := 0
	if i >= 0 {
		failed = len(touched[i].FailedStarts)
	}
	if i >= 0 && failed != map[bool]int{true: before - left}[partly] || slices.Contains(got.PartlyBroken, p.Flow.ID) != partly {
		t.Errorf("%v, loss of %s, flow %s: works from %d of %d starts, got %v failed and partly broken %v", inForce, got.Organization, p.Flow.ID, left, len(p.Starts), failed, got.PartlyBroken)
	}
}
