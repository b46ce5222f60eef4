package matrix

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
)

// raci is a reading of columns a, b and c whose marks are letters.
func raci(accountableLeads bool) Reading {
	r := small()
	r.Glyphs = Glyphs{Lead: []string{"R"}, Accountable: []string{"A"}, Support: []string{"C"}, Informed: []string{"I"}, AccountableLeads: accountableLeads}
	return r
}

// TestSeveralRolesInACell states what a cell may: one part in the task, and that
// the organization is accountable besides.
func TestSeveralRolesInACell(t *testing.T) {
	table := raci(false).Glyphs.Table()
	for cell, want := range map[string]string{
		"A": "accountable", "A/A": "accountable", "R/A": "lead accountable", "A, R": "lead accountable",
		"I A": "informed accountable", "C/A/I": "support accountable", "I/C": "support",
	} {
		var got []string
		c, _ := table.Read(cell)
		for _, m := range c.Marks {
			got = append(got, string(m.Role))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q reads %q, want %q", cell, got, want)
		}
	}
	if c, ok := table.Read("R/A/X"); ok {
		t.Errorf("R/A/X reads %+v, though nothing is known of X", c)
	}
}

func TestAccountable(t *testing.T) {
	const rows = heading + "1 | G | Do | daily | A | R | I\n2 | G | Try | daily | R/A | C\n3 | G | Act | daily | A/C | I\n4 | G | See | daily | I | | C"
	for _, test := range []struct {
		leads bool
		want  []string
		count int
	}{
		{false, []string{"x-1 a accountable A 5", "x-1 b lead R 6", "x-1 c informed I 7", "x-2 a accountable A 5", "x-2 a lead R 5", "x-2 b support C 6", "x-3 a accountable A 5", "x-3 a support C 5", "x-3 b informed I 6", "x-4 a informed I 5", "x-4 c support C 7"}, 0},
		{true, []string{"x-1 a accountable A 5", "x-1 b lead R 6", "x-1 c informed I 7", "x-2 a accountable A 5", "x-2 a lead R 5", "x-2 b support C 6", "x-3 a lead A 5", "x-3 b informed I 6", "x-4 a informed I 5", "x-4 c support C 7"}, 1},
	} {
		d, err := Import(tableOf(rows), raci(test.leads), "m.tsv")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range d.Assignments {
			got = append(got, fmt.Sprintf("%s %s %s %s %d", a.Task, a.Organization, a.Role, a.Source.Mark, a.Source.Column))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("accountable leads: %v: marks %q, want %q", test.leads, got, test.want)
		}
		if a := d.Account; a.Marks.In != len(test.want) || a.Marks.Printed != len(test.want) || a.Rows.AccountableLeads != test.count {
			t.Errorf("accountable leads: %v: account %+v %+v, want %d marks, and %d rows in which who is accountable leads", test.leads, a.Marks, a.Rows, len(test.want), test.count)
		}
		if _, err := graph.New(d); err != nil {
			t.Error(err)
		}
	}
}

// TestAccountableOfOneCellMoveTogether corrects a cell with two marks.
func TestAccountableOfOneCellMoveTogether(t *testing.T) {
	r := raci(true)
	r.Rows = []Correction{{Items: ItemList{"x-1"}, Marks: Columns{5: "b"}, Reading: graph.Uncertain, Alternatives: Alternatives{5: {"a"}}, Reason: graph.Text("drifted")}}
	d, err := Import(tableOf(heading+"1 | G | Do | daily | R/A"), r, "m.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := marks(d), []string{"x-1 b accountable uncertain or a", "x-1 b lead uncertain or a"}; !slices.Equal(got, want) {
		t.Errorf("marks %q, want %q", got, want)
	}
	if d.Account.Marks.Uncertain != 2 {
		t.Errorf("%d marks are uncertain, want 2", d.Account.Marks.Uncertain)
	}
}
