package certainty

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"tasuki/analysis/concentration"
	"tasuki/analysis/flow"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// TestCertaintyBruteForce compares everything with the count of all readings,
// one by one.
func TestCertaintyBruteForce(t *testing.T) {
	certainties, checked := map[TopicKind]map[placement.Certainty]int{}, 0
	look := func(t *testing.T, _ uint64, g *graph.Graph) {
		readings := bruteforce.AllReadings(g.Dataset())
		if len(readings) == 0 {
			return
		}
		checked++
		for _, a := range checkCertainties(t, g, readings) {
			if certainties[a.topic.Kind] == nil {
				certainties[a.topic.Kind] = map[placement.Certainty]int{}
			}
			certainties[a.topic.Kind][a.Certainty]++
		}
	}
	bruteforce.EachRandom(t, 1600, look)
	bruteforce.EachRandomBranched(t, 1000, look)
	bruteforce.EachRandomOf(t, bruteforce.Shape{Tasks: 7, Orgs: 9, Flows: 2, FlowTasks: 6, Handoffs: 15, Uncertain: 0.2}, 350, look) // more organizations, lower HHI
	bruteforce.EachRandomOf(t, bruteforce.Shape{Tasks: 4, Orgs: 4, Flows: 2, FlowTasks: 4, Handoffs: 6, Uncertain: 0.35}, 350, look) // several uncertain marks of a role in a task
	for kind, n := range certainties {
		if seeds.All() && (seeds.All() && (n[placement.Holds] < 100 || n[placement.Depends] < 100)) {
			t.Errorf("%s: %v; the test shows too little", kind, n)
		}
	}
	if seeds.All() && (checked < 1000 || len(certainties) != 5) {
		t.Errorf("%d graphs, %v; the test shows too little", checked, certainties)
	}
}

func checkCertainties(t *testing.T, g *graph.Graph, readings []graph.Dataset) []ask {
	c := CertaintiesOf(g, rules.Options{})
	var facts []readingFacts
	for _, d := range readings {
		f := factsOf(t, d)
		f.moves = movesBetween(g.Dataset(), d)
		facts = append(facts, f)
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
	if n, _ := strconv.Atoi(c.Readings); n != len(readings) {
		t.Errorf("got %s readings, want %d", c.Readings, len(readings))
	}
	all := asksOf(c)
	for _, a := range all {
		checkConclusion(t, a.topic, g, a.Conclusion, facts, a.of)
	}
	checkStandings(t, c.Standings, facts)
	checkChecks(t, c, all, facts)
	return all
}

// readingFacts are what conclusions are about, in one reading.
type readingFacts struct {
	marks     []int
	hhi       float64
	places    [3][]string // who holds each of the first places
	stops     [][]string  // flow by flow
	stopsSome []string
	moves     []placement.Move // from the dataset
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
	f.places = slowPlaces(g, f.marks)
	if all := concentration.Concentrations(g)[0].Organizations; all != nil {
		f.hhi = all.HHI
	}
	inForce := rules.InForce(g, rules.Options{}).Rules
	for _, p := range flow.Graphs(g) {
		ids := []string{}
		for org, o := range g.Organizations() {
			if bruteforce.FlowOutcome(g, p, inForce, org) == rules.Lost {
				ids = append(ids, o.ID)
			}
		}
		f.stops = append(f.stops, ids)
		f.stopsSome = append(f.stopsSome, ids...)
	}
	slices.Sort(f.stopsSome)
	f.stopsSome = slices.Compact(f.stopsSome)
	return f
}

func extremes(facts []readingFacts, of func(readingFacts) float64) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, f := range facts {
		lo, hi = min(lo, of(f)), max(hi, of(f))
	}
	return lo, hi
}

// ask is a conclusion with what it says in one reading.
type ask struct {
	Conclusion
	topic Topic
	of    func(readingFacts) []string
}

