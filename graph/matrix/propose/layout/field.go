package layout

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/band"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
)

// readFields finds out where a heading of a covers several columns of marks: with
// headings below it that name roles, each column is one part of that party; without
// any, all of them are one field. It returns the line of those roles, or 0.
func (p *proposal) readFields(a *area) int {
	a.fields, a.roles = map[int]int{}, map[int]graph.Role{}
	marked := p.markColumns(a.body)
	roles := p.roleRow(a, marked)
	if roles == nil {
		if !p.rolesAbove(a) {
			p.mergedFields(a, marked)
		}
		return 0
	}
	first := 0
	for column := 1; column <= len(roles.Cells); column++ {
		own := word.Headline(a.heading.Cell(column))
		role, isRole := word.RoleOf(roles.Cell(column))
		switch {
		case own != "" && !a.heading.Copied(column) && isRole:
			first = column
		case first == 0 || !isRole:
			continue
		default:
			a.fields[column], a.names[column] = first, a.names[first]
		}
		if isRole {
			a.roles[column] = role
		}
	}
	return roles.Line
}

// roleRow returns the row of a's headings below the one that names the parties in
// which roles alone stand over the marks, or nil.
func (p *proposal) roleRow(a *area, marked []int) *table.Row {
	for i := range a.heads {
		if row := &a.heads[i]; row.Line > a.heading.Line && p.isTitle(*row) && row.Cell(marked[0]) != "" {
			return row
		}
	}
	return nil
}

// rolesAbove finds the row above the parties that names roles alone, each over several
// of them, when parties stand there more than once: each column is one part of its
// party.
func (p *proposal) rolesAbove(a *area) bool {
	firsts, twice := map[string]int{}, map[int]int{}
	for _, column := range matrix.SortedKeys(a.names) {
		if first, seen := firsts[a.names[column]]; seen {
			twice[column] = first
		} else {
			firsts[a.names[column]] = column
		}
	}
	if len(twice) == 0 {
		return false
	}
	for _, row := range a.heads {
		roles := band.RolesOver(row, a.names)
		if row.Line >= a.heading.Line || roles == nil {
			continue
		}
		a.roles, a.fields = roles, twice
		return true
	}
	return false
}

// widestField is how many columns a heading may be merged over to be one field.
const widestField = 64

// mergedFields gives the columns that a merged heading covers to that heading, if
// marks stand there too or are merged over them.
func (p *proposal) mergedFields(a *area, marked []int) {
	spans := p.merged[a.heading.Line]
	if len(spans) == 0 {
		return
	}
	beside := p.besideFirst(a)
	for _, span := range spans {
		first := span.First
		if a.names[first] == "" || first < marked[0] || a.heading.Cell(first) != span.Text || span.Last-first >= widestField {
			continue
		}
		used := false
		for column := first + 1; column <= span.Last; column++ {
			used = used || beside[column]
		}
		used = used && p.oneMarkEach(a, first, span.Last)
		for column := first + 1; column <= span.Last && used; column++ {
			if a.names[column] == "" {
				a.fields[column], a.names[column] = first, a.names[first]
			}
		}
	}
}

// oneMarkEach reports whether no row of a has two marks in some columns: what heads
// several is a group of parties, not one of them.
func (p *proposal) oneMarkEach(a *area, first, last int) bool {
	return !slices.ContainsFunc(a.body, func(row table.Row) bool {
		n := 0
		for column := first; column <= last; column++ {
			if !row.Copied(column) && p.isMark(row.Cell(column)) {
				n++
			}
		}
		return n > 1
	})
}

// besideFirst returns the columns in which a mark of a stands, or over which one is
// merged that stands in an earlier column.
func (p *proposal) besideFirst(a *area) map[int]bool {
	columns := map[int]bool{}
	for _, row := range a.body {
		for i, cell := range row.Cells {
			if p.isMark(cell) {
				columns[i+1] = true
			}
		}
		for _, span := range p.merged[row.Line] {
			for column := span.First + 1; column <= min(span.Last, span.First+widestField) && p.isMark(span.Text); column++ {
				columns[column] = true
			}
		}
	}
	return columns
}
