package matrix

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
)

// tableOf returns the rows of a text with a line a row and cells set apart by |.
// Cells are trimmed.
func tableOf(text string) table.Rows {
	return func(yield func(table.Row, error) bool) {
		for i, line := range strings.Split(strings.TrimPrefix(text, "\n"), "\n") {
			cells := strings.Split(line, "|")
			for j := range cells {
				cells[j] = strings.TrimSpace(cells[j])
			}
			if !yield(table.Row{Line: i + 1, Cells: cells}, nil) {
				return
			}
		}
	}
}

// small reads tables of the shape: item | heading | task | timing | a | b | c.
func small() Reading {
	return Reading{
		Organizations: []graph.Organization{{ID: "a", Name: graph.Text("A")}, {ID: "b", Name: graph.Text("B")}, {ID: "c", Name: graph.Text("C")}},
		Timings:       map[string]string{"daily": "daily", "随時": "as-needed"},
		Blocks: []Block{{
			ID: "x", Lines: Lines{2, 0}, Headings: Lines{1, 1}, Item: 1, Task: "x-{item}", Category: []Column{2},
			Columns: map[Column]string{5: "a", 6: "b", 7: "c"},
		}},
	}
}

// marks returns the assignments as "task organization role reading".
func marks(d graph.Dataset) []string {
	var list []string
	for _, a := range d.Assignments {
		s := fmt.Sprintf("%s %s %s %s", a.Task, a.Organization, a.Role, a.Reading)
		if len(a.Alternatives) > 0 {
			s += " or " + strings.Join(a.Alternatives, ",")
		}
		list = append(list, s)
	}
	return list
}

const heading = "No | Group | Task | When | A | B | C\n"

func TestImport(t *testing.T) {
	reason := graph.Text("drift")
	for _, c := range []struct {
		name string
		text string
		rows []Correction
		want []string
	}{
		{"printed", "1 | G | Do | daily | ○ | | △", nil, []string{"x-1 a lead printed", "x-1 c support printed"}},
		{"look-alikes", "1 | G | Do | daily | 〇 | ◎ | ▲", nil, []string{"x-1 a lead printed", "x-1 b lead printed", "x-1 c support printed"}},
		{"coloured circle", "1 | G | Do | daily | ⭕️ | |", nil, []string{"x-1 a lead printed"}},
		{"no mark", "1 | G | Do | daily", nil, nil},
		{"shift", "1 | G | Do | more | daily | ○ | △",
			[]Correction{{Items: ItemList{"x-1"}, Shift: -1, Reading: graph.Realigned, Reason: reason}},
			[]string{"x-1 a lead realigned", "x-1 b support realigned"}},
		{"marks", "1 | G | Do | daily | △ | | ○",
			[]Correction{{Items: ItemList{"x-1"}, Marks: map[Column]string{7: "b"}, Reading: graph.Uncertain, Alternatives: map[Column][]string{7: {"c"}}, Reason: reason}},
			[]string{"x-1 a support printed", "x-1 b lead uncertain or c"}},
		{"range", "1 | G | Do | daily | ○ | |\n2 | | Do | daily | ○ | |\n3 | | Do | daily | ○ | |",
			[]Correction{{Items: ItemList{"x-1..x-2"}, Marks: map[Column]string{5: "b"}, Reading: graph.Realigned, Reason: reason}},
			[]string{"x-1 b lead realigned", "x-2 b lead realigned", "x-3 a lead printed"}},
		{"confirmed", "1 | G | Do | daily | ○ | |",
			[]Correction{{Items: ItemList{"x-1"}, Reading: graph.Realigned, Reason: reason}},
			[]string{"x-1 a lead realigned"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := small()
			r.Rows = c.rows
			d, err := Import(tableOf(heading+c.text), r, "m.tsv")
			if err != nil {
				t.Fatal(err)
			}
			if got := marks(d); !slices.Equal(got, c.want) {
				t.Errorf("marks = %q, want %q", got, c.want)
			}
			if _, err := graph.New(d); err != nil {
				t.Errorf("what was imported is no valid dataset: %v", err)
			}
		})
	}
}

