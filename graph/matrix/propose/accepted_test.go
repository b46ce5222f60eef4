package propose

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
	"tasuki/internal/matrixtext"
	"tasuki/internal/seeds"
)

// randomSheet makes a sheet of cells that matrices consist of, in no good order: a
// layout with some of its rows, cells and merged ranges changed.
func randomSheet(rng *rand.Rand, layouts []matrixtext.Layout) [][]string {
	words := []string{"", "", "", "R", "A", "C", "I", "A/R", "○", "△", "x", "-", "1", "2.1", "Task", "Role", "Vendor", "Support", "Responsible", "Total", "* note", "2. Change", "**Run**", "daily", "Notes", "<", "^", "??", "R (tbc)", "a long text that says much"}
	from := layouts[rng.IntN(len(layouts))].Grid
	var grid [][]string
	for _, row := range from {
		switch rng.IntN(12) {
		case 0:
			continue
		case 1:
			grid = append(grid, []string{""})
		case 2:
			grid = append(grid, from[rng.IntN(len(from))])
		}
		row = append([]string{}, row...)
		for range rng.IntN(3) {
			if rng.IntN(3) == 0 && len(row) > 0 {
				row[rng.IntN(len(row))] = words[rng.IntN(len(words))]
			}
		}
		grid = append(grid, row)
	}
	if rng.IntN(4) == 0 { // two sheets beside each other
		other := layouts[rng.IntN(len(layouts))].Grid
		for i := range grid {
			if i < len(other) {
				grid[i] = append(append([]string{}, grid[i]...), append([]string{""}, other[i]...)...)
			}
		}
	}
	return grid
}

// TestWhatIsAcceptedLoads changes layouts at random. What is proposed for one can be
// read back, applied to it, and states valid facts in which every mark counts.
func TestWhatIsAcceptedLoads(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	layouts := matrixtext.Layouts()
	accepted := 0
	for range seeds.Count(3000) {
		l := matrixtext.Layout{Grid: randomSheet(rng, layouts)}
		rows := l.Rows()
		proposed, err := Propose("x.xlsx", []Sheet{{Rows: rows}}, ProposeOptions{})
		if err != nil {
			continue
		}
		accepted++
		if err := loads(rows, proposed); err != nil {
			t.Fatalf("%v\n%s\n%+v", err, drawn(l), proposed.Blocks)
		}
	}
	if accepted == 0 {
		t.Error("nothing was accepted")
	}
}

func loads(rows []table.Row, proposed matrix.Reading) error {
	text, err := json.Marshal(proposed)
	if err != nil {
		return err
	}
	var r matrix.Reading
	if err := json.Unmarshal(text, &r); err != nil {
		return err
	}
	d, err := matrix.Import(matrixtext.RowsOf(rows), r, "x.xlsx")
	if err != nil && (strings.Contains(err.Error(), "to name") || strings.Contains(err.Error(), "names no task")) {
		return nil // marks in a row that says of no task
	}
	if err != nil {
		return err
	}
	if _, err := graph.New(d); err != nil {
		return err
	}
	if m := d.Account.Marks; m.In != len(d.Assignments)+m.Unread {
		return fmt.Errorf("%+v of %d assignments", m, len(d.Assignments))
	}
	if strings.Contains(string(text), "null") {
		return fmt.Errorf("the reading has an empty list: %s", text)
	}
	return nil
}
