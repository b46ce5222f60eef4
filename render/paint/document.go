package paint

import (
	"fmt"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"tasuki/render/layout"
	"tasuki/render/paint/pen"
)

// PDF paints a picture on pages of paper.
func (p Painter) PDF(w io.Writer, paper Paper, title string, picture layout.Picture) error {
	s := p.noted(func(p Painter) *scene { return p.read(picture, p.paintable) })
	return p.printed(w, paper, title, func(doc *printout) { p.place(doc, s, paper) })
}

// place puts a drawing on pages. Where it takes several, each has its title.
func (p Painter) place(doc *printout, s *scene, paper Paper) {
	pl := s.spread(paper)
	for i := range pl.pages {
		doc.pdf.AddPageFormat("", fpdf.SizeType{Wd: pl.width, Ht: pl.height})
		p.continued(doc, s, pl, i)
		if len(pl.pages) > 1 {
			p.number(doc, pl, p.numbered(p.paintable(s.title), fmt.Sprintf("  %d / %d", i+1, len(pl.pages)), pl.width-2*margin))
		}
	}
}

// hang paints a part of a plan, hung from a height at a distance from the left,
// below the head that all but the first repeat.
func (p Painter) hang(doc *printout, s *scene, pl plan, i int, left, top float64) {
	pg := pl.pages[i]
	if i > 0 && pg.high < s.max.Y {
		if head := s.head(pg); head.high > head.low {
			p.strip(doc, s, pl, head, left, top)
			top -= (head.high - head.low) * pl.scale
		}
	}
	p.strip(doc, s, pl, pg, left, top)
}

// strip paints what is in a page, hung from a height at a distance from the
// left, behind what is repeated at its left.
func (p Painter) strip(doc *printout, s *scene, pl plan, pg page, left, top float64) {
	if stub := s.stub(); pg.left > stub.left && stub.right > stub.left {
		stub.low, stub.high = max(stub.low, pg.low), min(stub.high, pg.high)
		p.part(doc, s, pl, stub, left, top-(pg.high-stub.high)*pl.scale)
		left += (stub.right - stub.left) * pl.scale
	}
	p.part(doc, s, pl, pg, left, top)
}

// part paints what is in a part of the drawing, hung from a place.
func (p Painter) part(doc *printout, s *scene, pl plan, pg page, left, top float64) {
	doc.pdf.ClipRect(left, pl.height-top, (pg.right-pg.left)*pl.scale, (pg.high-pg.low)*pl.scale, false)
	at := pen.Projection{Scale: pl.scale, Left: left - pg.left*pl.scale, Top: pl.height - top + pg.high*pl.scale}
	p.paint(pdfCanvas{at, p.Font, doc}, s.within(pg, p.Font))
	doc.pdf.ClipEnd()
}

// numbered returns a title before the number of a page, and its beginning where both are
// wider than there is room.
func (p Painter) numbered(title, number string, room float64) string {
	if p.Font.Width(title+number, numberSize) <= room {
		return title + number
	}
	letters := []rune(title)
	for len(letters) > 0 && p.Font.Width(string(letters)+"…"+number, numberSize) > room {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…" + number
}

// numberSize is the size of page numbers in points.
const numberSize = 8

// number writes the page number into the lower margin.
func (p Painter) number(doc *printout, pl plan, text string) {
	doc.pdf.SetFont(typeface, "", numberSize)
	doc.pdf.SetTextColor(90, 90, 90)
	doc.write(margin, pl.height-margin+4, text)
}