func TestImportReadsTasks(t *testing.T) {
	d, err := Import(tableOf(heading+"1 | Group | Do this | daily | ○\n\n2 | | Do that | 随時 | | △\n3 | Other | Rest | | | | ○"), small(), "m.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, task := range d.Tasks {
		got = append(got, fmt.Sprintf("%s %s %s %s %d", task.ID, task.Name.EN, task.Category, task.Timing, task.Source.Line))
	}
	want := []string{"x-1 Do this Group daily 2", "x-2 Do that Group as-needed 4", "x-3 Rest Other  5"}
	if !slices.Equal(got, want) {
		t.Errorf("tasks = %q, want %q", got, want)
	}
	if d.Account.Rows != (graph.RowCount{In: 3, Loaded: 3}) || d.Account.Marks != (graph.MarkCount{In: 3, Printed: 3}) {
		t.Errorf("account = %+v", d.Account)
	}
}

func TestImportNamesWhatItCannotRead(t *testing.T) {
	reason := graph.Text("drift")
	for _, c := range []struct {
		name  string
		text  string
		spoil func(*Reading)
		at    string
		value string
		says  string
	}{
		{"unknown glyph", "1 | G | Do | daily | ○ | ◇ |", nil, "m.tsv:2:6", "◇", "cannot be read as a mark (U+25C7)"},
		{"Cyrillic look-alike", "1 | G | Do | daily | О | |", nil, "m.tsv:2:5", "О", "U+041E"},
		{"Greek look-alike", "1 | G | Do | daily | ○ | Δ |", nil, "m.tsv:2:6", "Δ", "only look like"},
		{"zero", "1 | G | Do | daily | 0 | |", nil, "m.tsv:2:5", "0", "cannot be read"},
		{"text among marks", "1 | G | Do | daily | ○ | see note |", nil, "m.tsv:2:6", "see note", "cannot be read"},
		{"text before marks", "1 | G | Do | daily | pushed | ○ |", nil, "m.tsv:2:5", "pushed", "cannot be read"},
		{"mark without heading", "1 | G | Do | daily | ○ | | | ○", nil, "m.tsv:2:8", "○", "under no heading"},
		{"letter without heading", "1 | G | Do | daily | R | | | R", func(r *Reading) { r.Glyphs.Lead = []string{"R"} }, "m.tsv:2:8", "R", "under no heading"},
		{"mark before the headings", "1 | ○ | Do | daily | ○", nil, "m.tsv:2:2", "○", "under no heading"},
		{"row without item", " | G | Do | daily | ○", nil, "m.tsv:2:1", "", "no item"},
		{"row without text", "1 | | | daily | ○", nil, "m.tsv:2", "", "no text to name it"},
		{"item twice", "1 | G | Do | daily | ○\n1 | | Do | daily | ○", nil, "m.tsv:3:1", "x-1", "line 2 too"},
		{"unknown timing", "1 | G | Do | often | ○", func(r *Reading) { r.Blocks[0].Timing = 4 }, "m.tsv:2:4", "often", "not a timing word"},
		{"correction of no mark", "1 | G | Do | daily | ○", func(r *Reading) {
			r.Rows = []Correction{{Items: ItemList{"x-1"}, Marks: map[Column]string{6: "c"}, Reading: graph.Realigned, Reason: reason}}
		}, "m.tsv:2:6", "", "there is none"},
		{"correction of no row", "1 | G | Do | daily | ○", func(r *Reading) {
			r.Rows = []Correction{{Items: ItemList{"x-9"}, Shift: 1, Reading: graph.Realigned, Reason: reason}}
		}, "", "[x-9]", "matches no row"},
		{"two corrections", "1 | G | Do | daily | ○", func(r *Reading) {
			k := Correction{Items: ItemList{"x-1"}, Marks: map[Column]string{5: "c"}, Reading: graph.Realigned, Reason: reason}
			r.Rows = []Correction{k, k}
		}, "", "5", "corrected twice"},
		{"unknown organization", "1 | G | Do | daily | ○", func(r *Reading) { r.Blocks[0].Columns[5] = "z" }, "", "z", "not the ID of any organization"},
		{"glyph with two meanings", "1 | G | Do | daily | R", func(r *Reading) { r.Glyphs = Glyphs{Lead: []string{"R"}, Support: []string{"r"}} }, "", "r", "means lead and support"},
		{"alternatives of another column", "1 | G | Do | daily | ○ | ○", func(r *Reading) {
			r.Rows = []Correction{{Items: ItemList{"x-1"}, Marks: map[Column]string{5: "a"}, Alternatives: map[Column][]string{6: {"c"}}, Reading: graph.Realigned, Reason: reason}}
		}, "", "6", "is none of the columns under marks"},
		{"headings within another block", "1 | G | Do | daily | ○", func(r *Reading) {
			r.Blocks = append(r.Blocks, Block{ID: "y", Lines: Lines{9, 9}, Headings: Lines{2, 2}, Columns: Columns{5: "a"}})
		}, "", "2", "claims lines that block 1 claims too"},
		{"supplies within a block", "1 | G | Do | daily | ○", func(r *Reading) {
			r.Supplies = []SupplyBlock{{Lines: Lines{2, 2}, Components: Columns{5: "a"}}}
		}, "", "2", "claims lines that block 1 claims too"},
		{"rejection of no row", "1 | G | Do | daily | ○", func(r *Reading) { r.Rejected = []Rejection{{Lines: Lines{7, 9}, Reason: reason}} }, "", "7-9", "sets no row aside"},
		{"overlapping blocks", "1 | G | Do | daily | ○", func(r *Reading) { r.Blocks = append(r.Blocks, r.Blocks[0]) }, "", "2-", "claims lines"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := small()
			if c.spoil != nil {
				c.spoil(&r)
			}
			d, err := Import(tableOf(heading+c.text), r, "m.tsv")
			var ps graph.Problems
			if !errors.As(err, &ps) {
				t.Fatalf("Import = %v, want problems", err)
			}
			if len(d.Tasks) > 0 {
				t.Error("something was loaded")
			}
			if !slices.ContainsFunc(ps, func(p graph.Problem) bool {
				return p.Source.String() == c.at && p.Value == c.value && strings.Contains(p.Message, c.says)
			}) {
				t.Errorf("no problem at %q with value %q that says %q in:\n%v", c.at, c.value, c.says, ps)
			}
		})
	}
}

