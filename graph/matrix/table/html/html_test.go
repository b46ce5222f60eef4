package html

import (
	"runtime"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"

	"tasuki/internal/rowtext"
	"tasuki/internal/seeds"
)

// shown returns the tables of a page with their rows, and what was assumed.
func shown(page string) (string, error) {
	b, err := Open(strings.NewReader(page))
	if err != nil {
		return "", err
	}
	return rowtext.Book(b)
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"plain", `<table><tr><th>Task<th>Ops<tr><td>Open<td>R</table>`, "[table 1]\n1: Task|Ops\n2: Open|R"},
		{"groups", "<TABLE>\n<THEAD><TR><TH>Task</TH><TH>Ops</TH></TR></THEAD>\n<TBODY><TR><TD>Open</TD><TD>R</TD></TR></TBODY><TFOOT><TR><TD>End</TD></TR></TFOOT></TABLE>",
			"[table 1]\n1: Task|Ops\n2: Open|R\n3: End"},
		{"several", `<p>a<table><tr><td>x</table><p>b</p><table><tr><td>y</td></tr></table>`, "[table 1]\n1: x\n[table 2]\n1: y"},
		{"columns and rows", `<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g</table>`,
			"[table 1]\n1: a|b|b*\n2: a*|c|d\n3: e|f|g"},
		{"rows beyond the end", `<table><tr><td rowspan=9>a<td>b<tr><td>c</table>`, "[table 1]\n1: a|b\n2: a*|c"},
		{"rows up to the end of a group", `<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d<td>e</table>`, "[table 1]\n1: a|b\n2: a*|c\n3: d|e"},
		{"an empty cell that covers rows", `<table><tr><td rowspan=2><td>b<tr><td>c</table>`, "[table 1]\n1: |b\n2: |c"},
		{"cells that would overlap", `<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d<td>e</table>`, "[table 1]\n1: a|b|c\n2: d|b*||e"},
		{"line breaks", "<table><tr><td>a<br>b<p>c</p>d\n  e&nbsp;f<ul><li>g<li>h</ul></table>", "[table 1]\n1: a\\nb\\nc\\nd e f\\ng\\nh"},
		{"markup and entities", `<table><tr><td><b>R</b>&amp;<i>A</i> &#9675;&copy;<sup>1</sup><td><a href=x>Ops</a></table>`, "[table 1]\n1: R&A ○©1|Ops"},
		{"a wide blank", "<table><tr><td>運用　業者</table>", "[table 1]\n1: 運用　業者"},
		{"hidden elements without an end", `<table><tr><td>a<p hidden>x<p>R<td><div><p hidden>y</div>A<td><select><option>b<option selected>C<option>d</select> I</table>`, "[table 1]\n1: a\\nR|A|C I\nassumed: hidden: texts in cells that the page does not show are left out: \"x\" in row 1 of table 1, \"y\" in row 1 of table 1, \"b\" in row 1 of table 1, \"d\" in row 1 of table 1"},
		{"nested", `<table><tr><td>a<table><tr><td>in<td>side</table>b<td>c<tr><td>d</table>`, "[table 1]\n1: ab|c\n2: d\n[table 2]\n1: in|side"},
		{"no end tag before the next", `<table><tr><td>a</td></tr><table><tr><td>b</table>`, "[table 1]\n1: a\n[table 2]\n1: b"},
		{"cells outside rows", `<table><td>a<td>b</td></tr><tr><td>c</table>`, "[table 1]\n1: a|b\n2: c"},
		{"empty rows", `<table><tr></tr><tr><td>a</table>`, "[table 1]\n1:\n2: a"},
		{"a caption and columns", `<table><caption>RACI</caption><colgroup><col><col></colgroup><tr><td>a</table>`, "[table 1]\n1: a"},
		{"code", `<table><tr><td><script>var t = "<td>no</td>";</script>a<style>td{}</style><!-- b --><td>c</table>`, "[table 1]\n1: a|c"},
		{"in a comment", `<!-- <table><tr><td>x</table> --><table><tr><td>a</table>`, "[table 1]\n1: a"},
		{"pictures and fields", `<table><tr><td><img alt="(tick)" src=x><td><input value=R><td><input type=checkbox checked><td><input type=checkbox><td>x</table>`, "[table 1]\n1: (tick)|R|✓||x"},
		{"choices", `<table><tr><td><select><option>R<option selected>A<option>C</select><td>b</table>`,
			"[table 1]\n1: A|b\nassumed: hidden: texts in cells that the page does not show are left out: \"R\" in row 1 of table 1, \"C\" in row 1 of table 1"},
		{"spreadsheet", `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=utf-8></head><body link=blue><table border=0 style='border-collapse:collapse'>` + "\r\n" +
			` <col width=72><tr height=20 style='height:15.0pt'><td height=20 class=xl65 width=72>Task</td><td class=xl65>Ops` + "\r\n  desk</td></tr>\r\n <![if supportMisalignedColumns]>\r\n <tr height=0 style='display:none'><td width=72></td></tr>\r\n <![endif]>\r\n</table></body></html>",
			"[table 1]\n1: Task|Ops desk\n2:"},
		{"readings of characters", `<table><tr><td>運用<ruby>業<rp>(</rp><rt>ぎょう</rt><rp>)</rp>者<rt>しゃ</ruby>A<td>b</table>`, "[table 1]\n1: 運用業者A|b"},
		{"names of rows and columns", `<table class="waffle"><thead><tr><th class="row-header freezebar-vertical-handle"></th><th class="column-headers-background">A</th><th class="column-headers-background">B</th></tr></thead><tbody>` +
			`<tr style="height: 20px"><th class="row-headers-background"><div class="row-header-wrapper">1</div></th><td class="s0">Task</td><td class="s1">Ops</td></tr>` +
			`<tr><th class="freezebar-cell freezebar-horizontal-handle"></th><td class="freezebar-cell"></td><td class="freezebar-cell"></td></tr><tr><th class="row-headers-background">2</th><td>Open</td><td>R</td></tr></tbody></table>`,
			"[table 1]\n1: Task|Ops\n2: Open|R"},
		{"struck out", `<table><tr><td><s>R</s>A<td><del>C<td>I</table>`,
			"[table 1]\n1: A|C|I"},
		{"hidden", `<table><tr style="DISPLAY: none"><td>a<td>b<tr><td hidden>c<td><span style="display:none">1<span>2</span></span>R<tr><td><div hidden>no end<td>d</table>`,
			"[table 1]\n1: a|b\n2: c|R\n3: |d\nassumed: hidden: rows that the page does not show are read: row 1 of table 1\n" +
				"assumed: hidden: cells that the page does not show are read: row 2 of table 1\n" +
				"assumed: hidden: texts in cells that the page does not show are left out: \"1\" in row 2 of table 1, \"2\" in row 2 of table 1, \"no end\" in row 3 of table 1"},
	} {
		got, err := shown(c.page)
		if err != nil || got != c.want {
			t.Errorf("%s: got\n%s\n%v\nwant\n%s", c.name, got, err, c.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	sjis, err := japanese.ShiftJIS.NewEncoder().String(`<meta http-equiv=Content-Type content="text/html; charset=Shift_JIS"><table><tr><td>件<td>○</table>`)
	if err != nil {
		t.Fatal(err)
	}
	latin, err := charmap.Windows1252.NewEncoder().String(`<meta charset="windows-1252"><table><tr><td>é`)
	if err != nil {
		t.Fatal(err)
	}
	for page, want := range map[string]string{sjis: "[table 1]\n1: 件|○", latin: "[table 1]\n1: é"} {
		if got, err := shown(page); err != nil || got != want {
			t.Errorf("got %q, %v; want %q", got, err, want)
		}
	}
}

// TestHostilePages reads small pages that claim much, and wants a sentence or few
// rows, and little memory.
func TestHostilePages(t *testing.T) {
	part := seeds.Size(1, 8) // of the pages that are read
	for _, c := range []struct{ name, page, want string }{
		{"nested", strings.Repeat("<table><tr><td>", 100_000), "more than 16 deep"},
		{"tables", strings.Repeat("<table></table>", 100_000), "more than 65536 tables"},
		{"rows", "<table>" + strings.Repeat("<tr>", 1<<20+1), "more than 1048576 rows"},
		{"columns", "<table><tr>" + strings.Repeat("<td colspan=1000>x", 20), "row 1 has more than 16384 columns"},
		{"a long span", `<table><tr><td colspan=99999999999999999999>a<td>b`, ""},
		{"spans beside", "<table><tr>" + strings.Repeat("<td rowspan=65534>x", 300) + strings.Repeat("<tr>", 100_000), "more than 256 cells"},
		{"spans below", "<table><tr>" + strings.Repeat("<td rowspan=0>x", 256) + strings.Repeat("<tr>", 100_000/part), ""},
		{"a long cell", "<table><tr><td>" + strings.Repeat("word ", 1<<16), "a cell with more than 256 KiB"},
		{"a long row", "<table><tr>" + strings.Repeat("<td>"+strings.Repeat("word ", 50_000), 34), "4 MiB in all"},
		{"hidden rows", "<table>" + strings.Repeat("<tr hidden><td>x", 100_000/part), ""},
		{"attributes", "<table><tr><td " + strings.Repeat("a ", 200_000/part) + ">x", ""},
		{"end tags", strings.Repeat("</td></tr></table>", 100_000/part) + "<table><tr><td>x", ""},
		{"hidden elements", "<table><tr><td>" + strings.Repeat("<b hidden>", 200_000/part), ""},
		{"no table", "<p>R", "the page holds no table"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		b, err := Open(strings.NewReader(c.page))
		for _, s := range b.Sheets[:min(len(b.Sheets), 10)] {
			for _, failed := range s.Rows {
				err = failed
			}
		}
		runtime.ReadMemStats(&after)
		if n := after.TotalAlloc - before.TotalAlloc; n > 256<<20 && !seeds.Race {
			t.Errorf("%s: %d MiB were allocated", c.name, n>>20)
		}
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(`<table><tr><td rowspan=2 colspan=3>a<td>b<tr><td colspan=0>c<table><td>d</table></table><table>`))
	f.Add([]byte(`<meta charset=shift_jis><table><tbody><tr hidden><th style=display:none>x<br><select><option>y</table>`))
	f.Add([]byte("\xff\xfe<\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if b, err := Open(strings.NewReader(string(data))); err == nil {
			rowtext.Check(t, b)
		}
	})
}
