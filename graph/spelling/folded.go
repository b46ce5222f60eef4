package spelling

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Folded returns what spellings of one text have in common: without case, the width
// and composition of letters, the kind of a dash, what is not seen, and how much white
// space stands where there is any.
func Folded(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '−' || unicode.Is(unicode.Pd, r):
			return '-'
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Variation_Selector):
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
	return strings.Join(strings.Fields(s), " ")
}
