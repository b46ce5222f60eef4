package paint

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tasuki/graph/spelling"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// StandIns are the characters that a painter paints as others or as boxes with their
// numbers, since its font lacks them.
type StandIns struct{ by map[string]string }

// List returns the characters in the order of their code points, each with what
// is painted for it.
func (s *StandIns) List() []messages.StandIn {
	var list []messages.StandIn
	for meant, by := range s.by {
		list = append(list, messages.StandIn{Meant: meant, By: by})
	}
	slices.SortFunc(list, func(a, b messages.StandIn) int { return cmp.Compare(a.Meant, b.Meant) })
	return list
}

func (s *StandIns) add(meant, by string) {
	if s == nil {
		return
	}
	if s.by == nil {
		s.by = map[string]string{}
	}
	s.by[meant] = by
}

// paintable returns a text as it is painted: letters that are one with their marks, what is
// known to mean the same as a character that the font lacks, or that character, which is
// painted as a box with its number. What is painted otherwise than it is written is collected.
func (p Painter) paintable(text string) string {
	text = typeset.InOrder(text)
	if p.plain(text) {
		return text
	}
	var b strings.Builder
	for rest := []rune(text); len(rest) > 0; {
		n := 1
		for n < len(rest) && unicode.Is(unicode.M, rest[n]) {
			n++
		}
		b.WriteString(p.letter(rest[:n]))
		rest = rest[n:]
	}
	return b.String()
}

// plain reports whether a text is painted as it is written.
func (p Painter) plain(text string) bool {
	for _, r := range text {
		if unicode.Is(unicode.M, r) || r != '\n' && !unseen(r) && !p.Font.has(r) {
			return false
		}
	}
	return true
}

// letter returns what is painted for a character with the marks that follow it.
func (p Painter) letter(letters []rune) string {
	if len(letters) > 1 {
		if one := spelling.Composed(shown(string(letters))); utf8.RuneCountInString(one) == 1 && p.has(one) {
			letters = append([]rune(one), kept(letters)...)
		}
	}
	var b strings.Builder
	for i, r := range letters {
		switch {
		case i > 0 && formOf(letters[0], r):
			p.StandIns.add(string(letters[0])+string(r), b.String())
		case r == '\n' || unseen(r):
			b.WriteRune(r)
		default:
			b.WriteString(p.standIn(r))
		}
	}
	return b.String()
}

// kept returns the marks that choose a form of a character, which do not become one with it.
func kept(letters []rune) (forms []rune) {
	for _, r := range letters[1:] {
		if unseen(r) {
			forms = append(forms, r)
		}
	}
	return forms
}

// formOf reports whether a mark chooses one of several forms of a kanji, of which a font is
// asked for the usual one here.
func formOf(kanji, mark rune) bool {
	return unicode.Is(unicode.Variation_Selector, mark) && unicode.Is(unicode.Han, kanji)
}

// standIn returns what is painted for a character, which mostly is that character.
func (p Painter) standIn(r rune) string {
	if p.Font.has(r) {
		return string(r)
	}
	candidates := []string{spelling.Compatible(r)}
	for _, variant := range typeset.Variants(r) {
		candidates = append(candidates, string(variant))
	}
	if candidates = append(candidates, spacing[r]); unicode.IsSpace(r) {
		candidates = append(candidates, " ")
	}
	for _, by := range candidates {
		if by == "" || by == string(r) || !p.has(by) {
			continue
		}
		if strings.TrimSpace(by) != "" || !unicode.IsSpace(r) { // a space for another is no loss
			p.StandIns.add(string(r), by)
		}
		return by
	}
	p.StandIns.add(string(r), "")
	return string(r)
}

// spacing are the marks of kana as characters of their own.
var spacing = map[rune]string{'\u3099': "゛", '\u309A': "゜"}

// has reports whether the font has every character of a text.
func (p Painter) has(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !p.Font.has(r) })
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
