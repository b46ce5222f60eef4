package queries_test

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"tasuki/graph"
)

// randomDataset returns a small valid dataset that the seed determines. It has
// everything that queries look at, each at times missing.
func randomDataset(seed uint64) graph.Dataset {
	r := rand.New(rand.NewPCG(seed, 2))
	b := &builder{Rand: r}
	d := &b.Dataset
	d.Rules.Leads = pick(r, "", graph.AnyLead, graph.EachLead)
	d.Rules.Support = pick(r, "", graph.Fallback, graph.NoSupport)
	for i := range 4 {
		o := graph.Organization{ID: fmt.Sprintf("o%d", i), Name: graph.Text("組織"), Kind: pick(r, "", graph.Client, graph.Vendor)}
		if i > 0 && r.IntN(4) == 0 {
			o.Parent = fmt.Sprintf("o%d", r.IntN(i))
		}
		d.Organizations = append(d.Organizations, o)
	}
	for i := range 2 {
		d.Phases = append(d.Phases, graph.Term{ID: fmt.Sprintf("p%d", i), Name: graph.Text("phase")})
	}
	d.Categories = []graph.Term{
		{ID: "c0", Name: graph.Text("top")}, {ID: "c1", Name: graph.Text("below"), Parent: "c0"}, {ID: "c2", Name: graph.Text("lowest"), Parent: "c1"},
	}
	timed, marked := r.IntN(4) > 0, pick(r, 4, 4, 4, 2)
	for i := range 7 {
		// IDs on both sides of 9, so that order by number and by letter differ.
		t := graph.Task{ID: fmt.Sprintf("3-%d", i+7), Name: graph.Text("task"), Phase: pick(r, "", "p0", "p1"), Category: pick(r, "", "c0", "c1", "c2")}
		if timed {
			t.Timing = pick(r, "", graph.Daily, graph.Monthly, graph.Once)
		}
		d.Tasks = append(d.Tasks, t)
		roles := []graph.Role{graph.Lead, graph.Accountable, graph.Support, graph.Informed}
		if r.IntN(16) == 0 {
			roles = nil // a task of nobody's
		}
		for _, role := range roles {
			for _, o := range r.Perm(marked)[:r.IntN(3)] {
				b.mark(t.ID, o, role)
			}
		}
	}
	for i := range r.IntN(3) {
		b.flow(fmt.Sprintf("f%d", i))
	}
	if r.IntN(2) == 0 {
		d.Handoffs = b.handoffs(2)
	}
	b.calls(seed)
	return *d
}

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

type builder struct {
	graph.Dataset
	*rand.Rand
}

func (b *builder) mark(task string, org int, role graph.Role) {
	a := graph.Assignment{Task: task, Organization: b.Organizations[org].ID, Role: role, Reading: graph.Printed}
	if b.IntN(6) == 0 {
		a.Reading, a.Alternatives = graph.Uncertain, []string{b.Organizations[(org+1+b.IntN(3))%4].ID}
	}
	b.Assignments = append(b.Assignments, a)
}

// handoffs returns up to n handoffs, some between the same tasks in two kinds.
func (b *builder) handoffs(n int) []graph.Handoff {
	var list []graph.Handoff
	seen := map[[3]string]bool{}
	for range n {
		from, to := b.Tasks[b.IntN(7)].ID, b.Tasks[b.IntN(7)].ID
		kind := pick(b.Rand, graph.Report, graph.Report, graph.Request)
		if key := [3]string{from, to, string(kind)}; from != to && !seen[key] {
			seen[key] = true
			list = append(list, graph.Handoff{From: from, To: to, Kind: kind, Basis: graph.Basis{Inferred: b.IntN(2) == 0}})
		}
	}
	return list
}

// flow adds a flow with one or two starts and goals, unless it goes nowhere.
// Goals are rather far from the starts, so that something lies between, and at
// times are starts themselves.
func (b *builder) flow(id string) {
	f := graph.Flow{ID: id, Name: graph.Text("flow"), Handoffs: b.handoffs(pick(b.Rand, 5, 8, 11))}
	near := map[string]bool{}
	for _, t := range b.Perm(7)[:1+b.IntN(2)] {
		f.Start = append(f.Start, b.Tasks[t].ID)
		near[b.Tasks[t].ID] = true
	}
	for _, h := range f.Handoffs {
		near[h.To] = near[h.To] || slices.Contains(f.Start, h.From)
	}
	reached := graph.Reach(f)
	for _, close := range []bool{false, true} {
		for _, t := range b.Perm(7) {
			id := b.Tasks[t].ID
			if wanted := near[id] == close && (!close || len(f.Goal) == 0 || b.IntN(8) == 0); reached[id] && wanted && len(f.Goal) < 2 {
				f.Goal = append(f.Goal, id)
			}
		}
	}
	if len(f.Goal) > 0 {
		b.Flows = append(b.Flows, f)
	}
}
