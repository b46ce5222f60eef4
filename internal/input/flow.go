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
	ids := flowIDs(g)
	if len(ids) == 0 {
		return f, usage.Of(said.Errorf("no flow is called %q, and none is declared; declare one under flows, or fill in the table of tasuki propose handoffs", id))
	}
	return f, usage.Of(said.Errorf("no flow is called %q; use one of %v", id, ids))
}

// OneFlow returns the flow that was asked for, or the only one where none was.
func OneFlow(g *graph.Graph, asked []string) (graph.Flow, error) {
	switch ids := flowIDs(g); {
	case len(asked) > 0:
		return Flow(g, asked[0])
	case len(ids) == 1:
		return Flow(g, ids[0])
	case len(ids) == 0:
		return graph.Flow{}, usage.Of(said.New("no flow is declared; declare one under flows, or fill in the table of tasuki propose handoffs"))
	default:
		return graph.Flow{}, usage.Of(said.Errorf("which flow? use one of %v", ids))
	}
}

// NoFlow says that a drill has been given no flow, and which there are.
func NoFlow(g *graph.Graph) error {
	ids := flowIDs(g)
	if len(ids) == 0 {
		return usage.Of(said.New("drill needs a FLOW, and none is declared; declare one under flows, or fill in the table of tasuki propose handoffs"))
	}
	return usage.Of(said.Errorf("drill needs a FLOW, on the command line or in the scenario; use one of %v", ids))
}

func flowIDs(g *graph.Graph) []string {
	var ids []string
	for _, f := range g.Flows() {
		ids = append(ids, f.ID)
	}
	return ids
}
