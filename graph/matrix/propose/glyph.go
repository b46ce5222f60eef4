package propose

import (
	"fmt"
	"slices"
	"strings"

	"tasuki/graph/matrix"
)

// notations are the ways to mark that Propose knows. A sheet uses the one that
// most of its cells can be read in, the first of equals.
var notations = []matrix.Glyphs{
	{Lead: []string{"○", "◎", "●"}, Support: []string{"△"}},
	{
		Lead:             []string{"R", "Responsible"},
		Accountable:      []string{"A", "Accountable"},
		Support:          []string{"C", "S", "Consulted", "Consult", "Support", "Supports", "Supporting"},
		Informed:         []string{"I", "Informed", "Inform"},
		AccountableLeads: true,
	},
	{Lead: []string{"X", "✓", "✔", "☑", "●"}},
	{Lead: []string{"主", "主担当", "主管", "正"}, Support: []string{"従", "副", "副担当", "支援", "協力"}},
	{Lead: []string{"P", "Primary", "L", "Lead"}, Support: []string{"S", "Secondary", "Support", "B", "Backup"}},
}

// longestMark is more bytes than any cell of marks has.
const longestMark = 100

// findGlyphs chooses the notation of the sheet, with the glyphs that occur in
// it, and the columns where marks stand. It reports whether there are at least
// two marks, one of which may be a sign that nothing is known of.
func (p *proposal) findGlyphs() bool {
	most, cells := 0, p.shortCells()
	for _, notation := range notations {
		if n, seen := countMarks(cells, notation.Table()); n > most {
			most = n
			p.glyphs = matrix.Glyphs{
				Lead: kept(notation.Lead, seen), Accountable: kept(notation.Accountable, seen),
				Support: kept(notation.Support, seen), Informed: kept(notation.Informed, seen),
			}
			p.glyphs.AccountableLeads = notation.AccountableLeads && len(p.glyphs.Accountable) > 0
		}
	}
	if slices.Contains(p.glyphs.Lead, "●") && slices.Contains(p.glyphs.Lead, "○") && len(p.glyphs.Support) == 0 {
		p.glyphs.Lead, p.glyphs.Support = kept(p.glyphs.Lead, map[string]bool{"●": true, "◎": true}), []string{"○"}
	}
	p.table = p.glyphs.Table()
	p.core = p.markColumns(p.sheet.Rows)
	if p.glyphs.Blank = p.findFillers(); len(p.glyphs.Blank) > 0 {
		p.table = p.glyphs.Table()
		clear(p.kinds)
		p.core = p.markColumns(p.sheet.Rows)
	}
	return most > 1 || most == 1 && p.signs() > 0
}

// shortCells counts the cells of the sheet by what they hold, those that are too
// long for marks apart.
func (p *proposal) shortCells() map[string]int {
	cells := map[string]int{}
	for _, row := range p.sheet.Rows {
		for _, cell := range row.Cells {
			if cell != "" && len(cell) <= longestMark {
				cells[cell]++
			}
		}
	}
	return cells
}

// countMarks returns how many cells are marks by a table, and the glyphs that
// occur in them.
func countMarks(cells map[string]int, table matrix.GlyphTable) (n int, seen map[string]bool) {
	seen = map[string]bool{}
	for cell, times := range cells {
		if m, ok := table.Read(cell); !ok || m.Role == "" {
			continue
		}
		n += times
		for _, part := range append(matrix.MarkParts(cell), cell) {
			if m, ok := table.Read(part); ok {
				seen[m.Glyph] = true
			}
		}
	}
	return n, seen
}

// kept returns the glyphs that were seen, as the notation spells them.
func kept(glyphs []string, seen map[string]bool) []string {
	return slices.DeleteFunc(slices.Clone(glyphs), func(g string) bool { return !seen[g] })
}

func (p *proposal) assumeGlyphs() {
	var means []string
	for _, list := range []struct {
		glyphs []string
		role   string
	}{{p.glyphs.Lead, "lead"}, {p.glyphs.Accountable, "accountable"}, {p.glyphs.Support, "support"}, {p.glyphs.Informed, "informed"}, {p.glyphs.Blank, "an empty cell"}} {
		if len(list.glyphs) > 0 {
			means = append(means, quoted(list.glyphs)+" as "+list.role)
		}
	}
	p.assume(`glyphs: %s; change under "glyphs"`, strings.Join(means, ", "))
	if p.glyphs.AccountableLeads {
		p.assume(`glyphs: %s leads only where a row has no lead mark; change "accountable_leads" under "glyphs"`, quoted(p.glyphs.Accountable))
	}
}

// quoted lists texts in quotes.
func quoted(texts []string) string {
	s := ""
	for i, text := range texts {
		switch {
		case i == 0:
		case i == len(texts)-1:
			s += " and "
		default:
			s += ", "
		}
		s += fmt.Sprintf("%q", text)
	}
	return s
}
