package book

import (
	"image/color"

	"tasuki/render/document"
	"tasuki/render/paint"
	"tasuki/render/typeset"
)

// The measures of a page and the sizes of text, in points.
const (
	left, right = 48.0, 48.0
	top, bottom = 58.0, 52.0

	openingSize = 20.0
	chapterSize = 16.0
	headSize    = 12.0
	minorSize   = 10.5
	bodySize    = 9.5
	noteSize    = 8.5
	cellSize    = 8.5
	tightSize   = 8.0 // of a table that is wide
	leastSize   = 7.5 // of one that would not fit otherwise
	leastDrawn  = 8.0 // of text in figures

	leading = 1.45 // between lines, in ems
	indent  = 12.0
)

var (
	ink   = gray(0x1a)
	soft  = gray(0x55)
	rules = gray(0xb8)
	pale  = gray(0xee)
	leads = color.NRGBA{0x1f, 0x4a, 0x86, 255} // somewhere
)

func gray(n uint8) color.Color { return color.NRGBA{n, n, n, 255} }

// setter makes strips of blocks.
type setter struct {
	Book
	paint.Painter
	paper    paint.Paper
	width    float64 // between the margins
	widths   map[rune]float64
	ids      map[string]bool // of all that is in the book
	folded   int             // tables that are left out
	headings int             // so far
}

func newSetter(b Book, painter paint.Painter, paper paint.Paper) *setter {
	s := &setter{Book: b, Painter: painter, paper: paper, widths: map[rune]float64{}, ids: map[string]bool{}, folded: b.Elsewhere}
	width, _ := paper.Size()
	s.width = width - left - right
	for _, list := range [][]document.Section{b.Brief, b.Chapters} {
		for _, section := range list {
			s.ids[section.ID] = true
			s.know(section.Blocks)
		}
	}
	return s
}

// fullTitle says of what the book is and what it is.
func (s *setter) fullTitle() string { return s.Title + " · " + s.Kind }

// measure returns the width of a line.
func (s *setter) measure(text string, size float64) float64 {
	sum := 0.0
	for _, r := range text {
		sum += s.advance(r)
	}
	return sum * size
}

// advance returns the width of a character in ems.
func (s *setter) advance(r rune) float64 {
	if r == tie {
		r = ' '
	}
	width, ok := s.widths[r]
	if !ok {
		width = s.Font.Width(string(r), 1)
		s.widths[r] = width
	}
	return width
}

// running writes the running title above a page.
func (s *setter) running(l *leaf) {
	chapter := s.Paintable(l.chapter)
	s.atEnd(l, chapter, l.Width-right, top-22, noteSize)
	room := l.Width - left - right - s.measure(chapter, noteSize) - 20
	lines := typeset.WrapBy(s.Paintable(s.Title), room, func(r rune) float64 { return s.advance(r) * noteSize })
	title := lines[0]
	if len(lines) > 1 {
		title += "…"
	}
	l.Words = append(l.Words, paint.Word{Text: title, X: left, Y: top - 22, Size: noteSize, Color: soft})
	l.Panels = append(l.Panels, paint.Panel{X: left, Y: top - 16, W: l.Width - left - right, Line: rules})
}

// atEnd writes a line that ends at a place.
func (s *setter) atEnd(l *leaf, text string, x, y, size float64) {
	l.Words = append(l.Words, paint.Word{Text: text, X: x - s.measure(text, size), Y: y, Size: size, Color: soft})
}
