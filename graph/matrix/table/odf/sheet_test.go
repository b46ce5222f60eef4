package odf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tasuki/graph/matrix/table"
	"tasuki/internal/booktext"
	"tasuki/internal/rowtext"
)

// short are abbreviations for the elements of the tests.
var short = strings.NewReplacer(
	"<row", "<table:table-row", "</row", "</table:table-row", "<col", "<table:table-column", "<covered", "<table:covered-table-cell",
	"<cell", "<table:table-cell", "</cell", "</table:table-cell", "<p", "<text:p", "</p>", "</text:p>",
	" rows=", " table:number-rows-repeated=", " columns=", " table:number-columns-repeated=",
	" down=", " table:number-rows-spanned=", " across=", " table:number-columns-spanned=", " style=", " table:style-name=",
)

func sheet(t testing.TB, rows string) []byte {
	t.Helper()
	return booktext.Spreadsheet(t, `<style:style style:name="struck"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>
		<style:style style:name="type"><style:text-properties style:text-line-through-type="single"/></style:style>
		<style:style style:name="plain"><style:text-properties style:text-line-through-style="none" style:text-line-through-type="none"/></style:style>
		<style:style style:name="gone"><style:table-properties table:display="false"/></style:style>`,
		short.Replace(`<table:table table:name="a">`+rows+`</table:table>`))
}

func TestRows(t *testing.T) {
	for _, tt := range []struct{ name, rows, want string }{
		{"cells", `<row><cell><p>a</p></cell><cell/><cell><p>○</p></cell></row><row><cell columns="3"/></row><row><cell><p>b</p></cell></row>`, "1: a||○\n2:\n3: b"},
		{"repeated", `<row rows="2"><cell columns="2"><p>a</p></cell><cell columns="16382"/></row><row rows="3"><cell columns="16384"/></row><row><cell columns="3"/><cell><p>b</p></cell></row><row rows="1048570"><cell columns="16384"/></row>`,
			"1: a|a\n2: a|a\n3:\n4:\n5:\n6: |||b"},
		{"merged", `<row><cell across="2" down="2"><p>a</p></cell><covered/><cell><p>b</p></cell></row><row><covered columns="2"/><cell><p>c</p></cell></row><row><cell><p>d</p></cell></row>`,
			"1: a|a*|b\n2: a*|a*|c\n3: d"},
		{"values without text", `<row><cell office:value-type="float" office:value="1.5"/><cell office:value-type="string" office:string-value="s"/><cell office:value-type="boolean" office:boolean-value="true"/><cell office:value-type="date" office:date-value="2024-03-01"/></row>`, "1: 1.5|s|TRUE|2024-03-01"},
		{"text is shown, not the value", `<row><cell office:value-type="percentage" office:value="0.25"><p>25%</p></cell></row>`, "1: 25%"},
		{"paragraphs", `<row><cell><p>a</p><p>b<text:line-break/>c</p><p/></cell></row>`, `1: a\nb\nc\n`},
		{"blanks", "<row><cell><p>  a \n\t b<text:s/><text:s text:c=\"2\"/>c<text:tab/> d </p></cell></row>", "1: a b   c\t d"},
		{"spans and links", `<row><cell><p>a<text:span>b</text:span><text:a>c</text:a></p></cell></row>`, "1: abc"},
		{"readings of characters", `<row><cell><p><text:ruby><text:ruby-base>運用</text:ruby-base><text:ruby-text>うんよう</text:ruby-text></text:ruby>業者</p></cell></row>`, "1: 運用業者"},
		{"notes and drawings", `<row><cell><office:annotation><dc:date>2024</dc:date><p>note</p></office:annotation><p>a</p><draw:frame><draw:text-box><p>b</p></draw:text-box></draw:frame></cell></row>`, "1: a"},
		{"groups and headings", `<table:table-header-rows><row><cell><p>a</p></cell></row></table:table-header-rows><table:table-row-group><row><cell><p>b</p></cell></row></table:table-row-group>`, "1: a\n2: b"},
		{"a table within", `<row><cell><p>a</p><table:table table:name="b"><row><cell><p>x</p></cell></row></table:table><p>c</p></cell><cell><p>d</p></cell></row>`, `1: a\nc|d`},
		{"entities", `<row><cell><p>R&amp;D &lt;a&gt;</p></cell></row>`, "1: R&D <a>"},
		{"text in a covered cell", `<row><cell across="2"><p>a</p></cell><table:covered-table-cell><p>b</p></table:covered-table-cell></row>`, "1: a|b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := rowtext.Read(Open, bytes.NewReader(sheet(t, tt.rows)), "a")
			if err != nil || got != tt.want {
				t.Errorf("got\n%s\n%v\nwant\n%s", got, err, tt.want)
			}
		})
	}
}

