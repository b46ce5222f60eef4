package propose

import (
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/formats"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
	"tasuki/internal/matrixtext"
)

// openSheets reads all sheets of a workbook, or a text table.
func openSheets(t *testing.T, name string) []Sheet {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	names := []string{""}
	if strings.HasSuffix(name, ".xlsx") {
		names = visibleSheets(t, f)
	}
	var sheets []Sheet
	for _, sheet := range names {
		rows, _, err := formats.Choose(f, name, "", sheet)
		if err != nil {
			t.Fatal(err)
		}
		s := Sheet{Name: sheet}
		for row, err := range rows {
			if err != nil {
				t.Fatal(err)
			}
			row.Cells = slices.Clone(row.Cells)
			s.Rows = append(s.Rows, row)
		}
		sheets = append(sheets, s)
	}
	return sheets
}

// lined makes a sheet of lines with cells set apart by bars.
func lined(name, text string) Sheet {
	s := Sheet{Name: name}
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		s.Rows = append(s.Rows, table.Row{Line: len(s.Rows) + 1, Cells: cells})
	}
	return s
}

// proposed imports sheets by the reading proposed for them.
func proposed(t *testing.T, sheets []Sheet, o ProposeOptions) (graph.Dataset, matrix.Reading) {
	t.Helper()
	r, err := Propose("matrix.xlsx", sheets, o)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(sheets, func(s Sheet) bool { return s.Name == r.Sheet })
	d, err := matrix.Import(matrixtext.RowsOf(sheets[at].Rows), r, "matrix.xlsx")
	if err != nil {
		t.Fatalf("%v\nreading: %+v", err, r)
	}
	return d, r
}

// summary lists the tasks of d with their timing and marks.
func summary(d graph.Dataset) []string {
	var list []string
	for _, task := range d.Tasks {
		line := task.ID + " " + task.Name.In(graph.English)
		if task.Category != "" {
			line += " [" + task.Category + "]"
		}
		if task.Timing != "" {
			line += " " + string(task.Timing)
		}
		line += ":"
		for _, a := range d.Assignments {
			if a.Task == task.ID {
				line += " " + a.Organization + "=" + string(a.Role)
			}
		}
		list = append(list, line)
	}
	return list
}