func TestSharedHeadings(t *testing.T) {
	r := small()
	r.Blocks[0].Lines = Lines{2, 2}
	other := r.Blocks[0]
	other.ID, other.Lines = "y", Lines{3, 3}
	r.Blocks = append(r.Blocks, other)
	d, err := Import(tableOf(heading+"1 | G | Do | daily | ○ | ○\n2 | | Do | daily | ○ | ○"), r, "m.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range d.Account.UnusedHeadings {
		if h.Text != "C" {
			t.Errorf("the heading of column %d is %q, want C", h.Source.Column, h.Text)
		}
	}
}

func TestMarksOfRejectedRowsAreNoted(t *testing.T) {
	r := small()
	r.Rejected = []Rejection{{Lines: Lines{3, 3}, Reason: graph.Text("a sum")}}
	d, err := Import(tableOf(heading+"1 | G | Do | daily | ○\n2 | | Sum | | ○"), r, "m.tsv")
	if err != nil {
		t.Fatal(err)
	}
	want := []graph.Source{{File: "m.tsv", Line: 3, Column: 5, Mark: "○"}}
	if d.Account.Rows != (graph.RowCount{In: 2, Loaded: 1, Rejected: 1}) || !slices.Equal(d.Account.Outside, want) {
		t.Errorf("rows %+v, glyphs not read %v", d.Account.Rows, d.Account.Outside)
	}
}

func TestLowestCategoryInAnyOrder(t *testing.T) {
	of := func(id, parent string) Category {
		return Category{ID: id, Name: graph.Text(id), Parent: parent, Items: ItemList{"x-1"}}
	}
	g, p, c := of("g", ""), of("p", "g"), of("c", "p")
	for _, order := range [][]Category{{g, p, c}, {g, c, p}, {p, g, c}, {p, c, g}, {c, g, p}, {c, p, g}} {
		r := small()
		r.Categories = order
		d, err := Import(tableOf(heading+"1 | G | Do | daily | ○"), r, "m.tsv")
		if err != nil {
			t.Fatal(err)
		}
		if d.Tasks[0].Category != "c" {
			t.Errorf("category %s, want the lowest, c, whatever the order", d.Tasks[0].Category)
		}
	}
}

func TestColumnNamedTwice(t *testing.T) {
	var b Block
	if err := json.Unmarshal([]byte(`{"columns":{"2":"ops","B":"qa"}}`), &b); err == nil || !strings.Contains(err.Error(), `"B" names column 2`) {
		t.Errorf("Unmarshal = %v, %v; want an error that names column 2", b.Columns, err)
	}
	var k Correction
	if err := json.Unmarshal([]byte(`{"alternatives":{"2":["ops"],"02":["qa"]}}`), &k); err == nil {
		t.Errorf("Unmarshal = %v, want an error", k.Alternatives)
	}
}

