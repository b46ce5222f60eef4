package typeset

import (
	"unicode"
	"unicode/utf8"
)

// Abs returns the amount of a number without its sign.
func Abs(n int) int { return max(n, -n) }

// asciiWidth holds the widths of the characters from U+0020 to U+007E in
// hundredths of an em: the widest among DejaVu Sans, Liberation Sans (which has
// the measures of Arial) and Noto Sans CJK, regular and bold, and M+ 1p, rounded
// up.
var asciiWidth = [...]uint8{
	32, 41, 58, 84, 64, 97, 78, 33, 39, 39, 53, 84, 33, 46, 33, 51, // space to /
	64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 37, 39, 84, 84, 84, 62, // 0 to ?
	102, 70, 69, 73, 77, 67, 62, 78, 76, 33, 57, 69, 59, 87, 75, 80, // @ to O
	67, 79, 73, 67, 66, 75, 70, 99, 69, 67, 69, 47, 51, 47, 84, 59, // P to _
	63, 62, 65, 55, 65, 62, 53, 64, 64, 31, 35, 61, 32, 98, 65, 63, // ` to o
	65, 65, 46, 53, 52, 64, 60, 87, 60, 60, 55, 64, 35, 64, 84, // p to ~
}

// Width returns an upper estimate of the width of one line of text in ems: the
// sum of its characters. A full-width character is 1 em, and so is every
// character that is not ASCII and not known to be narrower, those of ambiguous
// East Asian width among them; emoji are 1.4 em, some letters and signs 1.45,
// and combining marks without a room of their own nothing.
func Width(s string) float64 {
	hundredths := 0
	for _, r := range s {
		hundredths += runeWidth(r)
	}
	return float64(hundredths) / 100
}

func runeWidth(r rune) int {
	switch {
	case ' ' <= r && r <= '~':
		return int(asciiWidth[r-' '])
	case r == 0xA0:
		return int(asciiWidth[0])
	case r == 0x3099 || r == 0x309A: // combining marks that some fonts give a room of their own
		return 100
	case Turns(r):
		return 2*100 + 5*int(asciiWidth['0'-' ']) + int(asciiWidth['U'-' ']) + int(asciiWidth['+'-' ']) // as TurnSign writes it
	case Weightless(r):
		return 0
	case r >= 0x1F000 && r < 0x20000: // emoji and pictographs
		return 140
	case r >= 0xFF61 && r <= 0xFF9F: // half-width katakana
		return 60
	case unicode.Is(broad, r):
		return 145
	}
	return 100
}

// Weightless reports whether r takes no room of its own.
func Weightless(r rune) bool {
	return r != '\u00AD' && unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf)
}

// broad holds letters and signs that some font draws wider than an em.
var broad = &unicode.RangeTable{R16: []unicode.Range16{
	{0x01C4, 0x01F6, 1}, {0x02A5, 0x02A5, 1}, // digraphs
	{0x0400, 0x052F, 1}, // Cyrillic
	{0x1F00, 0x1FFF, 1}, // Greek with breathings
	{0x2030, 0x2031, 1}, {0x2053, 0x2053, 1}, {0x20A0, 0x20CF, 1}, {0x2103, 0x2103, 1}, {0x2116, 0x2116, 1},
	{0x2160, 0x217F, 1}, // Roman numbers
	{0x222B, 0x2230, 1}, {0x26A3, 0x26AF, 1}, {0x2A00, 0x2A0C, 1},
}}

// joins reports whether r belongs to the character before it: marks, joiners,
// variation selectors and other format characters, colours of skin, half-width
// voiced marks, and letters of Hangul that follow the first of a syllable.
func joins(r rune) bool {
	return r != '\u00AD' && unicode.In(r, unicode.M, unicode.Cf, joining)
}

var joining = &unicode.RangeTable{
	R16: []unicode.Range16{{0x1160, 0x11FF, 1}, {0xD7B0, 0xD7FB, 1}, {0xFF9E, 0xFF9F, 1}},
	R32: []unicode.Range32{{0x1F3FB, 0x1F3FF, 1}},
}

// standsOn reports whether r makes one character of a space before it.
func standsOn(r rune) bool { return unicode.Is(unicode.M, r) || r == '\u200C' || r == '\u200D' }

// withinCharacter reports whether byte at of text is inside of what readers take
// for one character.
func withinCharacter(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return at > 0 && (joins(after) || before == '\u200D' || isRegion(after) && isRegion(before) && regions(text[:at])%2 == 1)
}

// mostRegions is how far back flags are told apart, lest a text of nothing else
// takes time in proportion to its square.
const mostRegions = 256

// regions counts the regional indicators at the end of text: two make a flag.
func regions(text string) int {
	n := 0
	for n < mostRegions {
		r, size := utf8.DecodeLastRuneInString(text)
		if !isRegion(r) {
			break
		}
		n++
		text = text[:len(text)-size]
	}
	return n
}

func isRegion(r rune) bool { return 0x1F1E6 <= r && r <= 0x1F1FF }
