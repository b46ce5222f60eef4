package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tasuki/graph/spelling"
)

// Fold drops what makes no difference to a sign: space, case, width, the ring
// around a letter, characters that show nothing, and the selector that asks for
// a coloured picture.
func Fold(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, Tidy(s)))
}

// foldRune adds the next character of a tidy text to what was folded of it.
func foldRune(folded []byte, r rune) []byte {
	if unicode.IsSpace(r) {
		return folded
	}
	return utf8.AppendRune(folded, unicode.ToLower(r))
}

// Tidy returns a text in the plain forms of its characters, without those that
// show nothing, each run of white space one space. Line breaks stay, since they
// set marks apart.
func Tidy(s string) string {
	if isPlain(s) || isTidy(s) {
		return s
	}
	return tidied(s)
}

func tidied(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case isInvisible(r):
		case 0x1F150 <= r && r <= 0x1F169: // white letters in black circles
			b.WriteRune(r - 0x1F150 + 'A')
		case 0x1F170 <= r && r <= 0x1F189: // and in black squares
			b.WriteRune(r - 0x1F170 + 'A')
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			b.WriteByte('\n')
		case r < 0x80 || 0x2150 <= r && r <= 0x218F: // a Roman numeral is no letter
			b.WriteRune(r)
		default:
			for _, plain := range spelling.Compatible(r) { // an exponent among them has one of its own
				b.WriteString(spelling.Compatible(plain))
			}
		}
	}
	lines := strings.Split(b.String(), "\n")
	kept := lines[:0]
	for _, line := range lines {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			kept = append(kept, line)
		}
	}
	return spelling.Composed(strings.Join(kept, "\n"))
}

// isPlain reports whether a text is tidy as it stands: printed ASCII without
// space in it.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] >= 0x7F {
			return false
		}
	}
	return true
}

// isTidy reports that a text is tidy as it stands, as most Japanese is: in the
// compatibility form, without space or anything else that is rewritten. A tidy text may
// be none, to this function.
func isTidy(s string) bool {
	for _, r := range s {
		switch {
		case r <= ' ', r == 0x7F, r == utf8.RuneError, unicode.IsSpace(r), isInvisible(r),
			0x1F150 <= r && r <= 0x1F189, 0x2150 <= r && r <= 0x218F:
			return false
		}
	}
	return spelling.IsCompatible(s)
}

// isInvisible reports whether a character shows nothing by itself: marks of
// order and width, joiners, soft hyphens and the selectors of variants.
func isInvisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || r == '\u034F'
}

// IsSymbol reports whether a cell is a lone sign, not a word: what a mark that
// no reading knows looks like.
func IsSymbol(cell string) bool {
	if strings.ContainsFunc(cell, unicode.IsLetter) || len(cell) > longestSign {
		return false
	}
	n := 0
	for _, r := range Fold(cell) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return false
		}
		n++
	}
	return 0 < n && n <= 2
}

// longestSign is more bytes than a sign has, with what shows nothing around it.
const longestSign = 64
