package propose

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/formats"
	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/separated"
	"tasuki/graph/matrix/table/xlsx"
	"tasuki/internal/booktext"
	"tasuki/internal/seeds"
)

// cellXML returns the cell in a column of a row with a text of its own.
func cellXML(row, column int, text string) string {
	return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, graph.Cell(row, column), text)
}

// rowXML returns a row whose cells stand side by side from the first column.
func rowXML(row int, texts ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, row)
	for i, text := range texts {
		if text != "" {
			b.WriteString(cellXML(row, i+1, text))
		}
	}
	return b.String() + "</row>"
}

// matrixRows returns the rows of a matrix of n tasks.
func matrixRows(n int) string {
	var b strings.Builder
	b.WriteString(rowXML(1, "No", "Task", "Vendor A", "Vendor B"))
	for i := range n {
		b.WriteString(rowXML(i+2, fmt.Sprint(i+1), fmt.Sprintf("Work %d", i+1), "○", "△"))
	}
	return b.String()
}

func sheetBook(t testing.TB, sheet string, parts ...booktext.Part) *bytes.Reader {
	t.Helper()
	return bytes.NewReader(booktext.Workbook(t, append([]booktext.Part{{Name: "xl/worksheets/sheet1.xml", Text: sheet}}, parts...)...))
}

// imported proposes a reading of a workbook and imports by it, stopping at what
// cannot be read.
func imported(f table.File) (graph.Dataset, error) {
	r, err := ProposeFile(context.Background(), f, "a.xlsx", ProposeOptions{})
	if err != nil {
		return graph.Dataset{}, err
	}
	rows, _, err := formats.Choose(f, "a.xlsx", "", r.Sheet)
	if err != nil {
		return graph.Dataset{}, err
	}
	r.KeepUnread = false
	return matrix.Import(rows, r, "a.xlsx")
}

// TestMergedAreas reads sheets of few bytes that merge millions of cells: what
// they cost does not grow with the cells, and each mark counts once where no
// other heading stands.
func TestMergedAreas(t *testing.T) {
	notes, noted := rowXML(1, "No", "Task", "Vendor A", "Vendor B"), ""
	bands, banded := notes, ""
	for i := 2; i <= 601; i++ {
		notes += rowXML(i, fmt.Sprint(i), fmt.Sprintf("Work %d", i), "○", "△", fmt.Sprintf("note %d", i))
		noted += fmt.Sprintf(`<mergeCell ref="E%d:XFD%d"/>`, i, i)
		if i%6 == 2 {
			bands += rowXML(i, fmt.Sprintf("Part %d", i))
			banded += fmt.Sprintf(`<mergeCell ref="A%d:XFD%d"/>`, i, i)
		} else {
			bands += rowXML(i, fmt.Sprint(i), fmt.Sprintf("Work %d", i), "○", "△")
		}
	}
	far := `<row r="1048576"/>`
	for _, tt := range []struct {
		name, sheet  string
		tasks, marks int
		problem      string
	}{
		{"note below", booktext.SheetXML(matrixRows(20)+rowXML(30, "Note: ○ leads")+far, `<mergeCell ref="A30:XFD1048576"/>`), 20, 40, ""},
		{"note in each row", booktext.SheetXML(notes, noted), 600, 1200, ""},
		{"bands", booktext.SheetXML(bands, banded), 500, 1000, ""},
		{"one heading for all columns", booktext.SheetXML(matrixRows(20), `<mergeCell ref="D1:XFD1"/>`), 20, 40, ""},
		{"a mark for all columns", booktext.SheetXML(matrixRows(20), `<mergeCell ref="D2:XFD2"/>`), 0, 0, "a.xlsx, sheet \"担当\", cell E2: \"△\": this mark stands under no heading"},
		{"a mark for all rows", booktext.SheetXML(matrixRows(20)+far, `<mergeCell ref="D21:D1048576"/>`), 20, 40, ""},
		{"said twice", booktext.SheetXML(matrixRows(20), strings.Repeat(`<mergeCell ref="A21:B21"/>`, 1000)), 20, 40, ""},
		{"overlap", booktext.SheetXML(matrixRows(20), `<mergeCell ref="B3:XFD1048576"/><mergeCell ref="A4:C9"/>`), 0, 0, "the merged ranges B3:XFD1048576 and A4:C9 overlap"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := sheetBook(t, tt.sheet)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			d, err := imported(f)
			runtime.ReadMemStats(&after)
			if n := after.TotalAlloc - before.TotalAlloc; n > 64<<20 && !seeds.Race {
				t.Errorf("%d MiB were allocated", n>>20)
			}
			if len(d.Tasks) != tt.tasks || len(d.Assignments) != tt.marks || (err == nil) != (tt.problem == "") || err != nil && !strings.Contains(err.Error(), tt.problem) {
				t.Errorf("%d tasks, %d marks, %v; want %d, %d, %q", len(d.Tasks), len(d.Assignments), err, tt.tasks, tt.marks, tt.problem)
			}
		})
	}
}

