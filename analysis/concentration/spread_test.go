package concentration

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"testing"

	"tasuki/analysis/placement"
	"tasuki/analysis/workload"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// sixths are what organizations lead of the tasks of a scope, in sixths of a
// task: at most three lead a task of a random dataset.
type sixths struct {
	of         map[string]int
	led, tasks int
}

// slowSixths counts the leads of a scope from the assignments.
func slowSixths(d graph.Dataset, s workload.Scope, groups bool) sixths {
	parent, kind := map[string]string{}, map[string]graph.Kind{}
	for _, o := range d.Organizations {
		parent[o.ID], kind[o.ID] = o.Parent, o.Kind
	}
	count := sixths{of: map[string]int{}}
	var flow []string
	for _, f := range d.Flows {
		if s.Kind == workload.ScopeFlow && f.ID == s.ID {
			flow = graph.FlowTasks(f)
		}
	}
	leadsOf := map[string][]string{}
	for _, a := range d.Assignments {
		if k := kind[a.Organization]; a.Role == graph.Lead && (s.Kind != workload.ScopeParty || string(k) == s.ID || k == "" && s.ID == workload.UnknownParty) {
			leadsOf[a.Task] = append(leadsOf[a.Task], a.Organization)
		}
	}
	for _, task := range d.Tasks {
		in, leads := slices.Contains(flow, task.ID), leadsOf[task.ID]
		in = in || s.Kind == workload.ScopeAll || s.Kind == workload.ScopeParty || s.Kind == workload.ScopeTiming && string(task.Timing) == s.ID
		if !in {
			continue
		}
		count.tasks++
		if len(leads) > 0 {
			count.led++
		}
		for _, org := range leads {
			for groups && parent[org] != "" {
				org = parent[org]
			}
			count.of[org] += 6 / len(leads)
		}
	}
	return count
}

// hhi returns the index as a fraction.
func (c sixths) hhi() (num, den int) {
	for _, x := range c.of {
		num += 10000 * x * x
	}
	return num, 36 * c.led * c.led
}

// gini is the coefficient by its definition.
func (c sixths) gini(n int) float64 {
	amounts := make([]int, 0, n)
	sum := 0
	for _, x := range c.of {
		amounts = append(amounts, x)
		sum += x
	}
	amounts = append(amounts, make([]int, n-len(amounts))...)
	differences := 0
	for _, x := range amounts {
		for _, y := range amounts {
			differences += max(x-y, y-x)
		}
	}
	return float64(differences) / float64(2*n*sum)
}

// slowLevel compares without the code of [Limits].
func slowLevel(authority Authority, num, den int) Level {
	lower := map[Authority]int{US2023: 1000, US2010: 1500, EU2004: 1000, JFTC: 1500}[authority]
	upper := map[Authority]int{US2023: 1800, US2010: 2500, EU2004: 2000, JFTC: 2500}[authority]
	switch {
	case num < lower*den, num == lower*den && authority == JFTC:
		return BelowLimits
	case num > upper*den:
		return AboveLimits
	}
	return BetweenLimits
}

