package concentration

import (
	"math"
	"slices"
	"testing"

	"tasuki/analysis/workload"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
)

func TestConcentrationsByHand(t *testing.T) {
	g := graphtext.Graph(t, `
		org b < group
		org c < group
		category under < top
		1 phase=p category=top timing=daily: a*
		2 phase=p category=under timing=daily: a* b*
		3 phase=q category=under: b* c
		4 phase=q:
		flow f from 1 to 3: 1 -> 3
	`)
	all := Concentrations(g)
	var scopes []workload.Scope
	for _, c := range all {
		scopes = append(scopes, c.Scope)
	}
	want := []workload.Scope{
		{Kind: workload.ScopeAll, ID: ""}, {Kind: workload.ScopePhase, ID: "p"}, {Kind: workload.ScopePhase, ID: "q"}, {Kind: workload.ScopeCategory, ID: "top"}, {Kind: workload.ScopeCategory, ID: "under"},
		{Kind: workload.ScopeTiming, ID: "daily"}, {Kind: workload.ScopeTiming, ID: workload.UnknownTiming}, {Kind: workload.ScopeFlow, ID: "f"},
	}
	if !slices.Equal(scopes, want) {
		t.Errorf("got scopes %v, want %v", scopes, want)
	}
	c := all[0]
	if c.Tasks != 4 || c.Led != 3 || c.Unled != 1 || c.LeadMarks != 4 {
		t.Errorf("got %+v, want 4 tasks, 3 led, 4 lead marks", c)
	}
	s := c.Organizations
	wantShares := []Share{{"a", 1.5, 50, 2, 50}, {"b", 1.5, 50, 2, 50}}
	if !slices.Equal(s.Shares, wantShares) || s.HHI != 5000 || s.Floor != 5000 || *s.Normalized != 0 || s.Effective != 2 || s.CR1 != 50 || s.CR3 != 100 {
		t.Errorf("got %+v, want two equal shares", *s)
	}
	if s := c.Groups; s.Leaders != 2 || s.Shares[1].Organization != "group" || s.Shares[1].Tasks != 1.5 {
		t.Errorf("got %+v, want group instead of b", *c.Groups)
	}
	if one := all[2].Organizations; one.Leaders != 1 || one.HHI != 10000 || one.Normalized != nil || one.Effective != 1 {
		t.Errorf("got %+v, want one leader without a normalised index", *one)
	}
	if top, under := all[3], all[4]; top.Tasks != 3 || under.Tasks != 2 {
		t.Errorf("a category has %d tasks and the one below it %d, want 3 and 2", top.Tasks, under.Tasks)
	}
	// Task 3 is b's alone, task 2 half of it: 75 % and 25 %.
	if hhi := all[4].Organizations.HHI; hhi != 75*75+25*25 {
		t.Errorf("got HHI %v, want 6250", hhi)
	}
}

func TestConcentrationOfNothing(t *testing.T) {
	for _, text := range []string{"", "1:", "1: a"} {
		if c := Concentrations(graphtext.Graph(t, text))[0]; c.Organizations != nil || c.Groups != nil {
			t.Errorf("%q: got %+v, want no shares", text, c)
		}
	}
}

// TestConcentrationLaws checks what holds for any shares.
func TestConcentrationLaws(t *testing.T) {
	bruteforce.EachRandom(t, bruteforce.Rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		for _, c := range Concentrations(g) {
			s := c.Organizations
			if (s == nil) != (c.Led == 0) {
				t.Fatalf("%v: %d led tasks, shares %v", c.Scope, c.Led, s)
			}
			if s == nil {
				continue
			}
			tasks, percents, marks := 0.0, 0.0, 0
			for _, x := range s.Shares {
				tasks, percents, marks = tasks+x.Tasks, percents+x.Percent, marks+x.LeadMarks
			}
			near := func(a, b float64) bool { return math.Abs(a-b) < 1e-9*max(1, math.Abs(b)) }
			if !near(tasks, float64(c.Led)) || !near(percents, 100) || marks != c.LeadMarks {
				t.Errorf("%v: %v tasks, %v %%, %d marks do not sum up", c.Scope, tasks, percents, marks)
			}
			if s.HHI < s.Floor-1e-9 || s.HHI > 10000+1e-9 || !near(s.HHI*s.Effective, 10000) || s.CR1 > s.CR3 || s.CR3 > 100+1e-9 {
				t.Errorf("%v: %+v is out of range", c.Scope, *s)
			}
			if n := s.Normalized; n != nil && (*n < 0 || *n > 10000+1e-9) {
				t.Errorf("%v: normalised index %v is out of range", c.Scope, *n)
			}
		}
	})
}
