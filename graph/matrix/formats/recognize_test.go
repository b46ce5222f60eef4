package formats

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"tasuki/internal/booktext"
	"tasuki/internal/rowtext"
)

// TestContentWins opens files whose ending says another format than their content.
func TestContentWins(t *testing.T) {
	const (
		html     = "<html><body><table><tr><td>Task<td>Ops<tr><td>Open<td>R</table>"
		markdown = "# RACI\r\n\r\n| Task | Ops |\r\n|---|---|\r\n| Open | R |\r\n"
		text     = "Task\tOps\nOpen\tR\n"
		rows     = "1: Task|Ops\n2: Open|R"
	)
	book := string(booktext.Workbook(t, booktext.Part{Name: "xl/worksheets/sheet1.xml", Text: booktext.SheetXML(`<row><c t="inlineStr"><is><t>Task</t></is></c></row>`, "")}))
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, content, want, assumed string }{
		{"a.xlsx", html, "[table 1]\n" + rows, "the file ends in .xlsx, but it holds html"},
		{"a.xls", html, "[table 1]\n" + rows, "the file ends in .xls, but it holds html"},
		{"a.xls", text, rows, "the file ends in .xls, but it holds csv"},
		{"a.xls", wide, rows, "the file ends in .xls, but it holds csv"},
		{"a.xls", book, "1: Task", "the file ends in .xls, but it holds xlsx"},
		{"a.doc", "\ufeff <!-- x --><html>" + html, "[table 1]\n" + rows, "the file ends in .doc, but it holds html"},
		{"a.csv", markdown, "[table 1]\n" + rows, "the file ends in .csv, but it holds markdown"},
		{"a.txt", markdown, "[table 1]\n" + rows, "the file ends in .txt, but it holds markdown"},
		{"a.tsv", book, "1: Task", "the file ends in .tsv, but it holds xlsx"},
		{"a.html", markdown, "[table 1]\n" + rows, "the file ends in .html, but it holds markdown"},
		{"a.md", html, "[table 1]\n" + rows, ""},
		{"a.csv", "Task|Ops\nOpen|R\n", rows, ""},
		{"a.csv", "<b>,no page\n", "1: <b>|no page", ""},
		{"a.txt", text, rows, ""},
	} {
		b, err := Open(strings.NewReader(c.content), c.name, "")
		if err != nil {
			t.Errorf("%s with %q: %v", c.name, c.content, err)
			continue
		}
		got, err := rowtext.Book(b)
		got, assumed, _ := strings.Cut(got, "\nassumed: format: ")
		got, _, _ = strings.Cut(got, "\nassumed: ")
		got = strings.TrimPrefix(got, "[Sheet1]\n")
		if i := strings.LastIndex(got, "]\n"); c.content == book && i >= 0 {
			got = got[i+2:]
		}
		if err != nil || got != c.want || !strings.HasPrefix(assumed, c.assumed) || (assumed == "") != (c.assumed == "") {
			t.Errorf("%s with %q: got\n%s\nassumed %q, %v; want\n%s\n%s", c.name, c.content, got, assumed, err, c.want, c.assumed)
		}
	}
	if _, err := Open(strings.NewReader(html), "a.xlsx", "xlsx"); err == nil {
		t.Error("a format that is asked for is not obeyed")
	}
}

// TestWhatIsNotRead names how to save it.
func TestWhatIsNotRead(t *testing.T) {
	const old = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00"
	for _, c := range []struct{ name, content, want string }{
		{"a.xls", old, "save it as .xlsx"},
		{"a.xlsx", old, "save it as .xlsx"},
		{"a.csv", old, "save it as .xlsx"},
		{"a.doc", old, "a .doc document"},
		{"a.doc", "Date: Fri\nMessage-ID: <1>\nMIME-Version: 1.0\n", "a web archive"},
		{"a.mht", "From: <Saved>\r\nMIME-Version: 1.0\n", "a web archive"},
		{"a.rtf", `{\rtf1}`, "an RTF document"},
		{"a.xls", `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, "a workbook as XML"},
		{"a.numbers", "PK\x03\x04", "a Numbers document"},
		{"a.pages", "PK\x03\x04", "a Pages document"},
		{"a.gsheet", `{"url": "x"}`, "Google Sheets"},
		{"a.gdoc", `{}`, "Google Docs"},
		{"a.URL", "[InternetShortcut]", "a link"},
	} {
		if _, err := Open(strings.NewReader(c.content), c.name, ""); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

func TestLinks(t *testing.T) {
	for address, want := range map[string]string{
		"https://docs.google.com/spreadsheets/d/1x/edit#gid=0":    "Microsoft Excel",
		"https://docs.google.com/document/d/1x/edit":              "Microsoft Word",
		"https://acme.sharepoint.com/:x:/s/team/RACI.xlsx":        "SharePoint",
		"https://acme.atlassian.net/wiki/spaces/OPS/pages/1/RACI": "wiki page",
		"https://confluence.acme.example/display/OPS/RACI":        "wiki page",
		"HTTP://example.org/raci.csv":                             "download the file",
		"raci.csv":                                                "", "neo4j://localhost": "", "C:\\raci.csv": "", "-": "", "%zz": "",
	} {
		if err := Link(address); (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", address, err, want)
		}
	}
}

func FuzzRecognize(f *testing.F) {
	for _, text := range []string{"<html>", "|a|\n|-|", "{\\rtf", "PK\x03\x04", "\xff\xfe|\x00", "Date: "} {
		f.Add([]byte(text), "a.xls")
	}
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		if b, err := Open(strings.NewReader(string(data)), name, ""); err == nil {
			rowtext.Check(t, b)
		}
	})
}