func TestSpreadBruteForce(t *testing.T) {
	wide := bruteforce.Shape{Tasks: 9, Orgs: 14, Flows: 1, FlowTasks: 6, Handoffs: 12, Uncertain: 0.06}
	checked, several := 0, 0
	for seed := seeds.First(); checked < seeds.Count(1050); seed++ {
		s := bruteforce.Small
		if seed%2 == 0 {
			s = wide
		}
		d := bruteforce.WithParties(bruteforce.RandomDataset(seed, s), seed)
		readings := bruteforce.AllReadings(d)
		if len(readings) == 0 {
			continue
		}
		checked++
		g, err := graph.New(d)
		if err != nil {
			t.Fatal(err)
		}
		uncertain := map[int]placement.Group{}
		for _, gr := range placement.OfRole(placement.UncertainGroups(g), graph.Lead) {
			uncertain[gr.Task] = gr
		}
		for i, c := range Concentrations(g) {
			for j, spread := range []*Spread{c.Organizations, c.Groups} {
				if spread == nil {
					continue
				}
				tally := newTally(g, workload.Scopes(g)[i])
				if j == 1 {
					tally = tally.grouped()
				}
				bounds, bands := tally.hhiReadings(tally.Count(), uncertain, 0)
				several += checkSpread(t, d, c.Scope, j == 1, *spread, readings)
				checkBounds(t, *spread, bounds, bands)
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d:\n%+v", seed, d)
		}
	}
	if seeds.All() && several < 500 {
		t.Errorf("%d graphs, %d bands with several levels; the test shows too little", checked, several)
	}
}

// checkSpread compares a spread with every reading and returns how many of its
// bands have several levels.
func checkSpread(t *testing.T, d graph.Dataset, scope workload.Scope, groups bool, s Spread, readings []graph.Dataset) (several int) {
	t.Helper()
	now := slowSixths(d, scope, groups)
	num, den := now.hhi()
	value := float64(num) / float64(den)
	if s.Leaders != len(now.of) || s.HHI != value || s.Range.Value != value || !s.Range.Exact {
		t.Errorf("%v: %d leaders, HHI %v, range %+v, want %d, %v", scope, s.Leaders, s.HHI, s.Range, len(now.of), value)
	}
	if math.Abs(s.Gini-now.gini(s.Leaders)) > 1e-12 || math.Abs(s.GiniAll-now.gini(s.All)) > 1e-12 {
		t.Errorf("%v: Gini %v, of all %v, want %v, %v", scope, s.Gini, s.GiniAll, now.gini(s.Leaders), now.gini(s.All))
	}
	low, high := math.Inf(1), math.Inf(-1)
	seen := map[Authority]bool{}
	for _, r := range readings {
		count := slowSixths(r, scope, groups)
		if count.led == 0 {
			continue
		}
		num, den := count.hhi()
		low, high = min(low, float64(num)/float64(den)), max(high, float64(num)/float64(den))
		for _, b := range s.Bands {
			seen[b.Authority+Authority(slowLevel(b.Authority, num, den))] = true
		}
	}
	if s.Range.Min != low || s.Range.Max != high {
		t.Errorf("%v: HHI from %v to %v, want %v to %v", scope, s.Range.Min, s.Range.Max, low, high)
	}
	for _, b := range s.Bands {
		var want []Level
		for _, l := range Levels() {
			if seen[b.Authority+Authority(l)] {
				want = append(want, l)
			}
		}
		if b.Level != slowLevel(b.Authority, num, den) || !slices.Equal(b.Possible, want) || !b.Exact {
			t.Errorf("%v: band %+v, want %v of %v", scope, b, slowLevel(b.Authority, num, den), want)
		}
		if len(want) > 1 {
			several++
		}
	}
	return several
}

// checkBounds compares bounds with what is exact.
func checkBounds(t *testing.T, s Spread, bounds placement.Range, bands []Band) {
	t.Helper()
	if bounds.Value != s.HHI || bounds.Min > s.Range.Min || bounds.Max < s.Range.Max {
		t.Errorf("the bounds %+v do not contain %+v", bounds, s.Range)
	}
	for i, b := range bands {
		for _, l := range s.Bands[i].Possible {
			if !slices.Contains(b.Possible, l) {
				t.Errorf("the bounds %+v leave out a level of %+v", b, s.Bands[i])
			}
		}
		if b.Exact && len(b.Possible) > 1 || b.Level != s.Bands[i].Level {
			t.Errorf("the bounds %+v are not those of %+v", b, s.Bands[i])
		}
	}
}

func TestBandsAtTheLimits(t *testing.T) {
	// Four equal leaders: exactly 2,500.
	g := graphtext.Graph(t, "1: a* b* c* d*")
	s := Concentrations(g)[0].Organizations
	if s.HHI != 2500 || s.Gini != 0 || s.GiniAll != 0 || *s.Normalized != 0 || s.Effective != 4 {
		t.Errorf("got %+v, want four equal shares", *s)
	}
	want := []Level{AboveLimits, BetweenLimits, AboveLimits, BetweenLimits}
	for i, b := range s.Bands {
		if b.Level != want[i] || b.Lower >= b.Upper {
			t.Errorf("2,500 is %s for %s, want %s", b.Level, b.Authority, want[i])
		}
	}
	// Ten equal leaders: exactly 1,000, which nobody calls below 1,000.
	g = graphtext.Graph(t, "1: a* b* c* d* e* f* g* h* i* j*")
	if b := Concentrations(g)[0].Organizations.Bands; b[0].Level != BetweenLimits || b[2].Level != BetweenLimits || b[1].Level != BelowLimits {
		t.Errorf("got %+v for 1,000", b)
	}
}

func TestBandsBetweenReadings(t *testing.T) {
	b := newBandReadings(big.NewRat(900, 1))
	b.add(big.NewRat(5000, 1))
	b.add(big.NewRat(1700, 1))
	_, bands := b.result()
	if got := bands[0].Possible; !slices.Equal(got, Levels()) {
		t.Errorf("900, 5,000 and 1,700 are %v", got)
	}
	if got := bands[2].Possible; !slices.Equal(got, Levels()) {
		t.Errorf("900, 5,000 and 1,700 are %v", got)
	}
}

func TestPartyScopes(t *testing.T) {
	g := graphtext.Graph(t, `
		org cl client
		org a vendor
		org b vendor
		org x
		1: cl* a*
		2: a* b*
		3: cl*
		4: cl*?a
		5: x*
	`)
	var parties []Concentration
	for _, c := range Concentrations(g) {
		if c.Scope.Kind == workload.ScopeParty {
			parties = append(parties, c)
		}
	}
	if len(parties) != 3 || parties[0].Scope.ID != "client" || parties[1].Scope.ID != "vendor" || parties[2].Scope.ID != workload.UnknownParty {
		t.Fatalf("got %+v", parties)
	}
	v := parties[1]
	if v.Tasks != 2 || v.Led != 2 || v.Unled != 0 || v.LeadMarks != 3 {
		t.Errorf("got %+v, want tasks 1 and 2, as read", v)
	}
	// As read 1.5 and 0.5 of 2 tasks; with task 4, 2.5 and 0.5 of 3.
	if o := v.Organizations; o.HHI != 6250 || o.All != 2 || o.Range.Max != 10000*6.5/9 || o.Gini != 0.25 {
		t.Errorf("got %+v", *v.Organizations)
	}
}

func TestTooManyLeadersOfOneTask(t *testing.T) {
	// The parts of 1 to 40 leads have no common denominator of 64 bits.
	text := ""
	for k := 1; k <= 40; k++ {
		text += fmt.Sprintf("t%d:", k)
		for o := range k {
			text += fmt.Sprintf(" o%d*", o)
		}
		text += "\n"
	}
	s := Concentrations(graphtext.Graph(t, text))[0].Organizations
	sum := 0.0
	for _, x := range s.Shares {
		sum += x.Percent
	}
	if math.Abs(sum-100) > 1e-9 || s.Leaders != 40 || s.Shares[0].Organization != "o0" {
		t.Errorf("%d shares sum up to %v", s.Leaders, sum)
	}
}
