package matrix

import (
	"tasuki/graph"
	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/table"
)

// struckReason returns why the cell of a row is not read, if it is struck out.
func struckReason(row table.Row, column Column) graph.Name {
	if row.Strike(int(column)) == table.Wholly {
		return struckOut
	}
	return graph.Name{}
}

// withdrawn keeps a mark that is struck out as one that cannot be read, where it would
// be one otherwise or stand beside the others.
func (s *Scanner) withdrawn(b *blockState, row table.Row, l layout, column Column, c cell.Content) {
	at, placed := l.places[column]
	if placed || !b.ignored[column] && !c.Noted && column >= b.area {
		s.unreadable(row, l, column, at.organization, false)
	}
}

// namesAt reports whether a text of a line names something rather than being a mark.
func (s *Scanner) namesAt(line int, column Column) bool {
	for _, b := range s.Blocks {
		switch {
		case b.Headings.Contains(line) || b.bandLevel[line] > 0:
			return true
		case !b.Lines.Contains(line):
		case b.Turned:
			return Column(line) == b.Label || Column(line) == b.Item || int(column) < b.Across.First
		default:
			return column == b.Item || column == b.Label || column == b.Timing || column < b.area
		}
	}
	return false
}
