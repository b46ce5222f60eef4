package matrix

import (
	"strings"
	"unicode"

	"tasuki/graph"
)

// families are the glyphs that people type for one another. A reading that
// lists one of a family means all of them, unless it lists another apart.
// Letters of other alphabets that only look alike, such as a Cyrillic О or a
// Greek Δ, belong to no family: they are reported, not guessed.
var families = []string{"○◯〇⭕◎", "△▲∆"}

// mark is what a glyph means.
type mark struct {
	role  graph.Role // "" for a glyph that fills an empty cell
	glyph string     // as the reading spells it
}

// glyphTable looks cells up.
type glyphTable map[string]mark

// table returns the look-up table of g, or of ○ and △ when g is empty.
func (g Glyphs) table() glyphTable {
	if len(g.Lead)+len(g.Support)+len(g.Informed) == 0 {
		g.Lead, g.Support = []string{"○"}, []string{"△"}
	}
	t := glyphTable{}
	lists := []struct {
		role   graph.Role
		glyphs []string
	}{{graph.Lead, g.Lead}, {graph.Support, g.Support}, {graph.Informed, g.Informed}, {"", g.Blank}}
	for _, list := range lists {
		for _, glyph := range list.glyphs {
			t[foldGlyph(glyph)] = mark{list.role, glyph}
		}
	}
	for _, list := range lists {
		for _, glyph := range list.glyphs {
			t.addFamily(foldGlyph(glyph), mark{list.role, glyph})
		}
	}
	return t
}

func (t glyphTable) addFamily(glyph string, m mark) {
	for _, family := range families {
		if glyph == "" || !strings.Contains(family, glyph) {
			continue
		}
		for _, r := range family {
			if _, listed := t[string(r)]; !listed {
				t[string(r)] = m
			}
		}
	}
}

// read returns what a cell means. A cell may hold several marks, such as A/R:
// the strongest counts, since one organization has one part in a task.
func (t glyphTable) read(cell string) (mark, bool) {
	if m, ok := t[cell]; ok {
		return m, true
	}
	if m, ok := t[foldGlyph(cell)]; ok {
		return m, true
	}
	parts := markParts(cell)
	if len(parts) < 2 {
		return mark{}, false
	}
	best := mark{}
	for _, part := range parts {
		m, ok := t[foldGlyph(part)]
		if !ok {
			return mark{}, false
		}
		if rank(m.role) > rank(best.role) {
			best = m
		}
	}
	return best, true
}

// markParts splits a cell that holds several marks.
func markParts(cell string) []string {
	return strings.FieldsFunc(cell, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("/,、・+&", r) })
}

func rank(r graph.Role) int {
	switch r {
	case graph.Lead:
		return 3
	case graph.Support:
		return 2
	case graph.Informed:
		return 1
	}
	return 0
}

// foldGlyph drops space, case, the width of letters and the selector that asks
// for a coloured picture of a glyph.
func foldGlyph(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		switch {
		case r == '\uFE0F' || r == '\uFE0E' || unicode.IsSpace(r):
			return -1
		case '！' <= r && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, s))
}

// isSymbol reports whether a cell is a lone sign, not a word: what a mark that
// no reading knows looks like.
func isSymbol(cell string) bool {
	n := 0
	for _, r := range cell {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return false
		}
		n++
	}
	return 0 < n && n <= 2
}
