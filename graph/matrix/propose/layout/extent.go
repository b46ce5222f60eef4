package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
)

// extend takes the rows above and below the body of a into it that have the
// shape of its tasks, but nothing that can be read as a mark: those directly
// beside it or, when tasks are numbered, with nothing else between.
func (p *proposal) extend(a *area) {
	numbers := map[string]bool{}
	for _, row := range a.body {
		numbers[matrix.Fold(row.Cell(a.item))] = a.item > 0
	}
	for n := len(a.above); n > 0; n-- {
		row := a.above[n-1]
		if !p.isTask(a, row, row.Line == a.body[0].Line-1) || numbers[matrix.Fold(row.Cell(a.item))] {
			break
		}
		numbers[matrix.Fold(row.Cell(a.item))] = a.item > 0
		a.body, a.above = slices.Insert(slices.Clone(a.body), 0, row), a.above[:n-1]
	}
	for len(a.below) > 0 {
		row := a.below[0]
		if !p.isTask(a, row, row.Line == a.body[len(a.body)-1].Line+1) || numbers[matrix.Fold(row.Cell(a.item))] {
			break
		}
		numbers[matrix.Fold(row.Cell(a.item))] = a.item > 0
		a.body, a.below = append(slices.Clip(a.body), row), a.below[1:]
	}
}

// longestUnknown is how many characters a mark may have that nothing is known
// of.
const longestUnknown = 4

// isTask reports whether a row is named as the tasks of a are, or its
// organizations when they stand in rows, and all that it holds where marks stand
// could be marks: short, and no numbers, as totals are. Only a task with number
// and name may hold nothing there, or stand apart.
func (p *proposal) isTask(a *area, row table.Row, beside bool) bool {
	numbered := a.item > 0 && a.label > 0 && a.label != a.item
	if !a.isNamed(row) || a.item > 0 && !p.numbered(a, row) {
		return false
	}
	cells := a.cells(row)
	return (numbered || beside && len(cells) > 0) && !slices.ContainsFunc(cells, func(cell string) bool { return !isShort(cell) })
}

// isShort reports whether a text is a mark that nothing is known of, if it
// stands where marks do.
func isShort(cell string) bool {
	return utf8.RuneCountInString(matrix.Fold(cell)) <= longestUnknown && !strings.ContainsAny(cell, digits)
}

const digits = "0123456789０１２３４５６７８９"

// numbered reports whether the item of a row has a digit, if those of all tasks
// of a have.
func (p *proposal) numbered(a *area, row table.Row) bool {
	return strings.ContainsAny(row.Cell(a.item), digits) ||
		slices.ContainsFunc(p.texts(a, a.item), func(text string) bool { return !strings.ContainsAny(text, digits) })
}

// isNamed reports whether a row has texts where the tasks of a have theirs.
func (a *area) isNamed(row table.Row) bool {
	return len(a.named) > 0 && !slices.ContainsFunc(a.named, func(column int) bool {
		return row.Copied(column) || matrix.Fold(row.Cell(column)) == ""
	})
}

// cells returns what a row holds where the organizations of a stand.
func (a *area) cells(row table.Row) []string {
	var cells []string
	for _, column := range a.parties {
		if text := matrix.Fold(row.Cell(column)); text != "" && !row.Copied(column) {
			cells = append(cells, text)
		}
	}
	return cells
}
