package flow_test

import (
	"slices"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// flowOf returns the first flow of a text.
func flowOf(t *testing.T, text string) flow.Graph {
	t.Helper()
	g := graphtext.Graph(t, text)
	return flow.New(g, g.Flows()[0])
}

// five returns a flow from 1 to 4 of five tasks that nobody leads.
func five(t *testing.T, handoffs string) flow.Graph {
	t.Helper()
	return flowOf(t, "1:\n2:\n3:\n4:\n5:\nflow f from 1 to 4: "+handoffs)
}

// without masks a task; none when it is empty.
func without(p flow.Graph, task string) []bool {
	avoid := p.Avoiding()
	if v := slices.Index(p.Tasks, task); v >= 0 {
		avoid[v] = true
	}
	return avoid
}

// timed gives the handoffs of flows minutes, of few values so that some are equal, for
// every other seed.
func timed(t *testing.T, g *graph.Graph, seed uint64) (list []flow.Graph, byMinutes bool) {
	t.Helper()
	if seed%2 == 1 {
		return flow.Graphs(g), false
	}
	d := g.Dataset()
	d.Flows = slices.Clone(d.Flows)
	for i := range d.Flows {
		d.Flows[i].Handoffs = slices.Clone(d.Flows[i].Handoffs)
		for k := range d.Flows[i].Handoffs {
			d.Flows[i].Handoffs[k].Minutes = 1 + int(seed*7+uint64(k*k*13))%4
		}
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return flow.Graphs(g), true
}
