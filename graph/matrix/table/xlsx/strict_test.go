package xlsx

import (
	"bytes"
	"strings"
	"testing"

	"tasuki/internal/booktext"
	"tasuki/internal/rowtext"
)

// TestKindsOfWorkbooks reads one sheet as different programs lay it out.
func TestKindsOfWorkbooks(t *testing.T) {
	const (
		want         = "1: Task|Ops|TRUE\n2: a b|R|FALSE"
		transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
		strict       = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
		rows         = `<row r="1"><c r="A1" t="inlineStr"><is><t>Task</t></is></c><c r="B1" t="str"><f>X</f><v>Ops</v></c><c r="C1" t="b"><v>true</v></c></row>` +
			`<row r="2"><c r="A2" t="inlineStr"><is><r><t xml:space="preserve">a </t></r><r><rPr><b/></rPr><t>b</t></r><rPh sb="0" eb="1"><t>X</t></rPh></is></c><c r="B2" t="inlineStr"><is><t>R</t></is></c><c r="C2" t="b"><v>false</v></c></row>`
	)
	book := func(kind, root, target, sheet string) []byte {
		return booktext.Archive(t,
			booktext.Part{Name: "_rels/.rels", Text: `<Relationships><Relationship Id="r0" Type="` + kind + `officeDocument" Target="` + root + `"/></Relationships>`},
			booktext.Part{Name: "xl/workbook.xml", Text: "\ufeff" + `<?xml version="1.0" encoding="utf-8" standalone="yes"?>` + "\r\n" + `<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:d="` + strings.TrimSuffix(kind, "/") + `" conformance="strict"><sheets><sheet name="S" sheetId="7" d:id="rId1"/></sheets></workbook>`},
			booktext.Part{Name: "xl/_rels/workbook.xml.rels", Text: `<p:Relationships xmlns:p="u"><p:Relationship Type="` + kind + `worksheet" Target="` + target + `" Id="rId1"/><p:Relationship Id="rId2" Type="` + kind + `sharedStrings" Target="gone.xml"/></p:Relationships>`},
			booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: sheet})
	}
	plain := `<worksheet><sheetData>` + rows + `</sheetData><tableParts/><legacyDrawing/></worksheet>`
	prefixed := strings.NewReplacer("</", "</x:", "<", "<x:").Replace(plain)
	prefixed = strings.ReplaceAll(prefixed, "<x:/x:", "</x:")
	for name, data := range map[string][]byte{
		"relative names":            book(transitional, "xl/workbook.xml", "worksheets/sheet1.xml", plain),
		"absolute names":            book(transitional, "/xl/workbook.xml", "/xl/worksheets/sheet1.xml", plain),
		"strict":                    book(strict, "/xl/workbook.xml", "worksheets/sheet1.xml", plain),
		"another case and . and ..": book(strict, "./xl/Workbook.xml", "../xl/worksheets/./SHEET1.XML", plain),
		"prefixes":                  book(strict, "xl/workbook.xml", "worksheets/sheet1.xml", prefixed),
		"no references":             book(strict, "xl/workbook.xml", "worksheets/sheet1.xml", strings.NewReplacer(` r="1"`, "", ` r="2"`, "", ` r="A1"`, "", ` r="B1"`, "", ` r="C1"`, "", ` r="A2"`, "", ` r="B2"`, "", ` r="C2"`, "").Replace(plain)),
	} {
		got, err := rowtext.Read(Open, bytes.NewReader(data), "")
		if err != nil || got != want {
			t.Errorf("%s: got\n%s\n%v\nwant\n%s", name, got, err, want)
		}
	}
	binary := booktext.Archive(t, booktext.Part{Name: "_rels/.rels", Text: `<Relationships><Relationship Type="` + transitional + `officeDocument" Target="xl/workbook.bin"/></Relationships>`})
	if _, err := Open(bytes.NewReader(binary)); err == nil || !strings.Contains(err.Error(), ".xlsb") {
		t.Errorf("a binary workbook: %v", err)
	}
	if _, err := Open(bytes.NewReader(booktext.Document(t, "<w:tbl/>"))); err == nil || !strings.Contains(err.Error(), "no") {
		t.Errorf("a document: %v", err)
	}
}
