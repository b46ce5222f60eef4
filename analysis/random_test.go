package analysis

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"tasuki/analysis/network"
	"tasuki/graph"
)

// shape says how large a random dataset is.
type shape struct {
	tasks, orgs, flows, flowTasks, handoffs int
	uncertain                               float64 // chance that a mark is
}

var small = shape{tasks: 7, orgs: 4, flows: 2, flowTasks: 6, handoffs: 15, uncertain: 0.2}

// randomDataset returns a valid dataset that the seed determines.
func randomDataset(seed uint64, s shape) graph.Dataset {
	r := rand.New(rand.NewPCG(seed, 1))
	d := graph.Dataset{Rules: graph.Rules{
		Leads:   []graph.LeadRule{graph.AnyLead, graph.EachLead}[r.IntN(2)],
		Support: []graph.SupportRule{graph.Fallback, graph.NoSupport}[r.IntN(2)],
	}}
	for i := range s.orgs {
		d.Organizations = append(d.Organizations, graph.Organization{ID: fmt.Sprintf("o%d", i), Name: graph.Text(fmt.Sprint(i))})
	}
	timings := graph.Words("timing")
	for i := range s.tasks {
		t := graph.Task{ID: fmt.Sprintf("t%d", i), Name: graph.Text(fmt.Sprint(i)), Timing: graph.Timing(timings[r.IntN(len(timings))])}
		d.Tasks = append(d.Tasks, t)
		for _, role := range []graph.Role{graph.Lead, graph.Support} {
			orgs := r.Perm(s.orgs)
			for _, o := range orgs[:min(r.IntN(4), s.orgs)] {
				d.Assignments = append(d.Assignments, randomMark(r, s, t.ID, o, role))
			}
		}
	}
	for i := range s.flows {
		d.Flows = append(d.Flows, randomFlow(r, s, fmt.Sprintf("f%d", i)))
	}
	return d
}

func randomMark(r *rand.Rand, s shape, task string, org int, role graph.Role) graph.Assignment {
	a := graph.Assignment{Task: task, Organization: fmt.Sprintf("o%d", org), Role: role, Reading: graph.Printed}
	if r.Float64() >= s.uncertain {
		return a
	}
	a.Reading = graph.Uncertain
	for _, o := range r.Perm(s.orgs) {
		if o != org && len(a.Alternatives) <= r.IntN(2) {
			a.Alternatives = append(a.Alternatives, fmt.Sprintf("o%d", o))
		}
	}
	return a
}

func randomFlow(r *rand.Rand, s shape, id string) graph.Flow {
	f := graph.Flow{ID: id, Name: graph.Text(id)}
	chosen := r.Perm(s.tasks)[:s.flowTasks]
	task := func() string { return fmt.Sprintf("t%d", chosen[r.IntN(len(chosen))]) }
	seen := map[[2]string]bool{}
	for range s.handoffs {
		h := graph.Handoff{From: task(), To: task(), Kind: graph.Sequence}
		if h.From != h.To && !seen[[2]string{h.From, h.To}] {
			seen[[2]string{h.From, h.To}] = true
			f.Handoffs = append(f.Handoffs, h)
		}
	}
	ends := map[string]bool{}
	for range 1 + r.IntN(2) {
		if t := task(); !ends[t] {
			ends[t] = true
			f.Start = append(f.Start, t)
		}
	}
	reached, goals := graph.Reach(f), map[string]bool{}
	for len(f.Goal) == 0 {
		for range 1 + r.IntN(2) {
			if t := task(); reached[t] && !goals[t] && (len(reached) == len(f.Start) || !ends[t]) {
				goals[t] = true
				f.Goal = append(f.Goal, t)
			}
		}
	}
	return f
}

// eachRandom runs f on small random graphs.
func eachRandom(t *testing.T, n int, f func(t *testing.T, seed uint64, g *graph.Graph)) {
	t.Helper()
	eachRandomOf(t, small, n, f)
}

// eachRandomOf runs f on random graphs of a shape.
func eachRandomOf(t *testing.T, s shape, n int, f func(t *testing.T, seed uint64, g *graph.Graph)) {
	t.Helper()
	for seed := range uint64(n) {
		g, err := graph.New(randomDataset(seed, s))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		f(t, seed, g)
		if t.Failed() {
			t.Fatalf("seed %d:\n%+v", seed, g.Dataset())
		}
	}
}

// allPaths returns every simple path from start that ends at the first goal it
// reaches and avoids the vertices in avoid.
func allPaths(d *network.Graph, start int, goals []int, avoid []bool) [][]int {
	isGoal := map[int]bool{}
	for _, v := range goals {
		isGoal[v] = true
	}
	var paths [][]int
	on := make([]bool, d.Len())
	var walk func(path []int)
	walk = func(path []int) {
		v := path[len(path)-1]
		if avoid[v] {
			return
		}
		if isGoal[v] {
			paths = append(paths, append([]int(nil), path...))
			return
		}
		on[v] = true
		for _, w := range d.Next(v) {
			if !on[w] {
				walk(append(path, w))
			}
		}
		on[v] = false
	}
	walk([]int{start})
	return paths
}

// wayExists is bestWay's question, answered by enumeration.
func wayExists(p procedure, avoid []bool) bool {
	for _, s := range p.starts {
		if len(allPaths(p.graph, s, p.goals, avoid)) > 0 {
			return true
		}
	}
	return false
}
