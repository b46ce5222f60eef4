package matrix

import "iter"

// Row is one row of a table.
type Row struct {
	Line  int      // counts from 1; a sheet's row number
	Cells []string // by column, the first is column 1; trailing empty cells may be missing

	// Copied holds the columns whose text was copied from the first cell of a
	// merged range. It is nil when there are none.
	Copied map[int]bool
}

// Cell returns the text in a column that counts from 1, or "" beyond the row's
// end.
func (r Row) Cell(column int) string {
	if column < 1 || column > len(r.Cells) {
		return ""
	}
	return r.Cells[column-1]
}

// Rows are the rows of a table in order. The Cells of a row are valid until
// the next one is asked for. A row with an error ends the sequence.
type Rows = iter.Seq2[Row, error]
