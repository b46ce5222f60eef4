package cell

import (
	"slices"
	"strings"
)

// either are the words between marks of which one holds.
var either = []string{" or ", " oder ", " ou ", " of ", " o ", "または", "又は", "もしくは", "若しくは", "あるいは", "或いは", "か"}

// Either returns the marks of a cell that leaves open which of them holds, such as
// "A or R"; none unless they mean different roles.
func (t Table) Either(text string) []Mark {
	if len(text) > Longest || !t.MayRead(text) {
		return nil
	}
	var marks []Mark
	for _, piece := range Alternatives(Tidy(text)) {
		c, ok := t.Read(piece)
		if !ok || !c.IsMark() {
			return nil
		}
		marks = append(marks, c.Marks...)
	}
	if !slices.ContainsFunc(marks, func(m Mark) bool { return m.Role != marks[0].Role }) {
		return nil
	}
	return marks
}

// Alternatives parts a text of at most [Longest] bytes at the words that set
// alternatives apart, the first one first; none without any.
func Alternatives(text string) []string {
	lower := strings.ToLower(text)
	if len(text) > Longest || len(lower) != len(text) {
		return nil
	}
	var list []string
	for {
		at, found := len(text), ""
		for _, word := range either {
			if i := strings.Index(lower, word); i > 0 && i < at {
				at, found = i, word
			}
		}
		switch {
		case found != "":
			list = append(list, strings.TrimSpace(text[:at]))
		case list == nil:
			return nil
		default:
			return append(list, strings.TrimSpace(text))
		}
		text, lower = text[at+len(found):], lower[at+len(found):]
	}
}
