package paint

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"tasuki/graph"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// lastOfPDF is the last character that a PDF can hold as it is written here: text
// in it is numbered with two bytes per character.
const lastOfPDF = 0xFFFF

// geta is what Japanese printers set for a type that they lack.
const geta = "〓"

// StandIns are the characters that a painter paints as others, since its font
// lacks them or a PDF cannot hold them.
type StandIns struct{ by map[rune]string }

// List returns the characters in the order of their code points, each with what
// is painted for it.
func (s *StandIns) List() []messages.StandIn {
	var list []messages.StandIn
	for r, by := range s.by {
		list = append(list, messages.StandIn{Rune: r, By: by})
	}
	slices.SortFunc(list, func(a, b messages.StandIn) int { return cmp.Compare(a.Rune, b.Rune) })
	return list
}

func (s *StandIns) add(r rune, by string) {
	if s == nil {
		return
	}
	if s.by == nil {
		s.by = map[rune]string{}
	}
	s.by[r] = by
}

// forPNG returns a text as it is painted in a picture.
func (p Painter) forPNG(text string) string { return p.paintable(text, unicode.MaxRune) }

// forPDF returns a text as it is painted in a PDF.
func (p Painter) forPDF(text string) string { return p.paintable(text, lastOfPDF) }

// paintable returns a text whose characters can all be painted, none above last:
// letters that are one with their marks, what is known to mean the same, or a
// sign that a character is missing.
func (p Painter) paintable(text string, last rune) string {
	text = typeset.InOrder(text)
	if p.has(text, last) {
		return text
	}
	var b strings.Builder
	for _, r := range graph.Composed(shown(text)) {
		if by := p.standIn(r, last); by == string(r) {
			b.WriteRune(r)
		} else {
			p.StandIns.add(r, by)
			b.WriteString(by)
		}
	}
	return b.String()
}

// standIn returns what is painted for a character, which mostly is that
// character.
func (p Painter) standIn(r rune, last rune) string {
	for _, by := range []string{string(r), graph.Compatible(r), geta, "?"} {
		if p.has(by, last) {
			return by
		}
	}
	return ""
}

// has reports whether the font has every character of a text, and none is above
// last.
func (p Painter) has(text string, last rune) bool {
	for _, r := range shown(text) {
		if r > last || r != '\n' && !p.Font.has(r) {
			return false
		}
	}
	return true
}

// shown returns a text without the characters that are not seen: those that only
// say how their neighbours look, or where a line may break. A font has no glyph
// for them, or an empty one.
func shown(text string) string {
	return strings.Map(func(r rune) rune {
		if unseen(r) {
			return -1
		}
		return r
	}, text)
}

// unseen reports whether r is a joiner, a variation selector, a space without
// width or another character that text is shown without.
func unseen(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}
