package word

import (
	"slices"
	"strings"
	"unicode"

	"tasuki/graph/spelling"
)

// Alike reports whether two names are one: in another Unicode form or width, or
// nearly spelled the same.
func Alike(a, b string) bool { return Loose(a) == Loose(b) || nearlySpelled(a, b) }

// nearlySpelled reports whether two names are the same but for spaces, hyphens
// and long vowels, or but for two letters that one has more.
func nearlySpelled(a, b string) bool {
	x, y := []rune(Loose(a)), []rune(Loose(b))
	if len(x) < len(y) {
		x, y = y, x
	}
	if len(x)-len(y) > 2 || (len(x) > len(y) && len(y) < 6) {
		return false
	}
	for _, r := range x {
		if len(y) > 0 && r == y[0] {
			y = y[1:]
		} else if !unicode.IsLetter(r) {
			return false
		}
	}
	return len(y) == 0
}

// Loose returns the letters of a name whatever their Unicode form and width.
func Loose(text string) string {
	var b strings.Builder
	for _, r := range spelling.Composed(text) {
		b.WriteString(spelling.Compatible(r))
	}
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("ー・_", r) || unicode.In(r, unicode.Pd, unicode.Cf) {
			return -1
		}
		return r
	}, spelling.Composed(b.String())))
}

// Letters returns the letters of a text alone.
func Letters(text string) []rune {
	return slices.DeleteFunc([]rune(text), func(r rune) bool { return !unicode.IsLetter(r) })
}
