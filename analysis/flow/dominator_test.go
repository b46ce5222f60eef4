package flow_test

import (
	"slices"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/analysis/network"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
)

func TestDominatorsBruteForce(t *testing.T) {
	bruteforce.EachRandom(t, bruteforce.Rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		for _, p := range flow.Graphs(g) {
			var want []int
			for v := range p.Tasks {
				if !bruteforce.WayExists(p, p.Avoiding(v)) {
					want = append(want, v)
				}
			}
			got := network.Dominators(p.Network, p.Starts, p.Goals)
			if way := flow.BestPath(p.Network, p.Starts, p.Goals, p.Avoiding()); !inOrder(got, way) {
				t.Errorf("flow %s: %v are not in the order of the way %v", p.Flow.ID, got, way)
			}
			if slices.Sort(got); !slices.Equal(got, want) {
				t.Errorf("flow %s: got %v, want %v", p.Flow.ID, got, want)
			}
		}
	})
}

// inOrder reports whether part stands in whole, in its order.
func inOrder(part, whole []int) bool {
	for _, v := range whole {
		if len(part) > 0 && part[0] == v {
			part = part[1:]
		}
	}
	return len(part) == 0
}
