package booktext

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
)

// escaped returns a text as XML has it.
func escaped(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		panic(err)
	}
	return b.String()
}

// rowsXML writes cells between tags of rows and cells, with a tag for a line break.
func rowsXML(cells [][]string, row, endRow, cell, endCell, lineBreak string) string {
	var b strings.Builder
	for _, line := range cells {
		b.WriteString(row)
		for _, text := range line {
			b.WriteString(cell + strings.ReplaceAll(escaped(text), "&#xA;", lineBreak) + endCell)
		}
		b.WriteString(endRow)
	}
	return b.String()
}

// Formats returns a table as a file of each format that is no text, by file name: a workbook
// in the transitional form with shared texts, one in the strict form without, two kinds of
// documents, and a page.
func Formats(t testing.TB, cells [][]string) map[string][]byte {
	t.Helper()
	strict := SheetXML(rowsXML(cells, "<row>", "</row>", `<c t="inlineStr"><is><t>`, "</t></is></c>", "\n"), "")
	strict = strings.ReplaceAll(strict, "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
	return map[string][]byte{
		"shared.xlsx": Workbook(t, sharedParts(cells)...),
		"strict.xltx": Workbook(t, Part{"xl/worksheets/sheet1.xml", strict}),
		"sheet.ods":   Spreadsheet(t, "", `<table:table table:name="t">`+rowsXML(cells, "<table:table-row>", "</table:table-row>", "<table:table-cell><text:p>", "</text:p></table:table-cell>", "<text:line-break/>")+`</table:table>`),
		"text.docx":   Document(t, "<w:tbl>"+rowsXML(cells, "<w:tr>", "</w:tr>", `<w:tc><w:p><w:r><w:t xml:space="preserve">`, "</w:t></w:r></w:p></w:tc>", "</w:t><w:br/><w:t>")+"</w:tbl>"),
	}
}

// sharedParts returns a sheet whose texts are shared, and these.
func sharedParts(cells [][]string) []Part {
	var texts []string
	numbered := make([][]string, len(cells))
	for i, line := range cells {
		for _, text := range line {
			numbered[i] = append(numbered[i], fmt.Sprint(len(texts)))
			texts = append(texts, escaped(text))
		}
	}
	return []Part{
		{"xl/worksheets/sheet1.xml", SheetXML(rowsXML(numbered, "<row>", "</row>", `<c t="s"><v>`, "</v></c>", ""), "")},
		{"xl/sharedStrings.xml", StringsXML(texts...)},
	}
}
