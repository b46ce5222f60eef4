package layout

import (
	"math"
	"testing"

	"tasuki/render/diagram"
)

// The arrows that leave a gate leave in order, left and right of it, within the lane
// and at no place where arrows come in.
func TestExitsOfGates(t *testing.T) {
	for ports := 6; ports <= 12; ports++ {
		for port := range ports {
			for all := range ports {
				for left := range all + 1 {
					gate := diagram.Node{ID: "gate", Class: diagram.AllGate}
					g := &grid{ports: ports, ends: []end{{port: port}}, D: diagram.Diagram{Nodes: []diagram.Node{gate}, Edges: []diagram.Edge{{To: "gate"}}}}
					last := -1.0
					for k := range all {
						x := g.exit(gate, k, left, all)
						at := math.Mod(x*float64(ports), 1)
						if x <= last || x < 0 || x > 1 || (x < g.slot(port)) != (k < left) || math.Abs(at-0.5) < 1e-3 {
							t.Errorf("%d ports, gate at %d, %d of %d left: arrow %d leaves at %g behind %g", ports, port, left, all, k, x, last)
						}
						last = x
					}
				}
			}
		}
	}
}
