package difference_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/analysis/difference"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/storetest"
	"tasuki/internal/seeds"
)

// nextYear returns a dataset with other IDs for some of its organizations and tasks,
// without some of its marks, and with other timings.
func nextYear(d graph.Dataset, seed uint64) graph.Dataset {
	r := rand.New(rand.NewPCG(seed, 9))
	d = d.Canonical()
	ids := [2]map[string]string{{}, {}} // of organizations, of tasks
	another := func(kind int, id string) string {
		if r.IntN(2) == 0 {
			ids[kind][id] = fmt.Sprint(r.IntN(90)+10, "-", len(ids[kind]), "'")
		} else {
			ids[kind][id] = id
		}
		return ids[kind][id]
	}
	for i := range d.Organizations {
		d.Organizations[i].ID = another(0, d.Organizations[i].ID)
	}
	for i := range d.Tasks {
		d.Tasks[i].ID = another(1, d.Tasks[i].ID)
		d.Tasks[i].Timing = []graph.Timing{d.Tasks[i].Timing, graph.Daily}[r.IntN(2)]
	}
	for i := range d.Organizations {
		o := &d.Organizations[i]
		o.Parent, o.EscalatesTo = ids[0][o.Parent], ids[0][o.EscalatesTo]
		o.Serves = ids[0][o.Serves]
	}
	d.Assignments = slices.DeleteFunc(d.Assignments, func(graph.Assignment) bool { return r.IntN(6) == 0 })
	for i := range d.Assignments {
		a := &d.Assignments[i]
		a.Task, a.Organization = ids[1][a.Task], ids[0][a.Organization]
		a.Alternatives = mapped(a.Alternatives, ids[0])
	}
	for i := range d.Supplies {
		d.Supplies[i].Organization = ids[0][d.Supplies[i].Organization]
	}
	for i := range d.OutsideReports {
		d.OutsideReports[i].Organization = ids[0][d.OutsideReports[i].Organization]
	}
	handoffs := func(list []graph.Handoff) {
		for i := range list {
			h := &list[i]
			h.From, h.To, h.Basis.Rows = ids[1][h.From], ids[1][h.To], mapped(h.Basis.Rows, ids[1])
		}
	}
	handoffs(d.Handoffs)
	for i := range d.Flows {
		f := &d.Flows[i]
		handoffs(f.Handoffs)
		f.Start, f.Goal = mapped(f.Start, ids[1]), mapped(f.Goal, ids[1])
		forks := map[string]graph.ForkRule{}
		for task, rule := range f.Forks {
			forks[ids[1][task]] = rule
		}
		f.Forks = forks
	}
	d.Account = nil
	return d
}

func mapped(list []string, ids map[string]string) []string {
	list = slices.Clone(list)
	for i := range list {
		list[i] = ids[list[i]]
	}
	return list
}

// eachPair runs f on random datasets that use every field and what another year made of
// them, and on pairs that have nothing to do with each other.
func eachPair(t *testing.T, n int, f func(old, now *graph.Graph)) {
	for seed := range seeds.Each(n) {
		old := storetest.Random(seed, 12)
		now := nextYear(old, seed)
		if seed%3 == 0 {
			now = storetest.Random(seed+1, 14)
		}
		a, err := graph.New(old)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		b, err := graph.New(now)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if f(a, b); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func TestMirrorOfEveryField(t *testing.T) {
	matched := 0
	eachPair(t, 60, func(old, now *graph.Graph) {
		if same := lines(of(t, now, now)); len(same) > 0 {
			t.Errorf("a dataset differs from itself: %q", same)
		}
		matched += len(mirrors(t, old, now).Matches)
	})
	if matched == 0 {
		t.Error("nothing was matched by its name")
	}
}

// TestChangesMakeTheNewDataset takes what went from the facts of the old dataset, adds what
// came, puts changed parts in place and wants the facts of the new one.
func TestChangesMakeTheNewDataset(t *testing.T) {
	eachPair(t, 60, func(old, now *graph.Graph) {
		d := difference.Of(old, now, rules.Options{})
		ids := [2]map[string]string{{}, {}}
		for _, m := range d.Matches {
			ids[map[difference.Kind]int{difference.Organization: 0, difference.Task: 1}[m.Kind]][m.Old] = m.New
		}
		facts := keys(old.Dataset(), ids)
		timings := timingsOf(old.Dataset(), ids)
		for _, c := range d.Changes {
			before, after := fmt.Sprintf("%s %q", c.Kind, renewed(c.Kind, c.Old, ids)), fmt.Sprintf("%s %q", c.Kind, c.New)
			switch {
			case c.New == nil && looked(c.Kind):
				if !facts[before] {
					t.Errorf("%s went, and was not there", before)
				}
				delete(facts, before)
			case c.Old == nil && looked(c.Kind):
				facts[after] = true
			}
			for _, f := range c.Fields {
				if c.Kind == difference.Task && f.Name == "timing" {
					timings[c.New[0]] = f.New
				}
			}
		}
		want := keys(now.Dataset(), [2]map[string]string{})
		if fmt.Sprint(facts) != fmt.Sprint(want) {
			t.Errorf("got  %v\nwant %v", facts, want)
		}
		for id, timing := range timingsOf(now.Dataset(), [2]map[string]string{}) {
			if was, ok := timings[id]; ok && was != timing {
				t.Errorf("task %q: timing %q, want %q", id, was, timing)
			}
		}
	})
}

// looked reports whether the test looks at facts of a kind.
func looked(k difference.Kind) bool {
	return slices.Contains([]difference.Kind{difference.Organization, difference.Task, difference.Mark, difference.Flow, difference.Handoff}, k)
}

// renewed returns the key of a fact with the IDs of the new dataset.
func renewed(k difference.Kind, key []string, ids [2]map[string]string) []string {
	key = slices.Clone(key)
	for at, kind := range map[difference.Kind][]int{
		difference.Organization: {0}, difference.Task: {1}, difference.Mark: {1, 0}, difference.Handoff: {-1, 1, 1},
	}[k] {
		if kind >= 0 && at < len(key) {
			key[at] = in(ids[kind], key[at])
		}
	}
	return key
}

// keys are the facts of a dataset, organizations and tasks with the IDs that they have in
// the new one.
func keys(d graph.Dataset, ids [2]map[string]string) map[string]bool {
	all := map[string]bool{}
	put := func(k difference.Kind, key ...string) { all[fmt.Sprintf("%s %q", k, key)] = true }
	for _, o := range d.Organizations {
		put(difference.Organization, in(ids[0], o.ID))
	}
	for _, t := range d.Tasks {
		put(difference.Task, in(ids[1], t.ID))
	}
	for _, a := range d.Assignments {
		put(difference.Mark, in(ids[1], a.Task), in(ids[0], a.Organization), string(a.Role))
	}
	for _, f := range append(slices.Clone(d.Flows), graph.Flow{Handoffs: d.Handoffs}) {
		if f.ID != "" {
			put(difference.Flow, f.ID)
		}
		for _, h := range f.Handoffs {
			put(difference.Handoff, f.ID, in(ids[1], h.From), in(ids[1], h.To), string(h.Kind))
		}
	}
	return all
}

func timingsOf(d graph.Dataset, ids [2]map[string]string) map[string]string {
	all := map[string]string{}
	for _, t := range d.Tasks {
		all[in(ids[1], t.ID)] = string(t.Timing)
	}
	return all
}

func in(ids map[string]string, id string) string {
	if now, ok := ids[id]; ok {
		return now
	}
	return id
}
