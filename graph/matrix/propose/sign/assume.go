package sign

import (
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/said"
)

// Assumptions says what the glyphs of a notation were taken to mean, with or without a
// legend.
func Assumptions(g matrix.Glyphs, n cell.Notation, legend bool) []said.Note {
	var means []said.Note
	for _, list := range []struct {
		glyphs []string
		role   said.Word
	}{{g.Lead, "lead"}, {g.Accountable, "accountable"}, {g.Support, "support"}, {g.Informed, "informed"}, {g.Blank, said.Word("an empty cell")}} {
		if len(list.glyphs) > 0 {
			means = append(means, said.Notef("%s as %s", word.Quoted(list.glyphs), list.role))
		}
	}
	notes := []said.Note{said.Notef(`glyphs: %s; change under "glyphs"`, said.Join(", ", means))}
	if g.AccountableLeads {
		notes = append(notes, said.Notef(`glyphs: %s leads only where a row has no lead mark; change "accountable_leads" under "glyphs"`, word.Quoted(g.Accountable)))
	}
	about := func(glyph string) bool {
		return slices.Contains(slices.Concat(g.Lead, g.Accountable, g.Support, g.Informed, g.Blank), glyph)
	}
	others := len(g.Accountable) + len(g.Support) + len(g.Informed)
	if others == 0 && !legend && !slices.ContainsFunc(g.Lead, func(glyph string) bool { return !cell.IsSymbol(glyph) }) {
		n.Says, n.For = cell.OneKind, nil
	}
	if n.Says != "" && (len(n.For) == 0 || slices.ContainsFunc(n.For, about)) {
		notes = append(notes, said.Notef(`glyphs: %s; change under "glyphs"`, said.Word(n.Says)))
	}
	return notes
}