func TestItemsHoldTheTaskOfTheirOwnID(t *testing.T) {
	for _, id := range []string{"..", "a..b", "b..a", "~", "a/b"} {
		if !Items(id).Contains(id) {
			t.Errorf("Items(%q) does not contain %[1]q", id)
		}
	}
}

func TestLabelsThatRepeat(t *testing.T) {
	r := small()
	r.Blocks[0].Item, r.Blocks[0].Label, r.Blocks[0].Task = 0, 3, ""
	ids := func(text string) []string {
		d, err := Import(tableOf(heading+text), r, "m.tsv")
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, task := range d.Tasks {
			ids = append(ids, task.ID)
		}
		return ids
	}
	if got, want := ids("| | X\n| | X\n| | X (2)\n| | X"), []string{"X", "X (2)", "X (2) (2)", "X (3)"}; !slices.Equal(got, want) {
		t.Errorf("tasks %q, want %q", got, want)
	}
	const many = 50_000 // more than could be compared with each other
	if got := ids(strings.Repeat("| | X\n", many-1) + "| | X"); got[many-1] != fmt.Sprintf("X (%d)", many) {
		t.Errorf("the last task is %q", got[many-1])
	}
}

func TestHeadingsWithSlashes(t *testing.T) {
	r := small()
	r.Blocks[0].Category = []Column{2, 4}
	d, err := Import(tableOf(heading+"1 | a / b | Do | | ○\n2 | a | Do | b | ○\n3 | | Do | c | ○"), r, "m.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range d.Categories {
		got = append(got, c.ID+" < "+c.Parent)
	}
	if want := []string{"a / b < ", "a < ", "a / b (2) < a", "a / c < a"}; !slices.Equal(got, want) {
		t.Errorf("categories %q, want %q", got, want)
	}
	if got := d.Tasks[1].Category; got != "a / b (2)" {
		t.Errorf("the second task stands under %q", got)
	}
}

func TestImportReportsAllFaults(t *testing.T) {
	_, err := Import(tableOf(heading+"1 | G | Do | daily | ◇ | x |\n2 | | Do | daily | | | ◆"), small(), "m.tsv")
	var ps graph.Problems
	if !errors.As(err, &ps) || len(ps) != 3 {
		t.Errorf("Import = %v, want three problems", err)
	}
}

func TestLetters(t *testing.T) {
	r := small()
	r.Glyphs = Glyphs{Lead: []string{"R", "A", "Accountable", "主"}, Support: []string{"C", "従"}, Informed: []string{"I"}, Blank: []string{"-"}}
	for cell, want := range map[string]string{
		"R": "lead", "a": "lead", "Ａ": "lead", "A/R": "lead", "R, C": "lead", "C / I": "support", "C\nR": "lead", "I": "informed",
		"ACCOUNTABLE": "lead", "主": "lead", "従": "support", "主・従": "lead", "-": "",
	} {
		m, ok := r.Glyphs.Table().Read(cell)
		if !ok || string(m.Role()) != want {
			t.Errorf("%q reads %q, %v; want %q", cell, m.Role(), ok, want)
		}
	}
	for _, cell := range []string{"X", "R/X", "○", "Ⅰ", "С"} {
		if m, ok := r.Glyphs.Table().Read(cell); ok {
			t.Errorf("%q reads %q, want nothing", cell, m.Role())
		}
	}
}

func TestGlyphsListedApartKeepTheirMeaning(t *testing.T) {
	g := Glyphs{Lead: []string{"◎"}, Support: []string{"○"}}.Table()
	for cell, want := range map[string]graph.Role{"◎": graph.Lead, "○": graph.Support} {
		if m, _ := g.Read(cell); m.Role() != want {
			t.Errorf("%s reads %q, want %q", cell, m.Role(), want)
		}
	}
}

