package graph

import "cmp"

// AsListed returns tasks in the order in which they stand in one matrix; those of several
// stay as they are.
func AsListed(tasks []Task) []Task {
	for _, t := range tasks {
		if t.Source.Line == 0 || t.Source.File != tasks[0].Source.File || t.Source.Sheet != tasks[0].Source.Sheet {
			return tasks
		}
	}
	return sorted(tasks, func(a, b Task) int { return cmp.Compare(a.Source.Line, b.Source.Line) })
}

// PartiesAsListed returns the organizations in the order in which their marks stand in one
// matrix, from left to right, or from top to bottom where each has a row of its own; those
// without marks follow. Where marks come from several matrices, or from none, organizations
// stay in the order of their IDs.
func PartiesAsListed(g *Graph) []Organization {
	first := map[string]Source{}
	var matrix Source
	turned, wide := true, false
	for i, a := range g.Assignments() {
		s := a.Source
		if i == 0 {
			matrix = s
		}
		if s.Line == 0 || s.Column == 0 || s.File != matrix.File || s.Sheet != matrix.Sheet {
			return g.Organizations()
		}
		at, known := first[a.Organization]
		if !known {
			first[a.Organization] = s
			continue
		}
		turned = turned && at.Line == s.Line
		wide = wide || at.Column != s.Column
		first[a.Organization] = Source{Line: min(at.Line, s.Line), Column: min(at.Column, s.Column)}
	}
	return sorted(g.Organizations(), func(a, b Organization) int {
		at, hasA := first[a.ID]
		to, hasB := first[b.ID]
		switch {
		case hasA != hasB:
			if hasA {
				return -1
			}
			return 1
		case turned && wide:
			return cmp.Compare(at.Line, to.Line)
		}
		return cmp.Or(cmp.Compare(at.Column, to.Column), cmp.Compare(at.Line, to.Line))
	})
}
