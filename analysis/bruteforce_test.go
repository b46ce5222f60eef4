package analysis

import (
	"math"
	"slices"
	"testing"

	"tasuki/analysis/network"
	"tasuki/graph"
)

const rounds = 1500

func TestWayBruteForce(t *testing.T) {
	eachRandom(t, rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		for _, p := range procedures(g) {
			avoid := p.avoiding(int(seed) % len(p.tasks))
			var all [][]int
			for _, s := range p.starts {
				all = append(all, allPaths(p.graph, s, p.goals, avoid)...)
			}
			slices.SortFunc(all, comparePaths)
			got := bestWay(p.graph, p.starts, p.goals, avoid)
			if len(all) == 0 && got != nil || len(all) > 0 && !slices.Equal(got, all[0]) {
				t.Errorf("flow %s: got %v, want the first of %v", p.flow.ID, got, all)
			}
		}
	})
}

func TestDominatorsBruteForce(t *testing.T) {
	eachRandom(t, rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		for _, p := range procedures(g) {
			var want []int
			for v := range p.tasks {
				if !wayExists(p, p.avoiding(v)) {
					want = append(want, v)
				}
			}
			got := network.Dominators(p.graph, p.starts, p.goals)
			if way := bestWay(p.graph, p.starts, p.goals, p.avoiding()); !inOrder(got, way) {
				t.Errorf("flow %s: %v are not in the order of the way %v", p.flow.ID, got, way)
			}
			if slices.Sort(got); !slices.Equal(got, want) {
				t.Errorf("flow %s: got %v, want %v", p.flow.ID, got, want)
			}
		}
	})
}

// inOrder reports whether part stands in whole, in its order.
func inOrder(part, whole []int) bool {
	for _, v := range whole {
		if len(part) > 0 && part[0] == v {
			part = part[1:]
		}
	}
	return len(part) == 0
}

func TestSimplePathsBruteForce(t *testing.T) {
	longest := 0
	eachRandom(t, rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		for _, p := range procedures(g) {
			for _, start := range p.starts {
				avoid := p.avoiding()
				if seed%3 == 0 {
					avoid[int(seed)%len(avoid)] = true
				}
				all := allPaths(p.graph, start, p.goals, avoid)
				slices.SortFunc(all, comparePaths)
				longest = max(longest, len(all))
				for _, k := range []int{1, 2, 5, len(all) + 1} {
					got, more := router{graph: p.graph, goals: p.goals}.paths(start, avoid, k)
					if !slices.EqualFunc(got, all[:min(k, len(all))], slices.Equal) {
						t.Errorf("flow %s from %d, k=%d: got %v, want %v", p.flow.ID, start, k, got, all)
					}
					if more != (len(all) > k) {
						t.Errorf("flow %s from %d, k=%d: more is %t of %d paths", p.flow.ID, start, k, more, len(all))
					}
				}
			}
		}
	})
	if longest < 8 {
		t.Errorf("no graph has more than %d paths; the test shows too little", longest)
	}
}

func TestBetweennessBruteForce(t *testing.T) {
	eachRandom(t, rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		d := procedures(g)[0].graph
		want := countBetweenness(d)
		vertices, _, _ := centralities(d, nil)
		for v, c := range vertices {
			n := float64(d.Len())
			if math.Abs(c.Value-want[v]) > 1e-9 || math.Abs(*c.Normalized-want[v]/((n-1)*(n-2))) > 1e-9 {
				t.Errorf("vertex %d: got %v, %v, want %v", v, c.Value, *c.Normalized, want[v])
			}
		}
	})
}

// countBetweenness counts shortest paths one by one.
func countBetweenness(d *network.Graph) []float64 {
	sum := make([]float64, d.Len())
	for s := range d.Len() {
		for t := range d.Len() {
			if s == t {
				continue
			}
			paths := allPaths(d, s, []int{t}, make([]bool, d.Len()))
			slices.SortFunc(paths, comparePaths)
			paths = slices.DeleteFunc(paths, func(p []int) bool { return len(p) > len(paths[0]) })
			for _, p := range paths {
				for _, v := range p[1 : len(p)-1] {
					sum[v] += 1 / float64(len(paths))
				}
			}
		}
	}
	return sum
}