func TestPropose(t *testing.T) {
	tests := []struct {
		name, text string
		want       string
		assumes    []string // parts of assumptions
	}{
		{
			"letters, item numbers, phases, timings, notes",
			`RACI for the launch
			|
			#|Phase|Task|Frequency|PM|Dev Team|Vendor|Notes
			1|Plan|Write the plan|monthly|A/R|C|I|see there
			2||Review the plan|as needed|A|R|-|
			3|Build|Write code||I|A, R|C|※
			4||Nobody's work|daily|-|||
			5||Ship|daily|A|C|I|`,
			`1 Write the plan [Plan] monthly: PM=accountable PM=lead Dev Team=support Vendor=informed
			2 Review the plan [Plan] as-needed: PM=accountable Dev Team=lead
			3 Write code [Build]: PM=informed Dev Team=accountable Dev Team=lead Vendor=support
			4 Nobody's work [Build] daily:
			5 Ship [Build] daily: PM=lead Dev Team=support Vendor=informed`,
			[]string{`"R" as lead, "A" as accountable, "C" as support, "I" as informed, "-" as an empty cell; change under "glyphs"`, `"A" leads only where a row has no lead mark`, `line 3 names the organizations`, `column 1 holds the item numbers and column 3 the names`, `rules: leads not declared`, `rules: support not declared`, `change under "timings"`},
		},
		{
			"crosses, no item numbers, equal names",
			`Activity|Sales team|Support team|Acme (vendor)
			Answer calls|X||
			Escalate||x|
			Answer calls|||✓`,
			`Answer calls Answer calls: Sales team=lead
			Escalate Escalate: Support team=lead
			Answer calls (2) Answer calls: Acme (vendor)=lead`,
			[]string{`"X" and "✓" as lead`, `the texts of column 1 are names and IDs`},
		},
		{
			"words of Japanese offices",
			`業務分担表
			No|業務内容|情報システム部|総務課|運用業者
			1|受付|主担当||副担当
			2|調査||主担当|
			3|報告|主担当|副担当|副担当`,
			`1 受付: 情報システム部=lead 運用業者=support
			2 調査: 総務課=lead
			3 報告: 情報システム部=lead 総務課=support 運用業者=support`,
			nil,
		},
		{
			"full and empty circles",
			`作業|甲社|乙社
			設計|●|○
			製造|○|●`,
			`設計 設計: 甲社=lead 乙社=support
			製造 製造: 甲社=support 乙社=lead`,
			nil,
		},
		{
			"primary and secondary",
			`Task|Ops team|Dev team
			Deploy|P|S
			Fix|S|P`,
			`Deploy Deploy: Ops team=lead Dev team=support
			Fix Fix: Ops team=support Dev team=lead`,
			nil,
		},
		{
			"organizations in rows",
			`|Design|Build|Run
			Platform team|A|C|
			Service vendor|C|A|A
			|
			A: accountable|
			C: consulted|`,
			`Design Design: Platform team=lead Service vendor=support
			Build Build: Platform team=support Service vendor=lead
			Run Run: Service vendor=lead`,
			[]string{`organizations stand in rows, named in column 1, and tasks in columns, named in line 1; change "turned"`},
		},
		{
			"item numbers that start again, headings within, text below",
			`2 Introduction
			No|Work|Client office|Vendor
			1|Order|○|
			|Delivery||
			2|Deliver||○
			Total|12|3|4
			|
			3 Operation
			No|Work|Client office|Vendor
			1|Watch||○
			2|Pay|○|△`,
			`2-1 Order: Client office=lead
			2-2 Deliver [Delivery]: Vendor=lead
			3-1 Watch: Vendor=lead
			3-2 Pay: Client office=lead Vendor=support`,
			[]string{`the item numbers start again`, `line 4 without marks is a heading over the rows below`, `lines 2, 9 name the organizations`},
		},
		{
			"a status beside",
			`Task|Status||Responsible party|
			|Done|Open|Our team|Their team
			Paint|X||X|
			Clean||X||X
			Sweep|X||X|X`,
			`Paint Paint: Our team=lead
			Clean Clean: Their team=lead
			Sweep Sweep: Our team=lead Their team=lead`,
			[]string{`the marks of columns 2, 3 under "Status" are about a status`},
		},
		{
			"two spellings, one organization without marks",
			`作業|保守業者|データ・エントリ業者|清掃業者
			点検|○|△|
			清掃|△|○|
			|
			作業|保守業者|データエントリー業者|清掃業者
			入力||○|
			確認|△|○|`,
			`点検 点検: 保守業者=lead データ・エントリ業者=support
			清掃 清掃: 保守業者=support データ・エントリ業者=lead
			入力 入力: データ・エントリ業者=lead
			確認 確認: 保守業者=support データ・エントリ業者=lead`,
			[]string{`"データ・エントリ業者" and "データエントリー業者" are taken for one`},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, r := proposed(t, []Sheet{lined("", test.text)}, ProposeOptions{})
			want := strings.Split(test.want, "\n")
			for i := range want {
				want[i] = strings.TrimSpace(want[i])
			}
			if got := summary(d); !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s\nreading %+v", strings.Join(got, "\n"), strings.Join(want, "\n"), r)
			}
			for _, part := range test.assumes {
				if !strings.Contains(strings.Join(said.Texts(r.Assumptions), "\n"), part) {
					t.Errorf("no assumption says %q:\n%s", part, strings.Join(said.Texts(r.Assumptions), "\n"))
				}
			}
		})
	}
}

