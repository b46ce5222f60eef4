package layout

import (
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
)

// tally is what a column holds in some rows.
type tally struct {
	marks  int  // that can be read
	signs  int  // that nothing is known of
	tokens int  // words as short as marks, beside marks
	texts  int  // longer texts, beside marks
	names  bool // whether the tokens are one in each row with marks, and all different
}

// tallies counts by column, the first of which has the index 1. Words count
// only in rows that have marks, where they cannot be headings.
func (p *proposal) tallies(rows []table.Row) []tally {
	list := make([]tally, width(rows)+2)
	tokens := make([]map[string]bool, len(list))
	marked := 0
	for _, row := range rows {
		if p.isTitle(row) {
			continue
		}
		known := p.hasKnownMarks(row)
		if known {
			marked++
		}
		for i, cell := range row.Cells {
			t := &list[i+1]
			switch k := p.kind(cell); {
			case k == markCell:
				t.marks++
			case k == signCell:
				t.signs++
			case k == emptyCell || !known:
			case p.isToken(cell):
				t.tokens++
				if tokens[i+1] == nil {
					tokens[i+1] = map[string]bool{}
				}
				tokens[i+1][matrix.Fold(cell)] = true
			default:
				t.texts++
			}
		}
	}
	for i := range list {
		list[i].names = list[i].tokens == marked && len(tokens[i]) == marked
	}
	return list
}

// markColumns returns the columns where marks stand: those that hold one for
// every fifty marks of the rows, and at least one; and those right of the texts
// that hold nothing but unknown signs or words as short, in as many rows.
func (p *proposal) markColumns(rows []table.Row) []int {
	list, total := p.tallies(rows), 0
	for _, t := range list {
		total += t.marks
	}
	var columns []int
	for column, t := range list {
		if t.marks > 0 && 50*t.marks >= total-49 {
			columns = append(columns, column)
		}
	}
	if len(columns) == 0 {
		return nil
	}
	first, last, beside := columns[0], columns[len(columns)-1], true
	for column := lastText(list, first) + 1; column < len(list); column++ {
		t := list[column]
		others := t.signs
		if beside && (column > first || !t.names) {
			others += t.tokens
		}
		if t.texts > 0 && column > last {
			beside = false
		}
		if t.texts == 0 && others > 0 && 50*(others+t.marks) >= total-49 && !slices.Contains(columns, column) {
			columns = append(columns, column)
		}
	}
	slices.Sort(columns)
	return columns
}

// lastText returns the last column left of column first that holds texts
// beside marks, else the first that holds anything, else 0.
func lastText(list []tally, first int) int {
	leftmost := 0
	for column := first - 1; column > 0; column-- {
		switch t := list[column]; {
		case t.texts > 0:
			return column
		case t.tokens > 0 || t.signs > 0:
			leftmost = column
		}
	}
	return leftmost
}

// headColumns returns the columns in which headings of organizations are looked
// for: those of marks or, when there is but one, those beside it too that are
// empty in the rows with marks.
func (p *proposal) headColumns() []int {
	if len(p.core) != 1 {
		return p.core
	}
	list := p.tallies(p.sheet.Rows)
	only := p.core[0]
	columns := []int{only, only + 1}
	if only-1 > lastText(list, only) {
		columns = append(columns, only-1)
	}
	return slices.DeleteFunc(columns, func(column int) bool {
		return column != only && column < len(list) && list[column].texts+list[column].tokens > 0
	})
}

// firstMarks returns the leftmost column with marks of a.
func (p *proposal) firstMarks(a *area) int {
	if columns := p.markColumns(a.body); len(columns) > 0 {
		return columns[0]
	}
	return 1
}
