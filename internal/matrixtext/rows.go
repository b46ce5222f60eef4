package matrixtext

import (
	"tasuki/graph/matrix/table"
)

// RowsOf returns rows as a matrix file yields them.
func RowsOf(rows []table.Row) table.Rows {
	return func(yield func(table.Row, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}
