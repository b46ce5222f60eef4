package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
	"tasuki/internal/booktext"
	"tasuki/internal/rowtext"
)

func TestOpenSheet(t *testing.T) {
	const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="14"/></cellXfs></styleSheet>`
	for _, tt := range []struct{ name, rows, merged, want string }{
		{"empty rows and cells", `<row r="2"><c r="B2"><v>7</v></c></row><row r="5"><c r="A5" t="s"><v>1</v></c></row><row r="6"/>`, "",
			"1:\n2: |7\n3:\n4:\n5: △\n6:"},
		{"no references", `<row><c t="s"><v>0</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>`, "", "1: ○||2\n2: 3"},
		{"formats", `<row r="1"><c r="A1" s="1"><v>1.1</v></c><c r="B1" s="2"><v>43831</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c></row>`, "",
			"1: 1.10|01-01-20|TRUE|#N/A"},
		{"formula", `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c></row>`, "", "1: 2|a"},
		{"text", `<row r="1"><c r="A1" t="inlineStr"><is><r><t>運</t></r><r><t>用</t></r></is></c><c r="B1" t="s"><v>2</v></c></row>`, "", `1: 運用|  two\nlines `},
		{"phonetic reading", `<row r="1"><c r="A1" t="inlineStr"><is><t>運用</t><rPh sb="0" eb="2"><t>ウンヨウ</t></rPh></is></c></row>`, "", "1: 運用"},
		{"merged", `<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="D2" t="s"><v>1</v></c></row><row r="4"><c r="A4"><v>9</v></c></row>`,
			`<mergeCell ref="A1:B3"/><mergeCell ref="D2:E2"/><mergeCell ref="F1:G2"/><mergeCell ref="A4"/>`,
			"1: ○|○*\n2: ○*|○*||△|△*\n3: ○*|○*\n4: 9"},
		{"text under a merged range", `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c></row>`, `<mergeCell ref="A1:C1"/>`, "1: ○|5|○*"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := booktext.Workbook(t, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: booktext.SheetXML(tt.rows, tt.merged)},
				booktext.Part{Name: "xl/sharedStrings.xml", Text: booktext.StringsXML("○", "△", "  two_x000D_\nlines ")}, booktext.Part{Name: "xl/styles.xml", Text: styles})
			got, err := rowtext.Read(Open, bytes.NewReader(data), "")
			if err != nil || got != tt.want {
				t.Errorf("got\n%s\n%v\nwant\n%s", got, err, tt.want)
			}
		})
	}
}

// TestPrefixedSheet reads a sheet whose elements have a prefix, as some programs
// write it, and blanks in its tags.
func TestPrefixedSheet(t *testing.T) {
	sheet := `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData ><x:row r="1"><x:c r="A1" t="str"><x:v>a</x:v></x:c></x:row></x:sheetData ><x:mergeCells><x:mergeCell ref="A1:B1" /></x:mergeCells></x:worksheet>`
	for _, sheet := range []string{sheet, strings.NewReplacer("x:", "", ":x=", "=").Replace(sheet)} {
		got, err := rowtext.Read(Open, bytes.NewReader(booktext.Workbook(t, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: sheet})), "")
		if want := "1: a|a*"; err != nil || got != want {
			t.Errorf("got %q, %v; want %q", got, err, want)
		}
	}
}

// TestOpenBrokenSheet sees that damage is an error and not the end of a sheet.
func TestOpenBrokenSheet(t *testing.T) {
	row := `<row r="1"><c r="A1"><v>1</v></c></row>`
	for _, tt := range []struct{ name, sheet, want string }{
		{"cut off", strings.TrimSuffix(booktext.SheetXML(row, ""), "</sheetData><mergeCells></mergeCells></worksheet>"), "unexpected EOF"},
		{"control character", booktext.SheetXML(row+"<row r=\"2\"><c t=\"str\"><v>a\x0bb</v></c></row>", ""), "illegal character code"},
		{"rows out of order", booktext.SheetXML(row+row, ""), "row 1 stands after row 1"},
		{"row too far down", booktext.SheetXML(row+`<row r="1048577"/>`, ""), "row 1048577 stands after row 1"},
		{"cell in another row", booktext.SheetXML(`<row r="1"><c r="A2"><v>1</v></c></row>`, ""), "cell A2 stands in row 1"},
		{"cells out of order", booktext.SheetXML(`<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>1</v></c></row>`, ""), "column 2 stands after column 2"},
		{"cell too far right", booktext.SheetXML(`<row r="1"><c r="XFE1"><v>1</v></c></row>`, ""), "column number"},
		{"no such string", booktext.SheetXML(`<row r="1"><c r="A1" t="s"><v>1</v></c></row>`, ""), `row 1, column 1: there is no string "1" among the 1`},
		{"bad style", booktext.SheetXML(`<row r="1"><c r="A1" s="x"><v>1</v></c></row>`, ""), `row 1, column 1: strconv.Atoi: parsing "x"`},
		{"bad merged range", booktext.SheetXML(row, `<mergeCell ref="B1:A1"/>`), "merged range B1:A1"},
		{"long text", booktext.SheetXML(`<row r="1"><c t="str"><v>1</v><v>`+strings.Repeat("x", 2*parts.MaxToken)+`</v></c></row>`, ""), "has more than 1048576 bytes"},
		{"long comment", booktext.SheetXML(row, `<!--`+strings.Repeat("<x>", parts.MaxToken)+`-->`), "has more than 1048576 bytes"},
		{"deep", booktext.SheetXML(row, strings.Repeat("<x>", 100)), "more than 64 elements"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := booktext.Workbook(t, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: tt.sheet}, booktext.Part{Name: "xl/sharedStrings.xml", Text: booktext.StringsXML("a")})
			_, err := rowtext.Read(Open, bytes.NewReader(data), "担当")
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestOpenBrokenBook(t *testing.T) {
	good := booktext.Workbook(t, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: booktext.SheetXML(`<row><c t="inlineStr"><is><t>`+strings.Repeat("a", 4000)+`</t></is></c></row>`, "")})
	damaged := bytes.Clone(good)
	damaged[bytes.Index(damaged, []byte("xl/worksheets/sheet1.xml"))+60] ^= 1
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "not an .xlsx workbook"},
		{"text", []byte("a,b\n"), "not an .xlsx workbook"},
		{"cut off", good[:len(good)/2], "not an .xlsx workbook"},
		{"old or with password", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "password"},
		{"damaged part", damaged, `part "xl/worksheets/sheet1.xml"`},
		{"no part", booktext.Workbook(t), "has no part"},
		{"empty part", booktext.Workbook(t, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: ""}), "EOF"},
		{"no text", booktext.Workbook(t, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: booktext.SheetXML("<row><c/></row>", "")}), "no visible sheet"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := rowtext.Read(Open, bytes.NewReader(tt.data), "")
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

// TestOpenBomb reads a sheet of 64 KB that unpacks to 64 MiB.
func TestOpenBomb(t *testing.T) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range []booktext.Part{{Name: "_rels/.rels", Text: booktext.RootRelations}, {Name: "xl/workbook.xml", Text: fmt.Sprintf(workbookPart, false, "a")}, {Name: "xl/_rels/workbook.xml.rels", Text: relationsPart}, {Name: "xl/worksheets/sheet1.xml", Text: "<worksheet>"}} {
		file, err := w.Create(p.Name)
		if err != nil {
			t.Fatal(err)
		}
		blanks := bytes.Repeat([]byte(" "), 1<<20)
		for n := 0; p.Text == "<worksheet>" && n < 64; n++ {
			file.Write(blanks)
		}
		file.Write([]byte(p.Text))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := rowtext.Read(Open, bytes.NewReader(out.Bytes()), "a")
	runtime.ReadMemStats(&after)
	if err == nil || !strings.Contains(err.Error(), "at most 100 times as much as is packed is read") {
		t.Errorf("error %v", err)
	}
	if n := after.TotalAlloc - before.TotalAlloc; n > 16<<20 {
		t.Errorf("%d MiB were allocated", n>>20)
	}
}

func sheetNames(f table.File) ([]string, error) {
	b, err := Open(f)
	var names []string
	for _, s := range b.Visible() {
		names = append(names, s.Name)
	}
	return names, err
}

func TestChooseSheet(t *testing.T) {
	one := booktext.NewBook(t, booktext.Part{Name: "hidden", Text: "x"}, booktext.Part{Name: "Second", Text: "y"}, booktext.Part{Name: "blank", Text: ""})
	two := booktext.NewBook(t, booktext.Part{Name: "First", Text: "x"}, booktext.Part{Name: "Second", Text: "y"})
	for _, tt := range []struct {
		f           table.File
		sheet, want string
		err         *table.SheetError
	}{
		{one, "", "1: y", nil},
		{one, "second", "1: y", nil},
		{one, "hidden", "1: x", nil},
		{one, "third", "", &table.SheetError{Sheet: "third", Sheets: []string{"Sheet1", "Second", "blank"}}},
		{two, "", "", &table.SheetError{Sheets: []string{"First", "Second"}}},
		{two, "First", "1: x", nil},
	} {
		got, err := rowtext.Read(Open, tt.f, tt.sheet)
		var asked *table.SheetError
		errors.As(err, &asked)
		if got != tt.want || !reflect.DeepEqual(asked, tt.err) || err != nil && asked == nil {
			t.Errorf("sheet %q: %q, %v; want %q, %v", tt.sheet, got, err, tt.want, tt.err)
		}
	}
	names, err := sheetNames(one)
	if want := []string{"Sheet1", "Second", "blank"}; err != nil || !reflect.DeepEqual(names, want) {
		t.Errorf("sheets %q, %v; want %q", names, err, want)
	}
}
