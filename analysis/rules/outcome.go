package rules

import (
	"slices"

	"tasuki/graph"
)

// Outcome is what becomes of a task when organizations are lost.
type Outcome int

// What becomes of a task, from good to bad.
const (
	Kept Outcome = iota
	Degraded
	Lost
)

// Roles says who leads and who supports each task: a [graph.Graph], or another
// reading of its uncertain marks.
type Roles interface {
	Leads(task int) []int
	Supports(task int) []int
}

// OutcomeOf returns what becomes of a task when the organizations for which gone
// is true are lost. A task that nobody leads is kept: it has nothing to lose.
func (r Rules) OutcomeOf(who Roles, task int, gone func(org int) bool) Outcome {
	leads := who.Leads(task)
	hit := slices.ContainsFunc(leads, gone)
	stays := func(org int) bool { return !gone(org) }
	if r.Leads == graph.AnyLead && slices.ContainsFunc(leads, stays) {
		hit = false
	}
	switch {
	case !hit:
		return Kept
	case r.Support == graph.Fallback && slices.ContainsFunc(who.Supports(task), stays):
		return Degraded
	}
	return Lost
}

// Only returns the loss of a single organization.
func Only(org int) func(int) bool { return func(o int) bool { return o == org } }
