package findings_test

import (
	"slices"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// TestGatewaysNeedNoLead asks for leads of work, not of gateways.
func TestGatewaysNeedNoLead(t *testing.T) {
	d := graphtext.Graph(t, "1: a*\n2:\n3:\n").Dataset()
	d.Tasks[2].Kind = graph.Gateway
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range analysis.Findings(g, rules.Options{}) {
		if f.Rule == "task-without-lead" {
			got = append(got, f.Evidence...)
		}
	}
	if !slices.Equal(got, []string{"2"}) {
		t.Errorf("without a lead are %v, want 2", got)
	}
}
