package workbook_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tasuki/render/workbook"
)

func write(t *testing.T, sheets ...workbook.Sheet) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.Write(&b, sheets...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var two = []workbook.Sheet{
	{Name: "一覧", Columns: []string{"番号", "=Text", "Value"}, Rows: [][]any{
		{1, "=1+1", 0.5}, {2, "+1", nil}, {3, "-1", true}, {4, "@SUM(A1)"}, {5, " =1\n2", nil},
	}},
	{Name: "empty"},
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(write(t, two...)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := f.GetSheetList(); !slices.Equal(got, []string{"一覧", "empty"}) {
		t.Errorf("the sheets are %q", got)
	}
	rows, err := f.GetRows("一覧")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"番号", "=Text", "Value"}, {"1", "=1+1", "0.500"}, {"2", "+1"}, {"3", "-1", "TRUE"}, {"4", "@SUM(A1)"}, {"5", " =1\n2"}}
	if !slices.EqualFunc(rows, want, slices.Equal) {
		t.Errorf("the rows are %q", rows)
	}
	titles := slices.DeleteFunc(f.GetDefinedName(), func(d excelize.DefinedName) bool { return d.Name != "_xlnm.Print_Titles" })
	if len(titles) != 1 || titles[0].RefersTo != "'一覧'!$1:$1" || titles[0].Scope != "一覧" {
		t.Errorf("what is repeated on each page is %+v", titles)
	}
	for _, cell := range []string{"B1", "B2", "B3", "B4", "B5"} {
		formula, err := f.GetCellFormula("一覧", cell)
		kind, err2 := f.GetCellType("一覧", cell)
		if formula != "" || kind != excelize.CellTypeInlineString || err != nil || err2 != nil {
			t.Errorf("%s has the formula %q and the type %v (%v, %v)", cell, formula, kind, err, err2)
		}
	}
}

func TestSameSheetsGiveSameBytes(t *testing.T) {
	first := write(t, two...)
	for range 20 {
		if !bytes.Equal(write(t, two...), first) {
			t.Fatal("the bytes differ")
		}
	}
}

func TestWhatNoWorkbookHolds(t *testing.T) {
	for _, c := range []struct {
		says   string
		sheets []workbook.Sheet
	}{
		{"no sheet", nil},
		{"have this name", []workbook.Sheet{{Name: "a"}, {Name: "A"}}},
		{"31", []workbook.Sheet{{Name: strings.Repeat("a", 32)}}},
		{"character", []workbook.Sheet{{Name: "a"}, {Name: "b/c"}}},
		{"1 columns", []workbook.Sheet{{Name: "a", Columns: []string{"x"}, Rows: [][]any{{1, 2}}}}},
		{"32768 characters", []workbook.Sheet{{Name: "a", Columns: []string{"x"}, Rows: [][]any{{strings.Repeat("あ", 32768)}}}}},
		{"[]int", []workbook.Sheet{{Name: "a", Columns: []string{"x"}, Rows: [][]any{{[]int{1}}}}}},
	} {
		if err := workbook.Write(&bytes.Buffer{}, c.sheets...); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("the error is %v, want one that says %q", err, c.says)
		}
	}
}

// What may be chosen stands in a hidden sheet, equal lists once.
func TestChoices(t *testing.T) {
	tasks := []string{"=1 Report", "2 Triage", "3 Recover"}
	form := workbook.Form{
		Sheet:   workbook.Sheet{Name: "Form", Columns: []string{"From", "To", "Kind"}, Rows: [][]any{{"a", "b", "c"}}},
		Choices: []workbook.Choice{{Column: 0, Values: tasks}, {Column: 1, Values: tasks}, {Column: 2, Values: []string{"report"}}},
	}
	var once, again bytes.Buffer
	if err := errors.Join(workbook.WriteForm(&once, form), workbook.WriteForm(&again, form)); err != nil || !bytes.Equal(once.Bytes(), again.Bytes()) {
		t.Fatal("two writings differ", err)
	}
	data := once.Bytes()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rules, err := f.GetDataValidations("Form")
	if err != nil || len(rules) != 3 {
		t.Fatalf("%d rules, %v", len(rules), err)
	}
	for i, want := range []string{"A2:A2002 'Lists'!$A$1:$A$3", "B2:B2002 'Lists'!$A$1:$A$3", "C2:C2002 'Lists'!$B$1:$B$1"} {
		if got := rules[i].Sqref + " " + rules[i].Formula1; got != want || rules[i].Type != "list" || *rules[i].ErrorStyle != "warning" {
			t.Errorf("rule %d is %s (%s), want %s", i, got, rules[i].Type, want)
		}
	}
	visible, err := f.GetSheetVisible("Lists")
	rows, err2 := f.GetRows("Lists")
	if visible || err != nil || err2 != nil || len(rows) != 3 || rows[0][0] != "=1 Report" || rows[0][1] != "report" {
		t.Errorf("visible %v, %v %v, rows %q", visible, err, err2, rows)
	}
}
