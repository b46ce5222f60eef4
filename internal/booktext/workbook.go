package booktext

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Part is a file in a workbook.
type Part struct{ Name, Text string }

// The parts that hold a workbook together.
const (
	partTypes = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
</Types>`

	RootRelations = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="xl/workbook.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>`

	onlySheet = `<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<workbookPr date1904="false"/>
<sheets><sheet name="担当" sheetId="1" r:id="rId1"/></sheets>
</workbook>`
)

const relationKind = `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/`

// Workbook returns a workbook of one sheet that has these parts and those that
// hold it together.
func Workbook(t testing.TB, parts ...Part) []byte {
	t.Helper()
	return Archive(t, append([]Part{
		{"[Content_Types].xml", partTypes},
		{"_rels/.rels", RootRelations},
		{"xl/workbook.xml", onlySheet},
		{"xl/_rels/workbook.xml.rels", `<Relationships>
			<Relationship Id="rId1" Target="worksheets/sheet1.xml" ` + relationKind + `worksheet"/>
			<Relationship Id="rId2" Target="/xl/sharedStrings.xml" ` + relationKind + `sharedStrings"/>
			<Relationship Id="rId3" Target="styles.xml" ` + relationKind + `styles"/></Relationships>`},
	}, parts...)...)
}

// Sheets returns a workbook of sheets whose texts are XML; those whose names begin
// with "hidden" are.
func Sheets(t testing.TB, sheets ...Part) []byte {
	t.Helper()
	var names, relations strings.Builder
	var parts []Part
	for i, s := range sheets {
		state := "visible"
		if strings.HasPrefix(s.Name, "hidden") {
			state = "hidden"
		}
		fmt.Fprintf(&names, `<sheet name="%s" sheetId="%d" state="%s" r:id="rId%[2]d"/>`, s.Name, i+1, state)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Target="worksheets/sheet%[1]d.xml" %s/>`, i+1, relationKind+`worksheet"`)
		parts = append(parts, Part{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), s.Text})
	}
	return Archive(t, append(parts, Part{"_rels/.rels", RootRelations},
		Part{"xl/workbook.xml", `<workbook xmlns:r="r"><sheets>` + names.String() + `</sheets></workbook>`},
		Part{"xl/_rels/workbook.xml.rels", `<Relationships>` + relations.String() + `</Relationships>`})...)
}

// Archive returns a zip of parts.
func Archive(t testing.TB, parts ...Part) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		file, err := w.Create(p.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.Write([]byte(p.Text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// SheetXML returns a sheet of some rows and merged ranges.
func SheetXML(rows, merged string) string {
	return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows +
		`</sheetData><mergeCells>` + merged + `</mergeCells></worksheet>`
}

// StringsXML returns the texts that sheets share.
func StringsXML(texts ...string) string {
	return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t xml:space="preserve">` +
		strings.Join(texts, `</t></si><si><t xml:space="preserve">`) + `</t></si></sst>`
}

// NewBook returns a workbook with these sheets; a text is put in A1.
func NewBook(t *testing.T, sheets ...Part) *bytes.Reader {
	t.Helper()
	f := excelize.NewFile()
	for _, s := range sheets {
		if _, err := f.NewSheet(s.Name); err != nil {
			t.Fatal(err)
		}
		if s.Text != "" {
			if err := f.SetCellStr(s.Name, "A1", s.Text); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetSheetVisible(s.Name, !strings.HasPrefix(s.Name, "hidden")); err != nil {
			t.Fatal(err)
		}
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(out.Bytes())
}

// Table is a sheet with its cells.
type Table struct {
	Name string
	Rows [][]string
}

// Tables returns a workbook with these sheets.
func Tables(t testing.TB, tables ...Table) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i, table := range tables {
		if i == 0 {
			if err := f.SetSheetName(f.GetSheetName(0), table.Name); err != nil {
				t.Fatal(err)
			}
		} else if _, err := f.NewSheet(table.Name); err != nil {
			t.Fatal(err)
		}
		for r, cells := range table.Rows {
			if err := f.SetSheetRow(table.Name, fmt.Sprintf("A%d", r+1), &cells); err != nil {
				t.Fatal(err)
			}
		}
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