func asksOf(c Certainties) []ask {
	list := []ask{
		{c.First, Topic{TopicFirst, ""}, func(f readingFacts) []string { return f.places[0] }},
		{c.Second, Topic{TopicSecond, ""}, func(f readingFacts) []string { return f.places[1] }},
	}
	for _, b := range c.Bands {
		counters := []CounterReading{}
		for _, x := range b.Counters {
			counters = append(counters, CounterReading{[]string{string(x.Level)}, x.Moves})
		}
		as := Conclusion{Organizations: []string{string(b.Level)}, Sureness: b.Sureness, Counters: counters}
		for _, x := range b.Levels {
			as.Members = append(as.Members, Member{string(x.Level), x.Readings})
		}
		list = append(list, ask{as, Topic{TopicBand, string(b.Authority)}, func(f readingFacts) []string { return []string{roundLevel(f.hhi, b)} }})
	}
	for i, flow := range c.FlowSPOFs {
		list = append(list, ask{flow, Topic{TopicFlow, flow.Subject.ID}, func(f readingFacts) []string { return f.stops[i] }})
	}
	if c.Stops != nil {
		list = append(list, ask{*c.Stops, Topic{TopicFlows, ""}, func(f readingFacts) []string { return f.stopsSome }})
	}
	return list
}

// roundLevel takes rounded values, so what is at a limit is given some room.
func roundLevel(hhi float64, b BandConclusion) string {
	room := 1e-7
	if b.Authority == "jftc" {
		room = -room
	}
	switch {
	case hhi+room < float64(b.Lower):
		return "below"
	case hhi <= float64(b.Upper)+1e-7:
		return "between"
	}
	return "above"
}

// slowPlaces sorts all numbers of marks, in other words than places.
func slowPlaces(g *graph.Graph, marks []int) (sets [3][]string) {
	numbers := slices.Clone(marks)
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	slices.Reverse(numbers)
	for i := range sets {
		sets[i] = []string{}
		for org, n := range marks {
			if n > 0 && i < len(numbers) && n == numbers[i] {
				sets[i] = append(sets[i], g.Organizations()[org].ID)
			}
		}
	}
	return sets
}

// movesBetween returns the marks that one reading of a dataset has otherwise.
func movesBetween(d, reading graph.Dataset) []placement.Move {
	var list []placement.Move
	for i, a := range d.Assignments {
		if b := reading.Assignments[i]; a.Organization != b.Organization {
			list = append(list, placement.Move{Task: a.Task, Role: a.Role, From: a.Organization, To: b.Organization})
		}
	}
	return list
}

// checkProportion compares an exact proportion with a count.
func checkProportion(t *testing.T, what string, p *placement.Proportion, facts []readingFacts, is func(readingFacts) bool) {
	t.Helper()
	n := 0
	for _, f := range facts {
		if is(f) {
			n++
		}
	}
	want := big.NewRat(int64(n), int64(len(facts)))
	if p == nil || !p.Exact || p.Readings+"/"+p.Of != want.Num().String()+"/"+want.Denom().String() || math.Abs(p.Percent-100*float64(n)/float64(len(facts))) > 1e-9 {
		t.Errorf("%s: got %+v, want %v", what, p, want)
	}
}

