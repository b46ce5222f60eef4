package loss

import (
	"cmp"
	"slices"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// crowded has so many organizations that their subsets take several words.
var crowded = bruteforce.Shape{Tasks: 9, Orgs: 8, Flows: 2, FlowTasks: 7, Handoffs: 12, Uncertain: 0}

// eachCrowded runs f on random graphs, small and crowded in turn, and on the same with
// branches.
func eachCrowded(t *testing.T, n int, f func(t *testing.T, g *graph.Graph)) {
	t.Helper()
	for seed := range seeds.Each(n) {
		d := bruteforce.RandomDataset(seed, []bruteforce.Shape{bruteforce.Small, crowded}[seed%2])
		for _, d := range []graph.Dataset{d, bruteforce.WithBranches(d, seed)} {
			g, err := graph.New(d)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			f(t, g)
			if t.Failed() {
				t.Fatalf("seed %d:\n%+v", seed, g.Dataset())
			}
		}
	}
}

// slowFateOf states what becomes of a task when a set of organizations is lost,
// by counting who is left.
func slowFateOf(g *graph.Graph, inForce rules.Rules, task int, set map[int]bool) rules.Outcome {
	left, gone, standIns := 0, 0, 0
	for _, o := range g.Leads(task) {
		if set[o] {
			gone++
		} else {
			left++
		}
	}
	for _, o := range g.Supports(task) {
		if !set[o] {
			standIns++
		}
	}
	switch {
	case gone == 0 || inForce.Leads == graph.AnyLead && left > 0:
		return rules.Kept
	case inForce.Support == graph.Fallback && standIns > 0:
		return rules.Degraded
	}
	return rules.Lost
}

// slowBreaks reports whether the loss of a set leaves a flow no solution, and whether it
// does for one of its starts.
func slowBreaks(g *graph.Graph, p flow.Graph, remains bruteforce.Remains, inForce rules.Rules, set map[int]bool) (breaks, fails bool) {
	avoid := p.Avoiding()
	for v, task := range p.Index {
		avoid[v] = slowFateOf(g, inForce, task, set) == rules.Lost
	}
	left := remains.Starts(avoid)
	return left == 0, left < len(p.Starts)
}

// eachSubset calls f with every subset of n organizations.
func eachSubset(n int, f func(list []int, set map[int]bool)) {
	for s := range 1 << n {
		list, set := []int{}, map[int]bool{}
		for o := range n {
			if s>>o&1 == 1 {
				list, set[o] = append(list, o), true
			}
		}
		f(list, set)
	}
}

// slowLoss is what the loss of one set of organizations does.
type slowLoss struct {
	set            []int // ascending
	lost, degraded int
	broken, fails  []bool // by flow; fails: from one of its starts at least
	flows          int    // broken
}

// slowLosses loses every set of the organizations of a graph: fewest members
// first, then by members.
func slowLosses(g *graph.Graph, inForce rules.Rules) []slowLoss {
	var table []slowLoss
	flows, remains := flow.Graphs(g), []bruteforce.Remains{}
	for _, p := range flows {
		remains = append(remains, bruteforce.NewRemains(p))
	}
	eachSubset(len(g.Organizations()), func(list []int, set map[int]bool) {
		l := slowLoss{set: list}
		for task := range g.Tasks() {
			switch slowFateOf(g, inForce, task, set) {
			case rules.Lost:
				l.lost++
			case rules.Degraded:
				l.degraded++
			}
		}
		for i, p := range flows {
			breaks, fails := slowBreaks(g, p, remains[i], inForce, set)
			l.broken, l.fails = append(l.broken, breaks), append(l.fails, fails)
			if breaks {
				l.flows++
			}
		}
		table = append(table, l)
	})
	slices.SortFunc(table, func(a, b slowLoss) int {
		return cmp.Or(cmp.Compare(len(a.set), len(b.set)), slices.Compare(a.set, b.set))
	})
	return table
}

// minimalBreaking returns the sets that have a property and no proper subset
// with it.
func minimalBreaking(table []slowLoss, has func(slowLoss) bool) [][]int {
	var minimal [][]int
	for _, l := range table {
		within := func(set []int) bool {
			return !slices.ContainsFunc(set, func(o int) bool { return !slices.Contains(l.set, o) })
		}
		if has(l) && !slices.ContainsFunc(minimal, within) {
			minimal = append(minimal, l.set)
		}
	}
	return minimal
}
