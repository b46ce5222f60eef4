package matrix

import (
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
)

// TestEitherRole keeps a cell that leaves its role open as unread, and says between
// which.
func TestEitherRole(t *testing.T) {
	r := Reading{Matrix: "m", KeepUnread: true, Organizations: []graph.Organization{{ID: "ops"}},
		Blocks: []Block{{ID: "1", Headings: Lines{1, 1}, Lines: Lines{2, 0}, Label: 1, Columns: Columns{2: "ops"}}},
		Glyphs: Glyphs{Lead: []string{"R"}, Accountable: []string{"A"}}}
	rows := []table.Row{{Line: 2, Cells: []string{"a", "A or R"}}, {Line: 3, Cells: []string{"b", "R"}}}
	d, err := Import(rowsOf(rows), r, "m")
	if err != nil || len(d.Account.Unread) != 1 || len(d.Assignments) != 1 {
		t.Fatalf("%+v, %v", d.Account, err)
	}
	if got, want := d.Account.Unread[0].Reason.EN, "uncertain which role it means: accountable (A) or lead (R)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r.KeepUnread = false
	if _, err := Import(rowsOf(rows), r, "m"); err == nil || !strings.Contains(err.Error(), "leaves open which of several roles") {
		t.Errorf("a strict reading says %v", err)
	}
}
