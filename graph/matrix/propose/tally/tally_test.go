package tally

import (
	"slices"
	"strings"
	"testing"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/sign"
	"tasuki/graph/matrix/table"
)

// TestCells finds columns of marks and the beginnings of tables in lines of cells.
func TestCells(t *testing.T) {
	for _, test := range []struct {
		name, text    string
		marks, starts []int
	}{
		{"marks behind texts", "Task|Ops|Net\nOpen it|R|A\nClose it|A|R", []int{2, 3}, []int{1}},
		{"a column of signs that nothing is known of", "Task|Ops|QA\nOpen it|R|◇\nClose it|A|◇", []int{2, 3}, []int{1}},
		{"notes behind the marks", "Task|Ops|Net|Notes\nOpen it|R|A|at night\nClose it|A|R|by day", []int{2, 3}, []int{1}},
		{"two tables", "Task|Ops||Task|Net\nOpen it|R||Close it|A\nMend it|A||Watch it|R", []int{2, 5}, []int{1, 4}},
		{"texts alone", "Task|Ops\nOpen it|nobody yet", nil, []int{1}},
	} {
		var rows []table.Row
		for i, line := range strings.Split(test.text, "\n") {
			rows = append(rows, table.Row{Line: i + 1, Cells: strings.Split(line, "|")})
		}
		c := Cells{Kinds: sign.NewKinds(matrix.Glyphs{Lead: []string{"R"}, Accountable: []string{"A"}}.Table())}
		if got := c.MarkColumns(rows); !slices.Equal(got, test.marks) {
			t.Errorf("%s: marks in columns %v, want %v", test.name, got, test.marks)
		}
		if got := c.Starts(rows); !slices.Equal(got, test.starts) {
			t.Errorf("%s: tables begin at %v, want %v", test.name, got, test.starts)
		}
	}
}
