package matrix

import (
	"fmt"

	"tasuki/graph"
	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/table"
)

// called returns what a row that names no task is called by: its place.
func (b *blockState) called(line int) string {
	if b.Turned {
		return fmt.Sprintf("column %s", graph.ColumnName(line))
	}
	return fmt.Sprintf("row %d", line)
}

// Nameless reports whether a row has nothing to call a task by, neither a name nor, where
// the block has a column of them, an item number, and nothing where marks stand either,
// and so is no task. A reading that keeps what is unread is not stopped by it.
func (s *Scanner) Nameless(b *blockState, row table.Row) bool {
	if !s.Reading.KeepUnread || Fold(row.Cell(int(b.Item))) != "" || b.Item == 0 && s.label(b, row, b.area) != "" {
		return false
	}
	for _, column := range append(SortedKeys(b.printed), SortedKeys(b.naming)...) {
		if c, ok := s.Glyphs.Read(row.Cell(int(column))); !ok || c.IsMark() {
			return false
		}
	}
	return true
}

// leave sets a row aside that is no task, and notes the marks in it. What it says over the
// rows below holds all the same.
func (s *Scanner) leave(b *blockState, row table.Row) {
	s.account.Rows.In++
	s.account.Rows.Rejected++
	b.carry(row)
	if s.label(b, row, b.area) != "" {
		s.asides.unnumbered.add(b.called(row.Line))
	} else {
		s.asides.empty.add(b.called(row.Line))
	}
	for i, text := range row.Cells {
		if c, ok := s.Glyphs.Read(text); ok && c.IsMark() && len(s.account.Outside) < maxOutside {
			at := s.at(row.Line, Column(i+1))
			at.Mark = table.Cut(cell.Line(text), maxQuoted)
			if b.Turned {
				turnBack(&at)
			}
			s.account.Outside = append(s.account.Outside, at)
		}
	}
}

// nameOf returns the name of a task, which is its place where nothing names it and the
// reading keeps what is unread.
func (s *Scanner) nameOf(b *blockState, row table.Row, l layout, label string) graph.Name {
	switch {
	case label != "":
		if l.placed {
			s.asides.placed.add(l.ID)
		}
		return graph.Text(label)
	case !s.Reading.KeepUnread:
		s.fault(row.Line, b.Label, "", "task %s has no text to name it by; correct the label column of block %s", l.ID, b.ID)
		return graph.Name{}
	}
	s.asides.nameless.add(l.ID)
	return namelessTask(l.ID)
}
