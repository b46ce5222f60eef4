package pages

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/internal/graphtext"
	"tasuki/render/document"
	"tasuki/render/messages"
)

func printer(t *testing.T) messages.Printer {
	t.Helper()
	return messages.Printer{Graph: graphtext.Graph(t, "1: a*"), Language: messages.In("en")}
}

func text(s string) document.Block { return document.Block{Text: document.Words(s)} }

// dealt says which page holds which places, in the order of the pages.
func dealt(list []Page) string {
	var b strings.Builder
	for _, page := range list {
		b.WriteString(page.File + ":")
		visit(page.Sections, func(id string) { b.WriteString(" " + id) }, func(string) {})
		b.WriteString("\n")
	}
	return b.String()
}

// A chapter keeps what it shows at once; parts go to their pages, what is folded to a page
// of details, and sections of reference to theirs, behind all parts.
func TestDeal(t *testing.T) {
	chapter := document.Section{ID: "loss", Title: "Loss", Blocks: []document.Block{
		text("first"),
		{Group: &document.Group{ID: "flow-a", Page: "flow-a.html", Title: document.Words("a"), Blocks: []document.Block{text("of a")}}},
		{Group: &document.Group{Title: document.Words("proofs"), Folded: true, Blocks: []document.Block{text("proof")}}},
		{Group: &document.Group{Title: document.Words("printed"), Folded: true, Printed: true, Blocks: []document.Block{text("stays")}}},
	}}
	got := Deal(printer(t), []document.Section{chapter, {ID: "terms", Title: "Terms", Page: "terms.html", Blocks: []document.Block{text("term")}}})
	if want := "index.html: loss\nflow-a.html: flow-a\nloss.html: loss-details loss-details-1\nterms.html: terms\n"; dealt(got) != want {
		t.Errorf("got\n%swant\n%s", dealt(got), want)
	}
	var kept strings.Builder
	for _, b := range got[0].Sections[0].Blocks {
		kept.WriteString(b.Text.String() + "|")
		if b.Group != nil {
			kept.WriteString(b.Group.Title.String() + "|")
		}
	}
	if want := "first||printed||"; kept.String() != want {
		t.Errorf("the chapter keeps %q, want %q", &kept, want)
	}
}

// Nothing is lost: each line of a table that is too long for a chapter stands on the page
// of details, to which the chapter leads, and the places of lines are there alone.
func TestLongTablesGoToDetails(t *testing.T) {
	table := &document.Table{Caption: "Lines", Columns: []document.Column{{Head: "n"}}}
	for i := range mostRows + 5 {
		table.Rows = append(table.Rows, document.Row{ID: fmt.Sprint("row-", i), Cells: []document.Cell{document.Text(fmt.Sprint(i))}})
	}
	got := Deal(printer(t), []document.Section{{ID: "s", Title: "S", Blocks: []document.Block{{Table: table}}}})
	short := got[0].Sections[0].Blocks
	if len(got) != 2 || len(short[0].Table.Rows) != mostRows || short[1].Link.String() != "5 more lines" || short[1].Link[0].Href != "#s-details-1" {
		t.Fatalf("got %d pages, %+v", len(got), short)
	}
	places := PlacesOf(got)
	for i := range mostRows + 5 {
		if file := places[fmt.Sprint("row-", i)]; file != "s.html" {
			t.Errorf("line %d is at %q", i, file)
		}
	}
	whole := got[1].Sections[0].Blocks[0].Group.Blocks[0].Table
	if len(whole.Rows) != mostRows+5 || whole.Caption != "" || whole.Label != "Lines" {
		t.Errorf("the page of details has %d lines under %q", len(whole.Rows), whole.Caption)
	}
}

// More parts than there may be pages are counted, not lost in silence.
func TestTooManyParts(t *testing.T) {
	var blocks []document.Block
	for i := range MostParts + 2 {
		blocks = append(blocks, document.Block{Group: &document.Group{ID: fmt.Sprint("p", i), Page: fmt.Sprintf("p%d.html", i), Title: document.Words("p")}})
	}
	got := Deal(printer(t), []document.Section{{ID: "s", Title: "S", Blocks: blocks}})
	if len(got) != 1+MostParts || got[0].Sections[0].Blocks[0].Note.String() != fmt.Sprintf("2 more flows have no page, as a report makes %d at most; tasuki analyze tells of any.", MostParts) {
		t.Errorf("got %d pages, and %+v", len(got), got[0].Sections[0].Blocks)
	}
}
