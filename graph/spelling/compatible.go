// Package spelling says how texts are spelled: what spellings of one text have in common, and
// the forms that Unicode gives them.
package spelling

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Compatible returns how Unicode's compatibility form writes a character: ㈱ as
// (株). The exponents of squared units stay exponents: ㎡ is m², not m2.
func Compatible(c rune) string {
	text := norm.NFKC.String(string(c))
	if 0x3371 <= c && c <= 0x33DF {
		text = exponents.Replace(text)
	}
	return text
}

// IsCompatible reports whether a text is in Unicode's compatibility form, and composed,
// as it stands.
func IsCompatible(text string) bool { return norm.NFKC.IsNormalString(text) }

var exponents = strings.NewReplacer("2", "²", "3", "³")

// Composed returns a text whose letters have become one with the marks on them
// where Unicode knows the two as one character.
func Composed(text string) string { return norm.NFC.String(text) }

// CompatibleUnit returns how Unicode's compatibility form writes the letter, with the marks
// on it, with which a text begins, and how many bytes of the text it takes.
func CompatibleUnit(text string) (form string, size int) {
	size = norm.NFKC.NextBoundaryInString(text, true)
	return norm.NFKC.String(text[:size]), size
}
