package analysis

import (
	"fmt"
	"testing"
)

// BenchmarkLossSets looks at every set of 20 organizations, and searches the
// sets of more.
func BenchmarkLossSets(b *testing.B) {
	for _, s := range []shape{
		{tasks: 245, orgs: 9, flows: 13, flowTasks: 20, handoffs: 25},
		{tasks: 245, orgs: 20, flows: 13, flowTasks: 20, handoffs: 25},
		{tasks: 245, orgs: 30, flows: 13, flowTasks: 20, handoffs: 25},
		{tasks: 5000, orgs: 50, flows: 100, flowTasks: 60, handoffs: 250},
	} {
		g := benchmarkGraph(b, s)
		b.Run(fmt.Sprintf("%d/%d", s.tasks, s.orgs), func(b *testing.B) {
			for b.Loop() {
				LossSetsOf(g, Options{})
			}
		})
	}
}
