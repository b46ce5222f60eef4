package analysis

import (
	"slices"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

func TestCriticalSetsBruteForce(t *testing.T) {
	sizes := map[int]int{}
	eachCrowded(t, 1000, func(t *testing.T, g *graph.Graph) {
		for _, rules := range everyRules(InForce(g, Options{}).Rules) {
			table := slowLosses(g, rules)
			for i, p := range procedures(g) {
				want := minimalBreaking(table, func(l slowLoss) bool { return l.broken[i] })
				got := newFlowLoss(g, p, rules).critical(enumerated, 1000, 0)
				if !slices.EqualFunc(got.sets, want, slices.Equal) || got.found != len(want) || !got.complete {
					t.Errorf("%v, flow %s: got %+v, want %v", rules, p.flow.ID, got, want)
				}
				for _, set := range want {
					sizes[len(set)]++
				}
				checkSearch(t, newFlowLoss(g, p, rules), want)
			}
		}
	})
	for size := 1; size <= 4; size++ {
		if sizes[size] < 100 {
			t.Errorf("only %d critical sets have %d members; the test shows too little", sizes[size], size)
		}
	}
}

// checkSearch holds a search without a limit to all sets, and one that is cut
// short to what it claims.
func checkSearch(t *testing.T, l flowLoss, want [][]int) {
	t.Helper()
	got := newMinimalSearch(len(l.orgs), l.breaks).run(1000, 1<<20).of(l.orgs)
	if !slices.EqualFunc(got.sets, want, slices.Equal) || got.found != len(want) || !got.complete {
		t.Errorf("flow %s: searched %+v, want %v", l.flow.ID, got, want)
	}
	for _, nodes := range []int{1, 3, 10} {
		got := newMinimalSearch(len(l.orgs), l.breaks).run(1000, nodes).of(l.orgs)
		for _, set := range want {
			if len(set) < got.below && !slices.ContainsFunc(got.sets, func(s []int) bool { return slices.Equal(s, set) }) {
				t.Errorf("flow %s, %d nodes: %+v does not have %v", l.flow.ID, nodes, got, set)
			}
		}
		for _, set := range got.sets {
			if !slices.ContainsFunc(want, func(s []int) bool { return slices.Equal(s, set) }) {
				t.Errorf("flow %s, %d nodes: %v is no critical set", l.flow.ID, nodes, set)
			}
		}
		if (got.upper == nil) != (len(want) == 0) || len(want) > 0 && len(got.upper) < len(want[0]) {
			t.Errorf("flow %s, %d nodes: upper %v, want one of %v", l.flow.ID, nodes, got.upper, want)
		}
	}
}

// TestConditionSaysTheSameAsFate compares the two statements of the rules on
// every task and every loss.
func TestConditionSaysTheSameAsFate(t *testing.T) {
	eachCrowded(t, 200, func(t *testing.T, g *graph.Graph) {
		n := len(g.Organizations())
		for _, rules := range everyRules(InForce(g, Options{}).Rules) {
			for task := range g.Tasks() {
				c, losable := rules.conditionOf(g, task)
				words := newWordCondition(n, c)
				eachSubset(n, func(list []int, set map[int]bool) {
					gone := func(o int) bool { return set[o] }
					marked := make([]bool, n)
					for _, o := range list {
						marked[o] = true
					}
					want := rules.fateOf(g, task, gone) == lost
					s := subsetOf(n, list)
					if got := losable && c.met(marked); got != want {
						t.Errorf("%v, task %d without %v: got %v", rules, task, list, got)
					}
					if got := losable && words.in(s>>6)>>(s&63)&1 == 1; got != want {
						t.Errorf("%v, task %d without %v, by word: got %v", rules, task, list, got)
					}
				})
			}
		}
	})
}

func TestCriticalSetsByHand(t *testing.T) {
	g := graphtext.Graph(t, diamond)
	p := procedures(g)[0]
	orgs := func(ids ...string) []int {
		var list []int
		for _, id := range ids {
			o, _ := g.OrganizationIndex(id)
			list = append(list, o)
		}
		return list
	}
	got := newFlowLoss(g, p, Rules{graph.EachLead, graph.NoSupport}).critical(enumerated, 2, 0)
	want := [][]int{orgs("agency"), orgs("ops")}
	if !slices.EqualFunc(got.sets, want, slices.Equal) || got.found != 3 || !got.complete {
		t.Errorf("got %+v, want agency and ops, and hw with sw behind the limit", got)
	}
}
