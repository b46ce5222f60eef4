package paint_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/internal/pdftext"
	"tasuki/render/document"
	"tasuki/render/layout"
	"tasuki/render/paint"
)

func samplePack(t *testing.T, parts ...paint.Part) []string {
	t.Helper()
	var b, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&b, &again} {
		if err := painter().Document(w, paint.A4, "Pack", parts...); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("the same parts give two documents")
	}
	return pdftext.Pages(t, b.Bytes())
}

// columns returns columns, each three times as wide as the one before.
func columns(heads ...string) []document.SheetColumn {
	var list []document.SheetColumn
	share := 1.0
	for _, head := range heads {
		list = append(list, document.SheetColumn{Head: head, Share: share})
		share *= 3
	}
	return list
}

func TestDocumentHoldsTextTablesAndDrawings(t *testing.T) {
	sheet := document.Sheet{Title: "演習の表題", Turned: true, Parts: []document.SheetPart{
		{Head: "Heading"}, {Text: strings.Repeat("文章を折り返す。", 40)}, {Note: "A note"}, {Items: []string{"one", "two"}},
		{Table: &document.SheetTable{Columns: columns("A", "B"), Rows: [][]string{{"left", "two\nlines"}, {"", ""}}}},
		{Image: &document.SheetImage{File: "x.svg"}},
	}}
	got := samplePack(t, paint.Part{Sheet: &sheet, Foot: "渡さない"}, paint.Part{Picture: small(), Foot: "For all"})
	if len(got) != 2 {
		t.Fatalf("%d pages", len(got))
	}
	for _, want := range []string{"演習の表題", "Heading", strings.Repeat("文章を折り返す。", 40), "A note", "–one", "–two", "left", "twolines", "渡さない   1 / 2"} {
		if !strings.Contains(got[0], want) {
			t.Errorf("the sheet lacks %q:\n%s", want, got[0])
		}
	}
	for _, want := range []string{"切り分け", "For all   2 / 2"} {
		if !strings.Contains(got[1], want) {
			t.Errorf("the drawing lacks %q:\n%s", want, got[1])
		}
	}
}

// TestTablesGoOn checks that a long table repeats its head, loses nothing, and
// cuts only a row that fits no page.
func TestTablesGoOn(t *testing.T) {
	table := document.SheetTable{Columns: columns("Number", "Words")}
	for i := range 60 {
		table.Rows = append(table.Rows, []string{fmt.Sprintf("no%d.", i), fmt.Sprintf("begin%d. %s end%d.", i, strings.Repeat("word ", 60), i)})
	}
	var long []string
	for i := range 300 {
		long = append(long, fmt.Sprintf("line%d.", i))
	}
	table.Rows = append(table.Rows, []string{"long", strings.Join(long, "\n")})
	pages := samplePack(t, paint.Part{Sheet: &document.Sheet{Title: "T", Parts: []document.SheetPart{{Table: &table}}}})
	for i, page := range pages {
		if strings.Count(page, "NumberWords") != 1 {
			t.Errorf("page %d has its head %d times", i+1, strings.Count(page, "NumberWords"))
		}
		if n := strings.Count(page, "line"); n > 66 { // of 11.6 points, on 760
			t.Errorf("page %d has %d lines of a cell, which it has no room for", i+1, n)
		}
	}
	for i := range 60 {
		if !slices.ContainsFunc(pages, func(p string) bool {
			return strings.Contains(p, fmt.Sprintf("no%d.begin%d.", i, i)) && strings.Contains(p, fmt.Sprintf("end%d.", i))
		}) {
			t.Errorf("row %d is not whole on a page", i)
		}
	}
	all := strings.Join(pages, "")
	for _, line := range long {
		if strings.Count(all, line) != 1 {
			t.Errorf("%s stands on %d pages", line, strings.Count(all, line))
		}
	}
	if got := strings.Count(all, "word"); got != 60*60 {
		t.Errorf("%d words, want %d", got, 60*60)
	}
}

// TestWholeDrawingsStandOnOnePage checks that a drawing of many pages stands on
// one, and follows at a size that can be read.
func TestWholeDrawingsStandOnOnePage(t *testing.T) {
	const n = 60
	var shapes []layout.Shape
	for i := range n {
		shapes = append(shapes, boxAt(60, float64(40*i), 115, 29, fmt.Sprintf("task%d.", i)))
	}
	tall := pictureOf(shapes...)
	one, many := samplePack(t, paint.Part{Picture: tall, Whole: true}), samplePack(t, paint.Part{Picture: tall})
	tasks := strings.Count(one[0], "task")
	if tasks != n || len(many) < 3 {
		t.Errorf("the first page holds %d of %d tasks; %d pages otherwise", tasks, n, len(many))
	}
	if got := samplePack(t, paint.Part{Picture: small(), Whole: true}); len(got) != 1 {
		t.Errorf("a small drawing stands on %d pages", len(got))
	}
}

func TestSheetsTakeEveryCharacter(t *testing.T) {
	for i, part := range []document.SheetPart{
		{Head: "삼"}, {Text: "삼"}, {Note: "삼"}, {Items: []string{"삼"}},
		{Table: &document.SheetTable{Columns: columns("삼")}},
		{Table: &document.SheetTable{Columns: columns("A"), Rows: [][]string{{"삼"}}}},
	} {
		pages := samplePack(t, paint.Part{Sheet: &document.Sheet{Title: "T", Parts: []document.SheetPart{part}}})
		if !strings.Contains(strings.Join(pages, ""), "삼") {
			t.Errorf("part %d: the pages say %q", i, pages)
		}
	}
}
