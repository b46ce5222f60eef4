package escalation

import (
	"slices"
	"strings"

	"tasuki/analysis/flow"
	"tasuki/graph/said"
)

// checkThrough reports that the options ask for the way through what is no handoff of the
// flow.
func (e *escalator) checkThrough() error {
	ends := e.options.Through
	if len(ends) == 0 || len(ends) == 2 && slices.Contains(e.p.Network.Edges(), e.handoff()) {
		return nil
	}
	return said.Errorf("a path is to lead through %s, which is no handoff of it; name the two tasks of a declared one", strings.Join(ends, " -> "))
}

// handoff returns the vertices of the handoff that a path is to lead through; -1 for a task
// that is not of the flow.
func (e *escalator) handoff() [2]int {
	return [2]int{slices.Index(e.p.Tasks, e.options.Through[0]), slices.Index(e.p.Tasks, e.options.Through[1])}
}

// through returns a way from a start that takes the handoff asked for, or nil.
func (e *escalator) through(start int, removed []bool) *way {
	solver := e.solver
	if solver == nil {
		solver = flow.NewSolver(e.p, e.options.By == ByMinutes)
	}
	v, w := e.handoff()[0], e.handoff()[1]
	for b, branch := range solver.Branches[v] {
		if removed[w] || !slices.Contains(branch.Next, w) {
			continue
		}
		asked := flow.Taken{From: v, Branch: b, To: w}
		switch found, _ := solver.Through(start, asked, removed); {
		case found != nil && e.solver == nil:
			return &way{vertices: found.Solution.Tasks}
		case found != nil:
			return &way{solution: &found.Solution, beside: found.Beside}
		}
	}
	return nil
}
