package loss

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
)

// branched is a flow of 200 tasks in 40 layers, each but the last needing one of two tasks
// and one of two others of the next layer, with 20 organizations that lead two by two.
func branched(b *testing.B) *graph.Graph {
	var text strings.Builder
	text.WriteString("rules any none\ns:\n")
	flow := []string{"s -@a-> t0", "s -@a-> t1", "s -@b-> t2", "s -@b-> t3"}
	for i := range 200 {
		fmt.Fprintf(&text, "t%d: o%d* o%d*\n", i, i%20, (i+1+i*7%19)%20)
		for j := range 4 {
			if next := i/5*5 + 5 + (i+j)%5; next < 200 {
				flow = append(flow, fmt.Sprintf("t%d -@%c-> t%d", i, 'a'+j/2, next))
			}
		}
	}
	fmt.Fprintf(&text, "flow f from s to t195, t196, t197, t198, t199: %s\n", strings.Join(flow, ", "))
	return graphtext.Graph(b, text.String())
}

// BenchmarkBranchedFlow finds the smallest sets of organizations and of tasks that stop
// a flow of 200 tasks that need two branches each.
func BenchmarkBranchedFlow(b *testing.B) {
	g := branched(b)
	p := flow.Graphs(g)[0]
	inForce := rules.InForce(g, rules.Options{}).Rules
	b.Run("organizations", func(b *testing.B) {
		size := 0
		for b.Loop() {
			size = len(NewFlowCondition(g, p, inForce).critical(Enumerated, mostListed, 0).Sets[0])
		}
		b.ReportMetric(float64(size), "members")
	})
	prices := slices.Repeat([]int{1}, len(p.Tasks))
	prices[p.Starts[0]] = -1
	b.Run("tasks", func(b *testing.B) {
		total, least := 0, 0
		for b.Loop() {
			_, total, least, _ = p.CheapestLoss(prices, 20_000)
		}
		b.ReportMetric(float64(total), "tasks")
		b.ReportMetric(float64(least), "at-least")
	})
}

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
