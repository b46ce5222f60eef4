package rules

import (
	"slices"

	"tasuki/graph"
)

// Present returns the organizations that do a task without some others, by ID:
// the leads that are left and, where the rules let supporters stand in for those
// that are not, its supporters that are left. A task that does not exist is done
// by nobody.
func Present(g *graph.Graph, inForce Rules, task string, without []string) []string {
	t, ok := g.TaskIndex(task)
	if !ok {
		return []string{}
	}
	return OrganizationIDs(g, inForce.Present(g, t, func(org int) bool { return slices.Contains(without, g.Organizations()[org].ID) }))
}

// Present returns the organizations that do a task while some are gone: the
// leads that are left and, where the task is degraded, its supporters that are.
func (r Rules) Present(g *graph.Graph, task int, gone func(org int) bool) []int {
	orgs := slices.Clone(g.Leads(task))
	if r.OutcomeOf(g, task, gone) == Degraded {
		orgs = slices.Concat(orgs, g.Supports(task))
		slices.Sort(orgs)
		orgs = slices.Compact(orgs)
	}
	return slices.DeleteFunc(orgs, gone)
}
