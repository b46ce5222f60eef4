package sign

import (
	"slices"

	"tasuki/graph/matrix/cell"
)

// InAnyNotation returns what tells whether a text is a mark of some notation.
func InAnyNotation() func(text string) bool {
	var tables []cell.Table
	for _, notation := range cell.Notations() {
		tables = append(tables, notation.Table())
	}
	return func(text string) bool {
		return slices.ContainsFunc(tables, func(t cell.Table) bool {
			c, ok := t.Read(text)
			return ok && c.IsMark()
		})
	}
}
