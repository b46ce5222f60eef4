package word

import (
	"slices"
	"strings"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/cell"
)

// Names returns the parties that cells name, in the order in which they do. A text
// with slashes or ampersands is one name when it stands in several cells and none of
// its parts stands alone; one with a middle dot, when none of its parts does. One that leaves open which of two
// parties it means names neither anew.
func Names(cells []string) []string {
	alone, whole := map[string]bool{}, map[string]int{}
	never := func(string) bool { return false }
	for _, cell := range cells {
		for _, name := range matrix.PartyNames(cell, never, func(part string, _ []string) bool { whole[part]++; return false }) {
			alone[name] = true
		}
	}
	splits := func(part string, names []string) bool {
		known := slices.ContainsFunc(names, func(name string) bool { return alone[name] })
		return known || whole[part] == 1 && !strings.Contains(part, "・")
	}
	var list []string
	listed := map[string]bool{}
	for _, text := range cells {
		for _, name := range matrix.PartyNames(text, never, splits) {
			others := cell.Alternatives(name)
			open := len(others) > 0 && !slices.ContainsFunc(others, func(other string) bool { return !alone[other] })
			if !listed[name] && !open {
				listed[name] = true
				list = append(list, name)
			}
		}
	}
	return list
}

// Headline is the text of a heading up to where it begins to explain itself.
func Headline(text string) string {
	text = matrix.Fold(text)
	for _, dash := range []string{" - ", " – ", " — "} {
		if before, _, found := strings.Cut(text, dash); found && len([]rune(text)) > 40 {
			return strings.TrimSpace(before)
		}
	}
	return text
}

// AreNumbers reports whether all of some texts are numbers.
func AreNumbers(texts []string) bool {
	return !slices.ContainsFunc(texts, func(text string) bool { return strings.Trim(text, "0123456789０１２３４５６７８９.-") != "" })
}

// With returns a list with a text among it.
func With(list []string, text string) []string {
	if slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}
