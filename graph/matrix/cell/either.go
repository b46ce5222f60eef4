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

// Alternatives parts a text at the words that set alternatives apart; none without any.
func Alternatives(text string) []string {
	for _, word := range either {
		if at := strings.Index(strings.ToLower(text), word); at > 0 && len(strings.ToLower(text)) == len(text) {
			first, rest := strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+len(word):])
			if more := Alternatives(rest); more != nil {
				return append([]string{first}, more...)
			}
			return []string{first, rest}
		}
	}
	return nil
}
