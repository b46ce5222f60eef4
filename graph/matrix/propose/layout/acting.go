package layout

import (
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/propose/word"
)

// actsAsParty reports whether a column of a, whose heading has a word for something else,
// is a party by what it holds, under a heading that may name one ("Risk management",
// "Level 2").
func (p *proposal) actsAsParty(a *area, column int) bool {
	name := a.names[column]
	return !a.turned && word.MayNameParty(name) && p.hasRoles(a, column, word.MayBeLight(name))
}

// hasRoles reports whether a column of a holds marks alone, as a party has them: of the
// lead and of other roles or, in letters, with gaps, of other roles; where it may be one of
// lights, of several and not only red and amber ones. What a status, a class or a frequency
// is written in seldom looks so.
func (p *proposal) hasRoles(a *area, column int, light bool) bool {
	roles, letters, gaps := map[graph.Role]bool{}, false, false
	for _, row := range a.body {
		text := row.Own(column)
		if p.kind(text) == emptyCell || row.Copied(column) {
			gaps = gaps || p.hasMarks(row)
			continue
		}
		c, read := p.table.Read(text)
		if !read || !c.IsMark() {
			return false
		}
		for _, m := range c.Marks {
			roles[m.Role] = true
		}
		letters = letters || slices.ContainsFunc(c.Glyphs, isRoleLetter)
	}
	if roles[graph.Lead] && len(roles) > 1 && (letters || !light) {
		return true
	}
	return gaps && letters && (len(roles) > 1 || !light)
}

// isRoleLetter reports whether a glyph is a letter that is no traffic light, tick or answer.
func isRoleLetter(glyph string) bool {
	return len(glyph) == 1 && 'A' <= glyph[0] && glyph[0] <= 'Z' && !strings.Contains("RAGXVYN", glyph)
}

// actAsParties reports whether some columns hold marks as parties have them, whatever
// their headings are about.
func (p *proposal) actAsParties(a *area, columns []int) bool {
	return !slices.ContainsFunc(columns, func(column int) bool { return !p.hasRoles(a, column, true) })
}
