package sign

import (
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/cell"
)

// AreRoles reports whether the cells of a column are marks alone, as a party has them: of
// the lead and of other roles or, in letters, with gaps, of other roles; where it may be one
// of lights, of several and not only red and amber ones; where it must lead, with the
// lead among them. What a status, a class or a frequency is written in seldom looks so.
func AreRoles(cells []string, table cell.Table, light, leads bool) bool {
	roles, letters, gaps := map[graph.Role]bool{}, false, false
	for _, text := range cells {
		c, read := table.Read(text)
		switch {
		case !read:
			return false
		case !c.IsMark():
			gaps = true
		}
		for _, m := range c.Marks {
			roles[m.Role] = true
		}
		letters = letters || slices.ContainsFunc(c.Glyphs, isRoleLetter)
	}
	if roles[graph.Lead] && len(roles) > 1 && (letters || !light) {
		return true
	}
	return !leads && gaps && letters && (len(roles) > 1 || !light)
}

// isRoleLetter reports whether a glyph is a letter that is no traffic light, tick or answer.
func isRoleLetter(glyph string) bool {
	return len(glyph) == 1 && 'A' <= glyph[0] && glyph[0] <= 'Z' && !strings.Contains("RAGXVYN", glyph)
}