func TestProposeChoosesSheet(t *testing.T) {
	matrix := "Task|Our team|Their team\nPaint|A|R\nClean|R|A"
	notes := lined("Notes", "some|text\nbut no|matrix")
	one, two := lined("One", matrix), lined("Two", matrix)
	if _, r := proposed(t, []Sheet{notes, one}, ProposeOptions{}); r.Sheet != "One" || !strings.Contains(strings.Join(said.Texts(r.Assumptions), "\n"), `sheet: "One" is the only sheet`) {
		t.Errorf("took %q, assuming %q", r.Sheet, r.Assumptions)
	}
	if _, r := proposed(t, []Sheet{one, two}, ProposeOptions{Sheet: "Two"}); r.Sheet != "Two" {
		t.Errorf("took %q, want Two", r.Sheet)
	}
	for _, test := range []struct {
		sheets []Sheet
		sheet  string
		want   []string // those to choose from; nil: no matrix at all
	}{
		{[]Sheet{one, notes}, "Three", []string{"One", "Notes"}},
		{[]Sheet{one, notes}, "Notes", nil},
		{[]Sheet{notes}, "", nil},
	} {
		_, err := Propose("book.xlsx", test.sheets, ProposeOptions{Sheet: test.sheet})
		var choice *table.SheetError
		switch {
		case err == nil:
			t.Errorf("sheet %q: no error", test.sheet)
		case test.want == nil && !errors.Is(err, errNoMatrix):
			t.Errorf("sheet %q: %v", test.sheet, err)
		case test.want != nil && (!errors.As(err, &choice) || !slices.Equal(choice.Sheets, test.want)):
			t.Errorf("sheet %q: %v, want the choice of %q", test.sheet, err, test.want)
		}
	}
}

// A table whose headings are all about something else than parties is no matrix.
func TestProposeWantsParties(t *testing.T) {
	roster := lined("", "Name|Mon|Tue|Wed\nKim|D|N|-\nLee|N|-|D\nRay|-|D|N")
	if r, err := Propose("roster.csv", []Sheet{roster}, ProposeOptions{}); !errors.Is(err, errNoParty) {
		t.Errorf("proposed %+v with %v", r.Blocks, err)
	}
}

func TestProposeKeepsUnreadableCells(t *testing.T) {
	sheet := lined("", "Task|Our team|Their team\nPaint|A|R\nClean|◇|A\nSweep|R|A")
	d, r := proposed(t, []Sheet{sheet}, ProposeOptions{})
	want := graph.UnreadMark{Task: "Clean", Organization: "Our team", Source: graph.Source{File: "matrix.xlsx", Line: 3, Column: 2, Mark: "◇"}}
	if u := d.Account.Unread; len(u) != 1 || u[0] != want || d.Account.Marks != (graph.MarkCount{In: 6, Printed: 5, Unread: 1}) {
		t.Errorf("unread %+v, %+v; want %+v", u, d.Account.Marks, want)
	}
	r.KeepUnread = false
	if _, err := matrix.Import(matrixtext.RowsOf(sheet.Rows), r, "matrix.tsv"); err == nil || !strings.Contains(err.Error(), "◇") {
		t.Errorf("importing gave %v, want the unreadable cell named", err)
	}
}

// assigned lists the marks of d as facts that do not tell where they stand.
func assigned(d graph.Dataset) []string {
	var list []string
	for _, a := range d.Assignments {
		list = append(list, a.Task+" | "+a.Organization+" | "+string(a.Role))
	}
	slices.Sort(list)
	return list
}

