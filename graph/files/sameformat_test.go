package files

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"html"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"tasuki/graph"
	"tasuki/internal/booktext"
)

// sameRows is a matrix whose cells hold what each format has to escape.
var sameRows = [][]string{
	{"No", "Task", "Service desk", "運用業者 (Ops)", "Vendor A, first line", "Client"},
	{"1-1", "Take the call; note \"who\" called", "R", "I", "", ""},
	{"1-2", "Find the cause\n(hardware, software | network)", "C", "R", "C", "I"},
	{"1-3", "障害の切り分け <級別>", "", "R", "C", "A"},
	{"1-10", "Order & replace *the* part", "I", "C", "R", "A"},
	{"2-1", "Close the ticket", "R", "", "", "I"},
}

// separatedBy writes rows as programs write separated values.
func separatedBy(t *testing.T, separator rune, end string) string {
	t.Helper()
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma = separator
	if err := w.WriteAll(sameRows); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(b.String(), "\n", end)
}

// between writes rows with something before and behind each cell and row.
func between(row, cell, behindCell, behindRow string, escape func(string) string) string {
	var b strings.Builder
	for i, cells := range sameRows {
		b.WriteString(row)
		for _, c := range cells {
			b.WriteString(cell + escape(c) + behindCell)
		}
		b.WriteString(behindRow)
		if i == 0 && row == "|" {
			b.WriteString("|" + strings.Repeat(" --- |", len(cells)) + behindRow)
		}
	}
	return b.String()
}

func asMarkdown() string {
	escape := strings.NewReplacer("|", `\|`, "*", `\*`, "<", "&lt;", "&", "&amp;", "\n", "<br>")
	return "# Who does what\n\nText around the table.\n\n" + between("|", " ", " |", "\n", escape.Replace) + "\nMore text.\n"
}

func asPage() string {
	escape := func(s string) string { return strings.ReplaceAll(html.EscapeString(s), "\n", "<br>") }
	return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><p>Text</p><table>" +
		between("<tr>", "<td>", "</td>", "</tr>\n", escape) + "</table></body></html>"
}

func asWorkbook(t *testing.T) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range sameRows {
		for j, text := range row {
			name, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				t.Fatal(err)
			}
			if text != "" {
				if err := f.SetCellStr("Sheet1", name, text); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// written returns the same matrix in every format and encoding, by file name.
func written(t *testing.T) map[string]string {
	t.Helper()
	in := func(e encoding.Encoding, text string) string {
		out, err := e.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	comma := separatedBy(t, ',', "\n")
	all := map[string]string{
		"comma.csv": comma, "crlf.csv": separatedBy(t, ',', "\r\n"), "semicolon.csv": separatedBy(t, ';', "\r\n"),
		"bar.csv": separatedBy(t, '|', "\n"), "tab.csv": separatedBy(t, '\t', "\r\n"), "declared.csv": "sep=;\r\n" + separatedBy(t, ';', "\r\n"),
		"cr.csv": separatedBy(t, ',', "\r"), "mark.csv": "\ufeff" + comma, "cp932.csv": in(japanese.ShiftJIS, comma), "euc.csv": in(japanese.EUCJP, comma),
		"utf16.txt":   in(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), separatedBy(t, '\t', "\r\n")),
		"utf16be.txt": in(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), separatedBy(t, '\t', "\r\n")),
		"tab.tsv":     separatedBy(t, '\t', "\n"), "table.md": asMarkdown(), "page.html": asPage(), "page.xls": asPage(),
		"book.xlsx": asWorkbook(t),
	}
	for name, data := range booktext.Formats(t, sameRows) {
		all[name] = string(data)
	}
	return all
}

// facts returns what a dataset states of tasks, organizations and marks, addresses
// apart.
func facts(d graph.Dataset) string {
	var b strings.Builder
	for _, o := range d.Organizations {
		fmt.Fprintf(&b, "%s %q\n", o.ID, o.Name)
	}
	for _, task := range d.Tasks {
		fmt.Fprintf(&b, "%s %q %s\n", task.ID, task.Name, task.Category)
	}
	for _, a := range d.Assignments {
		fmt.Fprintf(&b, "%s %s %s %s %q\n", a.Task, a.Organization, a.Role, a.Reading, a.Source.Mark)
	}
	return b.String()
}

// TestSameFactsInEveryFormat reads one matrix in every format, as a file and piped in.
func TestSameFactsInEveryFormat(t *testing.T) {
	folder := t.TempDir()
	all := written(t)
	path := func(name string) string { return filepath.Join(folder, name) }
	for name, text := range all {
		write(t, path(name), text)
	}
	first := mustOpen(t, path("book.xlsx"), Options{}).Dataset()
	want := facts(first)
	if len(first.Tasks) != 5 || len(first.Organizations) != 4 || len(first.Assignments) != 15 || !strings.Contains(want, "*the*") {
		t.Fatalf("the workbook was not read as it is: %s", want)
	}
	for name, text := range all {
		g, err := Open(t.Context(), path(name), Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		d := g.Dataset()
		if got := facts(d); got != want {
			t.Errorf("%s states\n%s\nwant\n%s", name, got, want)
		}
		if d.Account.Marks != first.Account.Marks || d.Account.Rows != first.Account.Rows {
			t.Errorf("%s: account %+v, %+v", name, d.Account.Marks, d.Account.Rows)
		}
		for _, a := range d.Assignments {
			if a.Source.File != name || a.Source.Line == 0 || a.Source.Column == 0 {
				t.Errorf("%s: a mark has no address: %+v", name, a.Source)
			}
		}
		piped, err := ReadPiped(strings.NewReader(text), "")
		if err != nil {
			t.Errorf("%s, piped in: %v", name, err)
			continue
		}
		if got := facts(mustOpen(t, Stdin, Options{Piped: piped}).Dataset()); got != want {
			t.Errorf("%s, piped in, states\n%s\nwant\n%s", name, got, want)
		}
	}
}

// TestTheTableIsChosen reads one of several tables of a page by its name, and says
// where its marks stand.
func TestTheTableIsChosen(t *testing.T) {
	other := "\n| Task | X | Y |\n|---|---|---|\n| a | R | C |\n| b | I | R |\n"
	path := filepath.Join(t.TempDir(), "two.md")
	write(t, path, asMarkdown()+other)
	for sheet, want := range map[string]graph.Source{
		"":        {File: "two.md", Sheet: "table 1", Line: 2, Column: 3, Mark: "R"},
		"table 2": {File: "two.md", Sheet: "table 2", Line: 2, Column: 2, Mark: "R"},
	} {
		d := mustOpen(t, path, Options{Sheet: sheet}).Dataset()
		if got := d.Assignments[0].Source; !reflect.DeepEqual(got, want) && d.Assignments[1].Source != want {
			t.Errorf("sheet %q: the first marks stand at %+v, %+v; want %+v", sheet, got, d.Assignments[1].Source, want)
		}
	}
	if _, err := Open(t.Context(), path, Options{Sheet: "table 3"}); err == nil || !strings.Contains(err.Error(), `"table 1", "table 2"`) {
		t.Errorf("a table that is not there: %v", err)
	}
	if err := (Options{Sheet: "table 2"}).Misplaced(path); err != nil {
		t.Errorf("--sheet beside a document: %v", err)
	}
}