// slowFate states the rules of definitions in other words than fateOf.
func slowFate(g *graph.Graph, rules Rules, task, org int) fate {
	left, gone := 0, 0
	for _, o := range g.Leads(task) {
		if o == org {
			gone++
		} else {
			left++
		}
	}
	if gone == 0 || rules.Leads == graph.AnyLead && left > 0 {
		return kept
	}
	for _, o := range g.Supports(task) {
		if o != org && rules.Support == graph.Fallback {
			return degraded
		}
	}
	return lost
}

func TestLossBruteForce(t *testing.T) {
	seen := map[fate]int{}
	eachRandom(t, rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		for _, l := range Losses(g, Options{}) {
			for org, got := range l.Organizations {
				var tasks [3][]string
				for i, task := range g.Tasks() {
					f := slowFate(g, l.Rules, i, org)
					tasks[f] = append(tasks[f], task.ID)
				}
				if !slices.Equal(got.Lost, tasks[lost]) || !slices.Equal(got.Degraded, tasks[degraded]) {
					t.Errorf("%v, loss of %s: got %v lost, %v degraded, want %v", l.Rules, got.Organization, got.Lost, got.Degraded, tasks)
				}
				for _, p := range procedures(g) {
					want := slowFlowFate(g, p, l.Rules, org)
					seen[want]++
					if flowFate(got, p.flow.ID) != want {
						t.Errorf("%v, loss of %s, flow %s: got %v, want %v", l.Rules, got.Organization, p.flow.ID, flowFate(got, p.flow.ID), want)
					}
				}
			}
		}
	})
	for _, f := range []fate{kept, degraded, lost} {
		if seen[f] < 100 {
			t.Errorf("only %d flows have fate %d; the test shows too little", seen[f], f)
		}
	}
}

func slowFlowFate(g *graph.Graph, p procedure, rules Rules, org int) fate {
	avoidLost, avoidBoth := p.avoiding(), p.avoiding()
	for v, task := range p.index {
		f := slowFate(g, rules, task, org)
		avoidLost[v], avoidBoth[v] = f == lost, f != kept
	}
	switch {
	case wayExists(p, avoidBoth):
		return kept
	case wayExists(p, avoidLost):
		return degraded
	}
	return lost
}

func flowFate(l OrganizationLoss, flow string) fate {
	is := func(f FlowLoss) bool { return f.Flow == flow }
	switch {
	case slices.ContainsFunc(l.Broken, is):
		return lost
	case slices.ContainsFunc(l.DegradedFlows, is):
		return degraded
	}
	return kept
}

func TestSPOFBruteForce(t *testing.T) {
	eachRandom(t, rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		rules := InForce(g, Options{}).Rules
		for i, s := range SPOFs(g, Options{}) {
			p := procedures(g)[i]
			var want []string
			for org, o := range g.Organizations() {
				if slowFlowFate(g, p, rules, org) == lost {
					want = append(want, o.ID)
				}
			}
			var got []string
			for _, x := range s.Organizations {
				got = append(got, x.Organization)
			}
			if !slices.Equal(got, want) {
				t.Errorf("flow %s: got %v, want %v", s.Flow, got, want)
			}
			for _, a := range slices.Concat(s.OtherTasks, s.OtherOrganizations) {
				if !isWay(p.flow, a.Way) || slices.Contains(a.Way, a.ID) {
					t.Errorf("flow %s: %v is no way around %s", s.Flow, a.Way, a.ID)
				}
			}
			if n := len(s.Tasks) + len(s.Ends) + len(s.OtherTasks); n != len(p.tasks) {
				t.Errorf("flow %s: %d tasks reported of %d", s.Flow, n, len(p.tasks))
			}
		}
	})
}

// isWay reports whether tasks lead from a start to a goal by handoffs.
func isWay(f graph.Flow, tasks []string) bool {
	if len(tasks) == 0 || !slices.Contains(f.Start, tasks[0]) || !slices.Contains(f.Goal, tasks[len(tasks)-1]) {
		return false
	}
	for i := range len(tasks) - 1 {
		if !slices.ContainsFunc(f.Handoffs, func(h graph.Handoff) bool { return h.From == tasks[i] && h.To == tasks[i+1] }) {
			return false
		}
	}
	return true
}
