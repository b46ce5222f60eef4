package escalation

import (
	"cmp"
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
)

// way is what a path is made from: vertices one behind the other or, in a flow whose
// work goes on in several places at once, a solution.
type way struct {
	vertices []int
	solution *flow.Solution
	beside   []flow.Taken // what is to be taken besides, from an optional branch of the solution on
	without  []int        // organizations of the best solution that this one does without
}

// solverOf returns the solver of a flow with branches; nil for one with alternatives
// only. To reach somebody, the branches that do not lead there are left out.
func (e *escalator) solverOf() *flow.Solver {
	if !e.p.Splits() {
		return nil
	}
	p := e.p
	if e.to != nil {
		toGoal := flow.Distances(p.Network, p.Goals, p.Avoiding())
		p = p.Keeping(func(_ int, b flow.Branch) bool {
			return slices.ContainsFunc(b.Next, func(w int) bool { return toGoal[w] >= 0 })
		})
	}
	return flow.NewSolver(p, e.options.By == ByMinutes)
}

// best returns the first way from a start, or nil.
func (e *escalator) best(start int, removed []bool) *way {
	if e.detours() {
		return e.detour(start, removed)
	}
	return e.straight(start, removed)
}

// straight returns the best way from a start of all, or nil.
func (e *escalator) straight(start int, removed []bool) *way {
	if e.solver == nil {
		if path := e.router().Best(start, removed); path != nil {
			return &way{vertices: path}
		}
		return nil
	}
	if s := e.solver.Best(start, removed); s != nil {
		return &way{solution: s}
	}
	return nil
}

// compareWays orders ways from starts that may differ.
func (e *escalator) compareWays(a, b way) int {
	if e.solver == nil {
		return e.router().Compare(a.vertices, b.vertices)
	}
	return cmp.Or(flow.CompareSolutions(*a.solution, *b.solution), cmp.Compare(a.solution.Tasks[0], b.solution.Tasks[0]))
}

// ways returns the first k ways from a start, and whether there are others.
func (e *escalator) ways(start int, removed []bool, k int) (list []way, more bool) {
	if e.detours() {
		if w := e.detour(start, removed); w != nil {
			list = append(list, *w)
		}
		return list, true
	}
	if e.solver != nil {
		return e.solutions(start, removed, k)
	}
	paths, more := e.router().Paths(start, removed, k)
	for _, path := range paths {
		list = append(list, way{vertices: path})
	}
	return list, more
}

// solutions returns the best solution from a start and its alternates. Those stand first
// that are best without one of the organizations that the best needs, the more of these
// they do without, the earlier; then come the others, in their order.
func (e *escalator) solutions(start int, removed []bool, k int) ([]way, bool) {
	all, more := e.solver.Solutions(start, removed, k)
	if len(all) == 0 {
		return nil, more
	}
	needed := e.needed(all[0], e.leadsOn(all[0]))
	var alternates []*way
	add := func(s flow.Solution) {
		same := func(w *way) bool { return flow.CompareSolutions(*w.solution, s) == 0 }
		if flow.CompareSolutions(all[0], s) != 0 && !slices.ContainsFunc(alternates, same) {
			still := e.needed(s, needed)
			alternates = append(alternates, &way{solution: &s, without: slices.DeleteFunc(slices.Clone(needed), func(org int) bool { return slices.Contains(still, org) })})
		}
	}
	for _, org := range needed {
		if s := e.solver.Best(start, e.p.LostWithout(e.g, e.rules, e.goneWith(org))); s != nil {
			add(*s)
		}
	}
	slices.SortFunc(alternates, func(a, b *way) int {
		return cmp.Or(cmp.Compare(len(b.without), len(a.without)), flow.CompareSolutions(*a.solution, *b.solution))
	})
	for _, s := range all[1:] {
		add(s)
	}
	list := []way{{solution: &all[0]}}
	for _, w := range alternates[:min(k-1, len(alternates))] {
		list = append(list, *w)
	}
	return list, more
}

// goneWith returns who is gone when an organization is, besides the absent.
func (e *escalator) goneWith(org int) func(int) bool {
	return func(o int) bool { return o == org || e.absent[o] }
}

// leadsOn returns the organizations that lead a task of a solution, ascending.
func (e *escalator) leadsOn(s flow.Solution) []int {
	var orgs []int
	for _, v := range s.Tasks {
		orgs = append(orgs, e.g.Leads(e.p.Index[v])...)
	}
	slices.Sort(orgs)
	return slices.Compact(orgs)
}

// needed returns those of some organizations that are there and without whom a task of a
// solution is lost.
func (e *escalator) needed(s flow.Solution, orgs []int) []int {
	return slices.DeleteFunc(slices.Clone(orgs), func(org int) bool {
		return e.absent[org] || !slices.ContainsFunc(s.Tasks, func(v int) bool {
			return e.rules.OutcomeOf(e.g, e.p.Index[v], e.goneWith(org)) == rules.Lost
		})
	})
}
