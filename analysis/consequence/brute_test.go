package consequence_test

import (
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/consequence"
	"tasuki/analysis/flow"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// world is a dataset under changes in words of its own: who leads and supports what.
type world struct {
	leads, supports map[string]map[string]bool // task -> organizations
	gone, out       map[string]bool
	cut             map[[2]string]bool
	needless        map[[2]string]bool // branches, by task and name
	each, fallback  bool
}

func newWorld(d graph.Dataset, changes []overlay.Change) world {
	w := world{
		leads: map[string]map[string]bool{}, supports: map[string]map[string]bool{}, gone: map[string]bool{}, out: map[string]bool{}, cut: map[[2]string]bool{}, needless: map[[2]string]bool{},
		each: d.Rules.Leads != graph.AnyLead, fallback: d.Rules.Support == graph.Fallback,
	}
	for _, t := range d.Tasks {
		w.leads[t.ID], w.supports[t.ID] = map[string]bool{}, map[string]bool{}
	}
	for _, a := range d.Assignments {
		switch a.Role {
		case graph.Lead:
			w.leads[a.Task][a.Organization] = true
		case graph.Support:
			w.supports[a.Task][a.Organization] = true
		}
	}
	for _, c := range changes {
		w.change(c)
		if c.Kind == overlay.WithoutBranch {
			w.needless[[2]string{c.Task, c.To}] = true
			for _, f := range d.WithBranches().Flows {
				for _, h := range f.Handoffs {
					if h.From == c.Task && h.Branch == c.To {
						w.cut[[2]string{h.From, h.To}] = true
					}
				}
			}
		}
	}
	return w
}

func (w *world) change(c overlay.Change) {
	switch c.Kind {
	case overlay.Without:
		w.gone[c.From] = true
	case overlay.Lead:
		delete(w.leads[c.Task], c.From)
		delete(w.supports[c.Task], c.To)
		w.leads[c.Task][c.To] = true
	case overlay.Supporter:
		w.supports[c.Task][c.To] = true
	case overlay.Merge:
		for task := range w.leads {
			for _, marks := range []map[string]bool{w.leads[task], w.supports[task]} {
				if marks[c.From] {
					delete(marks, c.From)
					marks[c.To] = true
				}
			}
			if w.leads[task][c.To] {
				delete(w.supports[task], c.To)
			}
		}
	case overlay.LeadRule:
		w.each = c.To == "each"
	case overlay.SupportRule:
		w.fallback = c.To == "fallback"
	case overlay.WithoutTask:
		w.out[c.Task] = true
	case overlay.WithoutHandoff:
		w.cut[[2]string{c.From, c.To}] = true
	}
}

// lost reports whether a task is lost, or degraded, by counting who is left.
func (w world) lost(task string) (lost, degraded bool) {
	if w.out[task] {
		return true, false
	}
	left, gone, helps := 0, 0, 0
	for org := range w.leads[task] {
		if w.gone[org] {
			gone++
		} else {
			left++
		}
	}
	for org := range w.supports[task] {
		if !w.gone[org] {
			helps++
		}
	}
	hit := gone > 0 && (w.each || left == 0)
	return hit && !(w.fallback && helps > 0), hit && w.fallback && helps > 0
}

// works reports whether something is left of a flow by trying every way, or every solution,
// of what its handoffs are without those that are taken out. A task of which a needed branch
// has none left cannot be done.
func (w world) works(g *graph.Graph, f graph.Flow, avoidDegraded bool) bool {
	full, short := f, f
	short.Handoffs = slices.DeleteFunc(slices.Clone(f.Handoffs), func(h graph.Handoff) bool { return w.cut[[2]string{h.From, h.To}] })
	dead := map[string]bool{}
	for _, k := range graph.Forks(full) {
		for _, b := range k.Branches {
			if !b.Optional && !w.needless[[2]string{k.Task, b.Name}] && !slices.Contains(f.Goal, k.Task) && !slices.ContainsFunc(b.Handoffs, func(h graph.Handoff) bool { return !w.cut[[2]string{h.From, h.To}] }) {
				dead[k.Task] = true
			}
		}
	}
	p := flow.New(g, short)
	avoid := p.Avoiding()
	for v, id := range p.Tasks {
		lost, degraded := w.lost(id)
		avoid[v] = lost || dead[id] || avoidDegraded && degraded
	}
	if slices.ContainsFunc(short.Handoffs, func(h graph.Handoff) bool { return h.Branch != "" || h.Optional }) {
		return bruteforce.NewRemains(p).Some(avoid)
	}
	return bruteforce.WayExists(p, avoid)
}

// TestFlowsBruteForce holds which flows break, and which are degraded, to enumeration.
func TestFlowsBruteForce(t *testing.T) {
	broken, degraded := 0, 0
	check := func(t *testing.T, seed uint64, g *graph.Graph) {
		d := g.Dataset()
		changes := bruteforce.RandomChanges(d, seed)
		o, err := overlay.Apply(d, changes)
		if err != nil {
			t.Fatal(err)
		}
		c, err := consequence.Of(g, o, rules.Options{})
		if err != nil {
			t.Fatal(err)
		}
		w := newWorld(d, changes)
		var breaks, degrades []string
		for _, f := range g.Flows() {
			switch {
			case !w.works(g, f, false):
				breaks = append(breaks, f.ID)
			case !w.works(g, f, true):
				degrades = append(degrades, f.ID)
			}
		}
		broken, degraded = broken+len(breaks), degraded+len(degrades)
		if got := flows(c.Breaks); !slices.Equal(got, breaks) {
			t.Fatalf("%v: %v break, not %v", changes, got, breaks)
		}
		if got := flows(c.Degraded); !slices.Equal(got, degrades) {
			t.Fatalf("%v: %v are degraded, not %v", changes, got, degrades)
		}
		if got := c.FiguresAfter.Working; got != len(g.Flows())-len(breaks) {
			t.Fatalf("%v: %d flows work, of %d without %v", changes, got, len(g.Flows()), breaks)
		}
		witnesses(t, g, w, c)
		if len(changes) == 0 && groups(c) != "" {
			t.Fatalf("of nothing follows %s", groups(c))
		}
	}
	bruteforce.EachRandom(t, bruteforce.Rounds, check)
	bruteforce.EachRandomBranched(t, bruteforce.Rounds, check)
	if seeds.All() && (broken < 500 || degraded < 50) {
		t.Errorf("%d flows break and %d are degraded only", broken, degraded)
	}
}

// flows returns the IDs of the flows among entries.
func flows(list []consequence.Concerned) (ids []string) {
	for _, e := range list {
		if e.Kind == consequence.AFlow {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// witnesses holds that what blocks a flow does, that no part of it does alone, and that what
// is left is free.
func witnesses(t *testing.T, g *graph.Graph, w world, c consequence.Consequences) {
	t.Helper()
	for _, e := range c.Breaks {
		f, _ := g.Flow(e.ID)
		only := world{leads: w.leads, needless: w.needless, out: map[string]bool{}, cut: map[[2]string]bool{}}
		for _, id := range e.Blocking {
			if lost, _ := w.lost(id); !lost {
				t.Fatalf("%s is not lost", id)
			}
			only.out[id] = true
		}
		for _, h := range e.Cut {
			only.cut[[2]string{h.From, h.To}] = true
		}
		if only.works(g, f, false) {
			t.Fatalf("%+v does not block", e)
		}
		for _, id := range e.Blocking {
			if only.out[id] = false; !only.works(g, f, false) {
				t.Fatalf("%+v: %s is not needed", e, id)
			}
			only.out[id] = true
		}
		for h := range only.cut {
			if only.cut[h] = false; !only.works(g, f, false) {
				t.Fatalf("%+v: %v is not needed", e, h)
			}
			only.cut[h] = true
		}
	}
	for _, e := range slices.Concat(c.Degraded, c.Touched) {
		for _, id := range e.Way {
			if lost, _ := w.lost(id); lost {
				t.Fatalf("%s: the way %s passes the lost %s", e.ID, strings.Join(e.Way, " "), id)
			}
		}
	}
	for _, e := range c.Nobody {
		if lost, _ := w.lost(e.ID); !lost || w.out[e.ID] {
			t.Fatalf("%s is not left with nobody", e.ID)
		}
	}
}