// TestSpansEndWithTheSheet sees that a range that claims more is cut, and costs no more
// than its text.
func TestSpansEndWithTheSheet(t *testing.T) {
	rows, err := rowtext.Chosen(Open, bytes.NewReader(sheet(t, `<row><cell><p>a</p></cell><cell across="99999999" down="99999999"><p>b</p></cell></row>`)), "a")
	if err != nil {
		t.Fatal(err)
	}
	for row, err := range rows {
		if err != nil || len(row.Cells) != 2 || len(row.Merged) != 1 || row.Width() != table.MaxColumn {
			t.Errorf("%d cells, %v, %v", len(row.Cells), row.Merged, err)
		}
	}
}

// TestGapsAreCheap sees that of a million empty rows those are told that tell something.
func TestGapsAreCheap(t *testing.T) {
	rows, err := rowtext.Chosen(Open, bytes.NewReader(sheet(t, `<row><cell><p>a</p></cell></row><row rows="1000000"><cell/></row><row><cell down="300"><p>b</p></cell></row><row rows="40000"><cell/></row><row><cell><p>c</p></cell></row>`)), "a")
	if err != nil {
		t.Fatal(err)
	}
	n, merged, last := 0, 0, 0
	for row, err := range rows {
		if err != nil {
			t.Fatal(err)
		}
		n, last = n+1, row.Line
		if row.Copied(1) {
			merged++
		}
	}
	if n > 1000 || merged != 299 || last != 1040003 {
		t.Errorf("%d rows, %d of them merged, the last %d; want few, 299, 1040003", n, merged, last)
	}
}

