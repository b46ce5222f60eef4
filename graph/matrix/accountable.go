package matrix

import (
	"slices"

	"tasuki/graph"
)

// accountableLeads makes those leads who are accountable for a task whose row
// names nobody that leads it, and counts the row. Their marks stay as printed; a
// weaker one of the same organization then says nothing more, as one beside a lead mark.
func (s *Scanner) accountableLeads(marks []graph.Assignment) []graph.Assignment {
	if slices.ContainsFunc(marks, func(a graph.Assignment) bool { return a.Role == graph.Lead }) {
		return marks
	}
	leads := map[string]bool{}
	for i, a := range marks {
		if a.Role == graph.Accountable {
			marks[i].Role, leads[a.Organization] = graph.Lead, true
		}
	}
	if len(leads) > 0 {
		s.account.Rows.AccountableLeads++
	}
	return slices.DeleteFunc(marks, func(a graph.Assignment) bool { return a.Role != graph.Lead && leads[a.Organization] })
}
