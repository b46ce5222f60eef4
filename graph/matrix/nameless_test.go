package matrix

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// TestRowsWithoutANumber reads rows that have a name and no item number: with marks they
// are tasks that are called by their place, and without they are none. Both are said.
func TestRowsWithoutANumber(t *testing.T) {
	row := func(line int, cells ...string) table.Row { return table.Row{Line: line, Cells: cells} }
	rows := []table.Row{row(1, "No", "Area", "Task", "Ops", "Dev"), row(2, "1", "", "Open", "○"), row(3, "", "", "Network"), row(4, "2", "", "Close", "", "○"),
		row(5, "", "", "Mend", "○"), row(6, "", "Nights"), row(7, "3", "", "Watch"), row(8, "", "", "Ask", "later")}
	r := Reading{Matrix: "m", KeepUnread: true, Organizations: []graph.Organization{{ID: "ops"}, {ID: "dev"}}, Glyphs: Glyphs{Lead: []string{"○"}},
		Blocks: []Block{{ID: "b", Headings: Lines{1, 1}, Lines: Lines{2, 8}, Item: 1, Category: []Column{2}, Label: 3, Columns: Columns{4: "ops", 5: "dev"}}}}
	var tasks []string
	account, err := Scan(rowsOf(rows), r, "m", func(rec Record) error {
		tasks = append(tasks, fmt.Sprintf("%s %s %d %s", rec.Task.ID, rec.Task.Name.EN, len(rec.Marks), strings.Join(rec.Headings, "/")))
		return nil
	})
	want := []string{"1 Open 1 ", "2 Close 1 ", "row 5 Mend 1 ", "3 Watch 0 Nights", "row 8 Ask 0 Nights"}
	if err != nil || !slices.Equal(tasks, want) {
		t.Errorf("%v\ngot  %q\nwant %q", err, tasks, want)
	}
	notes := []string{
		"tasks: marks beside a name without an item number are of a task that is called by its place: row 5, row 8; write its number into the file",
		"rows: what has neither the name of a task nor a mark under a heading is left out: row 6",
		`rows: what has a name, but neither an item number nor a mark under a heading, is no task and left out: row 3; write its number into the file, or its line under "bands" of the block`,
	}
	if got := said.Texts(account.Assumptions); !slices.Equal(got, notes) {
		t.Errorf("said\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(notes, "\n"))
	}
	if c := account.Rows; c.In != 7 || c.Loaded != 5 || c.Rejected != 2 {
		t.Errorf("rows %+v", c)
	}
	r.KeepUnread = false
	if _, err := Scan(rowsOf(rows), r, "m", nil); err == nil || !strings.Contains(err.Error(), "this row has no item to name its task by") {
		t.Errorf("a strict reading says %v", err)
	}
}
