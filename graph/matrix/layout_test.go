package matrix_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
	"tasuki/internal/matrixtext"
)

// cells makes rows of lines whose cells bars set apart.
func cells(text string) []table.Row {
	var rows []table.Row
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, table.Row{Line: len(rows) + 1, Cells: cells})
	}
	return rows
}

// facts lists the tasks of d with their category and marks.
func facts(d graph.Dataset) string {
	var lines []string
	for _, task := range d.Tasks {
		line := task.ID
		if task.Category != "" {
			line += " [" + task.Category + "]"
		}
		for _, a := range d.Assignments {
			if a.Task == task.ID {
				line += " " + a.Organization + "=" + string(a.Role)
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

const abc = `"organizations": [{"id": "a", "aliases": ["Alpha"]}, {"id": "b"}, {"id": "c/d"}], "glyphs": {"lead": ["R", "x"], "support": ["C"], "informed": ["I"], "blank": ["-"]}`

func TestLayouts(t *testing.T) {
	tests := []struct{ name, reading, text, want, account string }{
		{
			"bands of two levels, bold ones and one over a column of headings",
			`"blocks": [{"id": "1", "lines": "2-9", "item": 1, "label": 1, "category": [2], "columns": {"3": "a"}, "bands": [{"line": 2}, {"line": 3, "level": 2}, {"line": 6, "level": 2}, {"line": 8}]}]`,
			"task|part|Alpha\n**One**\nFirst\n1|p|R\n2||C\n__Second__|||\n3|q|R\nTwo\n4||R",
			"1 [One / First / p] a=lead\n2 [One / First / p] a=support\n3 [One / Second / q] a=lead\n4 [Two] a=lead",
			"8 4 4",
		},
		{
			"cells that name organizations under headings that name roles",
			`"blocks": [{"id": "1", "lines": "2-3", "headings": 1, "label": 1, "roles": {"2": "lead", "3": "support", "4": "informed"}}]`,
			"task|Responsible|Consulted|Informed\nfirst|Alpha|b, c/d|-\nsecond|a/b|c/d|b; a",
			"first a=lead b=support c/d=support\nsecond a=lead b=lead c/d=support",
			"2 2 0",
		},
		{
			"roles under each organization",
			`"blocks": [{"id": "1", "lines": "3-4", "headings": "1-2", "label": 1, "columns": {"2": "a", "3": "a", "4": "b", "5": "b"}, "roles": {"2": "lead", "3": "support", "4": "lead", "5": "support"}}]`,
			"task|Alpha||b|\n|R|C|R|C\nfirst|x|||x\nsecond||x|x|",
			"first a=lead b=support\nsecond a=support b=lead",
			"2 2 0",
		},
		{
			"one row for each part",
			`"blocks": [{"id": "1", "lines": "2-6", "headings": 1, "label": 1, "party": 2, "role": 3}]`,
			"task|party|role\nfirst|Alpha|R\nsecond|b|R\nfirst|b; c/d|C\n|a|I\nthird||",
			"first a=lead b=support c/d=support\nsecond b=lead\nthird",
			"5 5 0",
		},
		{
			"two tables beside each other, one lower than the other",
			`"blocks": [{"id": "1", "lines": "2-3", "headings": 1, "label": 1, "across": "1-3", "columns": {"2": "a", "3": "b"}}, {"id": "2", "lines": "3-4", "headings": 2, "label": 5, "across": "5-", "columns": {"6": "b"}}]`,
			"task|a|b\nfirst|R|C||task|b\nsecond|C|R||third|I\n||||fourth|R",
			"first a=lead b=support\nsecond a=support b=lead\nthird b=informed\nfourth b=lead",
			"4 4 0",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var r matrix.Reading
			if err := json.Unmarshal([]byte("{"+abc+","+test.reading+"}"), &r); err != nil {
				t.Fatal(err)
			}
			d, err := matrix.Import(matrixtext.RowsOf(cells(test.text)), r, "x.csv")
			if err != nil {
				t.Fatal(err)
			}
			if got := facts(d); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			rows, _ := json.Marshal([]int{d.Account.Rows.In, d.Account.Rows.Loaded, d.Account.Rows.Rejected})
			if got := strings.NewReplacer("[", "", "]", "", ",", " ").Replace(string(rows)); got != test.account {
				t.Errorf("rows in, loaded, rejected: %s, want %s", got, test.account)
			}
			if marks := d.Account.Marks; marks.In != len(d.Assignments) || marks.Printed != marks.In {
				t.Errorf("%+v of %d marks", marks, len(d.Assignments))
			}
		})
	}
}

// TestOpenMarksInRowsOfTheirOwn keeps as uncertain what a row of the long form calls
// open, also where it is the stronger of two.
func TestOpenMarksInRowsOfTheirOwn(t *testing.T) {
	var r matrix.Reading
	if err := json.Unmarshal([]byte("{"+abc+`,"blocks": [{"id": "1", "lines": "2-5", "headings": 1, "label": 1, "party": 2, "role": 3}]}`), &r); err != nil {
		t.Fatal(err)
	}
	d, err := matrix.Import(matrixtext.RowsOf(cells("task|party|role\nfirst|a|R (tbc)\nsecond|b|R\nthird|b|C\nthird|b|R?")), r, "x.csv")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range d.Assignments {
		got = append(got, a.Task+" "+string(a.Role)+" "+string(a.Reading)+" "+a.Source.Mark)
	}
	if text, want := strings.Join(got, "; "), "first lead uncertain R (tbc); second lead printed R; third lead uncertain R?"; text != want {
		t.Errorf("got %s, want %s", text, want)
	}
}

// TestLayoutFaults tries what cannot be read, and readings that say it wrongly.
func TestLayoutFaults(t *testing.T) {
	tests := []struct{ reading, text, want string }{
		{`"blocks": [{"id": "1", "lines": "2-2", "label": 1, "roles": {"2": "lead"}}]`, "t|R\nfirst|nobody, a", `"nobody": is not the name`},
		{`"blocks": [{"id": "1", "lines": "2-2", "label": 1, "roles": {"2": "boss"}}]`, "t|R\nfirst|a", `"boss": is not a known role`},
		{`"blocks": [{"id": "1", "lines": "2-3", "label": 1, "party": 2, "role": 3}]`, "t|p|r\n|a|R\nfirst|a|R", `names no task`},
		{`"blocks": [{"id": "1", "lines": "2-3", "label": 1, "party": 2, "role": 3}]`, "t|p|r\nfirst||R\nsecond|a|?", "no organization is named here"},
		{`"blocks": [{"id": "1", "lines": "2-3", "label": 1, "party": 2, "role": 3}]`, "t|p|r\nfirst||R\nsecond|a|?", `"?": this cell cannot be read`},
		{`"blocks": [{"id": "1", "lines": "2-3", "label": 1, "party": 2}]`, "t|p\nfirst|a", "only one of party and role"},
		{`"blocks": [{"id": "1", "lines": "2-3", "label": 1, "columns": {"2": "a"}, "bands": [{"line": 4}]}]`, "t|p\nfirst|R", "is no line of this block"},
		{`"blocks": [{"id": "1", "lines": "1-3", "label": 1, "across": "1-3", "columns": {"2": "a"}}, {"id": "2", "lines": "2-2", "across": "3-4", "label": 3, "columns": {"4": "a"}}]`, "first|R", "block 1 claims too"},
	}
	for _, test := range tests {
		var r matrix.Reading
		if err := json.Unmarshal([]byte("{"+abc+","+test.reading+"}"), &r); err != nil {
			t.Fatal(err)
		}
		_, err := matrix.Import(matrixtext.RowsOf(cells(test.text)), r, "x.csv")
		var ps graph.Problems
		if !errors.As(err, &ps) || !slices.ContainsFunc(ps, func(p graph.Problem) bool { return strings.Contains(graph.Problems{p}.Error(), test.want) }) {
			t.Errorf("%s\n%s\ngave %v, want a problem with %s", test.reading, test.text, err, test.want)
		}
	}
}

// TestTwoRolesOfOneOrganization tries a table that names an organization for two
// roles that exclude each other: the stronger counts, and the account says so.
func TestTwoRolesOfOneOrganization(t *testing.T) {
	var r matrix.Reading
	reading := `{` + abc + `, "blocks": [{"id": "1", "lines": "2-", "headings": 1, "label": 1, "roles": {"2": "informed", "3": "support"}}]}`
	if err := json.Unmarshal([]byte(reading), &r); err != nil {
		t.Fatal(err)
	}
	d, err := matrix.Import(matrixtext.RowsOf(cells("t|I|C\nfirst|a|a, b\nsecond|b|a")), r, "x.csv")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := facts(d), "first a=support b=support\nsecond b=informed a=support"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if said := strings.Join(said.Texts(d.Account.Assumptions), "\n"); !strings.Contains(said, `"a" has two roles in task "first"`) {
		t.Errorf("the account says %q", said)
	}
}

// TestMergedFields reads a sheet on which headings and marks are merged over the
// same columns: each field is one mark.
func TestMergedFields(t *testing.T) {
	var r matrix.Reading
	reading := `{` + abc + `, "blocks": [{"id": "1", "lines": "2-3", "headings": 1, "label": 1, "columns": {"2": "a", "3": "a", "4": "b", "5": "b"}}]}`
	if err := json.Unmarshal([]byte(reading), &r); err != nil {
		t.Fatal(err)
	}
	rows := []table.Row{
		{Line: 1, Cells: []string{"task", "a", "", "b"}, Merged: []table.Span{{First: 2, Last: 3, Top: 1, Text: "a"}, {First: 4, Last: 5, Top: 1, Text: "b"}}},
		{Line: 2, Cells: []string{"first", "R", "", "C"}, Merged: []table.Span{{First: 2, Last: 3, Top: 2, Text: "R"}, {First: 4, Last: 5, Top: 2, Text: "C"}}},
		{Line: 3, Cells: []string{"second", "", "R"}, Merged: []table.Span{{First: 4, Last: 5, Top: 2, Text: "C"}}},
	}
	d, err := matrix.Import(matrixtext.RowsOf(rows), r, "x.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := facts(d), "first a=lead b=support\nsecond a=lead b=support"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if d.Account.Marks.Printed != 3 || d.Account.Marks.Realigned != 1 || len(d.Account.UnusedHeadings) != 0 {
		t.Errorf("%+v", d.Account)
	}
}
