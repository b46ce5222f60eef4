package lint

import (
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/rules"
	"tasuki/graph/acceptance"
	"tasuki/internal/bruteforce"
)

// BenchmarkApply divides a finding of 20,000 tasks by as many decisions as a file may hold.
func BenchmarkApply(b *testing.B) {
	g := bruteforce.BenchmarkGraph(b, bruteforce.Shape{Tasks: 20_000, Orgs: 20, Flows: 1, FlowTasks: 20, Handoffs: 40})
	r := analysis.Analyze(g, rules.Options{BetweennessError: 0.1})
	var f acceptance.File
	for _, x := range r.Findings {
		for _, id := range x.Evidence[:min(1000, len(x.Evidence))] {
			if about(x.Rule) == "tasks" && len(f.Accept) < 1000 {
				f.Accept = append(f.Accept, entry(x.Rule, "x", acceptance.Scope{Task: id}))
			}
		}
	}
	for b.Loop() {
		if ps := Check(g.Dataset(), f); len(ps) > 0 {
			b.Fatal(ps)
		}
		Apply(&r, g, f, "")
	}
}
