package analysis

import (
	"math"
	"slices"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// allReadings returns every valid reading of a dataset as a dataset, or none
// when there are more than 64.
func allReadings(d graph.Dataset) []graph.Dataset {
	list := []graph.Dataset{d}
	for i, a := range d.Assignments {
		var longer []graph.Dataset
		for _, x := range list {
			for _, org := range append([]string{a.Organization}, a.Alternatives...) {
				y := x
				y.Assignments = slices.Clone(x.Assignments)
				y.Assignments[i] = graph.Assignment{Task: a.Task, Organization: org, Role: a.Role, Reading: graph.Printed}
				longer = append(longer, y)
			}
		}
		if list = longer; len(list) > 64 {
			return nil
		}
	}
	return slices.DeleteFunc(list, func(d graph.Dataset) bool { _, err := graph.New(d); return err != nil })
}

func TestCertaintyBruteForce(t *testing.T) {
	certainties, checked := map[Certainty]int{}, 0
	eachRandom(t, 2000, func(t *testing.T, seed uint64, g *graph.Graph) {
		readings := allReadings(g.Dataset())
		if len(readings) == 0 {
			return
		}
		checked++
		c := CertaintiesOf(g, Options{})
		var facts []readingFacts
		for _, d := range readings {
			facts = append(facts, factsOf(t, d))
		}
		for org, r := range c.LeadMarks {
			lo, hi := extremes(facts, func(f readingFacts) float64 { return float64(f.marks[org]) })
			if float64(r.Min) != lo || float64(r.Max) != hi || !r.Exact {
				t.Errorf("lead marks of %s: got %+v, want %v to %v", r.Organization, r, lo, hi)
			}
		}
		lo, hi := extremes(facts, func(f readingFacts) float64 { return f.hhi })
		if h := c.HHI; h != nil && (math.Abs(h.Min-lo) > 1e-6 || math.Abs(h.Max-hi) > 1e-6 || !h.Exact) {
			t.Errorf("HHI: got %+v, want %v to %v", *h, lo, hi)
		}
		checkConclusion(t, "first", g, c.First, facts, func(f readingFacts) []string { return f.first })
		checkConclusion(t, "second", g, c.Second, facts, func(f readingFacts) []string { return f.second })
		for i, flow := range c.FlowSPOFs {
			checkConclusion(t, flow.Subject.ID, g, flow, facts, func(f readingFacts) []string { return f.stops[i] })
			if flow.Certainty == NotComputed {
				t.Errorf("flow %s is not computed", flow.Subject.ID)
			}
			certainties[flow.Certainty]++
		}
	})
	if certainties[Holds] < 100 || certainties[Depends] < 100 || checked < 1000 {
		t.Errorf("%d graphs, flows: %v; the test shows too little", checked, certainties)
	}
}

// readingFacts are what conclusions are about, in one reading.
type readingFacts struct {
	marks         []int
	hhi           float64
	first, second []string
	stops         [][]string
}

func factsOf(t *testing.T, d graph.Dataset) readingFacts {
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	var f readingFacts
	for org := range g.Organizations() {
		f.marks = append(f.marks, len(g.Led(org)))
	}
	first, second := places(f.marks)
	f.first, f.second = organizationIDs(g, first), organizationIDs(g, second)
	if all := Concentrations(g)[0].Organizations; all != nil {
		f.hhi = all.HHI
	}
	rules := InForce(g, Options{}).Rules
	for _, p := range procedures(g) {
		ids := []string{}
		for org, o := range g.Organizations() {
			if slowFlowFate(g, p, rules, org) == lost {
				ids = append(ids, o.ID)
			}
		}
		f.stops = append(f.stops, ids)
	}
	return f
}

func extremes(facts []readingFacts, of func(readingFacts) float64) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, f := range facts {
		lo, hi = min(lo, of(f)), max(hi, of(f))
	}
	return lo, hi
}

// checkConclusion compares a conclusion with the set in every reading.
func checkConclusion(t *testing.T, what string, g *graph.Graph, c Conclusion, facts []readingFacts, of func(readingFacts) []string) {
	t.Helper()
	same := true
	always := slices.Clone(c.Organizations)
	for _, f := range facts {
		same = same && slices.Equal(of(f), c.Organizations)
		always = slices.DeleteFunc(always, func(id string) bool { return !slices.Contains(of(f), id) })
	}
	if c.Certainty == Holds && !same || c.Certainty == Depends && same {
		t.Errorf("%s: got %s, but the set is the same in every reading: %v", what, c.Certainty, same)
	}
	for _, id := range c.Always {
		if !slices.Contains(always, id) {
			t.Errorf("%s: %s is not always in the set", what, id)
		}
	}
	if (c.Subject.Kind == AboutFlow || what == "first") && c.Certainty != NotComputed && !slices.Equal(c.Always, always) {
		t.Errorf("%s: got always %v, want %v", what, c.Always, always)
	}
	if (c.Certainty == Depends) != (len(c.Counters) > 0) {
		t.Errorf("%s: %s with %d counters", what, c.Certainty, len(c.Counters))
	}
	for _, counter := range c.Counters {
		d := applyMoves(t, g.Dataset(), counter.Moves)
		if got := of(factsOf(t, d)); !slices.Equal(got, counter.Organizations) || slices.Equal(got, c.Organizations) {
			t.Errorf("%s: after %v the set is %v, not %v", what, counter.Moves, got, counter.Organizations)
		}
	}
}

