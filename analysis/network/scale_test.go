package network

import (
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/graph/flow"
)

// BenchmarkScale measures what must stay quick on 1,000,000 tasks and 5,000,000
// handoffs.
func BenchmarkScale(b *testing.B) {
	if testing.Short() {
		b.Skip("a graph of 5,000,000 edges is not short")
	}
	const n, m = 1_000_000, 5_000_000
	g := randomGraph(rand.New(rand.NewPCG(1, 0)), n, m)
	edges := g.Edges()
	for _, x := range []struct {
		name string
		run  func()
	}{
		{"New", func() { New(n, edges) }},
		{"StrongComponents", func() { StrongComponents(g) }},
		{"ImmediateDominators", func() { ImmediateDominators(g, []int{0}) }},
		{"ImmediatePostDominators", func() { ImmediatePostDominators(g, []int{0}) }},
		{"Separate", func() { Separate(g) }},
		{"gonum/Dominators", func() { flow.Dominators(vertex(0), view{g}) }},
	} {
		b.Run(x.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.run()
			}
		})
	}
}
