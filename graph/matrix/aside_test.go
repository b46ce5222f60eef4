package matrix

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

func rowsOf(rows []table.Row) table.Rows {
	return func(yield func(table.Row, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// asideReading reads lines 2 to 9 under a heading, line 9 set aside.
func asideReading() Reading {
	return Reading{
		Organizations: []graph.Organization{{ID: "ops"}, {ID: "dev"}},
		Glyphs:        Glyphs{Lead: []string{"○"}},
		Blocks:        []Block{{ID: "b", Lines: Lines{2, 9}, Headings: Lines{1, 1}, Item: 1, Label: 1, Columns: map[Column]string{2: "ops", 3: "dev"}}},
		Rejected:      []Rejection{{Lines: Lines{9, 9}, Reason: graph.Text("a total")}},
		Assumptions:   []said.Note{said.Notef("said before")},
	}
}

func TestAsidesAreAssumptions(t *testing.T) {
	columns := []table.Range{{First: 3, Last: 16384}}
	row := func(line int, a table.Aside, cells ...string) table.Row {
		return table.Row{Line: line, Cells: cells, Aside: &a}
	}
	rows := []table.Row{
		row(1, table.Aside{HiddenColumns: columns}, "task", "Ops", "Dev"),
		row(2, table.Aside{Hidden: true}, "a", "○"),
		row(3, table.Aside{Hidden: true, Struck: []int{1}}, "b", "○"),
		row(4, table.Aside{Hidden: true, HiddenColumns: columns}, "", ""), // says nothing
		row(5, table.Aside{Hidden: true, Revised: []int{1}, Uncounted: []int{4}}, "c", "○"),
		row(6, table.Aside{Deleted: true}),
		row(7, table.Aside{Deleted: true}),
		row(9, table.Aside{Hidden: true, Struck: []int{2}}, "total", "4"),
		row(10, table.Aside{Hidden: true}, "below"),
	}
	account, err := Scan(rowsOf(rows), asideReading(), "m", nil)
	want := []string{
		"said before",
		"rows: hidden ones are read too: 2-3, 5; delete them in the file if they no longer hold",
		"columns: hidden ones are read too: C; delete them in the file if they no longer hold",
		"names: texts that are struck out are read all the same: A3; delete them in the file if they no longer hold",
		"formulas: counts and sums without a stored value are left out: D5; open the file in the spreadsheet program and save it there, which stores the values",
		"revisions: texts with tracked changes are read as if these were accepted: A5; accept or reject them in the file",
		"revisions: rows deleted with changes tracked are left out: 6-7; accept or reject the changes in the file",
	}
	if err != nil || !slices.Equal(said.Texts(account.Assumptions), want) {
		t.Errorf("%v\n%s\nwant\n%s", err, strings.Join(said.Texts(account.Assumptions), "\n"), strings.Join(want, "\n"))
	}
	plain := asideReading()
	account, err = Scan(rowsOf([]table.Row{{Line: 1, Cells: []string{"task", "Ops", "Dev"}}, {Line: 9, Cells: []string{"x"}}}), plain, "m", nil)
	if err != nil || !slices.Equal(said.Texts(account.Assumptions), said.Texts(plain.Assumptions)) {
		t.Errorf("a file that says nothing besides: %q, %v", account.Assumptions, err)
	}
}

// TestManyAsidesAreNamedInShort sees that an assumption does not grow with the file.
func TestManyAsidesAreNamedInShort(t *testing.T) {
	r := asideReading()
	r.Blocks[0].Lines, r.Rejected = Lines{2, 0}, nil
	rows := []table.Row{{Line: 1, Cells: []string{"task", "Ops", "Dev"}}}
	for line := 2; line < 1000; line++ {
		rows = append(rows, table.Row{Line: line, Cells: []string{strings.Repeat("x", line), "○"}, Aside: &table.Aside{Hidden: line%2 == 0, Struck: []int{1}}})
	}
	account, err := Scan(rowsOf(rows), r, "m", nil)
	if err != nil || len(account.Assumptions) != 3 {
		t.Fatalf("%q, %v", account.Assumptions, err)
	}
	for i, want := range []string{"38, 40 and 479 more;", "A20, A21 and 978 more;"} {
		if got := account.Assumptions[i+1].String(); !strings.Contains(got, want) {
			t.Errorf("%s; want %q in it", got, want)
		}
	}
}

// TestFormulasWithoutValue sees that each is a fault, in no block as well.
func TestFormulasWithoutValue(t *testing.T) {
	rows := []table.Row{
		{Line: 1, Cells: []string{"task", "Ops", "Dev"}},
		{Line: 2, Cells: []string{"a", "○"}, Aside: &table.Aside{Unvalued: []int{3}}},
		{Line: 20, Aside: &table.Aside{Unvalued: []int{1}}},
	}
	_, err := Scan(rowsOf(rows), asideReading(), "m", nil)
	var ps graph.Problems
	if !errors.As(err, &ps) {
		t.Fatalf("error %v", err)
	}
	var at []string
	for _, p := range ps {
		if p.Value == "=" {
			at = append(at, graph.Cell(p.Source.Line, p.Source.Column))
		}
	}
	if !slices.Equal(at, []string{"C2", "A20"}) {
		t.Errorf("faults at %q of %v", at, ps)
	}
}
