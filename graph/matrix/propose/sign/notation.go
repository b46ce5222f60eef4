package sign

import (
	"slices"

	"tasuki/graph/matrix/cell"
)

// InAnyNotation returns what tells whether a text is a mark of some notation. Sheets
// repeat themselves, so it remembers.
func InAnyNotation() func(text string) bool {
	notations := slices.DeleteFunc(cell.Notations(), func(n cell.Notation) bool { return n.Pure })
	var tables []cell.Table
	for _, notation := range notations {
		tables = append(tables, notation.Table())
	}
	known := map[string]bool{}
	return func(text string) bool {
		is, seen := known[text]
		if !seen {
			is = ofAll().MayRead(text) && slices.ContainsFunc(tables, func(t cell.Table) bool {
				c, ok := t.Read(text)
				return ok && c.IsMark()
			})
			known[text] = is
		}
		return is
	}
}
