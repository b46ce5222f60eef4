package xlsx

import (
	"testing"

	"tasuki/internal/booktext"
	"tasuki/internal/rowtext"
)

// FuzzXLSX reads workbooks whose sheet, shared strings and styles are anything.
func FuzzXLSX(f *testing.F) {
	f.Add([]byte(booktext.SheetXML(`<row r="2"><c r="B2" t="s"><v>1</v></c></row>`, `<mergeCell ref="B2:C3"/>`)), []byte(booktext.StringsXML("a", "b")), []byte(`<styleSheet/>`))
	f.Add([]byte(booktext.SheetXML(`<row><c s="1"><v>43831.5</v></c><c t="b"><f>1</f><v>1</v></c></row>`, "")), []byte(booktext.StringsXML()),
		[]byte(`<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-411]ggge&quot;年&quot;m/d;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`))
	f.Add([]byte(booktext.SheetXML(`<row r="1"><c t="inlineStr"><is><r><t>a</t></r></is></c><c t="d"><v>2020-01-01</v></c><c t="e"><v>#N/A</v></c></row><row r="9"/>`, "")), []byte(booktext.StringsXML()), []byte(`<styleSheet/>`))
	f.Add([]byte(`<worksheet><cols><col min="1" max="3" hidden="1"/></cols><sheetData><row hidden="1"><c s="1" t="s"><f t="shared" si="0">SUM(A1)</f></c><c s="1" t="s"><v>0</v></c></row></sheetData></worksheet>`), []byte(`<sst><si><r><rPr><strike/></rPr><t>R</t></r></si></sst>`),
		[]byte(`<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs></styleSheet>`))
	f.Fuzz(func(t *testing.T, sheet, texts, styles []byte) {
		rowtext.Try(t, Open, booktext.Workbook(t, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: string(sheet)}, booktext.Part{Name: "xl/sharedStrings.xml", Text: string(texts)}, booktext.Part{Name: "xl/styles.xml", Text: string(styles)}))
	})
}

// FuzzXLSXArchive reads files that are or resemble a zip.
func FuzzXLSXArchive(f *testing.F) {
	f.Add(booktext.Workbook(f, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: booktext.SheetXML(`<row><c><v>1</v></c></row>`, "")}))
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, data []byte) { rowtext.Try(t, Open, data) })
}
