package spof

import (
	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/said"
)

// PointsOfFailure are the single points of failure of flows, and of all handoffs
// together.
type PointsOfFailure struct {
	Flows     []FlowSPOF `json:"flows"`     // by ID, or in the order in which they were asked for
	Structure *Structure `json:"structure"` // null when only some flows were asked for
}

// PointsOfFailureOf returns the single points of failure of the flows of some
// IDs, or of all flows and of all handoffs together when none is given. It fails
// when no flow has an ID.
func PointsOfFailureOf(g *graph.Graph, o rules.Options, flows ...string) (PointsOfFailure, error) {
	if len(flows) == 0 {
		s := StructureOf(g)
		return PointsOfFailure{SPOFs(g, o), &s}, nil
	}
	p := PointsOfFailure{Flows: []FlowSPOF{}}
	for _, id := range flows {
		f, ok := g.Flow(id)
		if !ok {
			return PointsOfFailure{}, said.Errorf("computing single points of failure: no flow is called %q; use the ID of a declared flow", id)
		}
		p.Flows = append(p.Flows, newFlowSPOF(g, flow.New(g, f), rules.InForce(g, o).Rules, rules.Undeclared(g, o)))
	}
	return p, nil
}
