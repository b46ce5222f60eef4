package table

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"tasuki/internal/booktext"
)

// showRow writes a row on one line, with a star at copied cells.
func showRow(row Row) string {
	cells := make([]string, row.Width())
	for i := range cells {
		cells[i] = strings.ReplaceAll(row.Cell(i+1), "\n", `\n`)
		if row.Copied(i + 1) {
			cells[i] += "*"
		}
	}
	if len(cells) == 0 {
		return fmt.Sprintf("%d:", row.Line)
	}
	return fmt.Sprintf("%d: %s", row.Line, strings.Join(cells, "|"))
}

// checkRows reads a table twice and fails unless both times give the same rows
// and error, lines ascend, and nothing follows an error.
func checkRows(t *testing.T, data []byte) {
	rows, err := chosen(bytes.NewReader(data), "")
	if err != nil {
		return
	}
	read := func() (out []string) {
		line, failed := 0, false
		for row, err := range rows {
			if failed {
				t.Fatalf("a row follows an error: %v", row)
			}
			if err != nil {
				failed = true
				out = append(out, err.Error())
				continue
			}
			if row.Line <= line || len(row.Cells) > MaxColumn {
				t.Fatalf("row at line %d, of %d cells, after line %d", row.Line, len(row.Cells), line)
			}
			for _, span := range row.Merged {
				if span.Text == "" || span.First > span.Last || row.Cell(span.Last) == "" {
					t.Fatalf("line %d: %v is copied but empty", row.Line, span)
				}
			}
			line = row.Line
			out = append(out, showRow(row))
		}
		return out
	}
	if first, second := read(), read(); !reflect.DeepEqual(first, second) {
		t.Fatalf("%q, then %q", first, second)
	}
}

// FuzzXLSX reads workbooks whose sheet, shared strings and styles are anything.
func FuzzXLSX(f *testing.F) {
	f.Add([]byte(booktext.SheetXML(`<row r="2"><c r="B2" t="s"><v>1</v></c></row>`, `<mergeCell ref="B2:C3"/>`)), []byte(booktext.StringsXML("a", "b")), []byte(`<styleSheet/>`))
	f.Add([]byte(booktext.SheetXML(`<row><c s="1"><v>43831.5</v></c><c t="b"><f>1</f><v>1</v></c></row>`, "")), []byte(booktext.StringsXML()),
		[]byte(`<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-411]ggge&quot;年&quot;m/d;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`))
	f.Add([]byte(booktext.SheetXML(`<row r="1"><c t="inlineStr"><is><r><t>a</t></r></is></c><c t="d"><v>2020-01-01</v></c><c t="e"><v>#N/A</v></c></row><row r="9"/>`, "")), []byte(booktext.StringsXML()), []byte(`<styleSheet/>`))
	f.Fuzz(func(t *testing.T, sheet, texts, styles []byte) {
		checkRows(t, booktext.Workbook(t, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: string(sheet)}, booktext.Part{Name: "xl/sharedStrings.xml", Text: string(texts)}, booktext.Part{Name: "xl/styles.xml", Text: string(styles)}))
	})
}

// FuzzXLSXArchive reads files that are or resemble a zip.
func FuzzXLSXArchive(f *testing.F) {
	f.Add(booktext.Workbook(f, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: booktext.SheetXML(`<row><c><v>1</v></c></row>`, "")}))
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, data []byte) { checkRows(t, data) })
}
