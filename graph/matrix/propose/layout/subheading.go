package layout

import (
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
)

// splits reports whether a row divides headings of the row directly above it, and names
// nothing else: below one that stands over several columns of marks it has a text for its
// first column and for another. Those that it does not divide keep their names from above.
func (p *proposal) splits(a *area, row, above table.Row) bool {
	if row.Line != above.Line+1 || p.isTitle(row) {
		return false
	}
	divided, first, marked := false, 0, p.markColumns(a.body)
	for column := p.firstMarks(a); column <= max(len(row.Cells), len(above.Cells)); column++ {
		if above.Own(column) != "" && !above.Copied(column) {
			first = column
		}
		text := matrix.Fold(row.Own(column))
		if text == "" || row.Copied(column) || !slices.Contains(marked, column) {
			continue
		}
		switch {
		case first == column && !p.spansOn(row, above, column):
			return false
		case first != column && first > 0:
			divided = divided || matrix.Fold(row.Own(first)) != "" && !row.Copied(first)
		}
	}
	return divided
}

// spansOn reports whether the heading above that begins in a column stands over the next
// column too, in which row has a text of its own.
func (p *proposal) spansOn(row, above table.Row, column int) bool {
	next := column + 1
	return (above.Own(next) == "" || above.Copied(next)) && matrix.Fold(row.Own(next)) != "" && !row.Copied(next)
}
