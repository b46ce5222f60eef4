package escalation

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
)

// HasOpenLeads reports whether the lead of a step of some path is uncertain.
func (e Escalation) HasOpenLeads() bool {
	return slices.ContainsFunc(e.Ladders, func(l Ladder) bool {
		return slices.ContainsFunc(l.Paths, func(p Path) bool {
			return slices.ContainsFunc(p.Steps, func(s Step) bool { return s.Open != nil })
		})
	})
}

// HasBranches reports whether some path has branches.
func (e Escalation) HasBranches() bool {
	return slices.ContainsFunc(e.Ladders, func(l Ladder) bool {
		return slices.ContainsFunc(l.Paths, func(p Path) bool { return p.Branches != nil })
	})
}

// only returns the organization that alone does every task which work can pass from a
// start on to a goal, or nothing.
func (e *escalator) only(start int, removed []bool) string {
	reached := e.p.Reached([]int{start}, removed)
	toGoal := flow.Distances(e.p.Network, e.p.Goals, removed)
	org := -1
	for v := range e.p.Tasks {
		if !reached[v] || toGoal[v] < 0 {
			continue
		}
		who := e.present(e.p.Index[v], e.isAbsent)
		if len(who) != 1 || org >= 0 && who[0] != org {
			return ""
		}
		org = who[0]
	}
	return rules.OrganizationIDs(e.g, []int{org})[0]
}
