package overlay

import (
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// TestMergeOfChains takes in organizations that stand in chains of sub-contractors: what is
// left is a valid dataset in which nobody serves who is gone, or itself.
func TestMergeOfChains(t *testing.T) {
	g := graphtext.Graph(t, "org c client\norg p vendor serves=c\norg q vendor serves=p rank=2\norg r vendor serves=q rank=3\n1: p*\n2: q*\n3: r*")
	for _, merged := range [][2]string{{"q", "p"}, {"p", "c"}, {"r", "q"}, {"p", "r"}, {"p", "q"}, {"c", "r"}, {"q", "r"}} {
		from, want := merged[0], merged[1]
		o, err := Apply(g.Dataset(), []Change{{Kind: Merge, From: from, To: want}})
		if err != nil {
			t.Fatal(err)
		}
		d := o.Present
		if _, err := graph.New(d); err != nil {
			t.Error(err)
		}
		for _, party := range d.Organizations {
			if party.Serves == from || party.Serves == party.ID {
				t.Errorf("merging %s into %s: %s serves %s", from, want, party.ID, party.Serves)
			}
		}
	}
}
