package analysis

import (
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
			last := h.Message[len(h.Message)-1]
			return h.Subject.ID == "o" && last.Code == c.code && last.Args[0] == c.flows
		}) {
			t.Errorf("the headlines are %+v, want one that ends in %s of %d", h, c.code, c.flows)
		}
	}
}
