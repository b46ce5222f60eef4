package paint

import (
	"fmt"
	"io"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"tasuki/render/document"
	"tasuki/render/layout"
)

// Part is a part of a document: a sheet of text, cards, or a picture.
type Part struct {
	Sheet   *document.Sheet
	Cards   *document.Deck // in place of a sheet
	Picture layout.Picture // in place of a sheet
	Whole   bool           // the picture stands on one page, in columns where that is larger, if it can be read there
	Foot    string         // stands at the foot of each of its pages
}

// Document paints parts one after the other, each on pages of its own, which
// are numbered. A whole drawing whose text would be too small to read stands on as many
// pages as it needs. Equal parts give equal bytes.
func (p Painter) Document(w io.Writer, paper Paper, title string, parts ...Part) error {
	// How many pages there are is known when all have been laid out once.
	var feet []string
	return p.printed(w, paper, title, func(doc *printout) {
		all := press{Painter: p, doc: doc, paper: paper}
		if known := feet; known != nil {
			doc.pdf.SetFooterFunc(func() {
				n := doc.pdf.PageNo()
				all.foot(known[n-1], fmt.Sprintf("%d / %d", n, len(known)))
			})
		}
		all.all(parts)
		feet = all.feet
		doc.use("0123456789 /" + strings.Join(feet, ""))
	})
}

// press puts parts on the pages of a document.
type press struct {
	Painter
	doc   *printout
	paper Paper
	feet  []string // of the pages so far
}

func (p *press) all(parts []Part) {
	for _, part := range parts {
		p.add(part)
		for len(p.feet) < p.doc.pdf.PageCount() {
			p.feet = append(p.feet, p.paintable(part.Foot))
		}
	}
}

func (p *press) add(part Part) {
	if part.Sheet != nil {
		p.sheet(*part.Sheet)
		return
	}
	if part.Cards != nil {
		p.cards(*part.Cards)
		return
	}
	s := p.read(part.Picture, p.paintable)
	if !part.Whole || !p.whole(s) {
		p.place(p.doc, s, p.paper)
	}
}

// foot writes a line and the page number at the foot of a page, at its right.
func (p *press) foot(text, number string) {
	if text != "" {
		number = text + "   " + number
	}
	width, height := p.doc.pdf.GetPageSize()
	p.doc.pdf.SetFont(typeface, "", numberSize)
	p.doc.pdf.SetTextColor(60, 60, 60)
	p.doc.write(width-margin-p.Font.Width(number, numberSize), height-margin+4, number)
}

// mostColumns is how many columns a drawing on one page may be cut into.
const mostColumns = 4

// gutter stands between them.
const gutter = 12.0

// whole puts a drawing on one page, upright or turned, in as many columns as
// make it the largest. It is cut where no box is cut. Where its text would be too small
// to read it puts nothing, and returns false.
func (p *press) whole(s *scene) bool {
	best, across := plan{}, 0
	for _, size := range [][2]float64{{p.paper.width, p.paper.height}, {p.paper.height, p.paper.width}} {
		for n := 1; n <= mostColumns; n++ {
			if pl := s.columns(size[0], size[1], n); pl.scale > best.scale {
				best, across = pl, n
			}
		}
	}
	if best.scale < smallest {
		return false
	}
	p.doc.pdf.AddPageFormat("", fpdf.SizeType{Wd: best.width, Ht: best.height})
	room := (best.width - 2*margin + gutter) / float64(across)
	for i := range best.pages {
		p.hang(p.doc, s, best, i, margin+float64(i)*room, best.height-margin)
	}
	return true
}

// columns fits a drawing into n columns of a page, at the largest scale in steps
// of a hundredth at which it fits; the scale is 0 when there is none.
func (s *scene) columns(width, height float64, n int) plan {
	w := (width-2*margin+gutter)/float64(n) - gutter
	h := height - 2*margin - footer
	left, right := s.min.X, s.max.X
	for percent := 100; percent > 0; percent-- {
		scale := float64(percent) / 100
		if (right-left)*scale > w {
			continue
		}
		if pages := s.rows(left, right, h/scale); len(pages) <= n {
			return plan{width, height, scale, pages}
		}
	}
	return plan{}
}
