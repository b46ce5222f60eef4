package paint

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// lastOfPDF is the last character that a PDF can hold as it is written here: text
// in it is numbered with two bytes per character.
const lastOfPDF = 0xFFFF

// mostNamed is how many characters an error names.
const mostNamed = 10

// check fails when the font lacks a character of a text.
func (p Painter) check(text string) error {
	missing := p.Font.Missing(strings.ReplaceAll(text, "\n", ""))
	if len(missing) == 0 {
		return nil
	}
	return fmt.Errorf("the font has no glyph for %s; name another font with --font", named(missing))
}

// checkPDF fails when the font lacks a character of a text, or a PDF cannot hold
// one whatever the font.
func (p Painter) checkPDF(text string) error {
	var high []rune
	within := strings.Map(func(r rune) rune {
		if r > lastOfPDF {
			high = append(high, r)
			return -1
		}
		return r
	}, shown(text))
	if len(high) == 0 {
		return p.check(text)
	}
	slices.Sort(high)
	return errors.Join(
		fmt.Errorf("a PDF cannot hold %s, nor any other character above U+FFFF; draw to .svg or .png instead, or write the text with other characters", named(slices.Compact(high))),
		p.check(within),
	)
}

// named names the first of some characters, and says how many more there are.
func named(runes []rune) string {
	var names []string
	for _, r := range runes[:min(len(runes), mostNamed)] {
		names = append(names, fmt.Sprintf("%q (%U)", r, r))
	}
	all := strings.Join(names, ", ")
	if more := len(runes) - len(names); more > 0 {
		all += fmt.Sprintf(" and %d more", more)
	}
	return all
}

// shown returns a text without the characters that only say how the one before
// looks: a font has no glyph for them, or an empty one.
func shown(text string) string {
	return strings.Map(func(r rune) rune {
		if unseen(r) {
			return -1
		}
		return r
	}, text)
}

// unseen reports whether r is a joiner, a non-joiner or a variation selector.
func unseen(r rune) bool {
	return r == '\u200C' || r == '\u200D' || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF
}