// applyMoves returns the dataset with marks read otherwise. All moves happen at
// once.
func applyMoves(t *testing.T, d graph.Dataset, moves []Move) graph.Dataset {
	before := d.Assignments
	d.Assignments = slices.Clone(before)
	for _, m := range moves {
		i := slices.IndexFunc(before, func(a graph.Assignment) bool {
			return a.Task == m.Task && a.Role == m.Role && a.Organization == m.From
		})
		if i < 0 || !slices.Contains(before[i].Alternatives, m.To) {
			t.Fatalf("%+v is no move of an uncertain mark", m)
		}
		d.Assignments[i].Organization, d.Assignments[i].Alternatives, d.Assignments[i].Reading = m.To, nil, graph.Printed
	}
	for i, a := range d.Assignments {
		if slices.Contains(a.Alternatives, a.Organization) {
			t.Fatalf("assignment %d is its own alternative", i)
		}
	}
	return d
}

func TestCertaintiesByHand(t *testing.T) {
	g := graphtext.Graph(t, `
		rules each none
		1: a*
		2: a*
		3: a*?b
		4: b*
		5: c*?b|d
		flow f from 1 to 4: 1 -> 3 -> 4, 1 -> 5 -> 4
	`)
	c := CertaintiesOf(g, Options{})
	wantRanges := []MarkRange{{"a", 3, 2, 3, true}, {"b", 1, 1, 3, true}, {"c", 1, 0, 1, true}, {"d", 0, 0, 1, true}}
	if !slices.Equal(c.LeadMarks, wantRanges) {
		t.Errorf("got %+v, want %+v", c.LeadMarks, wantRanges)
	}
	// Shares of 3, 1, 1 tasks in 5: 60^2 + 20^2 + 20^2. Most even: 2, 1, 1, 1
	// or 2, 2, 1; most uneven: 3, 2.
	if h := *c.HHI; math.Abs(h.Value-4400) > 1e-9 || math.Abs(h.Min-3600) > 1e-9 && math.Abs(h.Min-2800) > 1e-9 || math.Abs(h.Max-5200) > 1e-9 {
		t.Errorf("HHI: got %+v", h)
	}
	if c.First.Certainty != Depends || !slices.Equal(c.First.Organizations, []string{"a"}) {
		t.Errorf("first: got %+v", c.First)
	}
	wantMoves := []Move{{"3", graph.Lead, "a", "b"}}
	if len(c.First.Counters) != 1 || !slices.Equal(c.First.Counters[0].Moves, wantMoves) {
		t.Errorf("first: got %+v, want the one move %+v", c.First.Counters, wantMoves)
	}
	if f := c.FlowSPOFs[0]; !slices.Equal(f.Organizations, []string{"a", "b"}) || f.Certainty != Holds {
		t.Errorf("flow: got %+v", f)
	}
}

func TestTooManyReadingsGiveBounds(t *testing.T) {
	g := graphtext.Graph(t, `
		1: a*?k|l|m b*?k|l|m c*?k|l|m d*?k|l|m e*?k|l|m
		2: a*
		3: a*
		4: a*
		5: a*
		flow f from 2 to 3: 2 -> 1 -> 3
		flow h from 2 to 2: 2 -> 3
	`)
	c := CertaintiesOf(g, Options{})
	if c.HHI.Exact || c.LeadMarks[0].Exact || c.HHI.Min > c.HHI.Value || c.HHI.Max < c.HHI.Value {
		t.Errorf("got %+v and %+v, want bounds", *c.HHI, c.LeadMarks[0])
	}
	if c.First.Certainty != Holds {
		t.Errorf("first: got %s: a leads 4 or 5 tasks, nobody else more than 1", c.First.Certainty)
	}
	if c.Second.Certainty != NotComputed {
		t.Errorf("second: got %s", c.Second.Certainty)
	}
	if c.FlowSPOFs[0].Certainty != NotComputed || c.FlowSPOFs[1].Certainty != Holds {
		t.Errorf("flows: got %s, %s", c.FlowSPOFs[0].Certainty, c.FlowSPOFs[1].Certainty)
	}
}
