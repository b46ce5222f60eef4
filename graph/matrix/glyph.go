package matrix

import (
	"cmp"
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
	Role  graph.Role // "" for a glyph that fills an empty cell
	Glyph string     // as the reading spells it

	// Accountable is the glyph by which a cell with several says that the
	// organization answers for the task besides its role; "" when none does.
	Accountable string
}

// GlyphTable looks cells up.
type GlyphTable map[string]mark

// Table returns the look-up table of g, or of ○ and △ when g is empty.
func (g Glyphs) Table() GlyphTable {
	if len(g.Lead)+len(g.Accountable)+len(g.Support)+len(g.Informed) == 0 {
		g.Lead, g.Support = []string{"○"}, []string{"△"}
	}
	t := GlyphTable{}
	lists := []struct {
		role   graph.Role
		glyphs []string
	}{{graph.Lead, g.Lead}, {graph.Accountable, g.Accountable}, {graph.Support, g.Support}, {graph.Informed, g.Informed}, {"", g.Blank}}
	for _, list := range lists {
		for _, glyph := range list.glyphs {
			t[FoldGlyph(glyph)] = mark{Role: list.role, Glyph: glyph}
		}
	}
	for _, list := range lists {
		for _, glyph := range list.glyphs {
			t.addFamily(FoldGlyph(glyph), mark{Role: list.role, Glyph: glyph})
		}
	}
	return t
}

func (t GlyphTable) addFamily(glyph string, m mark) {
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

// Read returns what a cell means. A cell may hold several marks, such as A/R. Of
// lead, support and informed the strongest counts, since one organization has one
// part in a task; that it is accountable counts besides.
func (t GlyphTable) Read(cell string) (mark, bool) {
	if m, ok := t[cell]; ok {
		return m, true
	}
	if m, ok := t[FoldGlyph(cell)]; ok {
		return m, true
	}
	parts := MarkParts(cell)
	if len(parts) < 2 {
		return mark{}, false
	}
	best, accountable := mark{}, ""
	for _, part := range parts {
		m, ok := t[FoldGlyph(part)]
		switch {
		case !ok:
			return mark{}, false
		case m.Role == graph.Accountable:
			accountable = cmp.Or(accountable, m.Glyph)
		case Rank(m.Role) > Rank(best.Role):
			best = m
		}
	}
	if best.Role == "" && accountable != "" {
		return mark{Role: graph.Accountable, Glyph: accountable}, true
	}
	best.Accountable = accountable
	return best, true
}

// MarkParts splits a cell that holds several marks.
func MarkParts(cell string) []string {
	return strings.FieldsFunc(cell, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("/,、・+&", r) })
}

// Rank orders roles by how much of the work they take on, leads first: from 0, for
// none, to 4.
func Rank(r graph.Role) int {
	switch r {
	case graph.Lead:
		return 4
	case graph.Support:
		return 3
	case graph.Informed:
		return 2
	case graph.Accountable:
		return 1
	}
	return 0
}

// FoldGlyph drops space, case, the width of letters and the selector that asks
// for a coloured picture of a glyph.
func FoldGlyph(s string) string {
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

// IsSymbol reports whether a cell is a lone sign, not a word: what a mark that
// no reading knows looks like.
func IsSymbol(cell string) bool {
	n := 0
	for _, r := range cell {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return false
		}
		n++
	}
	return 0 < n && n <= 2
}
