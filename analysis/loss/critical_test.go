package loss

import (
	"slices"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

func TestCriticalSetsBruteForce(t *testing.T) {
	sizes := map[int]int{}
	eachCrowded(t, 1000, func(t *testing.T, g *graph.Graph) {
		for _, inForce := range rules.EveryRules(rules.InForce(g, rules.Options{}).Rules) {
			table := slowLosses(g, inForce)
			for i, p := range flow.Graphs(g) {
				want := minimalBreaking(table, func(l slowLoss) bool { return l.broken[i] })
				got := NewFlowCondition(g, p, inForce).critical(Enumerated, 1000, 0)
				if !slices.EqualFunc(got.Sets, want, slices.Equal) || got.found != len(want) || !got.Complete {
					t.Errorf("%v, flow %s: got %+v, want %v", inForce, p.Flow.ID, got, want)
				}
				for _, set := range want {
					sizes[len(set)]++
				}
				checkSearch(t, NewFlowCondition(g, p, inForce), want)
			}
		}
	})
	for size := 1; size <= 4; size++ {
		if seeds.All() && sizes[size] < 100 {
			t.Errorf("only %d critical sets have %d members; the test shows too little", sizes[size], size)
		}
	}
}

// checkSearch holds a search without a limit to all sets, and one that is cut
// short to what it claims.
func checkSearch(t *testing.T, l FlowCondition, want [][]int) {
	t.Helper()
	got := NewMinimalSearch(len(l.Orgs), l.Breaks).Run(1000, 1<<20).Of(l.Orgs)
	if !slices.EqualFunc(got.Sets, want, slices.Equal) || got.found != len(want) || !got.Complete {
		t.Errorf("flow %s: searched %+v, want %v", l.Flow.ID, got, want)
	}
	for _, nodes := range []int{1, 3, 10} {
		got := NewMinimalSearch(len(l.Orgs), l.Breaks).Run(1000, nodes).Of(l.Orgs)
		for _, set := range want {
			if len(set) < got.Below && !slices.ContainsFunc(got.Sets, func(s []int) bool { return slices.Equal(s, set) }) {
				t.Errorf("flow %s, %d nodes: %+v does not have %v", l.Flow.ID, nodes, got, set)
			}
		}
		for _, set := range got.Sets {
			if !slices.ContainsFunc(want, func(s []int) bool { return slices.Equal(s, set) }) {
				t.Errorf("flow %s, %d nodes: %v is no critical set", l.Flow.ID, nodes, set)
			}
		}
		if (got.Upper == nil) != (len(want) == 0) || len(want) > 0 && len(got.Upper) < len(want[0]) {
			t.Errorf("flow %s, %d nodes: upper %v, want one of %v", l.Flow.ID, nodes, got.Upper, want)
		}
	}
}

// TestConditionSaysTheSameAsFate compares the two statements of the rules on
// every task and every loss.
func TestConditionSaysTheSameAsFate(t *testing.T) {
	eachCrowded(t, 200, func(t *testing.T, g *graph.Graph) {
		n := len(g.Organizations())
		for _, inForce := range rules.EveryRules(rules.InForce(g, rules.Options{}).Rules) {
			for task := range g.Tasks() {
				c, losable := conditionOf(inForce, g, task)
				words := newWordCondition(n, c)
				eachSubset(n, func(list []int, set map[int]bool) {
					gone := func(o int) bool { return set[o] }
					marked := make([]bool, n)
					for _, o := range list {
						marked[o] = true
					}
					want := inForce.OutcomeOf(g, task, gone) == rules.Lost
					s := subsetOf(n, list)
					if got := losable && c.met(marked); got != want {
						t.Errorf("%v, task %d without %v: got %v", inForce, task, list, got)
					}
					if got := losable && words.in(s>>6)>>(s&63)&1 == 1; got != want {
						t.Errorf("%v, task %d without %v, by word: got %v", inForce, task, list, got)
					}
				})
			}
		}
	})
}

func TestCriticalSetsByHand(t *testing.T) {
	g := graphtext.Graph(t, bruteforce.Diamond)
	p := flow.Graphs(g)[0]
	orgs := func(ids ...string) []int {
		var list []int
		for _, id := range ids {
			o, _ := g.OrganizationIndex(id)
			list = append(list, o)
		}
		return list
	}
	got := NewFlowCondition(g, p, rules.Rules{Leads: graph.EachLead, Support: graph.NoSupport}).critical(Enumerated, 2, 0)
	want := [][]int{orgs("agency"), orgs("ops")}
	if !slices.EqualFunc(got.Sets, want, slices.Equal) || got.found != 3 || !got.Complete {
		t.Errorf("got %+v, want agency and ops, and hw with sw behind the limit", got)
	}
}
