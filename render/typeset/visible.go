package typeset

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// Visible returns a text for a terminal: what would move its cursor, change its
// state or the order of what it shows stands as an escape, such as \x1b or \u202e.
// Line breaks and tabs stay.
func Visible(s string) string {
	return WithEscapes(s, func(r rune) bool { return Hidden(r) && r != '\n' && r != '\t' })
}

// WithEscapes returns s with the runes that some condition names as escapes.
func WithEscapes(s string, escaped func(rune) bool) string {
	if strings.IndexFunc(s, escaped) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if escaped(r) {
			b.WriteString(strings.Trim(strconv.QuoteToASCII(string(r)), `"`))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// OneLine returns a text that takes one line of a terminal.
func OneLine(s string) string { return WithEscapes(s, Hidden) }

// VisibleJSON returns a JSON text that means the same and holds nothing hidden.
func VisibleJSON(text []byte) []byte {
	if strings.IndexFunc(string(text), Hidden) < 0 {
		return text
	}
	var b []byte
	for _, r := range string(text) {
		switch {
		case !Hidden(r):
			b = append(b, string(r)...)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			b = fmt.Appendf(b, `\u%04x\u%04x`, high, low)
		default:
			b = fmt.Appendf(b, `\u%04x`, r)
		}
	}
	return b
}

// Hidden reports whether a rune is not seen itself but changes how the text around
// it is shown: control characters of both sets, bidirectional and other format
// characters, and separators of lines. The two joiners stay, as scripts and signs
// need them.
func Hidden(r rune) bool {
	const nonJoiner, joiner = '\u200c', '\u200d'
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) && r != nonJoiner && r != joiner
}
