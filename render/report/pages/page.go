package pages

import (
	"slices"
	"strconv"

	"tasuki/render/document"
	"tasuki/render/messages"
)

// Main is the file of the chapters.
const Main = "index.html"

// MostParts is how many parts of chapters have a page of their own, such as those of
// flows. What is behind them is left to the Markdown.
const MostParts = 200

// Page is a file of the review.
type Page struct {
	File     string
	Title    document.Phrase // of a page that is no chapters'; it links to nothing
	Part     bool            // it holds parts of chapters, and is linked to from them
	Sections []document.Section
}

// Deal puts the sections of a review on pages, the main one first. A chapter keeps what
// it shows at once. Its parts that name a page go there, and what else it would show on
// demand, with the whole of what is too long for it, to a page of details.
func Deal(p messages.Printer, sections []document.Section) []Page {
	d := dealer{Printer: p, pages: []Page{{File: Main}}, at: map[string]int{}, apart: Apart{Main: true}}
	for _, s := range sections {
		if s.Page != "" {
			d.add(s.Page, document.Words(s.Title), false, s)
			continue
		}
		chapter := document.Section{ID: s.ID, Title: s.Title}
		details := document.Section{ID: s.ID + "-details", Title: s.Title, Evidence: s.Evidence}
		chapter.Blocks = d.chapter(s, s.Blocks, &details)
		d.close(&chapter, details)
	}
	// What chapters consist of comes before what they refer to.
	slices.SortStableFunc(d.pages[1:], func(a, b Page) int { return rank(b) - rank(a) })
	for _, page := range d.pages {
		for _, s := range page.Sections {
			Level(s.Blocks, 3)
		}
	}
	return d.pages
}

func rank(p Page) int {
	if p.Part {
		return 1
	}
	return 0
}

// dealer holds the pages as they grow.
type dealer struct {
	messages.Printer
	pages []Page
	at    map[string]int // where each stands among them, by the file that is asked for
	apart Apart
	parts int // pages of parts
	left  int // parts of the chapter at hand that have no page
}

// add puts a section behind the others of a page, which it makes if it has to.
func (d *dealer) add(file string, title document.Phrase, part bool, s document.Section) {
	at, ok := d.at[file]
	if !ok {
		at = len(d.pages)
		d.at[file], d.pages = at, append(d.pages, Page{File: d.apart.Name(file, ".html", file), Title: title, Part: part})
		if part {
			d.parts++
		}
	}
	d.pages[at].Sections = append(d.pages[at].Sections, s)
}

// chapter returns what a chapter keeps of blocks.
func (d *dealer) chapter(s document.Section, blocks []document.Block, details *document.Section) []document.Block {
	var kept []document.Block
	for _, b := range blocks {
		kept = append(kept, d.part(s, b, details)...)
	}
	return d.noted(kept)
}

// part returns what a chapter keeps of a block. A drawing takes as much of a screen as
// all else of a chapter: only the first shows one at once.
func (d *dealer) part(s document.Section, b document.Block, details *document.Section) []document.Block {
	switch {
	case b.Group != nil && b.Group.Page != "":
		if _, ok := d.at[b.Group.Page]; !ok && d.parts == MostParts {
			d.left++
			return nil
		}
		blocks := b.Group.Blocks
		if len(b.Group.Gist) > 0 {
			blocks = append([]document.Block{{Text: d.Say("{1}.", b.Group.Gist)}}, blocks...)
		}
		d.add(b.Group.Page, b.Group.Title, true, document.Section{ID: b.Group.ID, Title: s.Title, Blocks: blocks})
		return nil
	case b.Group != nil && b.Group.Folded && !b.Group.Printed:
		d.detail(details, *b.Group)
		return nil
	case b.Figure != nil && len(d.pages[0].Sections) > 0:
		return []document.Block{{Group: &document.Group{Title: d.Say("Drawing: {1}", b.Figure.Title), Folded: true, Printed: true, Blocks: []document.Block{b}}}}
	case b.Group != nil:
		g := *b.Group
		g.Blocks = d.chapter(s, g.Blocks, details)
		return []document.Block{{Group: &g}}
	}
	short, left := shortened(b)
	if left == 0 {
		return []document.Block{b}
	}
	title := d.Say("The whole list")
	if b.Table != nil && b.Table.Caption != "" {
		title = document.Words(b.Table.Caption)
	}
	place := d.detail(details, document.Group{Title: title, Blocks: []document.Block{uncaptioned(b)}})
	more := d.Many(left, "{1} more line", "{1} more lines").String()
	return []document.Block{short, {Link: document.Phrase{{Text: more, Href: place}}}}
}

// detail puts a part of a chapter on the page of details, and returns the link to it.
func (d *dealer) detail(details *document.Section, g document.Group) string {
	if g.ID == "" {
		g.ID = details.ID + "-" + strconv.Itoa(len(details.Blocks)+1)
	}
	g.Folded, g.Printed = true, true
	details.Blocks = append(details.Blocks, document.Block{Group: &g})
	return "#" + g.ID
}

// close puts a chapter on the main page and its details on one of their own, to which
// the chapter leads.
func (d *dealer) close(chapter *document.Section, details document.Section) {
	if d.left > 0 {
		chapter.Blocks = append(chapter.Blocks, document.Block{Note: d.Many(d.left,
			"{1} more flow has no page, as a report makes {2} at most; tasuki analyze tells of any.",
			"{1} more flows have no page, as a report makes {2} at most; tasuki analyze tells of any.", MostParts)})
		d.left = 0
	}
	if len(details.Blocks) == 0 {
		chapter.Evidence = details.Evidence
	} else {
		chapter.Blocks = append(chapter.Blocks, document.Block{Link: d.listed(details)})
		d.add(chapter.ID+".html", d.Say("{1}: details", chapter.Title), false, details)
	}
	d.pages[0].Sections = append(d.pages[0].Sections, *chapter)
}

// mostListed is how many details a chapter names.
const mostListed = 6

// listed leads to what the details of a chapter hold.
func (d *dealer) listed(details document.Section) document.Phrase {
	var all document.Phrase
	for i, b := range details.Blocks {
		if i == mostListed {
			more := d.Many(len(details.Blocks)-i, "{1} more", "{1} more").String()
			return d.Say("In detail: {1}", append(all, document.Piece{Text: " · "}, document.Piece{Text: more, Href: "#" + details.ID}))
		}
		if i > 0 {
			all = append(all, document.Piece{Text: " · "})
		}
		all = append(all, document.Piece{Text: b.Group.Title.String(), Href: "#" + b.Group.ID})
	}
	return d.Say("In detail: {1}", all)
}

// Level sets the levels of the headings in blocks. What is folded keeps the
// level of what is around it, unless it is a place of its own: only then its
// title is a heading.
func Level(blocks []document.Block, n int) {
	for i, b := range blocks {
		blocks[i].Level = n
		switch {
		case b.Group != nil && b.Group.Folded && b.Group.ID == "":
			Level(b.Group.Blocks, n)
		case b.Group != nil:
			Level(b.Group.Blocks, n+1)
		}
	}
}
