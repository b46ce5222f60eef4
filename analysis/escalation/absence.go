package escalation

import (
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
)

// Absence compares the best path from a start with the one that is left when
// organizations are absent.
type Absence struct {
	Before      *Path `json:"before"`       // the best path with nobody absent; nil when there is none
	MoreSteps   *int  `json:"more_steps"`   // of the best path that is left; nil when there is no path before or after
	MoreMinutes *int  `json:"more_minutes"` // of its handoffs; negative when the path of more steps is the quicker; nil when one of both times is not known
}

// Block is the proof that no path is left from a start: everything that work
// still reaches, and that every handoff from there leads to what it reaches
// already or to a removed task. No goal is among the reached tasks.
type Block struct {
	Reached []string `json:"reached"`         // tasks that work still reaches, by ID; empty when the start itself is removed
	Removed []string `json:"removed"`         // removed tasks that these hand on to, or the start itself, by ID
	Stuck   []Stuck  `json:"stuck,omitempty"` // only in a flow with branches, where Reached are tasks that cannot be brought to an end: why each of them cannot, by ID
}

func (e *escalator) absence(start int, paths []Path) *Absence {
	best := e.best(start, e.p.Avoiding())
	if best == nil {
		return &Absence{}
	}
	before := e.path(*best, e.p.Avoiding(), func(int) bool { return false })
	a := &Absence{Before: &before}
	if len(paths) == 0 {
		return a
	}
	after := paths[0]
	steps := after.Length() - before.Length()
	a.MoreSteps = &steps
	if after.Minutes.Total != nil && before.Minutes.Total != nil {
		minutes := *after.Minutes.Total - *before.Minutes.Total
		a.MoreMinutes = &minutes
	}
	return a
}

// mayLose returns the tasks of the flow that the absence of organizations does
// not remove, but would in another reading of the uncertain marks; never nil.
func (e *escalator) mayLose() []string {
	ids := []string{}
	if len(e.absent) == 0 {
		return ids
	}
	all := placement.VariantsOf(e.g, e.p.Index, placement.UncertainGroups(e.g))
	isLost := func(task int, who rules.Roles) bool { return e.rules.OutcomeOf(who, task, e.isAbsent) == rules.Lost }
	for v, task := range e.p.Index {
		variants, uncertain := all[task]
		may := len(variants) == 0 || slices.ContainsFunc(variants, func(x placement.Variant) bool { return isLost(task, x) })
		if uncertain && may && !isLost(task, e.g) {
			ids = append(ids, e.p.Tasks[v])
		}
	}
	return ids
}

func (e *escalator) block(start int, removed []bool) *Block {
	if e.solver != nil {
		return e.stuck(start, removed)
	}
	reached, last := e.p.Reached([]int{start}, removed), e.p.Avoiding()
	last[start] = removed[start]
	b := &Block{Reached: []string{}, Removed: []string{}}
	for v, task := range e.p.Tasks {
		if !reached[v] {
			continue
		}
		b.Reached = append(b.Reached, task)
		for _, w := range e.p.Network.Next(v) {
			last[w] = removed[w]
		}
	}
	for v, task := range e.p.Tasks {
		if last[v] {
			b.Removed = append(b.Removed, task)
		}
	}
	return b
}
