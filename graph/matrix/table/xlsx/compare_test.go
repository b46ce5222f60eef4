package xlsx

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"tasuki/graph/matrix/table"
	"tasuki/internal/rowtext"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// compareSheet compares a sheet with the rows that excelize reads.
func compareSheet(t *testing.T, f table.File, sheet string, want [][]string) (texts int) {
	t.Helper()
	rows, err := rowtext.Chosen(Open, f, sheet)
	if err != nil {
		t.Fatal(err)
	}
	for row, err := range rows {
		if err != nil {
			t.Fatal(err)
		}
		var others []string
		if row.Line <= len(want) {
			others = want[row.Line-1]
		}
		for column := 1; column <= max(row.Width(), len(others)); column++ {
			other := ""
			if column <= len(others) {
				other = strings.ReplaceAll(others[column-1], "\r\n", "\n")
			}
			switch cell := row.Cell(column); {
			case row.Copied(column) && other == "":
			case cell != "" && other == " "+cell+" ": // padded, as an accounting format asks for
			case cell != other:
				t.Errorf("sheet %q, line %d, column %d: %q, want %q", sheet, row.Line, column, cell, other)
			case cell != "":
				texts++
			}
		}
	}
	return texts
}

// TestFormats compares what cells of many kinds show.
func TestFormats(t *testing.T) {
	values := []any{0, 7, -7, 1.1, 1.0 / 3, 1e-7, 123456789012, 12345678901234567, 0.1 + 0.2, 45000.75, 2.5e20,
		true, false, "text", "○\n△", " blanks ", "_x000D_", "a_x005F_b", "007", time.Date(2024, 3, 24, 10, 30, 0, 0, time.UTC), 90 * time.Minute}
	f := excelize.NewFile()
	column := 0
	for format := -3; format < 50; format++ {
		style := &excelize.Style{NumFmt: format}
		for i, custom := range []string{"0.00\"件\"", "m\"月\"d\"日\"", "#,##0;[Red]-#,##0"} {
			if format == i-3 {
				style = &excelize.Style{CustomNumFmt: &custom}
			}
		}
		id, err := f.NewStyle(style)
		if err != nil {
			t.Fatal(err)
		}
		column++
		for i, value := range values {
			cell, _ := excelize.CoordinatesToCellName(column, i+1)
			if err := errors.Join(f.SetCellValue("Sheet1", cell, value), f.SetCellStyle("Sheet1", cell, cell, id)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.SetCellRichText("Sheet1", "A30", []excelize.RichTextRun{{Text: "運"}, {Text: "用", Font: &excelize.Font{Bold: true}}}); err != nil {
		t.Fatal(err)
	}
	data, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	again, err := excelize.OpenReader(bytes.NewReader(data.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	want, err := again.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	if n := compareSheet(t, bytes.NewReader(data.Bytes()), "Sheet1", want); n < 50*len(values) {
		t.Errorf("%d cells were compared", n)
	}
}

// TestRealWorkbooks reads every sheet as excelize does, and finds the numbers of
// texts that openpyxl finds.
func TestRealWorkbooks(t *testing.T) {
	for _, tt := range []struct {
		file, sheet string
		rows, texts int
		line        int
		want        string
	}{
		{"microsoft-raci/raci-template.xlsx", "Org Alignment", 34, 65, 14,
			"14: |Define Cloud Adoption Team(s) alignment|Define Cloud Adoption Team(s) alignment*|"},
		{"microsoft-raci/raci-template.xlsx", "MVP Best Practice", 14, 45, 0, ""},
		{"cloudgov-cis/cloud.gov-CIS-Worksheet.xlsx", "CIS Worksheet", 819, 2016, 3,
			"3: Control ID*|Implemented|Partially Implemented|Planned|Alternative Implementation|N/A|"},
	} {
		t.Run(tt.sheet, func(t *testing.T) {
			path := filepath.Join("..", "..", "..", "..", "..", "shared", "data", filepath.FromSlash(tt.file))
			f, err := os.Open(path)
			if err != nil {
				t.Skipf("the real workbook is not there: %v", err)
			}
			defer f.Close()
			compareBook(t, f, path)
			rows, texts, line := countTexts(t, f, tt.sheet, tt.line)
			if rows != tt.rows || texts != tt.texts || !strings.HasPrefix(line, tt.want) {
				t.Errorf("%d rows with %d texts, want %d with %d; line\n%s\nwant\n%s", rows, texts, tt.rows, tt.texts, line, tt.want)
			}
		})
	}
}

func compareBook(t *testing.T, f table.File, path string) {
	t.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	names, err := sheetNames(f)
	if err != nil || len(names) == 0 {
		t.Fatalf("sheets %q, %v", names, err)
	}
	for _, name := range names {
		want, err := book.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		compareSheet(t, f, name, want)
	}
}

// countTexts returns how many rows and texts a sheet has, and one of its lines.
func countTexts(t *testing.T, f table.File, sheet string, line int) (count, texts int, shown string) {
	t.Helper()
	rows, err := rowtext.Chosen(Open, f, sheet)
	if err != nil {
		t.Fatal(err)
	}
	for row, err := range rows {
		if err != nil {
			t.Fatal(err)
		}
		count++
		for i, cell := range row.Cells {
			if cell != "" && !row.Copied(i+1) {
				texts++
			}
		}
		if row.Line == line {
			shown = rowtext.Row(row)
		}
	}
	return count, texts, shown
}
