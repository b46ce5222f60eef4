package spof

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
)

// choice is a flow with one way through each of n tasks, whose leads are made up
// by lead.
func choice(n int, lead func(i int) string) string {
	var text strings.Builder
	text.WriteString("rules any none\ns: x*\ng:\n")
	var ways []string
	for i := range n {
		fmt.Fprintf(&text, "t%d: %s\n", i, lead(i))
		ways = append(ways, fmt.Sprintf("s -> t%d -> g", i))
	}
	fmt.Fprintf(&text, "flow f from s to g: %s\n", strings.Join(ways, ", "))
	return text.String()
}

// TestOrganizationCutOfMany has more organizations than all of whose subsets are
// looked at.
func TestOrganizationCutOfMany(t *testing.T) {
	of := func(text string) FlowSPOF { return SPOFs(graphtext.Graph(t, text), rules.Options{})[0] }
	alone := func(i int) string { return fmt.Sprintf("o%d*", i) }

	c := of(choice(25, alone)).OrganizationCut
	if c.Size != loss.Exactly(1) || !c.All || len(c.Sets) != 1 || !slices.Equal(c.Sets[0].Organizations, bruteforce.Path("x")) {
		t.Errorf("a start of one organization: got %+v", c)
	}

	nobody := strings.Replace(choice(25, alone), "s: x*", "s:", 1)
	c = of(nobody).OrganizationCut
	if c.Size != loss.Exactly(25) || !c.All || len(c.Sets) != 1 || len(c.Sets[0].Lost) != 25 || !slices.Equal(c.Sets[0].Reached, bruteforce.Path("s")) {
		t.Errorf("a way by each of 25 organizations: got %+v", c)
	}

	pairs := strings.Replace(choice(2, func(i int) string {
		var leads []string
		for o := range 12 {
			leads = append(leads, fmt.Sprintf("o%d*", 12*i+o))
		}
		return strings.Join(leads, " ")
	}), "s: x*", "s:", 1)
	pairs = strings.Replace(pairs, "rules any", "rules each", 1)
	c = of(pairs).OrganizationCut
	if c.Size != loss.Exactly(2) || c.All || len(c.Sets) != listedSets || !slices.Equal(c.Sets[1].Organizations, bruteforce.Path("o0 o13")) {
		t.Errorf("any of 12 and any of 12: got %+v", c)
	}
}

// TestOrganizationCutWithinBounds has no answer within the nodes that a search
// may visit.
func TestOrganizationCutWithinBounds(t *testing.T) {
	text := strings.Replace(choice(40, func(i int) string {
		return fmt.Sprintf("o%d* o%d* o%d*", i%30, (i+1)%30, (i+7)%30)
	}), "s: x*", "s:", 1)
	c := SPOFs(graphtext.Graph(t, strings.Replace(text, "rules any", "rules each", 1)), rules.Options{})[0].OrganizationCut
	if c.Size.Lower < 1 || c.Size.Lower >= c.Size.Upper || c.Size.Exact || c.All || len(c.Sets) != 1 || len(c.Sets[0].Organizations) != c.Size.Upper || len(c.Sets[0].Lost) != 40 {
		t.Errorf("got %+v, want bounds and a set of the size of the upper one", c)
	}
}

func TestNoOrganizationStopsWorkOfNobody(t *testing.T) {
	s := SPOFs(graphtext.Graph(t, "1:\n2: a*\n3:\nflow f from 1 to 3: 1 -> 2 -> 3, 1 -> 3"), rules.Options{})[0]
	if s.OrganizationCut != nil || !slices.Equal(s.Unstoppable, bruteforce.Path("1 3")) {
		t.Errorf("got %+v, %v", s.OrganizationCut, s.Unstoppable)
	}
	if s.Cut != nil || !slices.Equal(s.Direct, bruteforce.Path("1 3")) {
		t.Errorf("got cut %+v, direct %v", s.Cut, s.Direct)
	}
}

// slowSetFate states the rules of definitions in other words than OutcomeOf.
func slowSetFate(g *graph.Graph, inForce rules.Rules, task int, gone []string) rules.Outcome {
	count := func(orgs []int) (left, lost int) {
		for _, o := range orgs {
			if slices.Contains(gone, g.Organizations()[o].ID) {
				lost++
			} else {
				left++
			}
		}
		return left, lost
	}
	leadsLeft, leadsLost := count(g.Leads(task))
	supportsLeft, _ := count(g.Supports(task))
	switch {
	case leadsLost == 0, inForce.Leads == graph.AnyLead && leadsLeft > 0:
		return rules.Kept
	case inForce.Support == graph.Fallback && supportsLeft > 0:
		return rules.Degraded
	}
	return rules.Lost
}

// organizationCut checks the smallest sets of organizations by trying all sets.
func (w witnesses) organizationCut(s FlowSPOF) {
	all := []string{}
	for _, o := range w.g.Organizations() {
		all = append(all, o.ID)
	}
	passable := func(ids []string) bool { return w.works(w.lostWith(s.Rules, ids...)) }
	c := s.OrganizationCut
	if c == nil {
		w.left("all organizations", w.lostWith(s.Rules, all...), s.Unstoppable)
		return
	}
	if len(s.Unstoppable) > 0 || c.Size.Lower != c.Size.Upper || !c.All {
		w.Errorf("flow %s: got %+v and the way %v", s.Flow, c, s.Unstoppable)
	}
	want := [][]string{}
	for set := range 1 << len(all) {
		var ids []string
		for i, id := range all {
			if set>>i&1 == 1 {
				ids = append(ids, id)
			}
		}
		if len(ids) < c.Size.Lower && !passable(ids) {
			w.Errorf("flow %s: no way is left without %v, but %d are said to be needed", s.Flow, ids, c.Size.Lower)
		}
		if len(ids) == c.Size.Lower && !passable(ids) {
			want = append(want, ids)
		}
	}
	got := [][]string{}
	for _, set := range c.Sets {
		got = append(got, set.Organizations)
		if lost := w.lostWith(s.Rules, set.Organizations...); !slices.Equal(set.Lost, lost) {
			w.Errorf("flow %s without %v: got lost %v, want %v", s.Flow, set.Organizations, set.Lost, lost)
		}
		w.stopped("a set", set.Lost, set.Stopped)
	}
	slices.SortFunc(want, slices.Compare)
	if !slices.EqualFunc(got, want, slices.Equal) {
		w.Errorf("flow %s: got sets %v, want %v", s.Flow, got, want)
	}
}
