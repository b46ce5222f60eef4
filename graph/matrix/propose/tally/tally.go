package tally

import (
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/sign"
	"tasuki/graph/matrix/table"
)

// Cells knows what the cells of a sheet hold, and which of its lines are titles, whose
// words are no marks.
type Cells struct {
	Kinds  *sign.Kinds
	Titles map[int]bool
}

// IsToken reports whether a cell could be a mark that nothing is known of.
func (c Cells) IsToken(text string) bool {
	k := c.Kinds.Of(text)
	return k == sign.Unknown || k == sign.Word || k == sign.Noted
}

// HasMarks reports whether a row has marks that can be read.
func (c Cells) HasMarks(row table.Row) bool {
	return !c.Titles[row.Line] && slices.ContainsFunc(row.Cells, func(text string) bool { return c.Kinds.Of(text) == sign.Mark })
}

// Column is what a column holds in some rows.
type Column struct {
	Marks  int // that can be read
	Signs  int // that nothing is known of
	Tokens int // words as short as marks, beside marks
	Texts  int // longer texts, beside marks

	names bool // whether the tokens are one in each row with marks, and all different
}

// Of counts by column, the first of which has the index 1. Words count only in rows
// that have marks, where they cannot be headings.
func (c Cells) Of(rows []table.Row) []Column {
	list := make([]Column, table.WidthOf(rows)+2)
	tokens := make([]map[string]bool, len(list))
	marked := 0
	for _, row := range rows {
		if c.Titles[row.Line] {
			continue
		}
		known := c.HasMarks(row)
		if known {
			marked++
		}
		for i, text := range row.Cells {
			t := &list[i+1]
			switch k := c.Kinds.Of(text); {
			case k == sign.Mark:
				t.Marks++
			case k == sign.Unknown:
				t.Signs++
			case k == sign.Empty || !known:
			case c.IsToken(text):
				t.Tokens++
				if tokens[i+1] == nil {
					tokens[i+1] = map[string]bool{}
				}
				tokens[i+1][matrix.Fold(text)] = true
			default:
				t.Texts++
			}
		}
	}
	for i := range list {
		list[i].names = list[i].Tokens == marked && len(tokens[i]) == marked
	}
	return list
}

// MarkColumns returns the columns where marks stand: those that hold one for
// every fifty marks of the rows, and at least one; and those right of the texts
// that hold nothing but unknown signs or words as short, in as many rows.
func (c Cells) MarkColumns(rows []table.Row) []int {
	list, total := c.Of(rows), 0
	for _, t := range list {
		total += t.Marks
	}
	var columns []int
	for column, t := range list {
		if t.Marks > 0 && 50*t.Marks >= total-49 {
			columns = append(columns, column)
		}
	}
	if len(columns) == 0 {
		return nil
	}
	if len(columns) > 1 && c.names(rows, list, columns[0]) {
		columns = columns[1:]
	}
	first, last, beside := columns[0], columns[len(columns)-1], true
	for column := LastText(list, first) + 1; column < len(list); column++ {
		t := list[column]
		others := t.Signs
		if beside && (column > first || !t.names) {
			others += t.Tokens
		}
		if t.Texts > 0 && column > last {
			beside = false
		}
		if t.Texts == 0 && others > 0 && 50*(others+t.Marks) >= total-49 && !slices.Contains(columns, column) {
			columns = append(columns, column)
		}
	}
	slices.Sort(columns)
	return columns
}

// LastText returns the last column left of column first that holds texts
// beside marks, else the first that holds anything, else 0.
func LastText(list []Column, first int) int {
	leftmost := 0
	for column := first - 1; column > 0; column-- {
		switch t := list[column]; {
		case t.Texts > 0:
			return column
		case t.Tokens > 0 || t.Signs > 0:
			leftmost = column
		}
	}
	return leftmost
}
