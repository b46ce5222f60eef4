package layout

import (
	"tasuki/graph"
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
		p.mergedFields(a, marked)
		return 0
	}
	first := 0
	for column := 1; column <= len(roles.Cells); column++ {
		own := headline(a.heading.Cell(column))
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

// widestField is how many columns a heading may be merged over to be one field.
const widestField = 64

// mergedFields gives the columns that a merged heading covers to that heading, if
// marks stand there too or are merged over them.
func (p *proposal) mergedFields(a *area, marked []int) {
	for _, span := range p.merged[a.heading.Line] {
		first := span.First
		if a.names[first] == "" || first < marked[0] || a.heading.Cell(first) != span.Text || span.Last-first >= widestField || !p.marksIn(a, first+1, span.Last) {
			continue
		}
		for column := first + 1; column <= span.Last; column++ {
			if a.names[column] == "" {
				a.fields[column], a.names[column] = first, a.names[first]
			}
		}
	}
}

// marksIn reports whether any mark of a stands in some columns, or is merged over one.
func (p *proposal) marksIn(a *area, first, last int) bool {
	for _, row := range a.body {
		for _, span := range p.merged[row.Line] {
			if span.First <= last && span.Last >= first && p.isMark(span.Text) {
				return true
			}
		}
		for column := first; column <= last; column++ {
			if p.isMark(row.Cell(column)) {
				return true
			}
		}
	}
	return false
}
