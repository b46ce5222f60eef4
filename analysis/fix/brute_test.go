package fix_test

import (
	"math/big"
	"slices"
	"strconv"
	"testing"

	"tasuki/analysis/fix"
	"tasuki/analysis/flow"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// slow states the target in other words than the search does.
type slow struct {
	*testing.T
	g       *graph.Graph
	inForce rules.Rules
	flows   []flow.Graph
	remains []bruteforce.Remains
	atMost  *float64
	exempt  map[[2]int]bool // flow and organization
}

func newSlow(t *testing.T, g *graph.Graph, target fix.Target) slow {
	s := slow{t, g, rules.InForce(g, rules.Options{}).Rules, nil, nil, target.AtMost, map[[2]int]bool{}}
	for _, p := range flow.Graphs(g) {
		if r := bruteforce.NewRemains(p); slices.Contains(target.Flows, p.Flow.ID) && r.Starts(p.Avoiding()) > 0 {
			s.flows, s.remains = append(s.flows, p), append(s.remains, r)
		}
	}
	return s
}

// sets are who leads and who supports each task.
type sets struct{ leads, supports [][]int }

func setsOf(g *graph.Graph) sets {
	var x sets
	for t := range g.Tasks() {
		x.leads, x.supports = append(x.leads, g.Leads(t)), append(x.supports, g.Supports(t))
	}
	return x
}

// lost reports whether a task is lost with an organization.
func (s slow) lost(x sets, task, org int) bool {
	others := func(list []int) int {
		return len(slices.DeleteFunc(slices.Clone(list), func(o int) bool { return o == org }))
	}
	leads, left := len(x.leads[task]), others(x.leads[task])
	hit := left < leads && (s.inForce.Leads == graph.EachLead || left == 0)
	return hit && (s.inForce.Support == graph.NoSupport || others(x.supports[task]) == 0)
}

// stops reports whether an organization stops a flow, tasks in kept never being lost.
func (s slow) stops(x sets, f, org int, kept uint) bool {
	p := s.flows[f]
	gone := p.Avoiding()
	for v, t := range p.Index {
		gone[v] = kept>>t&1 == 0 && s.lost(x, t, org)
	}
	return s.remains[f].Starts(gone) == 0
}

// stopped reports whether somebody stops a flow who is not exempt.
func (s slow) stopped(x sets, kept uint) bool {
	for f := range s.flows {
		for o := range s.g.Organizations() {
			if !s.exempt[[2]int{f, o}] && s.stops(x, f, o, kept) {
				return true
			}
		}
	}
	return false
}

// reached reports whether the target is.
func (s slow) reached(x sets) bool {
	if s.stopped(x, 0) {
		return false
	}
	if s.atMost == nil {
		return true
	}
	led, loads := 0, make([]*big.Rat, len(s.g.Organizations()))
	for o := range loads {
		loads[o] = new(big.Rat)
	}
	for _, leads := range x.leads {
		if len(leads) > 0 {
			led++
		}
		for _, o := range leads {
			loads[o].Add(loads[o], big.NewRat(1, int64(len(leads))))
		}
	}
	most, _ := new(big.Rat).SetString(strconv.FormatFloat(*s.atMost, 'f', -1, 64))
	most.Mul(most, big.NewRat(int64(led), 100))
	return !slices.ContainsFunc(loads, func(l *big.Rat) bool { return l.Cmp(most) > 0 })
}

// with returns what marks make of the dataset, laid over it by package overlay.
func (s slow) with(marks []fix.Proposal) sets {
	var changes []overlay.Change
	for _, m := range marks {
		changes = append(changes, m.Change())
	}
	o, err := overlay.Apply(s.g.Dataset(), changes)
	if err != nil {
		s.Fatal(err)
	}
	g, err := graph.New(o.Dataset)
	if err != nil {
		s.Fatal(err)
	}
	return setsOf(g)
}

// exempts exempts what no mark changes: with everything kept that one can be added to.
func (s slow) exempts(listed []fix.Hopeless) {
	kept := uint(0)
	now := setsOf(s.g)
	for t := range s.g.Tasks() {
		if s.keepable(now, t) {
			kept |= 1 << t
		}
	}
	for f, p := range s.flows {
		for o, org := range s.g.Organizations() {
			hopeless := s.stops(now, f, o, kept)
			s.exempt[[2]int{f, o}] = hopeless
			if said := slices.ContainsFunc(listed, func(h fix.Hopeless) bool { return h.Flow == p.Flow.ID && h.Organization == org.ID }); said != hopeless {
				s.Errorf("flow %s and %s: hopeless %t, said %t", p.Flow.ID, org.ID, hopeless, said)
			}
		}
	}
}

// keepable reports whether some mark keeps a task whoever is missing.
func (s slow) keepable(now sets, task int) bool {
	for o := range s.g.Organizations() {
		for _, role := range []graph.Role{graph.Lead, graph.Support} {
			x, ok := added(now, task, o, role)
			if ok && len(x.leads[task]) > 0 && len(now.leads[task]) > 0 && !slices.ContainsFunc(x.leads[task], func(l int) bool { return s.lost(x, task, l) }) {
				return true
			}
		}
	}
	return false
}

// added returns one mark more, unless the organization has such a mark.
func added(x sets, task, org int, role graph.Role) (sets, bool) {
	x.leads, x.supports = slices.Clone(x.leads), slices.Clone(x.supports)
	leads, supports := slices.Contains(x.leads[task], org), slices.Contains(x.supports[task], org)
	switch {
	case leads || role == graph.Support && supports:
		return x, false
	case role == graph.Lead:
		x.leads[task] = append(slices.Clone(x.leads[task]), org)
		x.supports[task] = slices.DeleteFunc(slices.Clone(x.supports[task]), func(o int) bool { return o == org })
	default:
		x.supports[task] = append(slices.Clone(x.supports[task]), org)
	}
	return x, true
}

// some reports whether at most n further marks reach the target, on tasks from the given one on.
func (s slow) some(x sets, from, n int) bool {
	if s.reached(x) {
		return true
	}
	for t := from; n > 0 && t < len(x.leads); t++ {
		for o := range s.g.Organizations() {
			for _, role := range []graph.Role{graph.Lead, graph.Support} {
				if y, ok := added(x, t, o, role); ok && len(x.leads[t]) > 0 && s.some(y, t, n-1) {
					return true
				}
			}
		}
	}
	return false
}

// holds checks that marks reach the target, and none of them can be dropped.
func (s slow) holds(f fix.Fix) {
	s.exempts(f.Hopeless)
	var marks []fix.Proposal
	marks = append(marks, f.Marks...)
	if !s.reached(s.with(marks)) {
		s.Errorf("%+v do not reach the target", marks)
	}
	for i := range marks {
		if s.reached(s.with(slices.Delete(slices.Clone(marks), i, i+1))) {
			s.Errorf("%+v is not needed among %+v", marks[i], marks)
		}
	}
}

// TestFlowsBruteForce holds that no smaller set of tasks would do even if a mark kept its task
// whoever is missing, which is the most that a mark can do.
func TestFlowsBruteForce(t *testing.T) {
	sizes, hopeless := map[int]int{}, 0
	shape := bruteforce.Shape{Tasks: 9, Orgs: 4, Flows: 4, FlowTasks: 6, Handoffs: 9, Uncertain: 0.1}
	bruteforce.EachRandomOf(t, shape, 1000, func(t *testing.T, seed uint64, g *graph.Graph) {
		g, err := graph.New(bruteforce.WithBranches(g.Dataset(), seed))
		if err != nil {
			t.Fatal(err)
		}
		target := fix.Target{Flows: []string{"f0", "f1", "f2", "f3"}[:1+seed%4]}
		f, err := fix.Of(g, rules.Options{}, target)
		if err != nil || !f.Reached || !f.Size.Exact || f.Size.Upper != len(f.Marks) {
			t.Fatalf("got %+v, %v", f, err)
		}
		s := newSlow(t, g, target)
		s.holds(f)
		sizes[len(f.Marks)]++
		hopeless += len(f.Hopeless)
		now := setsOf(g)
		for kept := range uint(1) << len(g.Tasks()) {
			count := 0
			for task := range g.Tasks() {
				count += int(kept >> task & 1)
			}
			if count < len(f.Marks) && !s.stopped(now, kept) {
				t.Errorf("keeping %b is enough, got %+v", kept, f.Marks)
			}
		}
	})
	if seeds.All() && (sizes[1] < 100 || sizes[2] < 50 || sizes[3] < 10 || hopeless < 100) {
		t.Errorf("fixes of sizes %v, %d hopeless: the test shows too little", sizes, hopeless)
	}
}

// TestShareBruteForce tries all smaller sets of marks where a share is wanted, alone or with flows.
func TestShareBruteForce(t *testing.T) {
	sizes, open, missed := map[int]int{}, 0, 0
	shape := bruteforce.Shape{Tasks: 5, Orgs: 3, Flows: 2, FlowTasks: 4, Handoffs: 6}
	bruteforce.EachRandomOf(t, shape, 1000, func(t *testing.T, seed uint64, g *graph.Graph) {
		g, err := graph.New(bruteforce.WithBranches(g.Dataset(), seed))
		if err != nil {
			t.Fatal(err)
		}
		percent := []float64{33.4, 40, 50, 60}[seed/2%4]
		target := fix.Target{AtMost: &percent, Flows: []string{"f0", "f1"}[:2*(seed%2)]}
		f, err := fix.Of(g, rules.Options{}, target)
		if err != nil {
			t.Fatal(err)
		}
		s := newSlow(t, g, target)
		tried := f.Least
		if f.Reached {
			s.holds(f)
			sizes[len(f.Marks)]++
			if !f.Size.Exact {
				open++
			}
		} else {
			s.exempts(f.Hopeless)
			missed++
		}
		if tried = min(tried, 3); tried > 0 && s.some(setsOf(g), 0, tried-1) {
			t.Errorf("%d marks are enough for %+v, got %+v", tried-1, target, f)
		}
	})
	if seeds.All() && (sizes[1] < 100 || sizes[2] < 50 || open > 50 || missed > 300) {
		t.Errorf("sizes %v, %d with bounds, %d missed: the test shows too little", sizes, open, missed)
	}
	t.Logf("sizes %v, %d with bounds, %d missed", sizes, open, missed)
}
