package word

import (
	"slices"
	"strings"
	"unicode"

	"tasuki/graph/matrix"
)

// MayNameParty reports whether a heading in Latin letters that is about something else by
// one of its words has another besides, or one that names departments too.
func MayNameParty(heading string) bool {
	about := slices.Concat(Status.list().english, Other.list().english,
		[]string{"detail", "count", "total", "subtotal", "sum", "number", "of", "the", "and", "in", "per", "is", "to", "overall", "current"})
	departments := []string{"risk", "state"}
	words := strings.FieldsFunc(strings.ToLower(matrix.Fold(heading)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool {
		return strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
	}) && (len(words) == 1 && slices.Contains(departments, words[0]) || slices.ContainsFunc(words, func(word string) bool {
		return !slices.Contains(about, word) && !slices.Contains(about, strings.TrimSuffix(word, "s"))
	}))
}

// MayBeLight reports whether a heading may stand over letters of traffic lights.
func MayBeLight(heading string) bool {
	lights := list{english: []string{"status", "state", "rag", "progress", "rating", "health", "priority", "risk", "light"}}
	return lights.in(heading) && !strings.Contains(strings.ToLower(heading), "management")
}

// Beside reports whether a heading is about something of a task beside its name.
func Beside(heading string) bool {
	return Status.In(heading) || Person.In(heading) || Attribute.In(heading)
}

// IsOther reports whether a heading is about something else than a party.
func IsOther(heading string) bool { return Other.In(heading) && !Party.In(heading) }
