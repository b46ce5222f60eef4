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

// TestStruckMarks keeps marks that are struck out as unread, in every layout, and reads
// what is left of the others as uncertain.
func TestStruckMarks(t *testing.T) {
	row := func(line int, a *table.Aside, cells ...string) table.Row {
		return table.Row{Line: line, Cells: cells, Aside: a}
	}
	merged := row(2, &table.Aside{Struck: []int{2}}, "a", "○")
	span := table.Span{First: 2, Last: 2, Top: 2, Text: "○", Strike: table.Wholly}
	merged.Merged = []table.Span{span}
	below := row(3, nil, "b", "")
	below.Merged = merged.Merged
	plain := Block{ID: "1", Headings: Lines{1, 1}, Lines: Lines{2, 0}, Label: 1, Columns: Columns{2: "ops", 3: "dev"}}
	for _, tt := range []struct {
		name  string
		block Block
		rows  []table.Row
		want  string
	}{
		{"wholly", plain, []table.Row{row(2, &table.Aside{Struck: []int{2}}, "a", "○", "△")}, "a dev printed; unread ops a 2:2 ○"},
		{"in part", plain, []table.Row{row(2, &table.Aside{Cut: []int{2}}, "a", "○", "△")}, "a ops uncertain; a dev printed"},
		{"what fills a cell", plain, []table.Row{row(2, &table.Aside{Struck: []int{2}}, "a", "-", "△")}, "a dev printed"},
		{"a text", plain, []table.Row{row(2, &table.Aside{Struck: []int{2}}, "a", "see below", "△")}, "a dev printed; unread ops a 2:2 see below"},
		{"under no heading", plain, []table.Row{row(2, &table.Aside{Struck: []int{4}}, "a", "○", "", "△")}, "a ops printed; unread  a 2:4 △"},
		{"names", plain, []table.Row{row(2, &table.Aside{Struck: []int{1}}, "a", "○"), row(3, &table.Aside{Cut: []int{1}}, "b", "○")},
			"a ops printed; b ops printed; names: texts that are struck out are read all the same: A2; names: what is struck out of a text is left out: A3"},
		{"merged", plain, []table.Row{merged, below}, "unread ops a 2:2 ○; unread ops b 3:2 ○"},
		{"turned", Block{ID: "1", Turned: true, Lines: Lines{1, 0}, Across: Lines{2, 3}, Label: 1, Columns: Columns{2: "ops"}},
			[]table.Row{row(1, nil, "", "a", "b"), row(2, &table.Aside{Struck: []int{2}, Cut: []int{3}}, "Ops", "○", "○")}, "b ops uncertain; unread ops a 2:2 ○"},
		{"names in cells", Block{ID: "1", Headings: Lines{1, 1}, Lines: Lines{2, 0}, Label: 1, Roles: Roles{2: graph.Lead, 3: graph.Support}},
			[]table.Row{row(2, &table.Aside{Struck: []int{2}, Cut: []int{3}}, "a", "ops", "dev")}, "a dev uncertain; unread ops a 2:2 ops"},
		{"one row for each role", Block{ID: "1", Headings: Lines{1, 1}, Lines: Lines{2, 0}, Label: 1, Party: 2, Role: 3},
			[]table.Row{row(2, &table.Aside{Struck: []int{3}}, "a", "ops", "○"), row(3, &table.Aside{Struck: []int{2}}, "a", "dev", "○"), row(4, nil, "b", "dev", "△")},
			"b dev printed; unread dev a 3:2 dev; unread ops a 2:3 ○"},
		{"one row for each role, in part", Block{ID: "1", Headings: Lines{1, 1}, Lines: Lines{2, 0}, Label: 1, Party: 2, Role: 3},
			[]table.Row{row(2, &table.Aside{Cut: []int{3}}, "a", "ops", "○"), row(3, &table.Aside{Cut: []int{2}}, "a", "dev", "△")}, "a ops uncertain; a dev uncertain"},
	} {
		r := Reading{Matrix: "m", KeepUnread: true, Blocks: []Block{tt.block}, Glyphs: Glyphs{Lead: []string{"○"}, Support: []string{"△"}, Blank: []string{"-"}},
			Organizations: []graph.Organization{{ID: "ops"}, {ID: "dev"}}}
		d, err := Import(rowsOf(tt.rows), r, "m")
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := struckFacts(d); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
		r.KeepUnread = false
		_, err = Import(rowsOf(tt.rows), r, "m")
		if strict := strings.Contains(tt.want, "unread"); strict != (err != nil && strings.Contains(err.Error(), "this cell is struck out")) {
			t.Errorf("%s: a strict reading says %v", tt.name, err)
		}
	}
}

// struckFacts writes the marks of a dataset, its unread cells, and what is said of names.
func struckFacts(d graph.Dataset) string {
	var list, unread []string
	for _, a := range d.Assignments {
		list = append(list, fmt.Sprintf("%s %s %s", a.Task, a.Organization, a.Reading))
		if (a.Reading == graph.Uncertain) != (a.Reason == cutReason) {
			list = append(list, a.Reason.EN)
		}
	}
	for _, u := range d.Account.Unread {
		unread = append(unread, fmt.Sprintf("unread %s %s %d:%d %s", u.Organization, u.Task, u.Source.Line, u.Source.Column, u.Source.Mark))
		if u.Reason != struckOut {
			unread = append(unread, "for another reason")
		}
	}
	slices.Sort(unread)
	list = append(list, unread...)
	for _, n := range said.Texts(d.Account.Assumptions) {
		short, _, _ := strings.Cut(n, ";")
		list = append(list, short)
	}
	return strings.Join(list, "; ")
}
