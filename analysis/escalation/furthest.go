package escalation

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/graph/said"
)

// Furthest is how far work gets from a start from which no goal can be reached.
type Furthest struct {
	Path         // of every task that work reaches; where it is not a mere sequence, with branches
	Stops []Halt // where needed work stops, in the order of the path
}

// Halt is a task from which needed work goes no further.
type Halt struct {
	Task string
	Lost []string // lost tasks to which it should go from there, by ID; none: for another reason
	Back bool     // it could go back only, to tasks that it has come from
}

// FurthestOf returns how far work gets in the flow called id from a start task that is not
// lost: to every task to which a way leads from there that passes neither a goal nor a lost
// task. Each branch takes the handoff that it takes with everybody present, if that is left;
// further alternatives are marked as such, and nothing waits for them but what they alone
// lead to. It fails as [Escalations] does, and when there is no such task. It takes time
// O(n m) for n tasks and m handoffs.
func FurthestOf(g *graph.Graph, id, start string, options EscalationOptions) (Furthest, error) {
	f, _ := g.Flow(id)
	e, err := newEscalator(g, flow.New(g, f), options)
	if err != nil {
		return Furthest{}, err
	}
	at, removed := slices.Index(e.p.Tasks, start), e.removed()
	if at < 0 || removed[at] {
		return Furthest{}, said.Errorf("no work begins at %s; name a task of the flow that is not lost", start)
	}
	solver := flow.NewSolver(e.p, e.options.By == ByMinutes)
	c := solver.Furthest(at, removed)
	r := Furthest{Path: e.course(solver, c.Course, e.isAbsent)}
	for _, s := range c.Stops {
		r.Stops = append(r.Stops, Halt{e.p.Tasks[s.At], e.p.IDs(s.Lost), s.Back})
	}
	if r.sequence() {
		for i := range r.Steps {
			r.Steps[i].Arrivals = nil
		}
		return r, nil
	}
	r.Branches = &Branching{Ends: e.p.IDs(c.Targets), Without: []string{}}
	depth := map[string]int{}
	for i, s := range r.Steps {
		for _, a := range r.Waited(i) {
			depth[s.Task] = max(depth[s.Task], depth[a.From]+1)
		}
		if r.Branches.Longest = max(r.Branches.Longest, depth[s.Task]); !s.Optional {
			r.Branches.Needed++
		}
	}
	r.Minutes = r.Takes()
	return r, nil
}

// sequence reports whether each step follows from the one before alone, and work stops at the
// last only.
func (f Furthest) sequence() bool {
	last := f.Steps[len(f.Steps)-1].Task
	for i, s := range f.Steps[1:] {
		if a := s.Arrivals; s.Optional || s.Other || len(a) != 1 || a[0].From != f.Steps[i].Task || a[0].Optional {
			return false
		}
	}
	return len(f.Stops) == 1 && f.Stops[0].Task == last
}
