package matrix

import (
	"cmp"

	"tasuki/graph/matrix/table"
)

// beside reports whether a block that has others beside it claims a row.
func (s *Scanner) beside(row table.Row) bool {
	for _, b := range s.Blocks {
		if b.Across.First > 0 && !b.Turned && b.Lines.Contains(row.Line) {
			return true
		}
	}
	return false
}

// besideRow reads a row of which several blocks have a part each, and notes the
// glyphs that stand in none of them.
func (s *Scanner) besideRow(row table.Row) error {
	rest := row.Clone()
	for _, b := range s.Blocks {
		inRow := b.Lines.Contains(row.Line)
		if inRow || b.Headings.Contains(row.Line) {
			rest = blank(rest, b.Block)
		}
		if !inRow {
			continue
		}
		part := row
		if b.Across.First > 0 && !b.Turned {
			part = row.Part(b.Across.First, cmp.Or(b.Across.Last, table.MaxColumn))
		}
		if err := s.blockRow(b, part); err != nil {
			return err
		}
	}
	s.outside(rest)
	return nil
}

// blank returns a row without what a block reads of it.
func blank(row table.Row, b Block) table.Row {
	for i := range row.Cells {
		if b.Across.First == 0 || b.Across.Contains(i+1) || b.Turned {
			row.Cells[i] = ""
		}
	}
	return row
}
