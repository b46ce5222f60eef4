package workbook_test

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tasuki/internal/seeds"
	"tasuki/render/workbook"
)

// hardTexts are read as something else, or lost, where they are not written as
// texts.
var hardTexts = []string{
	"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'quoted", "1", "007", "1e9", "TRUE", "2026-03-04", "10:15", "#N/A", "", " ", "  around  ", "a\nb", "a\r\nb", "a\tb",
	"_x0041_", "_x000D_", "_x005F_x0041_", "_xZZZZ_", "<b>&amp;</b>", "]]>", "原因調査", "が か\u3099", "👩\u200D🔧", "\u202Eevil", "\uFEFF", strings.Repeat("あ", 32767),
}

func open(t *testing.T, sheets ...workbook.Sheet) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(write(t, sheets...)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// A text is the same text again, as a heading and in a cell, and always a text.
func TestTextsStayTexts(t *testing.T) {
	s := workbook.Sheet{Name: "texts", Columns: hardTexts, Rows: [][]any{make([]any, len(hardTexts))}}
	for i, text := range hardTexts {
		s.Rows[0][i] = text
	}
	f := open(t, s)
	for i, text := range hardTexts {
		for row := 1; row <= 2; row++ {
			at, err := excelize.CoordinatesToCellName(i+1, row)
			if err != nil {
				t.Fatal(err)
			}
			got, err := f.GetCellValue("texts", at, excelize.Options{RawCellValue: true})
			if err != nil || got != text {
				t.Errorf("%s: %.60q reads back as %.60q (%v)", at, text, got, err)
			}
			kind, err := f.GetCellType("texts", at)
			formula, err2 := f.GetCellFormula("texts", at)
			if kind != excelize.CellTypeInlineString && text != "" || formula != "" || err != nil || err2 != nil {
				t.Errorf("%s: %.60q has the type %v and the formula %q (%v, %v)", at, text, kind, formula, err, err2)
			}
		}
	}
}

// A number is stored in full, however it is shown; a truth and an empty cell are
// what they were.
func TestNumbersStayNumbers(t *testing.T) {
	values := []any{0, -7, math.MaxInt32, 0.1, 1.0 / 3, 2.5e-9, -1234567.891, 1e15, true, false, nil}
	random := rand.New(rand.NewPCG(seeds.First(), 121))
	for range seeds.Count(400) {
		values = append(values, math.Ldexp(random.Float64()-0.5, random.IntN(60)-20), random.IntN(1e9))
	}
	s := workbook.Sheet{Name: "numbers", Columns: []string{"x"}}
	for _, v := range values {
		s.Rows = append(s.Rows, []any{v})
	}
	f := open(t, s)
	for i, v := range values {
		at := fmt.Sprint("A", i+2)
		got, err := f.GetCellValue("numbers", at, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		switch v := v.(type) {
		case nil:
			if got != "" {
				t.Errorf("%s is %q, want nothing", at, got)
			}
		case bool:
			if want := map[bool]string{true: "1", false: "0"}[v]; got != want {
				t.Errorf("%s is %q, want %q", at, got, want)
			}
		case int:
			if got != strconv.Itoa(v) {
				t.Errorf("%s is %q, want %d", at, got, v)
			}
		case float64:
			if x, err := strconv.ParseFloat(got, 64); err != nil || math.Abs(x-v) > 1e-14*math.Abs(v) { // it is read with 15 digits
				t.Errorf("%s is %q, want %g (%v)", at, got, v, err)
			}
		}
	}
}

// Columns are as wide as their longest cell, within limits; those of wide
// characters are twice as wide.
func TestWidthsOfColumns(t *testing.T) {
	f := open(t, workbook.Sheet{
		Name: "widths", Columns: []string{"x", strings.Repeat("w", 20), "", "", "number", ""},
		Rows: [][]any{{"y", nil, strings.Repeat("あ", 10), strings.Repeat("long ", 50), 123456789012, nil}, {nil, "a", "b"}},
	})
	for column, want := range map[string]float64{"A": 8, "B": 22, "C": 22, "D": 44, "E": 14, "F": 8} {
		if got, err := f.GetColWidth("widths", column); err != nil || got != want {
			t.Errorf("column %s is %g wide, want %g (%v)", column, got, want, err)
		}
	}
}

// The headings stay, the filter covers all rows, and each sheet prints across one
// page, whatever its name.
func TestSheetsAreArranged(t *testing.T) {
	names := []string{"plain", "Two words", "it's", "一覧", "A1", "R1C1", strings.Repeat("n", 31)}
	var sheets []workbook.Sheet
	for i, name := range names {
		sheets = append(sheets, workbook.Sheet{Name: name, Columns: []string{"a", "b"}, Rows: make([][]any, i)})
	}
	f := open(t, sheets...)
	titles := map[string]string{}
	for _, d := range f.GetDefinedName() {
		if d.Name == "_xlnm.Print_Titles" {
			titles[d.Scope] = d.RefersTo
		}
	}
	for _, name := range names {
		panes, err := f.GetPanes(name)
		if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.TopLeftCell != "A2" {
			t.Errorf("%q has the panes %+v (%v)", name, panes, err)
		}
		if want := "'" + strings.ReplaceAll(name, "'", "''") + "'!$1:$1"; titles[name] != want {
			t.Errorf("%q repeats %q on each page, want %q", name, titles[name], want)
		}
		page, err := f.GetPageLayout(name)
		if err != nil || page.FitToWidth == nil || *page.FitToWidth != 1 || page.Orientation == nil || *page.Orientation != "landscape" {
			t.Errorf("%q is printed as %+v (%v)", name, page, err)
		}
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, fmt.Errorf("no room") }

func TestWriteFails(t *testing.T) {
	if err := workbook.Write(full{}, two...); err == nil || !strings.Contains(err.Error(), "no room") {
		t.Errorf("the error is %v", err)
	}
}
