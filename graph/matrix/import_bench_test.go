package matrix

import (
	"fmt"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
)

// BenchmarkScan reads 10,000 rows of 50 columns that are already in memory.
func BenchmarkScan(b *testing.B) {
	r := Reading{Blocks: []Block{{ID: "x", Lines: Lines{1, 0}, Item: 1, Label: 2, Columns: map[Column]string{}}}}
	for column := Column(3); column <= 50; column++ {
		id := fmt.Sprint("o", column)
		r.Organizations = append(r.Organizations, graph.Organization{ID: id, Name: graph.Text(id)})
		r.Blocks[0].Columns[column] = id
	}
	cells := make([]string, 50)
	for i := 2; i < len(cells); i += 7 {
		cells[i] = []string{"○", "△"}[i%2]
	}
	rows := func(yield func(table.Row, error) bool) {
		for line := range 10_000 {
			cells[0], cells[1] = fmt.Sprint(line+1), "task"
			if !yield(table.Row{Line: line + 1, Cells: cells}, nil) {
				return
			}
		}
	}
	for b.Loop() {
		if _, err := Scan(rows, r, "m.csv", nil); err != nil {
			b.Fatal(err)
		}
	}
}
