package xlsx

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tasuki/internal/booktext"
	"tasuki/internal/rowtext"
)

func TestSheetAsides(t *testing.T) {
	const styles = `<styleSheet><fonts><font><b/></font><font><strike/></font><font><strike val="0"/></font><font><x:strike xmlns:x="u" val="true"/></font></fonts>
		<cellStyleXfs><xf fontId="1"/></cellStyleXfs>
		<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/></cellXfs></styleSheet>`
	text := func(cell string, style int) string {
		return fmt.Sprintf(`<c r="%s" s="%d" t="s"><v>0</v></c>`, cell, style)
	}
	for _, tt := range []struct{ name, rows, want string }{
		{"nothing", `<row r="1">` + text("A1", 0) + `</row>`, ""},
		{"hidden rows", `<row r="1">` + text("A1", 0) + `</row><row r="2" hidden="1"/><row r="4" hidden="true"/><row r="5" hidden="0"/><row r="6" ht="0" customHeight="1"/>`, "2: hidden\n4: hidden\n6: hidden"},
		{"struck styles", `<row r="1">` + text("A1", 0) + text("B1", 1) + text("C1", 2) + text("D1", 3) + `<c r="E1" s="1"/></row>`, "1: struck [2 4]"},
		{"struck runs", `<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><r><rPr><strike/></rPr><t>R</t></r><r><t>A</t></r></is></c><c r="C1" t="inlineStr"><is><r><rPr><strike/></rPr><t> </t></r><r><t>A</t></r></is></c><c r="D1" t="s"><v>2</v></c><c r="E1" s="1" t="s"><v>2</v></c></row>`, "1: struck [1 5] cut [2 4]"},
		{"formula", `<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>C1</f><v/></c><c r="C1" t="str"><f>D1</f><v></v></c><c r="D1" t="str"><f>E1</f></c><c r="E1"><f>1</f><v>1</v></c><c r="F1"/></row>`, "1: unvalued [1 2 4]"},
		{"formula of numbers", `<row r="1"><c r="A1"><f>COUNTIF(B1:B9,"R")</f></c><c r="B1"><f>SUM(C1)&amp;"R"</f></c><c r="C1"><f t="shared" ref="C1:D1" si="3">COUNTA(A1)</f></c><c r="D1"><f t="shared" si="3"/></c><c r="E1"><f t="shared" si="4"/></c><c r="F1"><f>SUM(` + strings.Repeat("A1,", 200) + `)&amp;"R"</f></c></row><row r="2">` + text("A2", 0) + `</row>`, "1: unvalued [2 5 6] uncounted [1 3 4]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := booktext.Workbook(t, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: booktext.SheetXML(tt.rows, "")},
				booktext.Part{Name: "xl/sharedStrings.xml", Text: `<sst><si><t>○</t></si><si><r><rPr><strike/></rPr><t>△</t></r></si><si><r><t>○ </t></r><r><rPr><strike/></rPr><t>△</t></r></si></sst>`}, booktext.Part{Name: "xl/styles.xml", Text: styles})
			if got := rowtext.Asides(t, Open, data, ""); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// TestSigns sees that a letter in a font of signs is what it shows, and in another font
// a letter.
func TestSigns(t *testing.T) {
	data := booktext.Workbook(t, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: booktext.SheetXML(`<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="2" t="inlineStr"><is><t>P</t></is></c><c r="C1" t="s"><v>0</v></c><c r="D1" s="1" t="inlineStr"><is><t>üben</t></is></c><c r="E1" s="1" t="inlineStr"><is><t>&#xF06C;</t></is></c><c r="F1" t="inlineStr"><is><r><t>a </t></r><r><rPr><rFont val="Wingdings"/></rPr><t>¡</t></r><r><t>ü</t></r></is></c><c r="G1" s="1" t="inlineStr"><is><t>z</t></is></c></row>`, "")},
		booktext.Part{Name: "xl/sharedStrings.xml", Text: booktext.StringsXML("ü")},
		booktext.Part{Name: "xl/styles.xml", Text: `<styleSheet><fonts><font><name val="Calibri"/></font><font><name val="Wingdings"/></font><font><name val="Wingdings 2"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>`})
	got, err := rowtext.Read(Open, bytes.NewReader(data), "")
	if want := "1: ✓|✓|ü|üben|●|a ○ü|\uf07a"; err != nil || got != want {
		t.Errorf("got %s, %v; want %s", got, err, want)
	}
}

// TestHiddenColumns sees that each row tells them, and what it says of itself apart.
func TestHiddenColumns(t *testing.T) {
	sheet := `<worksheet><cols><col min="1" max="1" hidden="0"/><col min="2" max="3" hidden="1"/><col min="2" max="2" hidden="1"/><col min="5" max="20000" width="0"/></cols><sheetData><row r="1"><c t="str"><v>a</v></c></row><row r="3" hidden="1"/></sheetData></worksheet>`
	got := rowtext.Asides(t, Open, booktext.Workbook(t, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: sheet}), "")
	if want := "1: columns [{2 3} {5 16384}]\n2: columns [{2 3} {5 16384}]\n3: hidden columns [{2 3} {5 16384}]"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
