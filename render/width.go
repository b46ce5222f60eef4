package render

import "unicode"

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
// and combining marks nothing.
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
	case r == 0x3099 || r == 0x309A: // combining marks that some fonts give a room of their own
		return 100
	case joins(r):
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

// broad holds letters and signs that some font draws wider than an em.
var broad = &unicode.RangeTable{R16: []unicode.Range16{
	{0x01C4, 0x01F6, 1}, {0x02A5, 0x02A5, 1}, // digraphs
	{0x0400, 0x052F, 1}, // Cyrillic
	{0x1F00, 0x1FFF, 1}, // Greek with breathings
	{0x2030, 0x2031, 1}, {0x2053, 0x2053, 1}, {0x20A0, 0x20CF, 1}, {0x2103, 0x2103, 1}, {0x2116, 0x2116, 1},
	{0x2160, 0x217F, 1}, // Roman numbers
	{0x222B, 0x2230, 1}, {0x26A3, 0x26AF, 1}, {0x2A00, 0x2A0C, 1},
}}

// joins reports whether r belongs to the character before it: combining marks,
// joiners, variation selectors and other format characters.
func joins(r rune) bool {
	return r != '\u00AD' && unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf)
}
