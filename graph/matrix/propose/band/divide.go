package band

import (
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
)

// Divides reports whether a row divides headings of the row directly above it, and names
// nothing else: below one that stands over several columns of marks it has a text for its
// first column and for another. Those that it does not divide keep their names from above.
// The marks begin in column first.
func Divides(row, above table.Row, first int, marked []int) bool {
	if row.Line != above.Line+1 {
		return false
	}
	divided, over := false, 0
	for column := first; column <= max(len(row.Cells), len(above.Cells)); column++ {
		if above.Own(column) != "" && !above.Copied(column) {
			over = column
		}
		text := matrix.Fold(row.Own(column))
		if text == "" || row.Copied(column) || !slices.Contains(marked, column) {
			continue
		}
		switch {
		case over == column && !spansOn(row, above, column):
			return false
		case over != column && over > 0:
			divided = divided || matrix.Fold(row.Own(over)) != "" && !row.Copied(over)
		}
	}
	return divided
}

// spansOn reports whether the heading above that begins in a column stands over the next
// column too, in which row has a text of its own.
func spansOn(row, above table.Row, column int) bool {
	next := column + 1
	return (above.Own(next) == "" || above.Copied(next)) && matrix.Fold(row.Own(next)) != "" && !row.Copied(next)
}
