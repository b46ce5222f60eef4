package evaluation

import (
	"strings"
	"unicode"
)

// folded returns a text with full-width letters, figures and signs as their narrow ones,
// every dash between figures as a hyphen, and single spaces.
func folded(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u2010' || r == '\u2011' || r == '\u2012' || r == '\u2013' || r == '\u2212':
			return '-'
		case r == '〜' || r == '～':
			return '~'
		}
		return r
	}, s)
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' }), " ")
}

// oneLine returns a text whose line breaks and other control characters are spaces, without
// the apostrophe that keeps a spreadsheet from taking it for a formula.
func oneLine(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != '\u3000' && r != ' ' || unicode.IsControl(r) }), " ")
	s = strings.TrimSpace(s)
	if len(s) > 1 && s[0] == '\'' && strings.ContainsRune("=+-@'", rune(s[1])) {
		return s[1:]
	}
	return s
}

// handoffKey returns what is compared of the label of a handoff: whatever spaces stand
// around its arrow, and however the arrow is written.
func handoffKey(s string) string {
	s = folded(oneLine(s))
	for _, arrow := range []string{"->", "=>", "⇒", "➔", "➡"} {
		s = strings.ReplaceAll(s, arrow, "→")
	}
	parts := strings.Split(s, "→")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.Join(parts, "→")
}
