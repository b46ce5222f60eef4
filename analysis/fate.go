package analysis

import (
	"slices"

	"tasuki/graph"
)

// fate is what becomes of a task when organizations are lost.
type fate int

const (
	kept fate = iota
	degraded
	lost
)

// roles says who leads and who supports each task: a [graph.Graph], or another
// reading of its uncertain marks.
type roles interface {
	Leads(task int) []int
	Supports(task int) []int
}

// fateOf returns what becomes of a task when the organizations for which gone
// is true are lost. A task that nobody leads is kept: it has nothing to lose.
func (r Rules) fateOf(who roles, task int, gone func(org int) bool) fate {
	leads := who.Leads(task)
	hit := slices.ContainsFunc(leads, gone)
	stays := func(org int) bool { return !gone(org) }
	if r.Leads == graph.AnyLead && slices.ContainsFunc(leads, stays) {
		hit = false
	}
	switch {
	case !hit:
		return kept
	case r.Support == graph.Fallback && slices.ContainsFunc(who.Supports(task), stays):
		return degraded
	}
	return lost
}

// only returns the loss of a single organization.
func only(org int) func(int) bool { return func(o int) bool { return o == org } }
