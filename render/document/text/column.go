package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tasuki/render/typeset"
)

// wrapColumns breaks a text into lines of at most limit columns, where [typeset.Wrap]
// would break it too. What cannot be broken stands out.
func wrapColumns(text string, limit int) []string {
	if ColumnsOf(text) <= limit {
		return []string{text}
	}
	var lines []string
	for text = typeset.Spaced(text); ColumnsOf(text) > limit; {
		at, width := 0, 0
		for i, r := range text {
			if width > limit && at > 0 {
				break
			}
			if i > 0 && (width <= limit || at == 0) && typeset.Breakable(text, i) {
				at = i
			}
			width += columnsOfRune(r)
		}
		if at == 0 {
			break
		}
		lines = append(lines, strings.TrimRight(text[:at], " "))
		text = strings.TrimLeft(text[at:], " ")
	}
	return append(lines, text)
}

// ColumnsOf returns how many columns of a terminal a text takes.
func ColumnsOf(s string) int {
	n := 0
	for _, r := range s {
		n += columnsOfRune(r)
	}
	return n
}

func columnsOfRune(r rune) int {
	switch {
	case r < utf8.RuneSelf:
		return 1
	case typeset.Turns(r):
		return ColumnsOf(typeset.TurnSign(r))
	case typeset.Weightless(r):
		return 0
	case r >= 0xFF61 && r <= 0xFFDC: // half-width forms
		return 1
	case r >= 0x1F000 && r < 0x40000, r >= 0xFF01 && r <= 0xFFE6, r >= 0x3000 && r <= 0x30FF,
		unicode.In(r, unicode.Han, unicode.Hangul):
		return 2
	}
	return 1
}