// checkConclusion compares a conclusion with the set in every reading.
func checkConclusion(t *testing.T, topic Topic, g *graph.Graph, c Conclusion, facts []readingFacts, of func(readingFacts) []string) {
	t.Helper()
	what := fmt.Sprint(topic)
	always, fewest := slices.Clone(c.Organizations), math.MaxInt
	for _, f := range facts {
		if !slices.Equal(of(f), c.Organizations) {
			fewest = min(fewest, len(f.moves))
		}
		always = slices.DeleteFunc(always, func(id string) bool { return !slices.Contains(of(f), id) })
	}
	if same := fewest == math.MaxInt; c.Certainty != map[bool]placement.Certainty{true: placement.Holds, false: placement.Depends}[same] {
		t.Errorf("%s: got %s, but the set is the same in every reading: %v", what, c.Certainty, same)
	}
	if c.Certainty == placement.Depends && (*c.FewestMoves != fewest || !c.Smallest || len(c.Counters[0].Moves) != fewest) {
		t.Errorf("%s: got %d moves, want %d; %+v", what, *c.FewestMoves, fewest, c.Counters)
	}
	if c.Always != nil && !slices.Equal(c.Always, always) {
		t.Errorf("%s: got always %v, want %v", what, c.Always, always)
	}
	if (c.Certainty == placement.Depends) != (len(c.Counters) > 0) {
		t.Errorf("%s: %s with %d counters", what, c.Certainty, len(c.Counters))
	}
	for _, counter := range c.Counters {
		d := bruteforce.ApplyMoves(t, g.Dataset(), counter.Moves)
		if got := of(factsOf(t, d)); !slices.Equal(got, counter.Organizations) || slices.Equal(got, c.Organizations) {
			t.Errorf("%s: after %v the set is %v, not %v", what, counter.Moves, got, counter.Organizations)
		}
	}
	checkProportion(t, what, c.Agreement, facts, func(f readingFacts) bool { return slices.Equal(of(f), c.Organizations) })
	var members, want []string
	for _, m := range c.Members {
		members = append(members, m.Organization)
		checkProportion(t, what+" "+m.Organization, m.Readings, facts, func(f readingFacts) bool { return slices.Contains(of(f), m.Organization) })
	}
	for _, f := range facts {
		want = append(want, of(f)...)
	}
	slices.Sort(members)
	slices.Sort(want)
	if want = slices.Compact(want); !slices.Equal(members, want) {
		t.Errorf("%s: members are %v, want %v", what, members, want)
	}
}

func checkStandings(t *testing.T, list []Standing, facts []readingFacts) {
	t.Helper()
	for _, s := range list {
		for i, p := range []*placement.Proportion{s.First, s.Second, s.Third} {
			checkProportion(t, fmt.Sprint(s.Organization, " at ", i), p, facts, func(f readingFacts) bool { return slices.Contains(f.places[i], s.Organization) })
		}
	}
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
	c := CertaintiesOf(g, rules.Options{})
	wantRanges := []placement.MarkRange{{Organization: "a", Marks: 3, Min: 2, Max: 3, Exact: true}, {Organization: "b", Marks: 1, Min: 1, Max: 3, Exact: true}, {Organization: "c", Marks: 1, Min: 0, Max: 1, Exact: true}, {Organization: "d", Marks: 0, Min: 0, Max: 1, Exact: true}}
	if !slices.Equal(c.LeadMarks, wantRanges) {
		t.Errorf("got %+v, want %+v", c.LeadMarks, wantRanges)
	}
	// Shares of 3, 1, 1 tasks in 5: 60^2 + 20^2 + 20^2. Most even: 2, 1, 1, 1
	// or 2, 2, 1; most uneven: 3, 2.
	if h := *c.HHI; math.Abs(h.Value-4400) > 1e-9 || math.Abs(h.Min-3600) > 1e-9 && math.Abs(h.Min-2800) > 1e-9 || math.Abs(h.Max-5200) > 1e-9 {
		t.Errorf("HHI: got %+v", h)
	}
	if c.First.Certainty != placement.Depends || !slices.Equal(c.First.Organizations, []string{"a"}) {
		t.Errorf("first: got %+v", c.First)
	}
	wantMoves := []placement.Move{{Task: "3", Role: graph.Lead, From: "a", To: "b"}}
	if len(c.First.Counters) != 1 || !slices.Equal(c.First.Counters[0].Moves, wantMoves) {
		t.Errorf("first: got %+v, want the one move %+v", c.First.Counters, wantMoves)
	}
	if f := c.FlowSPOFs[0]; !slices.Equal(f.Organizations, []string{"a", "b"}) || f.Certainty != placement.Holds {
		t.Errorf("flow: got %+v", f)
	}
}

