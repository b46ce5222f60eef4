package bottleneck

import (
	"math"
	"testing"

	"tasuki/analysis/rules"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// TestEstimatedBetweenness compares estimates with the exact values, on a graph
// that needs a sample smaller than itself.
func TestEstimatedBetweenness(t *testing.T) {
	g := bruteforce.BenchmarkGraph(t, bruteforce.Shape{Tasks: seeds.Size(4000, 1500), Orgs: 9, Flows: seeds.Size(300, 110), FlowTasks: 30, Handoffs: 60})
	exact, b := Bottlenecks(g, rules.Options{}), Bottlenecks(g, rules.Options{BetweennessError: 0.1})
	if exact.Estimate != nil || b.Estimate == nil || len(b.TaskHandoffs) != 0 {
		t.Fatalf("estimates %v and %v, %d handoffs", exact.Estimate, b.Estimate, len(b.TaskHandoffs))
	}
	if e := *b.Estimate; e.Error <= 0 || e.Error > 0.1 || e.Chance != 0.99 || e.Searches >= len(b.Tasks) {
		t.Errorf("estimate %+v of %d tasks", e, len(b.Tasks))
	}
	values := map[string]float64{}
	for _, x := range exact.Tasks {
		values[x.Task] = *x.Betweenness.Normalized
	}
	for i, x := range b.Tasks {
		if off := math.Abs(*x.Betweenness.Normalized - values[x.Task]); off > b.Estimate.Error {
			t.Errorf("%s is off by %v", x.Task, off)
		}
		if i > 0 && x.Betweenness.Value > b.Tasks[i-1].Betweenness.Value {
			t.Errorf("%s stands behind a smaller value", x.Task)
		}
	}
	small := bruteforce.BenchmarkGraph(t, bruteforce.Shape{Tasks: 30, Orgs: 4, Flows: 2, FlowTasks: 20, Handoffs: 25})
	if e := Bottlenecks(small, rules.Options{BetweennessError: 0.1}).Estimate; e == nil || e.Error != 0 || e.Chance != 1 {
		t.Errorf("of few tasks: %+v, want exact values", e)
	}
}
