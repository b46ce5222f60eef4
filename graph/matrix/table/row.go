package table

import (
	"iter"
	"slices"
	"sort"
	"strings"
)

// Row is one row of a table.
type Row struct {
	Line  int      // counts from 1; a sheet's row number
	Cells []string // by column, the first is column 1; trailing empty cells may be missing
	// Merged is what merged ranges copy into the empty cells of the row, from
	// left to right. What a range covers is kept apart from Cells, since a few
	// bytes of a file can merge a whole sheet.
	Merged []Span

	Bold   []int  // columns of texts that are in bold type throughout, from left to right, as far as the file says
	Spread []bool // of rows whose copies are among Cells: whether a column's text is one
	Aside  *Aside // nil when the file says nothing besides; not to be changed
}

// Span is the part of a merged range that lies in a row.
type Span struct {
	First, Last int // columns, both in it
	Top         int // the range's first line
	Text        string
	Strike      Strike // of the text
}

// Rows are the rows of a table in order. The Cells of a row are valid until
// the next one is asked for. A row with an error ends the sequence.
type Rows = iter.Seq2[Row, error]

// Cell returns the text in a column that counts from 1, or "" beyond the row's
// end: the cell's own, or else that of the merged range which covers it.
func (r Row) Cell(column int) string {
	if text := r.Own(column); text != "" {
		return text
	}
	if s := r.spanAt(column); s != nil {
		return s.Text
	}
	return ""
}

// Copied reports whether the text in a column was copied from the first cell of
// a merged range.
func (r Row) Copied(column int) bool {
	if r.Spread != nil {
		return 1 <= column && column <= len(r.Spread) && r.Spread[column-1]
	}
	return r.Own(column) == "" && r.spanAt(column) != nil
}

// Width returns the last column that may have a text.
func (r Row) Width() int {
	if n := len(r.Merged); n > 0 {
		return max(len(r.Cells), r.Merged[n-1].Last)
	}
	return len(r.Cells)
}

// Clone returns the row with cells of its own, which stay valid.
func (r Row) Clone() Row {
	end := len(r.Cells)
	for end > 0 && r.Cells[end-1] == "" {
		end--
	}
	r.Cells = slices.Clone(r.Cells[:end])
	return r
}

// Own returns the cells of a row without what merged ranges copy into them.
func (r Row) Own(column int) string {
	if column < 1 || column > len(r.Cells) {
		return ""
	}
	return r.Cells[column-1]
}

// spanAt returns the span that covers a column, or nil.
func (r Row) spanAt(column int) *Span {
	i := sort.Search(len(r.Merged), func(i int) bool { return r.Merged[i].Last >= column })
	if i < len(r.Merged) && r.Merged[i].First <= column {
		return &r.Merged[i]
	}
	return nil
}

// LeftOf hands over the texts left of a column from right to left, with their
// columns: that of a merged range once.
func (r Row) LeftOf(column int) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		at := min(column-1, r.Width())
		next := sort.Search(len(r.Merged), func(i int) bool { return r.Merged[i].First > at }) - 1
		for at > 0 {
			if text := r.Own(at); text != "" {
				if !yield(at, text) {
					return
				}
				at--
				continue
			}
			for next >= 0 && r.Merged[next].First > at {
				next--
			}
			switch {
			case next >= 0 && r.Merged[next].Last >= at:
				if !yield(at, r.Merged[next].Text) {
					return
				}
				at = max(r.Merged[next].First-1, min(at-1, len(r.Cells)))
			case next >= 0:
				at = max(r.Merged[next].Last, min(at-1, len(r.Cells)))
			default:
				at = min(at-1, len(r.Cells))
			}
		}
	}
}

// IsBold reports whether the first text of a row is in bold type.
func (r Row) IsBold() bool {
	for i, cell := range r.Cells {
		if (r.Spread == nil || !r.Spread[i]) && strings.TrimSpace(cell) != "" {
			_, bold := slices.BinarySearch(r.Bold, i+1)
			return bold
		}
	}
	return false
}

// IsEmpty reports whether a row has no text of its own. One that only continues
// the merged cells above it is no row apart from theirs.
func IsEmpty(row Row) bool {
	for i, cell := range row.Cells {
		if (row.Spread == nil || !row.Spread[i]) && strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}

// WidthOf returns the last column in which any of the rows has a text of its
// own.
func WidthOf(rows []Row) int {
	w := 0
	for _, row := range rows {
		w = max(w, len(row.Cells))
	}
	return w
}

// WithCopies returns the rows with what merged ranges copy among their cells, up to
// the last column in which any row has a text of its own: no heading stands
// farther to the right.
func WithCopies(rows []Row) []Row {
	width := WidthOf(rows)
	out := slices.Clone(rows)
	for i, row := range out {
		if len(row.Merged) == 0 {
			continue
		}
		cells := slices.Grow(slices.Clone(row.Cells), min(row.Width(), width)-len(row.Cells))
		copied := make([]bool, min(row.Width(), width))
		for _, s := range row.Merged {
			for column := s.First; column <= min(s.Last, width); column++ {
				for len(cells) < column {
					cells = append(cells, "")
				}
				if cells[column-1] == "" {
					cells[column-1], copied[column-1] = s.Text, true
				}
			}
		}
		out[i] = Row{Line: row.Line, Cells: cells, Spread: copied, Bold: row.Bold, Aside: row.Aside}
	}
	return out
}

// Part returns the row with nothing outside of some columns, both ends in it.
func (r Row) Part(first, last int) Row {
	part := Row{Line: r.Line, Cells: slices.Clone(r.Cells[:min(last, len(r.Cells))]), Bold: r.Bold, Aside: r.Aside}
	clear(part.Cells[:min(first-1, len(part.Cells))])
	if r.Spread != nil {
		part.Spread = slices.Clone(r.Spread[:min(last, len(r.Spread))])
		clear(part.Spread[:min(first-1, len(part.Spread))])
	}
	for _, s := range r.Merged {
		if s.First <= last && s.Last >= first {
			s.First, s.Last = max(s.First, first), min(s.Last, last)
			part.Merged = append(part.Merged, s)
		}
	}
	return part
}
