package input

import (
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/internal/usage"
)

// Flow returns the flow that was asked for.
func Flow(g *graph.Graph, id string) (graph.Flow, error) {
	f, ok := g.Flow(id)
	if ok {
		return f, nil
	}
	var ids []string
	for _, f := range g.Flows() {
		ids = append(ids, f.ID)
	}
	if len(ids) == 0 {
		return f, usage.Of(said.Errorf("no flow is called %q, and none is declared; declare one under flows, or fill in the table of tasuki propose handoffs", id))
	}
	return f, usage.Of(said.Errorf("no flow is called %q; use one of %v", id, ids))
}