func TestAsides(t *testing.T) {
	for _, tt := range []struct{ name, rows, want string }{
		{"nothing", `<col columns="3"/><row><cell><p>a</p></cell></row>`, ""},
		{"hidden", `<col/><col columns="2" table:visibility="collapse"/><col columns="99999999" table:visibility="filter"/><row><cell><p>a</p></cell></row><row table:visibility="filter"><cell><p>a</p></cell></row>`,
			"1: columns [{2 3} {4 16384}]\n2: hidden columns [{2 3} {4 16384}]"},
		{"struck", `<row><cell style="struck"><p>a</p></cell><cell style="plain"><p>a</p></cell><cell style="type" columns="2"><p>a</p></cell><cell style="struck"/></row>`, "1: struck [1 3 4]"},
		{"struck spans", `<row><cell><p>a<text:span text:style-name="struck">b</text:span></p></cell><cell><p><text:span text:style-name="struck"> </text:span>c</p></cell><cell><p text:style-name="struck">d</p></cell></row>`, "1: struck [3] cut [1]"},
		{"struck rows and columns", `<col/><col table:default-cell-style-name="struck"/><row><cell><p>a</p></cell><cell><p>b</p></cell></row><row table:default-cell-style-name="struck"><cell><p>a</p></cell><cell style="plain"><p>b</p></cell></row>`, "1: struck [2]\n2: struck [1]"},
		{"formulas", `<row><cell table:formula="of:=A2" office:value-type="string"><p/></cell><cell table:formula="of:=A2"/></row><row><cell><p>a</p></cell></row>`, "1: unvalued [2]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := rowtext.Asides(t, Open, sheet(t, tt.rows), "a"); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestTables(t *testing.T) {
	data := sheet(t, `<row><cell><p>a</p><table:table><row><cell><p>x</p></cell></row></table:table></cell></row></table:table>
		<table:table table:name="empty"><row><cell/></row></table:table>
		<table:table table:name="secret" style="gone"><row><cell><p>s</p></cell></row>`)
	b, err := Open(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range b.Sheets {
		full, err := s.Text()
		rows, _ := rowtext.Read(Open, bytes.NewReader(data), s.Name)
		got = append(got, fmt.Sprintf("%s hidden=%t text=%t %v %s", s.Name, s.Hidden, full, err, rows))
	}
	want := []string{"a hidden=false text=true <nil> 1: a", "table 2 hidden=false text=true <nil> 1: x", "empty hidden=false text=false <nil> ", "secret hidden=true text=true <nil> 1: s"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestFaults(t *testing.T) {
	text := `<cell><p>a</p></cell>`
	many := strings.Repeat(`<table:table>`, table.MaxSheets) + strings.Repeat(`</table:table>`, table.MaxSheets)
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"text", []byte("a,b"), "not an OpenDocument file"},
		{"old", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "older format, or has a password"},
		{"another zip", booktext.Workbook(t), "save the table as .ods"},
		{"no table", booktext.Spreadsheet(t, "", ""), "has no table"},
		{"two contents", booktext.Archive(t, booktext.Part{Name: "content.xml", Text: "<a/>"}, booktext.Part{Name: "Content.xml", Text: "<a/>"}), "two parts"},
		{"document type", booktext.Archive(t, booktext.Part{Name: "content.xml", Text: `<!DOCTYPE a [<!ENTITY b "c">]><a/>`}), "document type"},
		{"password", booktext.Archive(t, booktext.Part{Name: "content.xml", Text: "\x01"}, booktext.Part{Name: "META-INF/manifest.xml", Text: `<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>`}), "has a password"},
		{"cut off", booktext.Archive(t, booktext.Part{Name: "content.xml", Text: strings.TrimSuffix(booktext.ContentXML("", "<table:table/>"), "</office:document-content>")}), "unexpected EOF"},
		{"bad count", sheet(t, `<row rows="x">`+text+`</row>`), `number-rows-repeated "x" is no count`},
		{"bad span", sheet(t, `<row><cell across="-1"><p>a</p></cell></row>`), `row 1, column 1: number-columns-spanned "-1"`},
		{"text too far right", sheet(t, `<row><cell columns="16384"/>`+text+`</row>`), "behind the last of 16384 columns"},
		{"text too far down", sheet(t, `<row rows="1048576"><cell/></row><row>`+text+`</row>`), "row 1048577 is behind"},
		{"cells repeated", sheet(t, strings.Repeat(`<row><cell columns="16384"><p>a</p></cell></row>`, 17)), "row 17, column 1: cells and rows with texts are repeated more than 262144 times"},
		{"rows repeated", sheet(t, `<row rows="1048576">`+text+`</row>`), "row 1: cells and rows with texts are repeated"},
		{"deep", sheet(t, strings.Repeat("<row>", 100)), "more than 64 elements"},
		{"merged ranges", sheet(t, `<row rows="87381">`+strings.Repeat(`<cell across="2"><p>a</p></cell><covered/>`, 2)+`</row><row rows="2000">`+strings.Repeat(`<cell across="2"/>`, 60)+text+`</row>`), "repeated more than"},
		{"overlap", sheet(t, `<row><cell across="3"><p>a</p></cell><cell across="2"><p>b</p></cell></row>`), "overlap"},
		{"many tables", booktext.Spreadsheet(t, "", many), "more than 64 elements"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := rowtext.Read(Open, bytes.NewReader(tt.data), "")
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

// FuzzODS reads spreadsheets whose styles and tables are anything.
func FuzzODS(f *testing.F) {
	f.Add(`<style:style style:name="s"><style:text-properties style:text-line-through-style="solid"/></style:style>`,
		short.Replace(`<table:table table:name="a"><col columns="2" table:visibility="collapse"/><row rows="2"><cell across="2" down="3" style="s"><p>a <text:s text:c="3"/>b</p></cell><covered/></row><row table:visibility="filter"><cell table:formula="of:=A1"/><cell><office:annotation><p>n</p></office:annotation><p>c</p><table:table><row><cell><p>d</p></cell></row></table:table></cell></row></table:table>`))
	f.Add("", short.Replace(`<table:table><row rows="1000"><cell columns="100"/></row><row><cell columns="3"><p>a</p></cell></row></table:table><table:table/>`))
	f.Fuzz(func(t *testing.T, styles, tables string) {
		rowtext.Try(t, Open, booktext.Spreadsheet(t, styles, tables))
	})
}
