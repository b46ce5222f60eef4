package fix_test

import (
	"testing"

	"tasuki/analysis/fix"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// reachable reports whether any marks at all reach the target: each task may have any further
// leads, and everybody else as a supporter or nobody.
func (s slow) reachable(x sets) bool {
	orgs := uint(len(s.g.Organizations()))
	var try func(x sets, task int) bool
	try = func(x sets, task int) bool {
		if task == len(x.leads) {
			return s.reached(x)
		}
		for more := range uint(1) << (2 * orgs) {
			y, ok := x, true
			for o := range orgs {
				if more>>o&1 == 1 && ok {
					y, ok = added(y, task, int(o), graph.Lead)
				}
			}
			for o := range orgs {
				if more>>(orgs+o)&1 == 1 && ok {
					y, ok = added(y, task, int(o), graph.Support)
				}
			}
			if ok && (more == 0 || len(x.leads[task]) > 0) && try(y, task+1) {
				return true
			}
		}
		return false
	}
	return try(x, 0)
}

// TestNoneBruteForce tries all marks where it is said that none reach a target.
func TestNoneBruteForce(t *testing.T) {
	none := 0
	shape := bruteforce.Shape{Tasks: 3, Orgs: 3, Flows: 2, FlowTasks: 3, Handoffs: 3}
	bruteforce.EachRandomOf(t, shape, 1000, func(t *testing.T, _ uint64, g *graph.Graph) {
		percent := 50.0
		target := fix.Target{AtMost: &percent, Flows: []string{"f0", "f1"}}
		f, err := fix.Of(g, rules.Options{}, target)
		if err != nil || f.Reached == f.None && f.Share.Possible {
			t.Fatalf("got %+v, %v", f, err)
		}
		s := newSlow(t, g, target)
		s.exempts(f.Hopeless)
		if f.None {
			none++
			if s.reachable(setsOf(g)) {
				t.Errorf("some marks reach %+v", target)
			}
		}
	})
	if seeds.All() && none < 20 {
		t.Errorf("%d without any marks: the test shows too little", none)
	}
	t.Logf("%d without any marks", none)
}
