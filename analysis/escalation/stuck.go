package escalation

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/graph"
)

// Stuck says why a task cannot be brought to an end: a branch that is needed leads only to
// tasks that cannot either, or that are removed.
type Stuck struct {
	Task   string   `json:"task"`
	Branch string   `json:"branch"` // empty: it has no name, or nothing leaves the task
	Next   []string `json:"next"`   // the tasks that it leads to, by ID; empty where nothing leaves the task
}

// stuck proves that no solution is left from a start: along one branch of each task,
// whatever work reaches cannot be brought to an end.
func (e *escalator) stuck(start int, removed []bool) *Block {
	b := &Block{Reached: []string{}, Removed: []string{}}
	if removed[start] {
		b.Removed = []string{e.p.Tasks[start]}
		return b
	}
	why := map[int]Stuck{}
	succeeds, failing, lost := e.solver.Succeeds(removed), e.p.Avoiding(start), e.p.Avoiding()
	for queue := []int{start}; len(queue) > 0; queue = queue[1:] {
		v := queue[0]
		s := Stuck{Task: e.p.Tasks[v], Next: []string{}}
		for _, branch := range e.solver.Branches[v] {
			if branch.Optional || slices.ContainsFunc(branch.Next, func(w int) bool { return succeeds[w] }) {
				continue
			}
			s.Branch, s.Next = branch.Name, e.p.IDs(branch.Next)
			for _, w := range branch.Next {
				if removed[w] {
					lost[w] = true
				} else if !failing[w] {
					failing[w] = true
					queue = append(queue, w)
				}
			}
			break
		}
		why[v] = s
	}
	for v := range e.p.Tasks {
		if failing[v] {
			b.Stuck = append(b.Stuck, why[v])
		}
	}
	b.Reached, b.Removed = e.p.Masked(failing), e.p.Masked(lost)
	return b
}

// deadEnds returns the vertices that work reaches from a start, passing no goal and no
// removed task, but from which it comes to no end; ascending. Optional branches are left
// out: work that they reach need not come to one.
func (e *escalator) deadEnds(removed []bool) []int {
	if e.solver == nil {
		return flow.DeadEnds(e.p, removed)
	}
	succeeds := e.solver.Succeeds(removed)
	var ends []int
	for _, v := range e.reachedInNeeded(removed) {
		if !succeeds[v] {
			ends = append(ends, v)
		}
	}
	return ends
}

// reachedInNeeded returns the vertices that work reaches from a start by needed branches,
// passing no goal and no removed task; ascending.
func (e *escalator) reachedInNeeded(removed []bool) []int {
	goal, seen := e.p.Avoiding(e.p.Goals...), e.p.Avoiding()
	var reached []int
	for queue := slices.Clone(e.p.Starts); len(queue) > 0; queue = queue[1:] {
		v := queue[0]
		if seen[v] || removed[v] {
			continue
		}
		seen[v] = true
		reached = append(reached, v)
		for _, branch := range e.solver.Branches[v] {
			if !goal[v] && !branch.Optional {
				queue = append(queue, branch.Next...)
			}
		}
	}
	slices.Sort(reached)
	return reached
}

// branchesWithoutMinutes returns the handoffs that a solution may take and that declare
// no minutes.
func (e *escalator) branchesWithoutMinutes() []string {
	nobody := e.p.Avoiding()
	goal, succeeds := e.p.Avoiding(e.p.Goals...), e.solver.Succeeds(nobody)
	untimed := func(v int, b flow.Branch, w int) bool {
		return !b.Optional && slices.ContainsFunc(e.p.HandoffsOf(v, b, w), func(h graph.Handoff) bool { return h.Minutes == 0 })
	}
	var missing []string
	for _, v := range e.reachedInNeeded(nobody) {
		for _, w := range e.p.Network.Next(v) {
			if !goal[v] && succeeds[w] && slices.ContainsFunc(e.solver.Branches[v], func(b flow.Branch) bool { return untimed(v, b, w) }) {
				missing = append(missing, e.p.Tasks[v]+" -> "+e.p.Tasks[w])
			}
		}
	}
	return missing
}
