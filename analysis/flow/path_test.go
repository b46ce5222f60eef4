package flow_test

import (
	"slices"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

func TestWayBruteForce(t *testing.T) {
	bruteforce.EachRandom(t, bruteforce.Rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		for _, p := range flow.Graphs(g) {
			avoid := p.Avoiding(int(seed) % len(p.Tasks))
			var all [][]int
			for _, s := range p.Starts {
				all = append(all, bruteforce.AllPaths(p.Network, s, p.Goals, avoid)...)
			}
			slices.SortFunc(all, flow.ComparePaths)
			got := flow.BestPath(p.Network, p.Starts, p.Goals, avoid)
			if len(all) == 0 && got != nil || len(all) > 0 && !slices.Equal(got, all[0]) {
				t.Errorf("flow %s: got %v, want the first of %v", p.Flow.ID, got, all)
			}
		}
	})
}

func TestSimplePathsBruteForce(t *testing.T) {
	longest := 0
	bruteforce.EachRandom(t, bruteforce.Rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		for _, p := range flow.Graphs(g) {
			for _, start := range p.Starts {
				avoid := p.Avoiding()
				if seed%3 == 0 {
					avoid[int(seed)%len(avoid)] = true
				}
				all := bruteforce.AllPaths(p.Network, start, p.Goals, avoid)
				slices.SortFunc(all, flow.ComparePaths)
				longest = max(longest, len(all))
				for _, k := range []int{1, 2, 5, len(all) + 1} {
					got, more := flow.Router{Graph: p.Network, Goals: p.Goals}.Paths(start, avoid, k)
					if !slices.EqualFunc(got, all[:min(k, len(all))], slices.Equal) {
						t.Errorf("flow %s from %d, k=%d: got %v, want %v", p.Flow.ID, start, k, got, all)
					}
					if more != (len(all) > k) {
						t.Errorf("flow %s from %d, k=%d: more is %t of %d paths", p.Flow.ID, start, k, more, len(all))
					}
				}
			}
		}
	})
	if seeds.All() && longest < 8 {
		t.Errorf("no graph has more than %d paths; the test shows too little", longest)
	}
}
