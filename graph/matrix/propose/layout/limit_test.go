package layout

import (
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
)

func TestProposeAlignsOnlyWhatFitsMemory(t *testing.T) {
	p := &proposal{sheet: Sheet{Rows: make([]table.Row, 2000)}}
	few := []graph.Organization{{ID: "a"}, {ID: "b"}}
	many := make([]graph.Organization, 50)
	if p.tooLong(matrix.Reading{Organizations: few}) || !p.tooLong(matrix.Reading{Organizations: many}) {
		t.Error("of 2,000 rows, those with 2 organizations should be aligned and those with 50 not")
	}
}
