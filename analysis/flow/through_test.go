package flow_test

import (
	"slices"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// TestThroughBruteForce asks for every handoff of random flows whether some solution takes
// it.
func TestThroughBruteForce(t *testing.T) {
	taken, never := 0, 0
	bruteforce.EachRandomBranched(t, 1000, func(t *testing.T, _ uint64, g *graph.Graph) {
		for _, p := range flow.Graphs(g) {
			s := flow.NewSolver(p, false)
			for _, start := range p.Starts {
				all := bruteforce.AllSolutions(p, start, p.Avoiding())
				for v, branches := range s.Branches {
					at := 0
					for b, branch := range branches {
						if branch.Optional {
							continue
						}
						for _, w := range branch.Next {
							want := slices.ContainsFunc(all, func(x bruteforce.Solution) bool { return len(x[v]) > at && x[v][at] == w })
							got, sure := s.Through(start, flow.Taken{From: v, Branch: b, To: w}, p.Avoiding())
							takes := got != nil && slices.ContainsFunc(got.Takes, func(t flow.Taken) bool { return t.From == v && t.Branch == b && t.To == w })
							if want != takes && sure || got != nil && !takes {
								t.Errorf("flow %s from %d: the handoff from %d in branch %d to %d is taken: %t, want %t", p.Flow.ID, start, v, b, w, takes, want)
							}
							if want {
								taken++
							} else if sure {
								never++
							}
						}
						at++
					}
				}
			}
		}
	})
	if seeds.All() && (taken < 1000 || never < 1000) {
		t.Errorf("%d handoffs are taken and %d never; the test shows too little", taken, never)
	}
}