func TestProposeRealWorkbooks(t *testing.T) {
	raci := openSheets(t, matrixtext.SharedFile(t, "data", "microsoft-raci", "raci-template.xlsx"))
	small, _ := proposed(t, raci, ProposeOptions{Sheet: "MVP Best Practice"})
	if len(small.Organizations) != 2 || len(small.Tasks) != 8 || len(small.Assignments) != 16 {
		t.Errorf("2 teams: %d organizations, %d tasks, %d marks", len(small.Organizations), len(small.Tasks), len(small.Assignments))
	}
	turned, r := proposed(t, raci, ProposeOptions{Sheet: "Fully-staffed Best Practice"})
	plain, _ := proposed(t, raci, ProposeOptions{Sheet: "Example Fully staffed BP"})
	if !r.Blocks[0].Turned || len(turned.Organizations) != 6 || len(turned.Tasks) != 8 || len(turned.Assignments) != 48 {
		t.Errorf("6 teams: %d organizations, %d tasks, %d marks", len(turned.Organizations), len(turned.Tasks), len(turned.Assignments))
	}
	if a, b := assigned(turned), assigned(plain); !slices.Equal(a, b) {
		t.Errorf("the sheet and its twin differ:\n%s\n\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
	}
	if _, r := proposed(t, raci, ProposeOptions{}); r.Sheet != "Fully-staffed Best Practice" || !strings.HasPrefix(r.Assumptions[0].String(), "sheet: of 3 sheets") {
		t.Errorf("without a sheet: took %q, assuming %q", r.Sheet, r.Assumptions)
	}

	cis, r := proposed(t, openSheets(t, matrixtext.SharedFile(t, "data", "cloudgov-cis", "cloud.gov-CIS-Worksheet.xlsx")), ProposeOptions{})
	if cis.Account.Rows.Loaded != 616 || cis.Account.Marks.Printed != 755 || len(cis.Organizations) != 7 {
		t.Errorf("%+v, %d organizations; want 616 rows, 755 marks, 7 organizations", cis.Account, len(cis.Organizations))
	}
	if !strings.Contains(strings.Join(said.Texts(r.Assumptions), "\n"), `columns B to F under "Implementation Status"`) {
		t.Errorf("assumes %q", r.Assumptions)
	}
}

// TestProposeSeed reads the scan with nothing given, and compares the parties,
// by their printed names, with the reading that people made.
func TestProposeSeed(t *testing.T) {
	sheets := openSheets(t, matrixtext.SharedFile(t, "seed", "000_c42eb293b9e4d808.txt"))
	d, _ := proposed(t, sheets, ProposeOptions{})
	ids := map[string]string{}
	for _, row := range matrixtext.ReadTabs(t, matrixtext.SharedFile(t, "seed", "organizations.tsv"))[1:] {
		for _, alias := range strings.Split(row.Cell(5), ";") {
			alias, _, _ = strings.Cut(alias, "(")
			ids[strings.TrimSpace(alias)] = row.Cell(1)
		}
	}
	truth := map[string]string{}
	for _, row := range matrixtext.ReadTabs(t, matrixtext.SharedFile(t, "seed", "reading.tsv"))[1:] {
		truth[row.Cell(1)+"@"+row.Cell(3)] = row.Cell(6)
	}
	right := 0
	for _, a := range d.Assignments {
		if truth[a.Task+"@"+strconv.Itoa(a.Source.Column)] == ids[a.Organization] {
			right++
		}
	}
	t.Logf("%d of %d marks as by hand; %+v", right, len(truth), d.Account.Marks)
	if d.Account.Rows.Loaded != 245 || len(d.Assignments) != len(truth) || 10*right < 9*len(truth) {
		t.Errorf("%d rows, %d marks, %d as by hand", d.Account.Rows.Loaded, len(d.Assignments), right)
	}
}

// visibleSheets returns the names of the sheets that are not hidden.
func visibleSheets(t *testing.T, f *os.File) []string {
	t.Helper()
	book, err := excelize.OpenFile(f.Name())
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	return slices.DeleteFunc(book.GetSheetList(), func(name string) bool {
		visible, err := book.GetSheetVisible(name)
		return err != nil || !visible
	})
}
