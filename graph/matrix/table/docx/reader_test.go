package docx

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
	"<tbl>", "<w:tbl><w:tblPr/>", "</tbl>", "</w:tbl>", "<tr>", "<w:tr>", "</tr>", "</w:tr>", "<tc>", "<w:tc>", "</tc>", "</w:tc>",
	"<p>", "<w:p>", "</p>", "</w:p>", "<r>", "<w:r>", "</r>", "</w:r>", "<t>", `<w:t xml:space="preserve">`, "</t>", "</w:t>",
	"[", "<w:tc><w:p><w:r><w:t>", "]", "</w:t></w:r></w:p></w:tc>",
	"{down}", `<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>`, "{more}", "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>",
	"{2}", `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>`,
)

func docOf(t testing.TB, rows string) []byte {
	t.Helper()
	return booktext.Document(t, short.Replace("<p><r><t>before</t></r></p><tbl>"+rows+"</tbl><p><r><t>after</t></r></p>"))
}

func TestRows(t *testing.T) {
	for _, tt := range []struct{ name, rows, want string }{
		{"cells", "<tr>[a][][○]</tr><tr>[]</tr><tr>[b]</tr>", "1: a||○\n2:\n3: b"},
		{"across", "<tr>{2}a][b]</tr><tr>[c][d][e]</tr>", "1: a|a*|b\n2: c|d|e"},
		{"down", "<tr>[a]{down}b][c]</tr><tr>[d]{more}[e]</tr><tr>[f]{more}[g]</tr><tr>[h][i]</tr>", "1: a|b|c\n2: d|b*|e\n3: f|b*|g\n4: h|i"},
		{"down and across", `<tr><tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><p><r><t>a</t></r></p></tc>[b]</tr><tr><tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="continue"/></w:tcPr><p/></tc>[c]</tr>`, "1: a|a*|b\n2: a*|a*|c"},
		{"two down", "<tr>{down}a][x]</tr><tr>{down}b][y]</tr><tr>{more}[z]</tr>", "1: a|x\n2: b|y\n3: b*|z"},
		{"down from nothing", "<tr>{more}[x]</tr><tr>{down}][y]</tr><tr>{more}[z]</tr>", "1: |x\n2: |y\n3: |z"},
		{"text in a covered cell", `<tr>{down}a][x]</tr><tr><tc><w:tcPr><w:vMerge/></w:tcPr><p><r><t>b</t></r></p></tc></tr><tr>{more}</tr>`, "1: a|x\n2: b\n3: a*"},
		{"across as older programs write it", `<tr><tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr><p><r><t>a</t></r></p></tc><tc><w:tcPr><w:hMerge/></w:tcPr><p/></tc>[b]</tr>`, "1: a|a*|b"},
		{"columns left out", `<tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>[a]</tr>`, "1: ||a"},
		{"runs and paragraphs", "<tr><tc><p><r><t>a </t></r><r><t>b</t></r></p><p><r><t>c</t><w:br/><t>d</t><w:tab/><t>e</t><w:noBreakHyphen/><t>f</t></r></p></tc></tr>", `1: a b\nc\nd` + "\te-f"},
		{"instructions", `<tr><tc><p><r><w:instrText>PAGE</w:instrText></r><w:hyperlink><r><t>a</t></r></w:hyperlink></p></tc></tr>`, "1: a"},
		{"content controls", "<w:sdt><w:sdtContent><tr><w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>[a]</w:sdtContent></w:sdt></tr></w:sdtContent></w:sdt>", "1: a"},
		{"readings of characters", "<tr><tc><p><r><w:ruby><w:rt><r><t>うんよう</t></r></w:rt><w:rubyBase><r><t>運用</t></r></w:rubyBase></w:ruby></r></p></tc></tr>", "1: 運用"},
		{"signs of a font", `<tr><tc><p><r><w:sym w:font="Wingdings" w:char="F0FC"/></r></p></tc><tc><p><r><w:sym w:font="Wingdings 2" w:char="0050"/></r></p></tc><tc><p><r><w:sym w:font="Other" w:char="F041"/></r></p></tc></tr>`, "1: ✓|✓|\uf041"},
		{"letters of such a font", `<tr><tc><p><r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><t>ü</t></r></p></tc><tc><p><r><t>ü</t></r></p></tc></tr>`, "1: ✓|ü"},
		{"emoji", `<tr><tc><p><r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:t>x</w:t></mc:Choice><mc:Fallback><t>✅</t></mc:Fallback></mc:AlternateContent></r></p></tc></tr>`, "1: ✅"},
		{"drawings", `<tr><tc><p><r><w:drawing><w:txbxContent><p><r><t>x</t></r></p></w:txbxContent></w:drawing><t>a</t></r></p></tc></tr>`, "1: a"},
		{"a table within", "<tr><tc><p><r><t>a</t></r></p><tbl><tr>[x][y]</tr><tr>[z]</tr></tbl><p><r><t>b</t></r></p></tc>[c]</tr>", `1: a\nb|c`},
		{"tracked changes", `<tr><tc><p><w:del><r><w:delText>R</w:delText></r></w:del><w:ins><r><t>A</t></r></w:ins></p></tc><tc><p><w:moveFrom><r><t>C</t></r></w:moveFrom><w:moveTo><r><t>I</t></r></w:moveTo></p></tc></tr><tr><w:trPr><w:del/></w:trPr>[x]</tr><tr><w:trPr><w:trPrChange><w:trPr><w:del/></w:trPr></w:trPrChange></w:trPr>[b]</tr>`, "1: A|I\n2:\n3: b"},
		{"former properties", `<tr><tc><w:tcPr><w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange></w:tcPr><p><r><w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><t>a</t></r></p></tc>[b]</tr>`, "1: a|b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := docOf(t, tt.rows)
			got, err := rowtext.Read(Open, bytes.NewReader(data), "table 1")
			if err != nil || got != tt.want {
				t.Errorf("got\n%s\n%v\nwant\n%s", got, err, tt.want)
			}
		})
	}
}

