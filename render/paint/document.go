package paint

import (
	"encoding/binary"
	"fmt"
	"io"
	"time"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"tasuki/graph/said"
	"tasuki/render/layout"
	"tasuki/render/typeset"
)

// PDF paints a picture on pages of paper.
func (p Painter) PDF(w io.Writer, paper Paper, title string, picture layout.Picture) error {
	doc := newDocument(p.Font, paper, title)
	p.place(doc, p.read(picture, p.forPDF), paper)
	if err := doc.Output(w); err != nil {
		return said.Errorf("writing a PDF: %w", err)
	}
	return nil
}

// newDocument returns an empty PDF, whose bytes depend on what is put into it
// and on nothing else.
func newDocument(f *Font, paper Paper, title string) *fpdf.Fpdf {
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: paper.width, Ht: paper.height}})
	doc.SetCatalogSort(true)
	always := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	doc.SetCreationDate(always)
	doc.SetModificationDate(always)
	doc.SetTitle(utf16Text(typeset.InOrder(title)), false)
	doc.SetProducer("tasuki", false)
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.AddUTF8FontFromBytes(typeface, "", f.data)
	return doc
}

// utf16Text returns a text as the properties of a PDF hold it. The library would
// do so for characters up to U+FFFF only.
func utf16Text(text string) string {
	b := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(text)) {
		b = binary.BigEndian.AppendUint16(b, unit)
	}
	return string(b)
}

// write writes a line of text in the font and the colour in force.
func write(doc *fpdf.Fpdf, x, y float64, line string) { doc.Text(x, y, shown(line)) }

// place puts a drawing on pages. Where it takes several, each has its title.
func (p Painter) place(doc *fpdf.Fpdf, s *scene, paper Paper) {
	pl := s.spread(paper)
	for i := range pl.pages {
		doc.AddPageFormat("", fpdf.SizeType{Wd: pl.width, Ht: pl.height})
		p.continued(doc, s, pl, i)
		if len(pl.pages) > 1 {
			p.number(doc, pl, p.numbered(p.forPDF(s.title), fmt.Sprintf("  %d / %d", i+1, len(pl.pages)), pl.width-2*margin))
		}
	}
}

// hang paints a part of a plan, hung from a height at a distance from the left,
// below the head that all but the first repeat.
func (p Painter) hang(doc *fpdf.Fpdf, s *scene, pl plan, i int, left, top float64) {
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
func (p Painter) strip(doc *fpdf.Fpdf, s *scene, pl plan, pg page, left, top float64) {
	if stub := s.stub(); pg.left > stub.left && stub.right > stub.left {
		stub.low, stub.high = max(stub.low, pg.low), min(stub.high, pg.high)
		p.part(doc, s, pl, stub, left, top-(pg.high-stub.high)*pl.scale)
		left += (stub.right - stub.left) * pl.scale
	}
	p.part(doc, s, pl, pg, left, top)
}

// part paints what is in a part of the drawing, hung from a place.
func (p Painter) part(doc *fpdf.Fpdf, s *scene, pl plan, pg page, left, top float64) {
	doc.ClipRect(left, pl.height-top, (pg.right-pg.left)*pl.scale, (pg.high-pg.low)*pl.scale, false)
	at := projection{pl.scale, left - pg.left*pl.scale, pl.height - top + pg.high*pl.scale}
	p.paint(pdfCanvas{at, p.Font, doc}, s.within(pg, p.Font))
	doc.ClipEnd()
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
func (p Painter) number(doc *fpdf.Fpdf, pl plan, text string) {
	doc.SetFont(typeface, "", numberSize)
	doc.SetTextColor(90, 90, 90)
	write(doc, margin, pl.height-margin+4, text)
}
