package propose

import (
	"bytes"
	"strings"
	"testing"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/formats"
	"tasuki/internal/booktext"
)

// TestStruckInEveryFormat reads a matrix with two marks and a name that are struck out,
// from every format that says so: the marks are unread, the name stays one.
func TestStruckInEveryFormat(t *testing.T) {
	rows := [][]string{{"Task", "Ops", "Dev"}, {"Open", "R", "*A"}, {"Close", "*R", "R"}, {"*Mend", "R", "A"}}
	in := func(row, cell, struck string) string { return written(rows, row, cell, struck) }
	styles := `<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>`
	workbook := func(struck string) []byte {
		return booktext.Workbook(t, booktext.Part{Name: "xl/styles.xml", Text: styles}, booktext.Part{Name: "xl/worksheets/sheet1.xml",
			Text: booktext.SheetXML(in("<row>%</row>", `<c r="@" t="inlineStr"><is><t>%</t></is></c>`, struck), "")})
	}
	for name, data := range map[string][]byte{
		"style.xlsx": workbook(`<c r="@" s="1" t="inlineStr"><is><t>%</t></is></c>`),
		"runs.xlsx":  workbook(`<c r="@" t="inlineStr"><is><r><rPr><strike/></rPr><t>%</t></r></is></c>`),
		"m.ods": booktext.Spreadsheet(t, `<style:style style:name="b"><style:text-properties style:text-line-through-style="solid"/></style:style>`,
			`<table:table table:name="a">`+in("<table:table-row>%</table:table-row>", "<table:table-cell><text:p>%</text:p></table:table-cell>", `<table:table-cell table:style-name="b"><text:p>%</text:p></table:table-cell>`)+"</table:table>"),
		"m.docx":     booktext.Document(t, "<w:tbl>"+in("<w:tr>%</w:tr>", "<w:tc><w:p><w:r><w:t>%</w:t></w:r></w:p></w:tc>", "<w:tc><w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>%</w:t></w:r></w:p></w:tc>")+"</w:tbl>"),
		"del.html":   []byte("<table>" + in("<tr>%</tr>", "<td>%</td>", "<td><del>%</del></td>") + "</table>"),
		"class.html": []byte("<style>.x{text-decoration:line-through}</style><table>" + in("<tr>%</tr>", "<td>%</td>", `<td class="x">%</td>`) + "</table>"),
		"m.md":       []byte(strings.Replace(in("|%\n", " % |", " ~~%~~ |"), "\n", "\n|---|---|---|\n", 1)),
	} {
		f := bytes.NewReader(data)
		r, err := ProposeFile(t.Context(), f, name, ProposeOptions{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		table, _, err := formats.Choose(f, name, "", r.Sheet)
		if err != nil {
			t.Fatal(err)
		}
		d, err := matrix.Import(table, r, name)
		if err != nil || len(d.Tasks) != 3 || len(d.Assignments) != 4 || d.Account.Marks.In != 6 {
			t.Errorf("%s: %q, %v", name, assigned(d), err)
			continue
		}
		for i, want := range []string{"Open", "Close"} {
			if u := d.Account.Unread[i]; u.Task != want || u.Reason.EN != "struck out" {
				t.Errorf("%s: unread is %+v, want the mark of %s", name, u, want)
			}
		}
	}
}
