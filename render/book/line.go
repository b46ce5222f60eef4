package book

import (
	"image/color"
	"strings"
	"unicode"

	"tasuki/render/document"
	"tasuki/render/paint"
	"tasuki/render/typeset"
)

// tie is the space between a figure and its percent sign, where no line ends: a
// character that stands for nothing else.
const tie = '\uE000'

// look is how text is set.
type look struct {
	size  float64
	bold  bool
	color color.Color
}

// span is a part of a line that looks alike and leads to one place.
type span struct {
	text string
	bold bool
	to   string
	color.Color
}

// line is a line of text.
type line struct {
	spans []span
	width float64
}

// lines breaks a phrase into lines of a width.
func (s *setter) lines(p document.Phrase, base look, width float64) []line {
	var text strings.Builder
	var of []int // which piece each character is of that is no space
	for i, piece := range p {
		painted := strings.ReplaceAll(s.Paintable(piece.Text), " %", string(tie)+"%")
		text.WriteString(painted)
		for _, r := range painted {
			if !unicode.IsSpace(r) {
				of = append(of, i)
			}
		}
	}
	var lines []line
	n, last := 0, 0
	for _, words := range typeset.WrapBy(text.String(), width+0.01, func(r rune) float64 { return s.advance(r) * base.size }) {
		var l line
		for _, r := range words {
			if !unicode.IsSpace(r) && n < len(of) {
				last = of[n]
				n++
			}
			l.add(r, s.span(p, last, base))
		}
		for i := range l.spans {
			l.spans[i].text = strings.ReplaceAll(l.spans[i].text, string(tie), " ")
		}
		l.width = s.measure(words, base.size)
		lines = append(lines, l)
	}
	return lines
}

// even breaks a phrase into as many lines as [setter.lines] does, of which none is
// much longer than the others, and no word is broken for it.
func (s *setter) even(p document.Phrase, base look, width float64) []line {
	lines := s.lines(p, base, width)
	least := s.longestWord(p) * base.size
	for n := len(lines); n > 1 && 0.95*width >= least; {
		width *= 0.95
		narrower := s.lines(p, base, width)
		if len(narrower) > n {
			break
		}
		lines = narrower
	}
	return lines
}

// add adds a character that looks like a span.
func (l *line) add(r rune, like span) {
	if n := len(l.spans); n > 0 && l.spans[n-1].bold == like.bold && l.spans[n-1].to == like.to && l.spans[n-1].Color == like.Color {
		l.spans[n-1].text += string(r)
		return
	}
	like.text = string(r)
	l.spans = append(l.spans, like)
}

// span returns how a piece of a phrase is set.
func (s *setter) span(p document.Phrase, i int, base look) span {
	as := span{bold: base.bold, Color: base.color}
	if i >= len(p) {
		return as
	}
	switch p[i].Style {
	case document.StrongStyle:
		as.bold = true
	case document.IDStyle, document.EvidenceStyle:
		as.Color = soft
	}
	if to, ok := s.leadsTo(p[i].Href); ok {
		as.to = to
		if as.Color != soft {
			as.Color = leads
		}
	}
	return as
}

// write puts a line on a page, its top at y.
func (s *setter) write(on *leaf, l line, x, y, size float64) {
	base := y + size*(leading+0.7)/2
	for _, sp := range l.spans {
		width := s.measure(sp.text, size)
		on.Words = append(on.Words, paint.Word{Text: sp.text, X: x, Y: base, Size: size, Bold: sp.bold, Color: sp.Color})
		if sp.to != "" {
			on.links = append(on.links, link{x, y, width, size * leading, sp.to})
		}
		x += width
	}
}

// lineStrip is a line as a strip.
func (s *setter) lineStrip(l line, size, x float64) strip {
	return strip{height: size * leading, paint: func(on *leaf, y float64) { s.write(on, l, x, y, size) }}
}

// paragraph sets a phrase, below a space, so far from the left. Its first two
// lines stay together, and its last two.
func (s *setter) paragraph(p document.Phrase, as look, from, before float64) []strip {
	lines := s.lines(p, as, s.width-from)
	var list []strip
	for i, l := range lines {
		st := s.lineStrip(l, as.size, left+from)
		st.keep = i < len(lines)-1 && (i == 0 || i == len(lines)-2)
		list = append(list, st)
	}
	list[0].before = before
	return list
}
