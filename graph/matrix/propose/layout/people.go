package layout

import (
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/sign"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/said"
)

// setPeopleAside puts the columns of a aside whose heading asks for a person, and whose
// cells are names or initials as short as marks.
func (p *proposal) setPeopleAside(a *area) {
	for _, column := range matrix.SortedKeys(a.names) {
		if !slices.Contains(a.ignored, column) && word.Person.In(a.names[column]) && p.namesPeople(a, column) {
			a.ignored = append(a.ignored, column)
			a.notes = append(a.notes, said.Notef("columns: %s (%q) names people, and is left out; change \"columns\" and \"ignored\" of the block", p.columns([]int{column}), a.names[column]))
		}
	}
}

// namesPeople reports whether the cells of a column of a are short names: different
// ones, of several letters, most of them no marks.
func (p *proposal) namesPeople(a *area, column int) bool {
	cells, marks, distinct := 0, 0, map[string]bool{}
	for _, row := range a.body {
		text := matrix.Fold(row.Cell(column))
		if p.kind(text) == emptyCell || row.Copied(column) {
			continue
		}
		cells++
		if p.isMark(text) {
			marks++
		} else if len(word.Letters(text)) > 1 {
			distinct[text] = true
		}
	}
	return len(distinct) > 1 && 2*marks < cells
}

// actsAsParty reports whether a column of a, whose heading has a word for something else,
// is a party by what it holds, under a heading that may name one ("Risk management",
// "Level 2").
func (p *proposal) actsAsParty(a *area, column int) bool {
	name := a.names[column]
	return !a.turned && word.MayNameParty(name) && p.hasRoles(a, column, word.MayBeLight(name), word.IsOther(name))
}

func (p *proposal) hasRoles(a *area, column int, light, leads bool) bool {
	var cells []string
	for _, row := range a.body {
		if p.hasMarks(row) && !row.Copied(column) {
			cells = append(cells, row.Own(column))
		}
	}
	return sign.AreRoles(cells, p.table, light, leads)
}

// actAsParties reports whether some columns hold marks as parties have them, whatever
// their headings are about.
func (p *proposal) actAsParties(a *area, columns []int) bool {
	return !slices.ContainsFunc(columns, func(column int) bool { return !p.hasRoles(a, column, true, false) })
}
