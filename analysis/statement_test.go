package analysis

import (
	"maps"
	"slices"
	"testing"

	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/internal/graphtext"
)

// TestStopsOfUnknownReadings takes away what is known of one flow: then it is not
// known whether it is stopped in every reading.
func TestStopsOfUnknownReadings(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: o*\n3: a*\n4: o*?b\nflow f from 1 to 3: 1 -> 2 -> 3\nflow g from 1 to 3: 1 -> 4 -> 3")
	r := Analyze(g, rules.Options{})
	for _, c := range []struct {
		unknown bool
		code    findings.Code
		flows   int
	}{
		{false, findings.StopsAlways, 1},
		{true, findings.StopsAtLeast, 0},
	} {
		if c.unknown {
			r.Certainties.FlowSPOFs[0].Always, r.Certainties.FlowSPOFs[0].Members = nil, nil
		}
		h := findings.Headlines(g, r)
		if !slices.ContainsFunc(h, func(h findings.Headline) bool {
			last := h.Why[len(h.Why)-1]
			return h.Subject.ID == "o" && last.Code == c.code && last.Args[0] == c.flows
		}) {
			t.Errorf("the headlines are %+v, want one that ends in %s of %d", h, c.code, c.flows)
		}
	}
}

// TestFindingsCountWhatEveryStartNeeds has a flow that b stops from one of its starts, and
// from there needs one task more; and one that b stops altogether.
func TestFindingsCountWhatEveryStartNeeds(t *testing.T) {
	g := graphtext.Graph(t, `
		rules each none
		1: a*
		2: b*
		3: a*
		4: a*
		5: a*
		6: b*
		flow f from 1,3 to 5: 1 -> 2 -> 4 -> 5, 3 -> 4
		flow g from 1 to 5: 1 -> 6 -> 5
	`)
	for _, c := range []struct {
		rule string
		code findings.Code
		want map[string]int
	}{
		{"flow-stopped-by-organization", findings.StopsSomeStart, map[string]int{"b": 1}},
		{"flow-stopped-by-task", findings.StartsNeed, map[string]int{"f": 1}},
	} {
		got, found := map[string]int{}, 0
		for _, f := range Findings(g, rules.Options{}) {
			if f.Rule != c.rule {
				continue
			}
			found++
			for _, clause := range f.Message {
				if clause.Code == c.code {
					got[f.Subject.ID] = clause.Args[0].(int)
				}
			}
		}
		if found != 2 || !maps.Equal(got, c.want) {
			t.Errorf("%s: %d findings, of which more is said of %v, want 2 and %v", c.rule, found, got, c.want)
		}
	}
}