// TestCopiedMarksStandUnderHeadings reads a mark that is merged over columns whose
// headings only the reading knows.
func TestCopiedMarksStandUnderHeadings(t *testing.T) {
	f := sheetBook(t, booktext.SheetXML(rowXML(1, "1", "Work", "○"), `<mergeCell ref="C1:XFD1"/>`))
	rows, _, err := formats.Choose(f, "a.xlsx", "", "")
	if err != nil {
		t.Fatal(err)
	}
	r := matrix.Reading{
		Organizations: []graph.Organization{{ID: "a", Name: graph.Text("a")}, {ID: "z", Name: graph.Text("z")}},
		Blocks:        []matrix.Block{{ID: "1", Lines: matrix.Lines{First: 1, Last: 1}, Item: 1, Label: 2, Columns: matrix.Columns{3: "a", 16384: "z"}, Ignored: []matrix.Column{4}}},
	}
	_, err = matrix.Import(rows, r, "a.xlsx")
	if want := "a.xlsx:1:5: \"○\": this mark stands under no heading"; err == nil || strings.Count(err.Error(), "\n") > 0 || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v, want one that says %q", err, want)
	}
	for column := matrix.Column(5); column < 16384; column++ {
		r.Blocks[0].Ignored = append(r.Blocks[0].Ignored, column)
	}
	d, err := matrix.Import(rows, r, "a.xlsx")
	if err != nil || len(d.Assignments) != 2 || d.Assignments[1].Organization != "z" || d.Assignments[1].Reading != graph.Realigned || d.Assignments[1].Source.Column != 16384 {
		t.Errorf("%+v, %v", d.Assignments, err)
	}
}

