package layout

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/internal/seeds"
	"tasuki/render/diagram"
	"tasuki/render/look"
)

func eachTable(t *testing.T, check func(diagram.Diagram, *Scene, map[string]Shape)) {
	t.Helper()
	for seed := range seeds.Each(200) {
		d := randomTable(rand.New(rand.NewPCG(seed, 51)))
		s := SceneOf(d)
		if check(d, s, s.shapes()); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// A cell stands in its row and its column, several of one place below each
// other.
func TestCellsStandInRowAndColumn(t *testing.T) {
	eachTable(t, func(d diagram.Diagram, _ *Scene, shapes map[string]Shape) {
		rows := map[int]Rect{}
		for _, n := range d.Nodes {
			if spans(n) {
				rows[n.Row] = shapes[n.ID].around().Grown(0.5) // one with a thick border is drawn smaller
			}
		}
		for i, n := range d.Nodes {
			box := shapes[n.ID].around()
			for _, other := range d.Nodes[:i] {
				if spans(n) == spans(other) && box.Grown(-1e-6).overlaps(shapes[other.ID].around()) {
					t.Errorf("%q covers %q", n.ID, other.ID)
				}
			}
			if spans(n) {
				continue
			}
			column := shapes[fmt.Sprintf("column %d", n.Lane+1)].around().Grown(0.5)
			if box.Left < column.Left || box.Right > column.Right || box.Top < rows[n.Row].Top || box.Bottom > rows[n.Row].Bottom {
				t.Errorf("%q stands at %+v, its column at %+v, its row at %+v", n.ID, box, column, rows[n.Row])
			}
		}
	})
}

// The columns and the rows fill the table without a gap: each begins where the
// one before it ends.
func TestTablesHaveNoGaps(t *testing.T) {
	eachTable(t, func(d diagram.Diagram, _ *Scene, shapes map[string]Shape) {
		var rows, columns []Rect
		for _, n := range d.Nodes {
			if spans(n) && len(n.Marks) == 0 { // one with a thick border is drawn smaller
				rows = append(rows, shapes[n.ID].around())
			} else if spans(n) {
				rows = append(rows, Around(shapes[n.ID].At, shapes[n.ID].W, shapes[n.ID].H+1))
			}
		}
		stub, head := shapes["stub"].around(), shapes["head"].around()
		columns = append(columns, stub)
		for i := range d.Lanes {
			columns = append(columns, shapes[fmt.Sprintf("column %d", i+1)].around().Grown(0.5))
		}
		for i := 1; i < len(rows); i++ {
			if !near(Point{rows[i].Top, 0}, Point{rows[i-1].Bottom, 0}) {
				t.Errorf("row %d begins at %g, the one above it ends at %g", i+1, rows[i].Top, rows[i-1].Bottom)
			}
		}
		for i := 1; i < len(columns); i++ {
			if !near(Point{columns[i].Left, 0}, Point{columns[i-1].Right, 0}) {
				t.Errorf("column %d begins at %g, the one before it ends at %g", i, columns[i].Left, columns[i-1].Right)
			}
		}
		last := columns[len(columns)-1].Right
		if !near(Point{head.Right, head.Bottom}, Point{last, rows[0].Top}) || !near(Point{stub.Top, stub.Bottom}, Point{head.Top, rows[len(rows)-1].Bottom}) {
			t.Errorf("the head is %+v, the stub %+v, the columns end at %g, the rows at %g", head, stub, last, rows[len(rows)-1].Bottom)
		}
	})
}

// A sign stands on no text, and within its row.
func TestSignsOfTablesStandApart(t *testing.T) {
	eachTable(t, func(d diagram.Diagram, _ *Scene, shapes map[string]Shape) {
		for _, n := range d.Nodes {
			box := shapes[n.ID]
			for k := range n.Marks {
				sign := shapes[fmt.Sprintf("%s mark %d", n.ID, k+1)].around()
				if sign.overlaps(box.text()) || !box.around().Grown(rowPad).holds(sign) {
					t.Errorf("the sign of %q stands at %+v, its text at %+v, its box at %+v", n.ID, sign, box.text(), box.around())
				}
			}
		}
	})
}

// A heading is kept with the first row below it.
func TestHeadingsStayWithTheirRows(t *testing.T) {
	eachTable(t, func(d diagram.Diagram, s *Scene, shapes map[string]Shape) {
		for i, n := range d.Nodes {
			if n.Class != diagram.GroupNode && n.Class != diagram.SubgroupNode {
				continue
			}
			below := slices.IndexFunc(d.Nodes[i:], func(n diagram.Node) bool { return n.Class == diagram.RowNode })
			if below < 0 {
				continue
			}
			first, row := shapes[n.ID].around(), shapes[d.Nodes[i+below].ID].around()
			if !slices.ContainsFunc(s.Shapes, func(sh Shape) bool {
				return sh.Look == look.Look{Form: "box"} && sh.Name != "stub" && sh.Lines == nil && sh.around().holds(first) && sh.around().holds(row)
			}) {
				t.Errorf("nothing keeps %q with %q", n.ID, d.Nodes[i+below].ID)
			}
		}
	})
}
