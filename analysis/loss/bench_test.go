package loss

import (
	"fmt"
	"testing"

	"tasuki/analysis/rules"
	"tasuki/internal/bruteforce"
)

// BenchmarkLossSets looks at every set of 20 organizations, and searches the
// sets of more.
func BenchmarkLossSets(b *testing.B) {
	for _, s := range []bruteforce.Shape{
		{Tasks: 245, Orgs: 9, Flows: 13, FlowTasks: 20, Handoffs: 25},
		{Tasks: 245, Orgs: 20, Flows: 13, FlowTasks: 20, Handoffs: 25},
		{Tasks: 245, Orgs: 30, Flows: 13, FlowTasks: 20, Handoffs: 25},
		{Tasks: 5000, Orgs: 50, Flows: 100, FlowTasks: 60, Handoffs: 250},
	} {
		g := bruteforce.BenchmarkGraph(b, s)
		b.Run(fmt.Sprintf("%d/%d", s.Tasks, s.Orgs), func(b *testing.B) {
			for b.Loop() {
				LossSetsOf(g, rules.Options{})
			}
		})
	}
}
