package propose

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/formats"
	"tasuki/internal/booktext"
)

// boldRows are a matrix in which a star before a text stands for bold type: bands that
// nothing else tells from tasks, each of which has one mark.
var boldRows = [][]string{{"*Task", "*Ops", "*Dev"}, {"*Incidents"}, {"Open the ticket", "R"}, {"Find the cause", "", "R"}, {"Close the case", "R"}, {"*Changes"}, {"Approve the change", "", "R"}, {"Roll it out", "R"}}

// inBold writes those rows in the words of a format: the ends of a row, a cell, and one
// in bold type.
func inBold(row, cell, bold string) string { return written(boldRows, row, cell, bold) }

// written writes rows in the words of a format, those texts otherwise that a star begins.
func written(rows [][]string, row, cell, bold string) string {
	var b strings.Builder
	for i, texts := range rows {
		var cells strings.Builder
		for _, column := range []int{0, 1, 2} {
			text := ""
			if column < len(texts) {
				text = texts[column]
			}
			form := cell
			if strings.HasPrefix(text, "*") {
				form = bold
			}
			cells.WriteString(strings.NewReplacer("@", string(rune('A'+column))+fmt.Sprint(i+1), "%", strings.TrimPrefix(text, "*")).Replace(form))
		}
		b.WriteString(strings.Replace(row, "%", cells.String(), 1))
	}
	return b.String()
}

// TestBandsInBold finds headings over rows by their bold type alone.
func TestBandsInBold(t *testing.T) {
	styles := `<styleSheet><fonts><font/><font><b/></font><font><b val="0"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>`
	files := map[string][]byte{
		"m.xlsx": booktext.Workbook(t, booktext.Part{Name: "xl/styles.xml", Text: styles}, booktext.Part{Name: "xl/worksheets/sheet1.xml",
			Text: booktext.SheetXML(inBold("<row>%</row>", `<c r="@" s="2" t="inlineStr"><is><t>%</t></is></c>`, `<c r="@" s="1" t="inlineStr"><is><t>%</t></is></c>`), "")}),
		"m.ods": booktext.Spreadsheet(t, `<style:style style:name="b"><style:text-properties fo:font-weight="bold"/></style:style>`,
			`<table:table table:name="a">`+inBold("<table:table-row>%</table:table-row>", "<table:table-cell><text:p>%</text:p></table:table-cell>", `<table:table-cell table:style-name="b"><text:p>%</text:p></table:table-cell>`)+"</table:table>"),
		"m.docx": booktext.Document(t, "<w:tbl>"+inBold("<w:tr>%</w:tr>", "<w:tc><w:p><w:r><w:t>%</w:t></w:r></w:p></w:tc>", "<w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>%</w:t></w:r></w:p></w:tc>")+"</w:tbl>"),
		"m.html": []byte("<table>" + inBold("<tr>%</tr>", "<td>%</td>", "<td><b>%</b></td>") + "</table>"),
		"n.html": []byte("<table>" + inBold("<tr>%</tr>", "<td>%</td>", `<td style="font-weight: bold">%</td>`) + "</table>"),
		"m.md":   []byte(strings.Replace(inBold("|%\n", " % |", " **%** |"), "\n", "\n|---|---|---|\n", 1)),
		"m.csv":  []byte(inBold("%\n", "%,", "**%**,")),
	}
	for name, data := range files {
		f := bytes.NewReader(data)
		r, err := ProposeFile(t.Context(), f, name, ProposeOptions{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		rows, _, err := formats.Choose(f, name, "", r.Sheet)
		if err != nil {
			t.Fatal(err)
		}
		d, err := matrix.Import(rows, r, name)
		if err != nil || len(d.Tasks) != 5 || len(d.Assignments) != 5 {
			t.Errorf("%s: %+v, %v", name, d.Tasks, err)
			continue
		}
		for i, want := range []string{"Incidents", "Incidents", "Incidents", "Changes", "Changes"} {
			if got := strings.Trim(d.Tasks[i].Category, "*"); got != want {
				t.Errorf("%s: %s stands under %q, want %q", name, d.Tasks[i].ID, got, want)
			}
		}
	}
	plain := bytes.NewReader([]byte("<table>" + strings.ReplaceAll(inBold("<tr>%</tr>", "<td><b>%</b></td>", "<td><b>%</b></td>"), "<b></b>", "") + "</table>"))
	r, err := ProposeFile(t.Context(), plain, "m.html", ProposeOptions{})
	if err != nil || len(r.Blocks[0].Bands) > 0 {
		t.Errorf("where all is bold, bands are %v, %v", r.Blocks, err)
	}
}

// TestWordsInBold takes no task for a heading since a word of its name is in bold type.
func TestWordsInBold(t *testing.T) {
	words := []struct{ name, row, cell, bold string }{
		{"m.html", "<tr>%</tr>", "<td>%</td>", "<td>Check <b>%</b></td>"},
		{"n.html", "<tr>%</tr>", "<td>%</td>", `<td><p style="font-weight:bold">%<p>today</td>`},
		{"m.docx", "<w:tr>%</w:tr>", "<w:tc><w:p><w:r><w:t>%</w:t></w:r></w:p></w:tc>", "<w:tc><w:p><w:r><w:t>Check </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>%</w:t></w:r></w:p></w:tc>"},
		{"m.ods", "<table:table-row>%</table:table-row>", "<table:table-cell><text:p>%</text:p></table:table-cell>", `<table:table-cell><text:p><text:span text:style-name="b">%</text:span> today</text:p></table:table-cell>`},
	}
	for _, w := range words {
		text := written([][]string{{"Task", "Ops", "Dev"}, {"Open", "R"}, {"Find", "", "R"}, {"*the logs"}, {"Close", "R"}, {"Approve", "", "R"}, {"Roll it out", "R"}, {"Mend", "R"}}, w.row, w.cell, w.bold)
		data := []byte("<table>" + text + "</table>")
		switch w.name {
		case "m.docx":
			data = booktext.Document(t, "<w:tbl>"+text+"</w:tbl>")
		case "m.ods":
			data = booktext.Spreadsheet(t, `<style:style style:name="b"><style:text-properties fo:font-weight="bold"/></style:style>`, `<table:table table:name="a">`+text+"</table:table>")
		}
		r, err := ProposeFile(t.Context(), bytes.NewReader(data), w.name, ProposeOptions{})
		if err != nil || len(r.Blocks[0].Bands) > 0 {
			t.Errorf("%s: with a word in bold type, bands are %v, %v", w.name, r.Blocks[0].Bands, err)
		}
	}
}
