package sign

import (
	"slices"

	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/table"
)

// OneInEach reports whether one mark alone of those by which one party leads or
// answers for a task stands in each of some columns, but several in a row: where a
// row has none, somebody may have forgotten it.
func OneInEach(rows []table.Row, columns []int, known cell.Table) bool {
	for _, glyph := range []string{"A", "◎"} {
		inRows, inColumns := map[int]int{}, map[int]int{}
		for _, row := range rows {
			for _, column := range columns {
				if c, ok := known.Read(row.Cell(column)); ok && slices.Contains(c.Glyphs, glyph) {
					inRows[row.Line]++
					inColumns[column]++
				}
			}
		}
		if len(columns) > 2 && ones(inColumns) == len(columns) && len(inRows) < len(columns) {
			return true
		}
	}
	return false
}

// ones counts the keys of which there is one.
func ones(counts map[int]int) int {
	n := 0
	for _, count := range counts {
		if count == 1 {
			n++
		}
	}
	return n
}
