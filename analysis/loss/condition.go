package loss

import (
	"slices"

	"tasuki/analysis/rules"
	"tasuki/graph"
)

// condition says which losses of organizations lose a task: those of all
// organizations in all and, unless oneOf is empty, of at least one in oneOf.
// Both lists are ascending and have no common member. Every reading of the
// rules can be put in this form, so losing more never brings a task back.
type condition struct {
	all, oneOf []int
}

// conditionOf returns when a task is lost; false when it never is, since nobody
// leads it. It says the same as [rules.Rules.OutcomeOf].
func conditionOf(r rules.Rules, who rules.Roles, task int) (condition, bool) {
	leads := who.Leads(task)
	if len(leads) == 0 {
		return condition{}, false
	}
	var c condition
	if r.Support == graph.Fallback {
		c.all = slices.Clone(who.Supports(task))
	}
	supports := func(org int) bool { return slices.Contains(c.all, org) }
	switch {
	case r.Leads == graph.AnyLead || len(leads) == 1:
		c.all = append(c.all, leads...)
		slices.Sort(c.all)
		c.all = slices.Compact(c.all)
	case !slices.ContainsFunc(leads, supports):
		c.oneOf = leads
	}
	return c, true
}

// met reports whether the condition holds when the marked organizations are
// lost.
func (c condition) met(gone []bool) bool {
	isGone := func(org int) bool { return gone[org] }
	isLeft := func(org int) bool { return !gone[org] }
	return !slices.ContainsFunc(c.all, isLeft) && (len(c.oneOf) == 0 || slices.ContainsFunc(c.oneOf, isGone))
}

// on returns the condition on the positions of organizations in a list that has
// all of them.
func (c condition) on(orgs []int) condition {
	return condition{positions(orgs, c.all), positions(orgs, c.oneOf)}
}

// positions returns where members stand in an ascending list.
func positions(list, members []int) []int {
	at := make([]int, len(members))
	for i, m := range members {
		at[i], _ = slices.BinarySearch(list, m)
	}
	return at
}
