package report

import (
	"tasuki/graph"
	"tasuki/render/document"
)

// drawnFlows returns whether each flow is drawn in a report: those that are not too
// large, by ID, as long as they are not too large together.
func drawnFlows(flows []graph.Flow) []bool {
	drawn, together := make([]bool, len(flows)), 0
	for i, f := range flows {
		size := len(graph.FlowTasks(f)) + len(f.Handoffs)
		if size > document.MostDrawn || together+size > document.MostDrawnTogether {
			continue
		}
		drawn[i], together = true, together+size
	}
	return drawn
}
