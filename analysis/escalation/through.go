package escalation

import (
	"cmp"
	"slices"
	"strings"

	"tasuki/analysis/flow"
	"tasuki/graph/said"
)

// checkThrough reports that the options ask for the way through what is no handoff of the
// flow, or by what is no task of it, or for both.
func (e *escalator) checkThrough() error {
	ends, via := e.options.Through, e.options.Via
	switch {
	case len(ends) > 0 && via != "":
		return said.Errorf("a path is to lead through %s and by way of %s; ask for one of both", strings.Join(ends, " -> "), via)
	case via != "" && !slices.Contains(e.p.Tasks, via):
		return said.Errorf("a path is to lead by way of %s, which is no task of it; name one of: %s", via, few(e.p.Tasks))
	case len(ends) == 0 || len(ends) == 2 && slices.Contains(e.p.Network.Edges(), e.handoff()):
		return nil
	}
	return said.Errorf("a path is to lead through %s, which is no handoff of it; name the two tasks of a declared one", strings.Join(ends, " -> "))
}

// handoff returns the vertices of the handoff that a path is to lead through; -1 for a task
// that is not of the flow.
func (e *escalator) handoff() [2]int {
	return [2]int{slices.Index(e.p.Tasks, e.options.Through[0]), slices.Index(e.p.Tasks, e.options.Through[1])}
}

// detours reports whether the best way is not asked for, but one by a handoff or a task.
func (e *escalator) detours() bool { return len(e.options.Through) > 0 || e.options.Via != "" }

// detour returns a way from a start that takes the handoff asked for, or comes to the task
// asked for, or nil. The best way of all is taken where it comes to the task; otherwise, of
// those that were found by each handoff to it, the best, one that a solution takes before one
// that leaves it by an optional branch. It takes the time of a search for each such handoff
// (see [flow.Solver.Through]).
func (e *escalator) detour(start int, removed []bool) *way {
	if e.options.Via == "" {
		return e.through(start, removed, e.handoff())
	}
	via := slices.Index(e.p.Tasks, e.options.Via)
	if w := e.straight(start, removed); w != nil && e.comes(*w, via, removed) {
		return w
	}
	var found *way
	for _, u := range e.p.Network.Prev(via) {
		w := e.through(start, removed, [2]int{u, via})
		if w != nil && (found == nil || cmp.Or(cmp.Compare(len(w.beside), len(found.beside)), e.compareWays(*w, *found)) < 0) {
			found = w
		}
	}
	return found
}

// comes reports whether work comes to a task on a way.
func (e *escalator) comes(w way, task int, removed []bool) bool {
	if w.solution == nil {
		return slices.Contains(w.vertices, task)
	}
	return slices.Contains(e.solver.Course(flow.Passage{Solution: *w.solution, Beside: w.beside}, removed).Tasks, task)
}

// through returns a way from a start that takes a handoff, or nil.
func (e *escalator) through(start int, removed []bool, handoff [2]int) *way {
	solver := e.solver
	if solver == nil {
		solver = flow.NewSolver(e.p, e.options.By == ByMinutes)
	}
	v, w := handoff[0], handoff[1]
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
