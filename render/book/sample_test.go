package book

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/pdftext"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/paint"
)

// sampleOf returns a book of chapters in a language.
func sampleOf(lang graph.Lang, chapters ...document.Section) Book {
	return Book{Kind: "Review", Title: "Relay", Language: messages.In(lang), Chapters: chapters, Beside: "Tasks (tasks.html)",
		Drawn: func(paint.Painter, document.Drawing) (paint.Figure, bool) { return paint.Figure{}, false }}
}

// set returns the pages of a book.
func set(t *testing.T, b Book) paint.Book {
	t.Helper()
	return b.set(paint.Painter{Font: paint.DefaultFont()}, paint.A4)
}

// written returns the bytes of a book, and the text of each page.
func written(t *testing.T, b Book) (pdf []byte, pages []string) {
	t.Helper()
	var first, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&first, &again} {
		if err := b.Write(w, paint.Painter{Font: paint.DefaultFont()}, paint.A4); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Error("the same book gives two files")
	}
	return first.Bytes(), pdftext.Pages(t, first.Bytes())
}

// prose returns so many sentences, each with its number.
func prose(n int) document.Phrase {
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "Sentence %d says what a sentence says of work that passes on. ", i)
	}
	return document.Words(text.String())
}

// three are chapters that refer to each other.
func three() []document.Section {
	return []document.Section{
		{ID: "one", Title: "First chapter", Blocks: []document.Block{{Text: prose(150)}, {Head: document.Words("Part of it"), Level: 3}, {Text: document.Phrase{{Text: "see "}, {Text: "the third", Href: "#three"}, {Text: ", "}, {Text: "a task", Href: "#row-1"}}}}},
		{ID: "two", Title: "Second chapter", Blocks: []document.Block{{Text: prose(90)}, {Group: &document.Group{Folded: true, Title: document.Words("Hidden"), Blocks: []document.Block{{Table: &document.Table{Columns: []document.Column{{Head: "Secret"}}}}}}}}},
		{ID: "three", Title: "Third chapter", Blocks: []document.Block{{Text: prose(50)}}},
	}
}

// TestContentsNameThePages wants each chapter in the contents with the number of the
// page on which it begins, as a link and as a bookmark too.
func TestContentsNameThePages(t *testing.T) {
	b := sampleOf(graph.English, three()...)
	pdf, pages := written(t, b)
	leaves := set(t, b)
	if len(pages) < 4 || len(leaves.Leaves) != len(pages) {
		t.Fatalf("%d pages, %d set", len(pages), len(leaves.Leaves))
	}
	for i, page := range pages {
		if want := fmt.Sprintf("%d / %d", i+1, len(pages)); !strings.Contains(page, want) {
			t.Errorf("page %d does not say %q", i+1, want)
		}
	}
	numbers := regexp.MustCompile(`(First chapter|Part of it|Second chapter|Third chapter)( \.)+`).FindAllString(pages[0], -1)
	if len(numbers) != 4 {
		t.Errorf("the contents are %q", numbers)
	}
	begun := map[string]int{}
	for _, m := range leaves.Bookmarks {
		begun[m.Title] = m.Leaf + 1
		if text := heading(leaves.Leaves[m.Leaf], m); text != m.Title {
			t.Errorf("the bookmark %q leads to %q", m.Title, text)
		}
	}
	if begun["Third chapter"] < 3 || begun["Contents"] != 1 {
		t.Errorf("the chapters begin on %v", begun)
	}
	named := map[string]string{}
	for _, w := range leaves.Leaves[0].Words {
		for _, other := range leaves.Leaves[0].Words {
			if other.Y == w.Y && other.X > w.X && regexp.MustCompile(`^\d+$`).MatchString(other.Text) {
				named[w.Text] = other.Text
			}
		}
	}
	for _, title := range []string{"First chapter", "Part of it", "Second chapter", "Third chapter"} {
		if named[title] != fmt.Sprint(begun[title]) {
			t.Errorf("the contents say that %q is on page %q, it is on %d", title, named[title], begun[title])
		}
	}
	for _, want := range []string{"/Lang (en)", "/DisplayDocTitle true", "/Outlines ", "<rdf:li>en</rdf:li>"} {
		if !bytes.Contains(pdf, []byte(want)) {
			t.Errorf("the file lacks %s", want)
		}
	}
	if got := pdftext.Title(t, pdf); got != "Relay · Review" {
		t.Errorf("the title is %q", got)
	}
}

// heading returns what stands first below a place.
func heading(l paint.Leaf, m paint.Bookmark) string {
	best := paint.Word{Y: 1e9}
	for _, w := range l.Words {
		if w.Y >= m.Y && w.Y < best.Y {
			best = w
		}
	}
	return best.Text
}

// TestLinksLeadIntoTheBook wants links to what is in the book, and text for others.
func TestLinksLeadIntoTheBook(t *testing.T) {
	leaves := set(t, sampleOf(graph.English, three()...)).Leaves
	begins := -1
	for i, l := range leaves {
		for _, w := range l.Words {
			if i > 0 && w.Text == "Third chapter" && w.Size == chapterSize {
				begins = i
			}
		}
	}
	found := false
	for i, l := range leaves {
		for _, k := range l.Links {
			if k.To.Leaf < 0 || k.To.Leaf >= len(leaves) || k.To.Y > leaves[k.To.Leaf].Height {
				t.Errorf("a link of page %d leads to %v", i+1, k.To)
			}
			found = found || i > 0 && k.To.Leaf == begins
		}
	}
	if !found {
		t.Error("nothing leads to the third chapter")
	}
}

// TestLeftOutIsSaidOnce wants folded tables left out, and counted.
func TestLeftOutIsSaidOnce(t *testing.T) {
	b := sampleOf(graph.English, three()...)
	b.Elsewhere = 4
	_, pages := written(t, b)
	all := strings.Join(pages, "")
	if strings.Contains(all, "Secret") || strings.Contains(all, "Hidden") {
		t.Error("what is folded is printed")
	}
	if strings.Count(all, "5 tables are not on these pages") != 1 {
		t.Errorf("what is left out is not said once:\n%.1500s", pages[0])
	}
}