func TestAsides(t *testing.T) {
	for _, tt := range []struct{ name, rows, want string }{
		{"nothing", `<tr>[a]<tc><p><w:pPr><w:rPr><w:strike/><w:del/><w:ins/></w:rPr></w:pPr><r><w:rPr><w:strike w:val="0"/></w:rPr><t>b</t></r></p></tc></tr>`, ""},
		{"struck", `<tr>[a]<tc><p><r><w:rPr><w:strike/></w:rPr><t>b</t></r><r><t>c</t></r></p></tc><tc><p><r><w:rPr><w:dstrike w:val="true"/></w:rPr><t>d</t></r></p></tc></tr>`, "1: struck [3] cut [2]"},
		{"revised", `<tr><tc><p><w:del><r><w:delText>R</w:delText></r></w:del></p></tc><tc><p><w:ins><r><t>A</t></r></w:ins></p></tc>[b]</tr><tr><w:trPr><w:del/></w:trPr>[x]</tr>`, "1: revised [1 2]\n2: deleted"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := rowtext.Asides(t, Open, docOf(t, tt.rows), "table 1"); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestTables(t *testing.T) {
	data := docOf(t, `<tr><tc><p/><tbl><tr>[x]</tr></tbl><p/></tc></tr></tbl><tbl><tr><tc><p><r><t> </t></r></p></tc></tr></tbl><tbl><tr><tc><p><r><w:sym w:font="Wingdings" w:char="F0FC"/></r></p></tc></tr>`)
	b, err := Open(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range b.Sheets {
		full, err := s.Text()
		rows, _ := rowtext.Read(Open, bytes.NewReader(data), s.Name)
		got = append(got, fmt.Sprintf("%s text=%t %v %s", s.Name, full, err, rows))
	}
	want := []string{"table 1 text=false <nil> 1:", "table 2 text=true <nil> 1: x", "table 3 text=false <nil> 1:  ", "table 4 text=true <nil> 1: ✓"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestFaults(t *testing.T) {
	root := booktext.Part{Name: "_rels/.rels", Text: `<Relationships><Relationship Type="r/officeDocument" Target="/word/document.xml"/></Relationships>`}
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"text", []byte("a,b"), "not a .docx document"},
		{"old", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "save it as .docx without password"},
		{"workbook", booktext.Workbook(t), "save it as .docx"},
		{"no part", booktext.Archive(t, root), "save it as .docx"},
		{"no relations", booktext.Archive(t), "it has no part"},
		{"no table", booktext.Document(t, "<w:p/>"), "has no table"},
		{"two documents", booktext.Archive(t, root, booktext.Part{Name: "word/document.xml", Text: "<w:document/>"}, booktext.Part{Name: `word\document.xml`, Text: "<w:document/>"}), "two parts"},
		{"document type", booktext.Archive(t, root, booktext.Part{Name: "word/document.xml", Text: `<!DOCTYPE a [<!ENTITY b "c">]><w:document/>`}), "document type"},
		{"cut off", booktext.Archive(t, root, booktext.Part{Name: "word/document.xml", Text: "<w:document><w:tbl>"}), "unexpected EOF"},
		{"bad span", docOf(t, `<tr><tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr><p><r><t>a</t></r></p></tc></tr>`), `gridSpan "x" is no count`},
		{"too wide", docOf(t, `<tr>{2}a]<tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><p/></tc></tr>`), "row 1 has more than 16384 columns"},
		{"deep", docOf(t, strings.Repeat("<tr><tc><tbl>", 100)), "more than 64 elements"},
		{"many merged", docOf(t, "<tr>"+strings.Repeat("{2}a]", table.MaxBeside+1)+"</tr>"), "row 1 lies in more than 1024 merged ranges"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := rowtext.Read(Open, bytes.NewReader(tt.data), "")
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

// FuzzDOCX reads documents whose body is anything.
func FuzzDOCX(f *testing.F) {
	f.Add(short.Replace(`<tbl><tr>{down}a]{2}b]<tc><p><w:del><r><w:delText>R</w:delText></r></w:del><w:ins><r><w:rPr><w:strike/></w:rPr><t>A</t></r></w:ins></p><tbl><tr>[x]</tr></tbl></tc></tr><tr><w:trPr><w:del/></w:trPr>{more}[c]</tr></tbl>`))
	f.Add(short.Replace(`<tbl><tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr><p><r><w:sym w:font="Wingdings" w:char="F0FC"/></r></p></tc><tc><w:tcPr><w:hMerge/></w:tcPr></tc></tr></tbl>`))
	f.Fuzz(func(t *testing.T, body string) { rowtext.Try(t, Open, booktext.Document(t, body)) })
}
