package propose

import (
	"slices"
	"strings"
	"testing"

	"tasuki/graph/matrix"
	"tasuki/graph/said"
	"tasuki/internal/matrixtext"
)

// TestLayouts reads each layout without a reading, and compares what it states with
// the facts that it was made of.
func TestLayouts(t *testing.T) {
	layouts := matrixtext.Layouts()
	if len(layouts) < 60 {
		t.Errorf("%d layouts, want at least 60", len(layouts))
	}
	for _, l := range layouts {
		t.Run(l.Name, func(t *testing.T) {
			rows := l.Rows()
			r, err := Propose("x.xlsx", []Sheet{{Rows: rows}}, ProposeOptions{})
			if err != nil {
				t.Fatalf("%v\n%s", err, drawn(l))
			}
			d, err := matrix.Import(matrixtext.RowsOf(rows), r, "x.xlsx")
			if err != nil {
				t.Fatalf("%v\n%s\n%+v", err, drawn(l), r.Blocks)
			}
			if got := matrixtext.Facts(d); !slices.Equal(got, l.Facts) {
				t.Errorf("%s\ngot\n%s\nwant\n%s\nassuming\n%s", drawn(l), strings.Join(got, "\n"), strings.Join(l.Facts, "\n"), strings.Join(said.Texts(r.Assumptions), "\n"))
			}
			for _, mark := range d.Assignments {
				if mark.Reading != "printed" {
					t.Errorf("%+v is not read as printed\n%s", mark, drawn(l))
				}
			}
		})
	}
}

func drawn(l matrixtext.Layout) string {
	var lines []string
	for _, row := range l.Grid {
		lines = append(lines, strings.ReplaceAll(strings.Join(row, "|"), "\n", "⏎"))
	}
	return strings.Join(lines, "\n")
}
