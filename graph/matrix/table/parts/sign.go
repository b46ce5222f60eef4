package parts

import (
	"strings"
	"unicode/utf8"
)

// signs are the characters of fonts of signs that stand for marks in tables, by their
// codes. In another font the same codes are letters, such as ü for a check mark.
var signs = map[string]map[rune]rune{
	"wingdings":   {0xFC: '✓', 0xFE: '☑', 0xFB: '✗', 0xFD: '☒', 0x6C: '●', 0xA1: '○', 0x6E: '■', 0xA8: '□', 0x6F: '□', 0xAB: '★'},
	"wingdings 2": {0x50: '✓', 0x4F: '✗', 0x52: '☑', 0x51: '☒', 0x98: '●', 0x99: '○'},
	"webdings":    {0x61: '✓', 0x72: '✗', 0x6E: '●', 0x67: '■'},
}

// IsSigns reports whether a font has signs in place of letters.
func IsSigns(font string) bool { return signs[strings.ToLower(font)] != nil }

// private is where Unicode leaves room for the signs of such fonts.
const private = 0xF000

// Sign returns what a character shows in a font of signs. One that is not known becomes
// a sign without a name, so that it is not taken for the letter of its code.
func Sign(font string, code rune) rune {
	if of := signs[strings.ToLower(font)]; of != nil && (code > ' ' && code < 0x100 || code>>8 == private>>8) { // both ways to write it
		if shown, known := of[code&0xFF]; known {
			return shown
		}
		return private | code&0xFF
	}
	return code
}

// SignOnly returns what a text shows in a font of signs that is one character, as
// marks are; another text is returned as it is.
func SignOnly(font, text string) string {
	trimmed := strings.TrimSpace(text)
	if r, size := utf8.DecodeRuneInString(trimmed); size > 0 && size == len(trimmed) && IsSigns(font) {
		return strings.Replace(text, trimmed, string(Sign(font, r)), 1)
	}
	return text
}