func TestScanReportsWhatIsNotRead(t *testing.T) {
	r := small()
	r.Blocks[0].Lines = Lines{2, 2}
	a, err := Scan(tableOf(heading+"1 | G | Do | daily | ○\nlegend | ○ | leads"), r, "m.tsv", nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Outside) != 1 || a.Outside[0].String() != "m.tsv:3:2" {
		t.Errorf("glyphs outside = %v, want one at m.tsv:3:2", a.Outside)
	}
	var unused []string
	for _, h := range a.UnusedHeadings {
		unused = append(unused, h.Text+" "+h.Organization+" "+h.Source.String())
	}
	if want := []string{"B b m.tsv:1:6", "C c m.tsv:1:7"}; !slices.Equal(unused, want) {
		t.Errorf("unused headings = %q, want %q", unused, want)
	}
	if want := []string{"b", "c"}; !slices.Equal(a.WithoutMarks, want) {
		t.Errorf("without marks = %v, want %v", a.WithoutMarks, want)
	}
}

func TestRejectedRowsAreCounted(t *testing.T) {
	r := small()
	r.Rejected = []Rejection{{Lines: Lines{3, 3}, Reason: graph.Text("a subtotal")}}
	a, err := Scan(tableOf(heading+"1 | G | Do | daily | ○\n | | Subtotal | | 1"), r, "m.tsv", nil)
	if err != nil || a.Rows != (graph.RowCount{In: 2, Loaded: 1, Rejected: 1}) {
		t.Errorf("rows = %+v, %v", a.Rows, err)
	}
}

func TestTurnedBlock(t *testing.T) {
	r := small()
	r.Blocks = []Block{{ID: "x", Lines: Lines{2, 4}, Headings: Lines{1, 1}, Turned: true, Label: 1, Across: Lines{2, 3}, Columns: map[Column]string{2: "a", 3: "b", 4: "c"}}}
	d, err := Import(tableOf("  | Plan | Build\nA | ○ |\nB | | ○\nC | △ | ◯"), r, "m.tsv")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Plan a lead printed", "Plan c support printed", "Build b lead printed", "Build c lead printed"}
	if got := marks(d); !slices.Equal(got, want) {
		t.Errorf("marks = %q, want %q", got, want)
	}
	if at := d.Assignments[2].Source; at.Line != 3 || at.Column != 3 {
		t.Errorf("the lead of B for Build stands at line %d, column %d; want 3, 3", at.Line, at.Column)
	}
}

func TestSupplies(t *testing.T) {
	r := Reading{
		Organizations: []graph.Organization{{ID: "a", Name: graph.Text("Alpha Ltd")}, {ID: "b", Name: graph.Text("B"), Aliases: []string{"Beta"}}},
		Supplies: []SupplyBlock{{
			Lines: Lines{2, 3}, Environment: TermColumn{1, map[string]string{"Prod": "p", "Test": "t"}},
			Components: map[Column]string{2: "disk", 3: "app"}, Merged: "down",
		}},
	}
	d, err := Import(tableOf("Env | Disk | App\nProd | Alpha  Ltd | Beta\nTest | | b"), r, "m.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range d.Supplies {
		got = append(got, fmt.Sprintf("%s %s %s %s", s.Environment, s.Component, s.Organization, s.Reading))
	}
	want := []string{"p disk a printed", "p app b printed", "t disk a realigned", "t app b printed"}
	if !slices.Equal(got, want) {
		t.Errorf("supplies = %q, want %q", got, want)
	}
	_, err = Import(tableOf("Env | Disk | App\nProd | Gamma | Beta\nLab | Beta | Beta"), r, "m.tsv")
	var ps graph.Problems
	if !errors.As(err, &ps) || len(ps) != 2+1 {
		t.Errorf("Import = %v, want problems with Gamma and Lab", err)
	}
}

// FuzzScan checks that no table makes Scan panic, and that it accounts for
// what it reads.
func FuzzScan(f *testing.F) {
	f.Add(heading + "1 | G | Do | daily | ○ | | △")
	f.Add(heading + "1 | ○ | ◇ | daily\n\n | x")
	f.Fuzz(func(t *testing.T, text string) {
		n := 0
		a, err := Scan(tableOf(text), small(), "m.tsv", func(rec Record) error { n += len(rec.Marks); return nil })
		if err != nil {
			return
		}
		if a.Rows.In != a.Rows.Loaded+a.Rows.Rejected || a.Marks.In != a.Marks.Printed+a.Marks.Realigned+a.Marks.Uncertain || a.Marks.In != n {
			t.Errorf("account = %+v with %d marks emitted", a, n)
		}
	})
}
