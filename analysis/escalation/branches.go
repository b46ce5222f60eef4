package escalation

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Arrival is a handoff by which work reaches a step of a path with branches.
type Arrival struct {
	From     string          `json:"from"`     // the task that hands on
	Branch   string          `json:"branch"`   // of the handoffs of that task; empty: they have none
	Optional bool            `json:"optional"` // the procedure can do without it, and nothing that is needed waits for it
	Handoffs []graph.Handoff `json:"handoffs"` // by kind
	Minutes  *int            `json:"minutes"`  // nil when not declared
	Other    bool            `json:"-"`        // it is tried beside another alternative, or follows one that is; see [Furthest]
}

// Branching is what is known of a path on which work goes on in several places at once.
type Branching struct {
	Longest int      `json:"longest"` // handoffs on the longest branch; by minutes, on the longest of those that take the most
	Needed  int      `json:"needed"`  // tasks without those that only optional branches reach
	Ends    []string `json:"ends"`    // the goals at which needed work ends, by ID
	Without []string `json:"without"` // organizations that the best path needs and this one does not, by ID; empty on the best path
}

// Length returns the handoffs of a path, of one with branches those of the longest.
func (p Path) Length() int {
	if p.Branches != nil {
		return p.Branches.Longest
	}
	return len(p.Steps) - 1
}

// Best returns the ladder with the best path of all, the first of those with equally good
// ones; nil when there is no path.
func (e Escalation) Best() *Ladder {
	var best *Ladder
	cost := func(l *Ladder) []int {
		minutes := 0
		if e.By == ByMinutes {
			minutes = l.Paths[0].Minutes.AtLeast
		}
		return []int{minutes, l.Paths[0].Length()}
	}
	for i := range e.Ladders {
		l := &e.Ladders[i]
		if len(l.Paths) > 0 && (best == nil || slices.Compare(cost(l), cost(best)) < 0) {
			best = l
		}
	}
	return best
}

// ends returns the goals at which the needed work of a path ends.
func (p Path) ends() []string {
	if p.Branches != nil {
		return p.Branches.Ends
	}
	return []string{p.Steps[len(p.Steps)-1].Task}
}

// Arrivals returns by which handoffs work reaches a step of a path, by its position.
func (p Path) Arrivals(at int) []Arrival {
	if p.Branches != nil || at == 0 {
		return p.Steps[at].Arrivals
	}
	s := p.Steps[at]
	return []Arrival{{From: p.Steps[at-1].Task, Handoffs: s.Handoffs, Minutes: s.Minutes}}
}

// Waited returns the arrivals that a step waits for: the needed ones or, of a step that
// only optional branches reach, all; those of further alternatives only where no others come.
func (p Path) Waited(at int) []Arrival {
	s := p.Steps[at]
	return slices.DeleteFunc(slices.Clone(p.Arrivals(at)), func(a Arrival) bool { return a.Optional && !s.Optional || a.Other && !s.Other })
}

// places returns the positions of the steps of a path, by task.
func (p Path) places() map[string]int {
	at := map[string]int{}
	for i, s := range p.Steps {
		at[s.Task] = i
	}
	return at
}

// branched describes a solution while some organizations are gone.
func (e *escalator) branched(w way, removed []bool, gone func(org int) bool) Path {
	c := e.solver.Course(flow.Passage{Solution: *w.solution, Beside: w.beside}, removed)
	path := e.course(e.solver, c, gone)
	path.Branches = &Branching{
		Longest: w.solution.Steps(), Needed: len(w.solution.Tasks), Ends: e.p.IDs(c.Targets), Without: rules.OrganizationIDs(e.g, w.without),
	}
	path.Minutes = path.Takes()
	path.Objective = e.verdict(path, path.Minutes)
	if e.contacts {
		path.Timeline = e.timeline(path, gone)
	}
	return path
}

// course describes how work runs while some organizations are gone: steps and rungs.
func (e *escalator) course(solver *flow.Solver, c flow.Course, gone func(org int) bool) Path {
	path, onward := Path{Steps: []Step{}}, make([]int, len(c.Tasks))
	for i, v := range c.Tasks {
		s := e.step(v, gone)
		s.Optional, s.Other = !c.Needed[i], c.Other != nil && c.Other[i]
		for _, a := range c.Arrows[i] {
			onward[a.From]++
			s.Arrivals = append(s.Arrivals, e.arrival(solver, c, a, v))
		}
		for _, a := range s.Arrivals {
			s.Handoffs = append(s.Handoffs, a.Handoffs...)
		}
		if len(s.Arrivals) == 1 {
			s.Minutes = s.Arrivals[0].Minutes
		}
		path.Steps = append(path.Steps, s)
	}
	path.Rungs = e.rungs(path, onward)
	return path
}

