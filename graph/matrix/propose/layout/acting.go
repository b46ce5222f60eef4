package layout

import (
	"slices"

	"tasuki/graph/matrix/propose/sign"
	"tasuki/graph/matrix/propose/word"
)

// actsAsParty reports whether a column of a, whose heading has a word for something else,
// is a party by what it holds, under a heading that may name one ("Risk management",
// "Level 2").
func (p *proposal) actsAsParty(a *area, column int) bool {
	name := a.names[column]
	return !a.turned && word.MayNameParty(name) && p.hasRoles(a, column, word.MayBeLight(name))
}

func (p *proposal) hasRoles(a *area, column int, light bool) bool {
	var cells []string
	for _, row := range a.body {
		if p.hasMarks(row) && !row.Copied(column) {
			cells = append(cells, row.Own(column))
		}
	}
	return sign.AreRoles(cells, p.table, light)
}

// actAsParties reports whether some columns hold marks as parties have them, whatever
// their headings are about.
func (p *proposal) actAsParties(a *area, columns []int) bool {
	return !slices.ContainsFunc(columns, func(column int) bool { return !p.hasRoles(a, column, true) })
}
