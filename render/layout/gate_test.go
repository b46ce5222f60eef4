package layout

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/internal/seeds"
	"tasuki/render/diagram"
)

// TestArrowsEndAtGates gives the arrows of random grids branches.
func TestArrowsEndAtGates(t *testing.T) {
	ends := 0
	for seed := range seeds.Each(1000) {
		r := rand.New(rand.NewPCG(seed, 22))
		d := randomGrid(r)
		for i := range d.Edges {
			e := &d.Edges[i]
			e.Passes = 0
			e.Branch, e.When, e.Optional = []string{"", "a", "b"}[r.IntN(3)], []string{"", hardName(r)}[r.IntN(2)], r.IntN(5) == 0
		}
		d = diagram.Gated(d)
		s := SceneOf(d) // which has no other gates
		shapes := s.shapes()
		for i, e := range d.Edges {
			a := s.Arrows[i]
			for _, end := range []struct {
				node string
				tip  Point
			}{{e.From, a.TailTip}, {e.To, a.HeadTip}} {
				at := slices.IndexFunc(d.Nodes, func(n diagram.Node) bool { return n.ID == end.node })
				if !isGate(d.Nodes[at]) {
					continue
				}
				ends++
				gate := shapes[end.node].At
				if off := math.Abs(end.tip.X-gate.X) + math.Abs(end.tip.Y-gate.Y); math.Abs(off-gateSize/2) > 1e-6 {
					t.Errorf("seed %d: arrow %s -> %s ends %.1f from the centre of a gate", seed, e.From, e.To, off)
				}
			}
			for _, n := range d.Nodes {
				if n.ID == e.From || n.ID == e.To {
					continue
				}
				if box := shapes[n.ID].around().Grown(-0.1); n.Class != diagram.HeadingNode && slices.ContainsFunc(a.along(), box.contains) {
					t.Errorf("seed %d: arrow %s -> %s runs through %s", seed, e.From, e.To, n.ID)
				}
			}
		}
	}
	if seeds.All() && ends < 1000 {
		t.Errorf("only %d ends at gates; the test shows too little", ends)
	}
}
