package cell

import (
	"strings"

	"tasuki/graph"
)

// Mark is what a sign means.
type Mark struct {
	Role    graph.Role // "" for a sign that fills an empty cell
	Glyph   string     // as the reading spells it
	Printed string     // as it stands in the cell, with its remark or sign; the glyph where it has none
}

// Table looks signs up.
type Table struct {
	marks   map[string]Mark    // by the folded glyph
	alone   map[string]Content // of cells that hold a glyph as it is spelled, or as it is folded
	first   map[rune]bool      // the characters that glyphs begin with
	longest int                // bytes of a folded glyph
}

// Meaning lists the glyphs of one role.
type Meaning struct {
	Role   graph.Role
	Glyphs []string
}

// NewTable returns the table of what glyphs mean. One that is listed stands for
// those that people type for it, too, unless they are listed apart.
func NewTable(meanings []Meaning) Table {
	t := Table{marks: map[string]Mark{}, alone: map[string]Content{}, first: map[rune]bool{}}
	var marks []Mark
	var folded []string
	for _, m := range meanings {
		for _, glyph := range m.Glyphs {
			marks, folded = append(marks, Mark{m.Role, glyph, glyph}), append(folded, Fold(glyph))
		}
	}
	for i, m := range marks {
		t.add(folded[i], m)
		if folded[i] != "" {
			t.alone[m.Glyph] = t.alone[folded[i]]
		}
	}
	for _, family := range families() {
		for i, m := range marks {
			t.addFamily(family, folded[i], m)
		}
	}
	return t
}

func (t *Table) add(folded string, m Mark) {
	if folded == "" {
		return
	}
	t.marks[folded] = m
	t.alone[folded] = content([]part{{mark: m}})
	t.longest = max(t.longest, len(folded))
	for _, r := range folded {
		t.first[r] = true
		break
	}
}

// families are the glyphs that people type for one another, closest first: a
// double circle is a circle only where no other circle is listed. Letters of other
// alphabets that only look alike, such as a Cyrillic О or a Greek Δ, belong to no
// family: they are reported, not guessed.
func families() []string { return []string{"○◯〇⭕", "△▲∆", "○◯〇⭕◎"} }

func (t *Table) addFamily(family, glyph string, m Mark) {
	if glyph == "" || !strings.Contains(family, glyph) {
		return
	}
	for _, r := range family {
		if _, listed := t.marks[string(r)]; !listed {
			t.add(string(r), m)
		}
	}
}

// sign returns what a text means that is a glyph and nothing else.
func (t Table) sign(text string) (Mark, bool) {
	m, ok := t.marks[Fold(text)]
	return m, ok
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