// TestLimits passes each limit of a workbook or table, and wants a sentence that
// names it.
func TestLimits(t *testing.T) {
	if seeds.Race || testing.Short() {
		t.Skip("reads inputs of many megabytes")
	}
	many := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i+1)
		}
		return b.String()
	}
	styles := func(inside string) booktext.Part {
		return booktext.Part{Name: "xl/styles.xml", Text: `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + inside + `</styleSheet>`}
	}
	number := booktext.SheetXML(`<row r="1"><c r="A1" s="1"><v>1.5</v></c></row>`, "")
	plain := booktext.SheetXML(matrixRows(3), "")
	beside := many(table.MaxBeside+1, `<c t="inlineStr"><is><t>%d</t></is></c>`)
	tall := ""
	for i := range table.MaxBeside + 1 {
		tall += fmt.Sprintf(`<mergeCell ref="%s:%s"/>`, graph.Cell(1, i+1), graph.Cell(9, i+1))
	}
	for _, tt := range []struct {
		name, want, sheet string
		parts             []booktext.Part
	}{
		{"merged ranges", "more than 262144 merged ranges", booktext.SheetXML("", many(table.MaxMerged+1, `<mergeCell ref="A%[1]d:B%[1]d"/>`)), nil},
		{"merged ranges in a row", "row 1 lies in more than 1024 merged ranges", booktext.SheetXML("<row>"+beside+"</row>", tall), nil},
		{"styles", "more than 65490 cell styles", number, []booktext.Part{styles("<cellXfs>" + strings.Repeat("<xf/>", xlsx.MaxStyles+1) + "</cellXfs>")}},
		{"parts of styles", "more than 524288 elements", number, []booktext.Part{styles("<dxfs>" + strings.Repeat("<dxf/>", xlsx.MaxStyleTags+1) + "</dxfs>")}},
		{"number format", "more than 1024 bytes", number, []booktext.Part{styles(`<numFmts><numFmt numFmtId="200" formatCode="` + strings.Repeat("0", xlsx.MaxFormat+1) + `"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>`)}},
		{"texts", "shares more than", plain, []booktext.Part{{Name: "xl/sharedStrings.xml", Text: booktext.StringsXML(many(xlsx.MaxStrings+1, `%d</t></si><si><t>`))}}},
		{"two parts of one name", "it has two parts", plain, []booktext.Part{{Name: "xl/worksheets/SHEET1.xml", Text: ""}}},
		{"document type", "a document type is declared", `<!DOCTYPE a [<!ENTITY b "c">]>` + plain, nil},
		{"packed too well", "at most 100 times as much as is packed is read", booktext.SheetXML(strings.Repeat("<row/>", 3<<20), ""), nil},
		{"problems quote", "…\": this cell cannot be read", booktext.SheetXML(matrixRows(3)+rowXML(5, "4", "Work", strings.Repeat("long ", 9999), "○"), ""), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := imported(sheetBook(t, tt.sheet, tt.parts...))
			if err == nil || !strings.Contains(err.Error(), tt.want) || len(err.Error()) > 2000 {
				t.Errorf("error %.2000v, want %q", err, tt.want)
			}
		})
	}
}

// TestLimitsOfText passes the limits of text files and of what is kept of a table.
func TestLimitsOfText(t *testing.T) {
	if seeds.Race || testing.Short() {
		t.Skip("reads inputs of many megabytes")
	}
	const head = "No,Task,Vendor A,Vendor B\n"
	rows := func(n int, row string) string {
		var b strings.Builder
		b.WriteString(head)
		for i := range n {
			fmt.Fprintf(&b, row, i+1)
		}
		return b.String()
	}
	for _, tt := range []struct{ name, want, text string }{
		{"commas", "line 1 has more than 1048576 separators", strings.Repeat(",", separated.MaxSeparators+1)},
		{"tasks", "line 100003: the matrix has more than 100000 tasks", rows(graph.MaxTasks+2, "%d,Work,○,△\n")},
		{"unread cells", "more than 100000 cells where marks stand cannot be read, the last of them \"☆\"", rows(9, "%d,Work,○,△\n") + strings.Repeat("Work,,☆,☆\n", 50_001)},
		{"problems", "the rest is not looked at, since there are more than 1048576 problems", rows(9, "%d,Work,○,△\n") + strings.Repeat("10,Work,☆,☆\n", matrix.MaxFaults/2+1)},
		{"names", "the names of tasks and headings have more than 64 MiB", rows(70, "%d,"+strings.Repeat("x", 1<<20)+",○,△\n")},
		{"headings", "headings begin 1001 times", strings.Repeat(head+"1,Work,○,△\n2,Work,○,△\n\n", maxAreas+1)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := strings.NewReader(tt.text)
			r, err := ProposeFile(context.Background(), f, "a.csv", ProposeOptions{})
			if err == nil {
				var rows table.Rows
				if rows, _, err = formats.Choose(f, "a.csv", "", ""); err == nil {
					r.KeepUnread = tt.name != "problems"
					_, err = matrix.Import(rows, r, "a.csv")
				}
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

// TestTurnedBlockLimits refuses a block whose organizations cannot stand in its
// lines.
func TestTurnedBlockLimits(t *testing.T) {
	rows, _, err := formats.Choose(strings.NewReader(strings.Repeat("a\t○\n", table.MaxColumn+1)), "a.tsv", "", "")
	if err != nil {
		t.Fatal(err)
	}
	r := matrix.Reading{Blocks: []matrix.Block{{ID: "1", Lines: matrix.Lines{First: 1}, Turned: true, Label: 1, Across: matrix.Lines{First: 2}}}}
	if _, err := matrix.Import(rows, r, "a.tsv"); err == nil || !strings.Contains(err.Error(), "line 16385: block 1 is turned") {
		t.Errorf("error %v", err)
	}
}

// TestManySheets looks at every sheet of a workbook once, and at no more than it
// says.
func TestManySheets(t *testing.T) {
	if !seeds.All() {
		t.Skip("makes thousands of sheets")
	}
	book := func(n int) *bytes.Reader {
		sheets := make([]booktext.Part, n)
		for i := range sheets {
			sheets[i].Name = fmt.Sprintf("S%d", i)
		}
		return booktext.NewBook(t, sheets...)
	}
	r, err := ProposeFile(context.Background(), book(3), "a.xlsx", ProposeOptions{})
	if !errors.Is(err, errNoMatrix) {
		t.Errorf("%+v, %v", r, err)
	}
	_, err = ProposeFile(context.Background(), book(table.MaxSheets), "a.xlsx", ProposeOptions{})
	if want := "the file has 5001 sheets or tables, and at most 5000 are searched"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v, want %q", err, want)
	}
	long := &table.SheetError{Sheets: make([]string, 1000)}
	if text := long.Error(); len(text) > 300 || !strings.Contains(text, "and 990 more") {
		t.Errorf("%q", text)
	}
}

// TestLimitOfCells counts the empty cells left of others.
func TestLimitOfCells(t *testing.T) {
	if !seeds.All() {
		t.Skip("reads 134,217,728 cells")
	}
	line := strings.Repeat(",", table.MaxColumn-1) + "x\n"
	rows, _, err := formats.Choose(strings.NewReader(strings.Repeat(line, table.MaxCells/table.MaxColumn+1)), "a.csv", "", "")
	if err != nil {
		t.Fatal(err)
	}
	last := 0
	for row, e := range rows {
		last, err = max(last, row.Line), e
	}
	if want := "line 8193: the table has more than 134217728 cells"; last != table.MaxCells/table.MaxColumn || err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%d rows, error %v, want %q", last, err, want)
	}
}

// TestCollectLimit refuses to draft corrections for more than is said.
func TestCollectLimit(t *testing.T) {
	r := matrix.Reading{Organizations: make([]graph.Organization, 10)}
	for n, want := range map[int]string{5000: "", 5001: "at most 50000 rows times organizations", sampleRows + 1: "in at most 20000 rows"} {
		rows, _, err := formats.Choose(strings.NewReader(strings.Repeat("a\n", n)), "a.tsv", "", "")
		if err != nil {
			t.Fatal(err)
		}
		all, err := Collect(context.Background(), rows, r)
		if want == "" && (err != nil || len(all) != n) || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%d of %d rows, error %v, want %q", len(all), n, err, want)
		}
	}
}
