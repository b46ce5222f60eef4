package certainty

import (
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// TestUndeclaredBruteForce takes the rules away from datasets whose marks may be
// nobody's, or could not be read: what is sure about flows is so in every reading
// under every rule, one by one.
func TestUndeclaredBruteForce(t *testing.T) {
	seen := map[placement.Certainty]int{}
	shape := bruteforce.Shape{Tasks: 5, Orgs: 4, Flows: 2, FlowTasks: 5, Handoffs: 9, Uncertain: 0.05}
	for seed := range seeds.Each(150) {
		d := loosen(rand.New(rand.NewPCG(seed, 9)), bruteforce.RandomDataset(seed, shape))
		d.Rules = graph.Rules{}
		g, err := graph.New(d)
		if err != nil {
			t.Fatal(err)
		}
		readings := everyReading(g.Dataset())
		if len(readings) == 0 {
			continue
		}
		c := CertaintiesOf(g, rules.Options{})
		for _, f := range c.FlowSPOFs {
			seen[f.Certainty]++
		}
		for _, under := range rules.EveryRules(c.Rules) {
			for _, x := range readings {
				x.Rules = graph.Rules{Leads: under.Leads, Support: under.Support}
				facts := factsOf(t, x)
				for i, f := range c.FlowSPOFs {
					if f.Certainty == placement.Holds && !slices.Equal(facts.stops[i], f.Organizations) {
						t.Fatalf("seed %d: %v is called sure of %v, but is %v under %v", seed, f.Organizations, f.Subject, facts.stops[i], under)
					}
					for _, id := range f.Always {
						if !slices.Contains(facts.stops[i], id) {
							t.Fatalf("seed %d: %s does not always stop %v: not under %v", seed, id, f.Subject, under)
						}
					}
				}
			}
		}
	}
	if seeds.All() && (seen[placement.Holds] < 10 || seen[placement.Assumed] < 10) {
		t.Errorf("%v; the test shows too little", seen)
	}
}
