package matrixtext

import (
	"slices"

	"tasuki/graph/matrix/table"
)

// Layout is a way in which people lay a matrix out, and the facts that it states.
type Layout struct {
	Name string
	// Grid is the sheet by rows and columns. A cell of "<" belongs to the merged
	// range of the cell left of it, one of "^" to that of the cell above.
	Grid  [][]string
	Facts []string // as Facts lists them
}

// Merged reports whether any cells are merged.
func (l Layout) Merged() bool {
	return slices.ContainsFunc(l.Grid, func(row []string) bool {
		return slices.Contains(row, "<") || slices.Contains(row, "^")
	})
}

// Ranges calls visit with each merged range: its first and last row and column, which
// count from 1.
func (l Layout) Ranges(visit func(top, left, bottom, right int)) {
	at := func(i, j int) string {
		if i < len(l.Grid) && j < len(l.Grid[i]) {
			return l.Grid[i][j]
		}
		return ""
	}
	for i, row := range l.Grid {
		for j, cell := range row {
			if cell == "<" || cell == "^" {
				continue
			}
			bottom, right := i, j
			for at(i, right+1) == "<" {
				right++
			}
			for at(bottom+1, j) == "^" {
				bottom++
			}
			if bottom > i || right > j {
				visit(i+1, j+1, bottom+1, right+1)
			}
		}
	}
}

// Text returns the text of a cell, "" for one that a merged range covers.
func Text(cell string) string {
	if cell == "<" || cell == "^" {
		return ""
	}
	return cell
}

// Rows returns the sheet as a reader of workbooks hands it over.
func (l Layout) Rows() []table.Row {
	rows := make([]table.Row, len(l.Grid))
	for i, cells := range l.Grid {
		rows[i].Line = i + 1
		for _, cell := range cells {
			rows[i].Cells = append(rows[i].Cells, Text(cell))
		}
	}
	l.Ranges(func(top, left, bottom, right int) {
		for i := top; i <= bottom; i++ {
			rows[i-1].Merged = append(rows[i-1].Merged, table.Span{First: left, Last: right, Top: top, Text: l.Grid[top-1][left-1]})
		}
	})
	for i := range rows {
		slices.SortFunc(rows[i].Merged, func(x, y table.Span) int { return x.First - y.First })
	}
	return rows
}
