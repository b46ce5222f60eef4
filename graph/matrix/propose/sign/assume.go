package sign

import (
	"fmt"
	"slices"
	"strings"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/propose/word"
)

// Assumptions says what the glyphs of a notation were taken to mean, with or without a
// legend.
func Assumptions(g matrix.Glyphs, n cell.Notation, legend bool) []string {
	var means []string
	for _, list := range []struct {
		glyphs []string
		role   string
	}{{g.Lead, "lead"}, {g.Accountable, "accountable"}, {g.Support, "support"}, {g.Informed, "informed"}, {g.Blank, "an empty cell"}} {
		if len(list.glyphs) > 0 {
			means = append(means, word.Quoted(list.glyphs)+" as "+list.role)
		}
	}
	said := []string{fmt.Sprintf(`glyphs: %s; change under "glyphs"`, strings.Join(means, ", "))}
	if g.AccountableLeads {
		said = append(said, fmt.Sprintf(`glyphs: %s leads only where a row has no lead mark; change "accountable_leads" under "glyphs"`, word.Quoted(g.Accountable)))
	}
	about := func(glyph string) bool {
		return slices.Contains(slices.Concat(g.Lead, g.Accountable, g.Support, g.Informed, g.Blank), glyph)
	}
	others := len(g.Accountable) + len(g.Support) + len(g.Informed)
	if others == 0 && !legend && !slices.ContainsFunc(g.Lead, func(glyph string) bool { return !cell.IsSymbol(glyph) }) {
		n.Says, n.For = cell.OneKind, nil
	}
	if n.Says != "" && (len(n.For) == 0 || slices.ContainsFunc(n.For, about)) {
		said = append(said, fmt.Sprintf(`glyphs: %s; change under "glyphs"`, n.Says))
	}
	return said
}