func (e *escalator) arrival(solver *flow.Solver, c flow.Course, a flow.Arrow, v int) Arrival {
	from := c.Tasks[a.From]
	branch := solver.Branches[from][a.Branch]
	return Arrival{
		From: e.p.Tasks[from], Branch: branch.Name, Optional: a.Optional, Other: a.Other,
		Handoffs: solver.HandoffsOf(from, branch, v), Minutes: solver.MinutesOf(from, a.Branch, v),
	}
}

// rungs puts steps together that the same organizations do one behind the other, where
// nothing else comes in or goes out.
func (e *escalator) rungs(path Path, onward []int) []Rung {
	list, last := []Rung{}, -1
	for i, s := range path.Steps {
		if last >= 0 && len(s.Arrivals) == 1 && s.Arrivals[0].From == path.Steps[last].Task && onward[last] == 1 &&
			s.Optional == path.Steps[last].Optional && slices.Equal(list[len(list)-1].Organizations, s.Organizations) {
			list[len(list)-1].Tasks = append(list[len(list)-1].Tasks, s.Task)
		} else {
			list = append(list, Rung{Organizations: s.Organizations, Tasks: []string{s.Task}})
		}
		last = i
	}
	return list
}

// Takes returns how long the handoffs of a path take until its needed work has ended: what
// several branches bring waits for the last.
func (p Path) Takes() Minutes {
	run := newRun(p)
	for i := range p.Steps {
		run.done[i] = clock{best: run.arrived(i, func(c clock) duration { return c.best })}
	}
	return run.ended(func(c clock) duration { return c.best }).minutes()
}

// run is how far the work of a path has come.
type run struct {
	path  Path
	at    map[string]int
	done  []clock // when the work of each step has been taken on
	extra []clock // of each step, what it adds to what arrives
	after [][]int // of each step, other steps that it waits for
}

func newRun(p Path) *run {
	return &run{path: p, at: p.places(), done: make([]clock, len(p.Steps)), extra: make([]clock, len(p.Steps)), after: make([][]int, len(p.Steps))}
}

// arrived returns when a step has all that it waits for, of one of both cases.
func (r *run) arrived(i int, of func(clock) duration) duration {
	list := r.path.Waited(i)
	if len(list) == 1 {
		return of(r.done[r.at[list[0].From]]).plus(list[0].Minutes)
	}
	latest := 0
	for _, a := range list {
		latest = max(latest, of(r.done[r.at[a.From]]).plus(a.Minutes).atLeast)
	}
	return duration{latest, r.unknown([]int{i}, of)}
}

// ended returns when the needed work has ended at all goals.
func (r *run) ended(of func(clock) duration) duration {
	if r.path.Branches == nil {
		return of(r.done[len(r.done)-1])
	}
	latest, ends := 0, []int{}
	for _, id := range r.path.ends() {
		ends = append(ends, r.at[id])
		latest = max(latest, of(r.done[r.at[id]]).atLeast)
	}
	unknown := r.unknown(ends, of)
	for _, i := range ends {
		unknown += of(r.extra[i]).unknown
	}
	return duration{latest, unknown}
}

// unknown counts what is not known of the times at which work reaches some steps: each
// part once, however many branches it is before.
func (r *run) unknown(steps []int, of func(clock) duration) int {
	n, seen := 0, map[int]bool{}
	for _, i := range steps {
		seen[i] = true
	}
	for queue := slices.Clone(steps); len(queue) > 0; queue = queue[1:] {
		i := queue[0]
		before := slices.Clone(r.after[i])
		for _, a := range r.path.Waited(i) {
			before = append(before, r.at[a.From])
			if a.Minutes == nil {
				n++
			}
		}
		for _, k := range before {
			if !seen[k] {
				seen[k] = true
				n += of(r.extra[k]).unknown
				queue = append(queue, k)
			}
		}
	}
	return n
}
