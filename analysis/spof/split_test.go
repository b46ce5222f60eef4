package spof

import (
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// joined is 1 -> {2 and 3} -> 4, each task of an organization of its own.
const joined = `
	rules each none
	1: a*
	2: b*
	3: c*
	4: d*
	flow f from 1 to 4: 1 -@x-> 2 -> 4, 1 -@y-> 3 -> 4
`

func TestSplitByHand(t *testing.T) {
	all := SPOFs(graphtext.Graph(t, joined), rules.Options{})[0]
	if !all.Splits || !slices.Equal(all.Tasks, bruteforce.Path("2 3")) || len(all.Organizations) != 4 {
		t.Errorf("both branches are needed: got tasks %v, organizations %+v", all.Tasks, all.Organizations)
	}
	want := flow.Stuck{Task: "1", Branch: "x", Next: []string{"2"}}
	if p := all.Proofs[0]; !slices.Equal(p.Reached, []string{"1"}) || len(p.Stuck) != 1 || p.Stuck[0].Task != want.Task || p.Stuck[0].Branch != want.Branch || !slices.Equal(p.Stuck[0].Next, want.Next) {
		t.Errorf("without 2: got %+v, want 1 stuck in its branch x", p)
	}
	if c := all.Cut; len(c.Tasks) != 1 || *c.Size != loss.Exactly(1) || len(c.Ways) > 0 {
		t.Errorf("got cut %+v, want one task and no ways", c)
	}
	for name, text := range map[string]string{
		"one branch":        strings.NewReplacer("@x", "@z", "@y", "@z").Replace(joined),
		"no branch":         strings.NewReplacer("-@x->", "->", "-@y->", "->").Replace(joined),
		"one is optional":   strings.Replace(joined, "@x", "@x?", 1),
		"another is needed": joined,
	} {
		one := SPOFs(graphtext.Graph(t, text), rules.Options{})[0]
		stops := slices.Contains(one.Tasks, "2")
		if stops != (name == "another is needed") {
			t.Errorf("%s: got unavoidable tasks %v", name, one.Tasks)
		}
	}
}

// TestSplitBruteForce holds every claim about flows with branches to all of their
// solutions.
func TestSplitBruteForce(t *testing.T) {
	splits, cuts := 0, map[int]int{}
	bruteforce.EachRandomBranched(t, 1000, func(t *testing.T, seed uint64, g *graph.Graph) {
		for i, s := range SPOFs(g, rules.Options{}) {
			p := flow.Graphs(g)[i]
			c := solved{t, g, p, bruteforce.NewRemains(p)}
			c.check(s)
			if s.Splits {
				splits++
				if s.Cut != nil {
					cuts[len(s.Cut.Tasks)]++
				}
			}
		}
	})
	if seeds.All() && (splits < 300 || cuts[1] < 100 || cuts[2] < 20) {
		t.Errorf("%d flows split, with cuts of %v; the test shows too little", splits, cuts)
	}
}

// solved checks what is said of a flow against all its solutions.
type solved struct {
	*testing.T
	g       *graph.Graph
	p       flow.Graph
	remains bruteforce.Remains
}

func (c solved) lost(ids []string) []bool {
	avoid := c.p.Avoiding()
	for v, id := range c.p.Tasks {
		avoid[v] = slices.Contains(ids, id)
	}
	return avoid
}

func (c solved) left(ids []string) bool { return c.remains.Starts(c.lost(ids)) > 0 }

// says checks that what is removed leaves what is said to be left, or nothing.
func (c solved) says(what string, removed []string, r flow.Remaining) {
	c.Helper()
	if c.left(removed) != (len(r.Way) > 0) {
		c.Errorf("flow %s without %s (%v): %+v is said to be left", c.p.Flow.ID, what, removed, r)
	}
	for _, id := range r.Way {
		if slices.Contains(removed, id) {
			c.Errorf("flow %s without %s: %v has the lost %s", c.p.Flow.ID, what, r.Way, id)
		}
	}
}

func (c solved) check(s FlowSPOF) {
	for i, id := range s.Tasks {
		c.says(id, []string{id}, flow.Remaining{})
		if !slices.Equal(s.Proofs[i].Removed, []string{id}) || s.Proofs[i].Reached == nil {
			c.Errorf("flow %s without %s: got proof %+v", s.Flow, id, s.Proofs[i])
		}
	}
	for _, a := range slices.Concat(s.Ends, s.OtherTasks) {
		c.says(a.ID, []string{a.ID}, a.Remaining)
	}
	if n := len(s.Tasks) + len(s.Ends) + len(s.OtherTasks); n != len(c.p.Tasks) {
		c.Errorf("flow %s: %d tasks reported of %d", s.Flow, n, len(c.p.Tasks))
	}
	for _, a := range s.OtherOrganizations {
		if len(a.Way) == 0 {
			c.Errorf("flow %s: nothing is said to be left without %s", s.Flow, a.ID)
		}
		c.says(a.ID, c.lostWith(s.Rules, a.ID), a.Remaining)
	}
	ends := slices.Concat(s.Start, s.Goal)
	for _, o := range s.Organizations {
		lost := c.lostWith(s.Rules, o.Organization)
		c.says(o.Organization, lost, flow.Remaining{})
		between := slices.DeleteFunc(slices.Clone(lost), func(id string) bool { return slices.Contains(ends, id) })
		if !slices.Equal(o.Lost, lost) || o.AtEndsOnly != c.left(between) {
			c.Errorf("flow %s without %s: got %+v, lost are %v", s.Flow, o.Organization, o, lost)
		}
	}
	c.cut(s)
	c.organizations(s)
	c.starts(s)
}

// starts checks what is said of each start and of all of them.
func (c solved) starts(s FlowSPOF) {
	if (s.EveryStart != nil) != (len(s.Start) > 1) || len(s.Starts) > 0 && len(s.Starts) != len(s.Start) {
		c.Errorf("flow %s: got starts %+v, %+v", s.Flow, s.Starts, s.EveryStart)
	}
	if s.EveryStart == nil {
		return
	}
	var tasks, organizations []string
	for _, x := range s.Starts {
		v := slices.Index(c.p.Tasks, x.Start)
		remains := bruteforce.NewRemains(c.p.From(v))
		left := func(ids []string) bool { return remains.Some(c.lost(ids)) }
		if x.NoWay == left(nil) {
			c.Errorf("flow %s from %s: no way is %t", s.Flow, x.Start, x.NoWay)
		}
		var wantTasks, wantStops []string
		for _, id := range c.p.Tasks {
			if !x.NoWay && id != x.Start && !slices.Contains(s.Goal, id) && !left([]string{id}) {
				wantTasks = append(wantTasks, id)
			}
		}
		for _, o := range c.g.Organizations() {
			if !x.NoWay && !left(c.lostWith(s.Rules, o.ID)) {
				wantStops = append(wantStops, o.ID)
			}
		}
		got := slices.SortedFunc(slices.Values(x.Tasks), graph.Compare)
		if !slices.Equal(got, wantTasks) || !slices.Equal(x.Organizations, wantStops) {
			c.Errorf("flow %s from %s: got %+v, want %v, %v", s.Flow, x.Start, x, wantTasks, wantStops)
		}
		tasks, organizations = append(tasks, wantTasks...), append(organizations, wantStops...)
	}
	tasks = slices.DeleteFunc(tasks, func(id string) bool { return slices.Contains(s.Start, id) })
	for _, ids := range []*[]string{&tasks, &organizations} {
		slices.SortFunc(*ids, graph.Compare)
		*ids = slices.Compact(*ids)
	}
	if !slices.Equal(tasks, s.EveryStart.Tasks) || !slices.Equal(organizations, s.EveryStart.Organizations) {
		c.Errorf("flow %s from every start: got %+v, want %v, %v", s.Flow, s.EveryStart, tasks, organizations)
	}
	fewest := -1
	var all []string
	for _, o := range c.g.Organizations() {
		all = append(all, o.ID)
	}
	for set := range 1 << len(all) {
		ids := chosen(all, set)
		if c.remains.Starts(c.lost(c.lostWith(s.Rules, ids...))) < len(s.Start) && (fewest < 0 || len(ids) < fewest) {
			fewest = len(ids)
		}
	}
	if f := s.EveryStart.Fewest; (f == nil) != (fewest < 0) || f != nil && *f != loss.Exactly(fewest) {
		c.Errorf("flow %s from every start: fewest is %+v, want %d", s.Flow, f, fewest)
	}
}

func (c solved) lostWith(inForce rules.Rules, ids ...string) []string {
	return witnesses{c.T, c.g, c.p.Flow}.lostWith(inForce, ids...)
}

// cut tries every set of tasks between the ends.
func (c solved) cut(s FlowSPOF) {
	ends := slices.Concat(s.Start, s.Goal)
	between := slices.DeleteFunc(slices.Clone(c.p.Tasks), func(id string) bool { return slices.Contains(ends, id) })
	fewest := -1
	for set := range 1 << len(between) {
		if ids := chosen(between, set); (fewest < 0 || len(ids) < fewest) && !c.left(ids) {
			fewest = len(ids)
		}
	}
	switch {
	case (s.Cut == nil) != (fewest < 0):
		c.Errorf("flow %s: got cut %+v, want one of %d", s.Flow, s.Cut, fewest)
	case s.Cut == nil:
		c.says("all tasks between the ends", between, flow.Remaining{Way: s.Direct})
	default:
		c.says("its cut", s.Cut.Tasks, flow.Remaining{})
		if len(s.Cut.Tasks) != fewest || s.Splits && *s.Cut.Size != loss.Exactly(fewest) {
			c.Errorf("flow %s: got cut %+v, want one of %d", s.Flow, s.Cut, fewest)
		}
	}
}

// organizations tries every set of organizations.
func (c solved) organizations(s FlowSPOF) {
	var all []string
	for _, o := range c.g.Organizations() {
		all = append(all, o.ID)
	}
	fewest, want := len(all)+1, []string{}
	for set := range 1 << len(all) {
		ids := chosen(all, set)
		if len(ids) > fewest || c.left(c.lostWith(s.Rules, ids...)) {
			continue
		}
		if len(ids) < fewest {
			fewest, want = len(ids), nil
		}
		want = append(want, strings.Join(ids, " "))
	}
	var got []string
	if s.OrganizationCut != nil {
		for _, set := range s.OrganizationCut.Sets {
			got = append(got, strings.Join(set.Organizations, " "))
		}
	}
	slices.Sort(want)
	if slices.Sort(got); !slices.Equal(got, want) {
		c.Errorf("flow %s: got smallest sets %v, want %v", s.Flow, got, want)
	}
	if s.OrganizationCut == nil {
		c.says("all organizations", c.lostWith(s.Rules, all...), flow.Remaining{Way: s.Unstoppable})
	}
}

func chosen(ids []string, set int) []string {
	list := []string{}
	for i, id := range ids {
		if set>>i&1 == 1 {
			list = append(list, id)
		}
	}
	return list
}
