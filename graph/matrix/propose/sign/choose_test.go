package sign

import (
	"slices"
	"strings"
	"testing"

	"tasuki/graph/matrix/legend"
	"tasuki/graph/matrix/table"
)

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		name, cells                      string // of a column each, between spaces
		lead, accountable, support, told string
		marks                            int
	}{
		{"RACI", "R A C I|A R I C", "R", "A", "C", "I", 8},
		{"a kind that does not occur", "R A|A R", "R", "A", "", "", 4},
		{"circles", "○ △|△ ○", "○", "", "△", "", 4},
		{"a fuller circle leads", "◎ ○ △|○ ◎ △", "◎", "", "○ △", "", 6},
		{"ticks", "✓ ✓|✓ x", "✓ x", "", "", "", 4},
		{"texts", "Ops desk|Vendor", "", "", "", "", 0},
	} {
		var rows []table.Row
		for i, line := range strings.Split(c.cells, "|") {
			rows = append(rows, table.Row{Line: i + 1, Cells: append([]string{"A task"}, strings.Fields(line)...)})
		}
		g, _, n := Choose(rows, func(table.Row) bool { return false }, legend.Legend{})
		for _, list := range []struct {
			role, want string
			got        []string
		}{{"lead", c.lead, g.Lead}, {"accountable", c.accountable, g.Accountable}, {"support", c.support, g.Support}, {"informed", c.told, g.Informed}} {
			got, want := slices.Sorted(slices.Values(list.got)), slices.Sorted(slices.Values(strings.Fields(list.want)))
			if !strings.EqualFold(strings.Join(got, " "), strings.Join(want, " ")) {
				t.Errorf("%s: %s is %q, want %q", c.name, list.role, got, want)
			}
		}
		if n != c.marks {
			t.Errorf("%s: %d marks, want %d", c.name, n, c.marks)
		}
	}
}
