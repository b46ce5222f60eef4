package sign

import (
	"slices"

	"tasuki/graph/matrix/cell"
)

// InAnyNotation returns what tells whether a text is a mark of some notation. Sheets
// repeat themselves, so it remembers.
func InAnyNotation() func(text string) bool {
	all := cell.TableOfAll(cell.Notations())
	var tables []cell.Table
	for _, notation := range cell.Notations() {
		tables = append(tables, notation.Table())
	}
	known := map[string]bool{}
	return func(text string) bool {
		is, seen := known[text]
		if !seen {
			is = all.MayRead(text) && slices.ContainsFunc(tables, func(t cell.Table) bool {
				c, ok := t.Read(text)
				return ok && c.IsMark()
			})
			known[text] = is
		}
		return is
	}
}
