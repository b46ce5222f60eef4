package layout

import (
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/said"
)

// What tells a table whose rows drifted, as in a scan, from one in which a mark or
// two stand beside it: at least so many rows with marks under no heading, and one in
// so many of all rows with marks.
const (
	fewestDrifted  = 5
	driftedOfEvery = 6
)

// stray is a mark of an area that stands under no heading.
type stray struct {
	line, column int
	text         string
}

// strays returns the marks right of the first party of a that stand under no
// heading, and in how many rows there are any.
func (p *proposal) strays(a *area) (list []stray, rows int) {
	if a.turned || len(a.parties) == 0 {
		return nil, 0
	}
	for _, row := range a.body {
		before := len(list)
		for column := a.parties[0] + 1; column <= len(row.Cells); column++ {
			if a.names[column] == "" && p.isMark(row.Cell(column)) && !row.Copied(column) {
				list = append(list, stray{row.Line, column, matrix.Fold(row.Cell(column))})
			}
		}
		if len(list) > before {
			rows++
		}
	}
	return list, rows
}

// leaveStrays leaves out the columns of marks under no heading that stand apart from
// those with one, unless the rows of the sheet drifted, and names the marks. Those
// beside a heading are cells that cannot be read.
func (p *proposal) leaveStrays() {
	if p.drifted() {
		return
	}
	for _, a := range p.areas {
		strays, _ := p.strays(a)
		var columns []int
		var places word.Listed
		strays = slices.DeleteFunc(strays, func(s stray) bool { return a.touches(s.column) })
		for _, s := range strays {
			if !slices.Contains(columns, s.column) {
				columns = append(columns, s.column)
			}
			places.Add(s.text, said.Notef("line %d", s.line))
		}
		if len(strays) == 0 {
			continue
		}
		slices.Sort(columns)
		a.ignored = append(a.ignored, columns...)
		slices.Sort(a.ignored)
		p.assume(word.Agree(len(columns),
			`columns: %s has no heading, so what stands there is not read (%s); write a heading, or change "columns" of the block`,
			`columns: %s have no heading, so what stands there is not read (%s); write a heading, or change "columns" of the block`), p.columns(columns), places.List())
	}
}

// drifted reports whether many rows of an area have marks under no heading, next to
// the last: the marks have moved away from their headings. What stands apart from
// the headings, such as a key, has not.
func (p *proposal) drifted() bool {
	return slices.ContainsFunc(p.areas, func(a *area) bool {
		strays, rows := p.strays(a)
		return rows >= fewestDrifted && rows*driftedOfEvery >= p.markedRows(a) &&
			slices.ContainsFunc(strays, func(s stray) bool { return a.touches(s.column) })
	})
}

// touches reports whether a column without heading stands next to one with.
func (a *area) touches(column int) bool {
	return a.names[column-1] != "" || a.names[column+1] != ""
}
