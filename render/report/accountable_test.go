package report

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/messages"
)

// TestAccountableHasAColumn shows who is accountable where the data say so, beside
// who leads, and has no empty column elsewhere.
func TestAccountableHasAColumn(t *testing.T) {
	const with, without = "1: a! b* c\n2: b* b!", "1: a b*\n2: b*"
	for _, c := range []struct {
		text               string
		lang               graph.Lang
		heads, page, sheet string // of the tables of tasks: their columns, and the organizations of the first task
		count              string // on the sheet of the account
	}{
		{with, graph.English, "Leads Accountable Supports", "b a c", "b a c", "[accountable marks 2]"},
		{with, graph.Japanese, "主担当 責任者 支援", "b a c", "b a c", "[責任者の印 2]"},
		{without, graph.English, "Leads Supports", "b a", "b a", ""},
	} {
		g := graphtext.Graph(t, c.text)
		r, p := review(g), messages.Printer{Graph: g, Language: messages.In(c.lang)}
		page := tasks(p, nil)[0].Table
		var heads, cells []string
		for i, column := range page.Columns {
			heads, cells = append(heads, column.Head), append(cells, page.Rows[0].Cells[i].Text.String())
		}
		if !strings.Contains(strings.Join(heads, " "), c.heads) || !strings.Contains(strings.Join(cells, " "), c.page) {
			t.Errorf("%q: the page has %q with %q, want %s with %s", c.text, heads, cells, c.heads, c.page)
		}
		sheet := taskSheet(p, r)
		if got := strings.Join(sheet.Columns, " "); !strings.Contains(got, c.heads) || !strings.Contains(fmt.Sprint(sheet.Rows[0]), c.sheet) {
			t.Errorf("%q: the sheet has %s with %v, want %s with %s", c.text, got, sheet.Rows[0], c.heads, c.sheet)
		}
		if got := fmt.Sprint(accountSheet(p, r).Rows); !strings.Contains(got, c.count) || c.count == "" && strings.Contains(got, "accountable") {
			t.Errorf("%q: the account is %s, want %s in it", c.text, got, c.count)
		}
	}
}
