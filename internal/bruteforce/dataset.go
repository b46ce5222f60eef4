package bruteforce

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"tasuki/graph"
	"tasuki/internal/seeds"
)

// Rounds is how many random graphs a comparison tries.
const Rounds = 1500

// Shape says how large a random dataset is.
type Shape struct {
	Tasks, Orgs, Flows, FlowTasks, Handoffs int
	Uncertain                               float64 // chance that a mark is
}

// Small is a shape that enumeration can cope with.
var Small = Shape{Tasks: 7, Orgs: 4, Flows: 2, FlowTasks: 6, Handoffs: 15, Uncertain: 0.2}

// RandomDataset returns a valid dataset that the seed determines.
func RandomDataset(seed uint64, s Shape) graph.Dataset {
	r := rand.New(rand.NewPCG(seed, 1))
	d := graph.Dataset{Rules: graph.Rules{
		Leads:   []graph.LeadRule{graph.AnyLead, graph.EachLead}[r.IntN(2)],
		Support: []graph.SupportRule{graph.Fallback, graph.NoSupport}[r.IntN(2)],
	}}
	for i := range s.Orgs {
		d.Organizations = append(d.Organizations, graph.Organization{ID: fmt.Sprintf("o%d", i), Name: graph.Text(fmt.Sprint(i))})
	}
	timings := graph.Words("timing")
	for i := range s.Tasks {
		t := graph.Task{ID: fmt.Sprintf("t%d", i), Name: graph.Text(fmt.Sprint(i)), Timing: graph.Timing(timings[r.IntN(len(timings))])}
		d.Tasks = append(d.Tasks, t)
		for _, role := range []graph.Role{graph.Lead, graph.Support} {
			orgs := r.Perm(s.Orgs)
			for _, o := range orgs[:min(r.IntN(4), s.Orgs)] {
				d.Assignments = append(d.Assignments, randomMark(r, s, t.ID, o, role))
			}
		}
	}
	for i := range s.Flows {
		d.Flows = append(d.Flows, randomFlow(r, s, fmt.Sprintf("f%d", i)))
	}
	return d
}

func randomMark(r *rand.Rand, s Shape, task string, org int, role graph.Role) graph.Assignment {
	a := graph.Assignment{Task: task, Organization: fmt.Sprintf("o%d", org), Role: role, Reading: graph.Printed}
	if r.Float64() >= s.Uncertain {
		return a
	}
	a.Reading = graph.Uncertain
	for _, o := range r.Perm(s.Orgs) {
		if o != org && len(a.Alternatives) <= r.IntN(2) {
			a.Alternatives = append(a.Alternatives, fmt.Sprintf("o%d", o))
		}
	}
	return a
}

func randomFlow(r *rand.Rand, s Shape, id string) graph.Flow {
	f := graph.Flow{ID: id, Name: graph.Text(id)}
	chosen := r.Perm(s.Tasks)[:s.FlowTasks]
	task := func() string { return fmt.Sprintf("t%d", chosen[r.IntN(len(chosen))]) }
	seen := map[[2]string]bool{}
	for range s.Handoffs {
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

// EachRandom runs f on small random graphs.
func EachRandom(t *testing.T, n int, f func(t *testing.T, seed uint64, g *graph.Graph)) {
	t.Helper()
	EachRandomOf(t, Small, n, f)
}

// EachRandomOf runs f on random graphs of a shape.
func EachRandomOf(t *testing.T, s Shape, n int, f func(t *testing.T, seed uint64, g *graph.Graph)) {
	t.Helper()
	for seed := range seeds.Each(n) {
		g, err := graph.New(RandomDataset(seed, s))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		f(t, seed, g)
		if t.Failed() {
			t.Fatalf("seed %d:\n%+v", seed, g.Dataset())
		}
	}
}

// BenchmarkGraph returns one random graph of a shape.
func BenchmarkGraph(b testing.TB, s Shape) *graph.Graph {
	g, err := graph.New(RandomDataset(1, s))
	if err != nil {
		b.Fatal(err)
	}
	return g
}

// WithParties gives organizations kinds and parents.
func WithParties(d graph.Dataset, seed uint64) graph.Dataset {
	r := rand.New(rand.NewPCG(seed, 2))
	kinds := append(graph.Words("kind"), "")
	for i := range d.Organizations {
		d.Organizations[i].Kind = graph.Kind(kinds[r.IntN(len(kinds))])
		if r.IntN(3) == 0 && i > 0 {
			d.Organizations[i].Parent = d.Organizations[r.IntN(i)].ID
		}
	}
	return d
}
