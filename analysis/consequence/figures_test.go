package consequence_test

import (
	"reflect"
	"testing"

	"tasuki/analysis/concentration"
	"tasuki/analysis/consequence"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
)

// TestShares holds the shares to those of the analysis of concentration.
func TestShares(t *testing.T) {
	bruteforce.EachRandom(t, 300, func(t *testing.T, _ uint64, g *graph.Graph) {
		got := consequence.MeasuresOf(g, rules.Options{})
		all := concentration.Concentrations(g)[0]
		if got.Led != all.Led || (got.HHI == nil) != (all.Organizations == nil) {
			t.Fatalf("%d tasks are led, want %d", got.Led, all.Led)
		}
		if all.Organizations == nil {
			return
		}
		var leaders []string
		for _, x := range all.Organizations.Shares {
			if x.Percent == all.Organizations.Shares[0].Percent {
				leaders = append(leaders, x.Organization)
			}
		}
		if *got.HHI != all.Organizations.HHI || *got.Percent != all.Organizations.CR1 || !reflect.DeepEqual(got.Leaders, leaders) {
			t.Fatalf("HHI %v, %v %% of %v, want %v, %v %% of %v", *got.HHI, *got.Percent, got.Leaders, all.Organizations.HHI, all.Organizations.CR1, leaders)
		}
	})
}
