package render

import "unicode"

// asciiWidth holds the widths of the characters from U+0020 to U+007E in
// hundredths of an em: the widest among DejaVu Sans, Liberation Sans (which has
// the measures of Arial) and Noto Sans CJK, regular and bold, rounded up.
var asciiWidth = [...]uint8{
	32, 41, 58, 84, 64, 97, 78, 33, 39, 39, 51, 84, 33, 37, 33, 40, // space to /
	64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56, // 0 to ?
	102, 69, 69, 73, 77, 67, 62, 78, 76, 33, 57, 69, 58, 87, 75, 79, // @ to O
	67, 79, 73, 67, 63, 75, 69, 99, 69, 67, 69, 39, 40, 39, 84, 57, // P to _
	63, 62, 65, 55, 65, 62, 38, 64, 64, 31, 31, 61, 32, 98, 65, 63, // ` to o
	65, 65, 44, 53, 43, 64, 60, 87, 60, 60, 53, 64, 34, 64, 84, // p to ~
}

// Width returns an upper estimate of the width of one line of text in ems: the
// sum of its characters. A full-width character is 1 em, and so is every
// character that is not ASCII and not known to be narrower, those of ambiguous
// East Asian width among them; emoji are 1.4 em and combining marks nothing.
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
	case joins(r):
		return 0
	case r >= 0x1F000 && r < 0x20000: // emoji and pictographs
		return 140
	case r >= 0xFF61 && r <= 0xFF9F: // half-width katakana
		return 60
	}
	return 100
}

// joins reports whether r belongs to the character before it: combining marks,
// joiners, variation selectors and other format characters.
func joins(r rune) bool {
	return r != '\u00AD' && unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf)
}
