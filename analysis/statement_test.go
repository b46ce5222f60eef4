package analysis

import (
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// TestStopsOfUnknownReadings takes away what is known of one flow: then it is not
// known whether it is stopped in every reading.
func TestStopsOfUnknownReadings(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: o*\n3: a*\n4: o*?b\nflow f from 1 to 3: 1 -> 2 -> 3\nflow g from 1 to 3: 1 -> 4 -> 3")
	r := Analyze(g, rules.Options{})
	for _, c := range []struct {
		unknown bool
		ja, en  string
	}{
		{false, "。1件はどう読んでも止まる", "; flows that it stops in every reading: 1"},
		{true, "。少なくとも0件はどう読んでも止まる", "; flows that it stops in every reading: at least 0"},
	} {
		if c.unknown {
			r.Certainties.FlowSPOFs[0].Always = nil
		}
		h := findings.Headlines(g, r)
		if !slices.ContainsFunc(h, func(h findings.Headline) bool {
			return h.Subject.ID == "o" && strings.HasSuffix(h.Message.In(graph.Japanese), c.ja) && strings.HasSuffix(h.Message.In(graph.English), c.en)
		}) {
			t.Errorf("the headlines are %+v, want one that ends in %q", h, c.en)
		}
	}
}
