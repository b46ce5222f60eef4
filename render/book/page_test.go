package book

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/pdftext"
	"tasuki/render/document"
	"tasuki/render/paint"
)

// table returns a table of so many rows and columns, the last one of sentences.
func table(rows, columns int) *document.Table {
	t := &document.Table{Caption: "A table"}
	for i := range columns {
		t.Columns = append(t.Columns, document.Column{Head: fmt.Sprintf("Column%d", i), Number: i > 0 && i < columns-1})
	}
	for i := range rows {
		row := document.Row{ID: fmt.Sprintf("row-%d", i)}
		for j := range columns {
			row.Cells = append(row.Cells, document.Text(fmt.Sprintf("%d.%d", i, j)))
		}
		row.Cells[columns-1] = document.Cell{Items: []document.Phrase{document.Words(fmt.Sprintf("begin%d.", i)), document.Words(strings.Repeat("word ", 20)), document.Words(fmt.Sprintf("end%d.", i))}}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// within fails where something stands outside of the margins, or is too small.
func within(t *testing.T, b paint.Book) {
	t.Helper()
	font := paint.DefaultFont()
	for i, l := range b.Leaves {
		for _, w := range l.Words {
			if end := w.X + font.Width(w.Text, w.Size); w.X < left-0.1 || end > l.Width-right+0.5 || w.Y-w.Size < 0 || w.Y > l.Height-20 {
				t.Errorf("page %d: %q reaches from %.1f to %.1f, at %.1f", i+1, w.Text, w.X, end, w.Y)
			}
			if w.Size < leastSize {
				t.Errorf("page %d: %q has %.1f points", i+1, w.Text, w.Size)
			}
		}
		for _, c := range l.Cuts {
			if width, height := c.Size(); c.X < left-0.1 || c.X+width > l.Width-right+0.5 || c.Y+height > l.Height-bottom+0.5 {
				t.Errorf("page %d: a drawing of %.0f by %.0f hangs at %.0f, %.0f", i+1, width, height, c.X, c.Y)
			}
		}
	}
}

// TestTables wants the head of a table on each of its pages and no row parted, however
// many columns there are.
func TestTables(t *testing.T) {
	for _, columns := range []int{2, 6, 12, 20, 40} {
		b := sampleOf(graph.English, document.Section{ID: "a", Title: "Chapter", Blocks: []document.Block{{Text: prose(10)}, {Table: table(50, columns)}, {Text: document.Words("After it.")}}})
		_, pages := written(t, b)
		book := set(t, b)
		within(t, book)
		rows := 0
		for i, page := range pages {
			begins, heads := strings.Count(page, "begin"), strings.Count(page, "Column0")
			if begins > 0 && heads < 1 || columns <= 12 && heads > 1 {
				t.Errorf("%d columns: page %d has %d rows and %d heads", columns, i+1, begins, heads)
			}
			for n := range 50 {
				if strings.Contains(page, fmt.Sprintf("begin%d.", n)) != strings.Contains(page, fmt.Sprintf("end%d.", n)) {
					t.Errorf("%d columns: row %d is parted on page %d", columns, n, i+1)
				}
			}
			rows += begins
		}
		if rows != 50 || !strings.Contains(strings.Join(pages, ""), "After it.") {
			t.Errorf("%d columns: %d of 50 rows", columns, rows)
		}
	}
}

// TestRowHigherThanAPage wants all of it, on several pages.
func TestRowHigherThanAPage(t *testing.T) {
	tall := table(3, 3)
	for i := range 200 {
		tall.Rows[1].Cells[2].Items = append(tall.Rows[1].Cells[2].Items, document.Words(fmt.Sprintf("line%d.", i)))
	}
	b := sampleOf(graph.English, document.Section{ID: "a", Title: "Chapter", Blocks: []document.Block{{Table: tall}}})
	_, pages := written(t, b)
	within(t, set(t, b))
	all := strings.Join(pages, "")
	for i := range 200 {
		if strings.Count(all, fmt.Sprintf("line%d.", i)) != 1 {
			t.Errorf("line %d stands on %d places", i, strings.Count(all, fmt.Sprintf("line%d.", i)))
		}
	}
}

// TestHeadingsStayWithWhatFollows tries headings at every height of a page.
func TestHeadingsStayWithWhatFollows(t *testing.T) {
	for n := range 60 {
		b := sampleOf(graph.English)
		b.Brief = []document.Section{{ID: "a", Title: "Brief", Blocks: []document.Block{
			{Items: many(n)}, {Head: document.Words("A heading"), Level: 3}, {Table: table(2, 3)}, {Head: document.Words("Another"), Level: 4}, {Text: prose(6)},
		}}}
		for _, page := range pagesOf(t, b) {
			for heading, follows := range map[string]string{"A heading": "begin0.", "Another": "Sentence 0"} {
				if strings.Contains(page, heading) && !strings.Contains(page, follows) {
					t.Errorf("with %d lines above, %q stands alone", n, heading)
				}
			}
			if strings.Contains(page, "Contents") {
				t.Error("a brief has contents")
			}
		}
	}
}

func many(n int) []document.Phrase {
	list := []document.Phrase{}
	for i := range n + 1 {
		list = append(list, document.Words(fmt.Sprintf("entry %d", i)))
	}
	return list
}

// pagesOf returns the text of each page that is set.
func pagesOf(t *testing.T, b Book) (pages []string) {
	t.Helper()
	for _, l := range set(t, b).Leaves {
		var text strings.Builder
		for _, w := range l.Words {
			text.WriteString(w.Text)
		}
		pages = append(pages, text.String())
	}
	return pages
}

// TestJapaneseLines wants no line that begins with what may not, and a figure with its
// percent sign.
func TestJapaneseLines(t *testing.T) {
	text := strings.Repeat("運用保守業者が、作業二百四十五件のうち 62.9 % を（主担当として）担う。サーバーの障害は「重大」。", 30)
	b := sampleOf(graph.Japanese, document.Section{ID: "a", Title: "章", Blocks: []document.Block{{Text: document.Words(text)}}})
	leaves := set(t, b)
	within(t, leaves)
	said := ""
	for _, l := range leaves.Leaves {
		for _, w := range l.Words {
			if strings.ContainsAny(string([]rune(w.Text)[0]), "、。）」ー%") {
				t.Errorf("a line begins %q", w.Text)
			}
			said += w.Text
		}
	}
	if strings.Count(said, "62.9 %") != 30 {
		t.Errorf("%d of 30 figures are whole", strings.Count(said, "62.9 %"))
	}
}

// TestEveryCharacter wants what the font lacks said.
func TestEveryCharacter(t *testing.T) {
	b := sampleOf(graph.English, document.Section{ID: "a", Title: "삼", Blocks: []document.Block{{Text: document.Words("삼")}, {Table: &document.Table{Columns: []document.Column{{Head: "삼"}}, Rows: []document.Row{{Cells: []document.Cell{document.Text("삼")}}}}}}})
	pdf, pages := written(t, b)
	if all := strings.Join(pages, ""); !strings.Contains(all, "boxes with their numbers in Unicode: U+C0BC") {
		t.Errorf("the pages say %q", all)
	}
	if got := pdftext.Title(t, pdf); got != "Relay · Review" {
		t.Errorf("the title is %q", got)
	}
}