// TestSecondPlaceThatMayBeNobodys has a reading in which the second has no mark
// left, and nobody else has any.
func TestSecondPlaceThatMayBeNobodys(t *testing.T) {
	c := CertaintiesOf(graphtext.Graph(t, "1: a*\n2: a*\n3: b*?a\n"), rules.Options{})
	if s := c.Second; s.Certainty != placement.Depends || len(s.Always) != 0 || s.FewestMoves == nil || *s.FewestMoves != 1 ||
		len(s.Counters) != 1 || len(s.Counters[0].Organizations) != 0 {
		t.Errorf("second: got %+v", s)
	}
	if len(c.Checks) != 1 || len(c.Checks[0].Pivotal) == 0 {
		t.Errorf("checks: got %+v", c.Checks)
	}
}

// TestFewestMovesOfATask has two readings of task 3 in which b and c lead it: to
// move a's mark to c is enough, to move both is not needed.
func TestFewestMovesOfATask(t *testing.T) {
	g := graphtext.Graph(t, "1: a*?d\n2: a*?d\n3: a*?b|c b*?c\n4: c*\n")
	first := CertaintiesOf(g, rules.Options{}).First
	want := []placement.Move{{Task: "3", Role: graph.Lead, From: "a", To: "c"}}
	if first.FewestMoves == nil || *first.FewestMoves != 1 || !first.Smallest || !slices.Equal(first.Counters[0].Moves, want) {
		t.Errorf("got %+v, want %v", first, want)
	}
}

// TestBandsThatAreNotCounted has an index that is bounded between levels.
func TestBandsThatAreNotCounted(t *testing.T) {
	bands := CertaintiesOf(graphtext.Graph(t, `
		1: a*?k|l|m|p|q b*?k|l|m|p|q c*?k|l|m|p|q d*?k|l|m|p|q
		2: p*?q|r
		3: q*?p|r
		4: r*?p|q
		5: s*
	`), rules.Options{}).Bands
	depend := 0
	for _, b := range bands {
		sum := 0.0
		for _, l := range b.Levels {
			sum += l.Readings.Percent
		}
		if math.Abs(sum-100) > 1e-9 {
			t.Errorf("%s: the levels make up %v %%: %+v", b.Authority, sum, b.Levels)
		}
		if b.Certainty == placement.Depends && !b.Agreement.Exact && !b.Smallest && len(b.Counters[0].Moves) == *b.FewestMoves {
			depend++
		}
	}
	if depend < 2 {
		t.Errorf("got %+v, want some that depend by readings drawn", bands)
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
	c := CertaintiesOf(g, rules.Options{})
	if c.HHI.Exact || c.LeadMarks[0].Exact || c.HHI.Min > c.HHI.Value || c.HHI.Max < c.HHI.Value {
		t.Errorf("got %+v and %+v, want bounds", *c.HHI, c.LeadMarks[0])
	}
	if c.First.Certainty != placement.Holds {
		t.Errorf("first: got %s: a leads 4 or 5 tasks, nobody else more than 1", c.First.Certainty)
	}
	for _, b := range c.Bands { // 5 marks of a task that may be anybody's bound the HHI to 6,400 to 6,800
		if b.Certainty != placement.Holds || len(b.Levels) != 1 || b.Levels[0].Level != "above" || !b.Levels[0].Readings.All() || !b.Agreement.All() {
			t.Errorf("bands: got %+v", b)
		}
	}
	if c.First.Agreement == nil || !c.First.Agreement.All() {
		t.Errorf("first: got %+v in every reading", c.First.Agreement)
	}
	for _, x := range []Conclusion{c.Second, c.FlowSPOFs[0], *c.Stops} {
		if x.Certainty != placement.Depends || x.Smallest || x.Agreement.Exact || x.Agreement.Of != "2000" || *x.Agreement.Low > x.Agreement.Percent || *x.Agreement.High < x.Agreement.Percent {
			t.Errorf("%v: got %s, %+v, want a counter-reading among those drawn", x.Subject, x.Certainty, x.Agreement)
		}
	}
	if c.FlowSPOFs[1].Certainty != placement.Holds || c.Sample == nil || c.Readings != "" {
		t.Errorf("got %s, %v, %q", c.FlowSPOFs[1].Certainty, c.Sample, c.Readings)
	}
}
