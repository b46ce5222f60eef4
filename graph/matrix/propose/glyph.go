package propose

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/cell"
)

// findGlyphs chooses the notation of the sheet, with the glyphs that occur in
// it, and the columns where marks stand. It reports whether there are at least
// two marks, one of which may be a sign that nothing is known of.
func (p *proposal) findGlyphs() bool {
	most, columns, notations := 0, p.candidates(), cell.Notations()
	if own, ok := p.sheet.legend.Notation(); ok {
		notations = append([]cell.Notation{own}, notations...)
	}
	for _, notation := range notations {
		if n, seen := countMarks(columns, notation.Table()); n > most && hasAll(seen, notation.Needs) {
			most, p.notation = n, notation
			p.glyphs = glyphsOf(notation, seen)
			p.glyphs.AccountableLeads = len(p.glyphs.Accountable) > 0
		}
	}
	p.obeyLegend(columns)
	p.readGlyphs()
	if p.glyphs.Blank = append(p.glyphs.Blank, p.findFillers()...); len(p.glyphs.Blank) > 0 {
		p.readGlyphs()
	}
	return most > 1 || most == 1 && p.signs() > 0
}

// obeyLegend lets the glyphs mean what the legend says, as far as they occur.
func (p *proposal) obeyLegend(columns []candidates) {
	if len(p.sheet.legend.Entries) == 0 {
		return
	}
	g := p.sheet.legend.Obey(p.glyphs)
	_, seen := countMarks(columns, g.Table())
	p.glyphs = matrix.Glyphs{Lead: kept(g.Lead, seen), Accountable: kept(g.Accountable, seen), Support: kept(g.Support, seen), Informed: kept(g.Informed, seen), Blank: kept(g.Blank, seen)}
	p.glyphs.AccountableLeads = len(p.glyphs.Accountable) > 0
	p.notation.Says = ""
}

// readGlyphs reads the sheet anew, after the glyphs have changed.
func (p *proposal) readGlyphs() {
	p.table = p.glyphs.Table()
	clear(p.kinds)
	clear(p.marked)
	p.core = p.markColumns(p.sheet.Rows)
}

// glyphsOf returns the glyphs of a notation that were seen. What fills an empty
// cell stays.
func glyphsOf(n cell.Notation, seen map[string]bool) matrix.Glyphs {
	var g matrix.Glyphs
	for _, m := range n.Meanings {
		into := map[graph.Role]*[]string{
			graph.Lead: &g.Lead, graph.Accountable: &g.Accountable, graph.Support: &g.Support, graph.Informed: &g.Informed, "": &g.Blank,
		}[m.Role]
		*into = append(*into, kept(m.Glyphs, seen)...)
	}
	return g
}

func hasAll(seen map[string]bool, glyphs []string) bool {
	return !slices.ContainsFunc(glyphs, func(glyph string) bool { return !seen[glyph] })
}

// candidates are the cells of a column that may be marks of some notation, and how
// many others it has.
type candidates struct {
	cells map[string]int // cell -> times
	texts int
}

// candidates looks for marks column by column.
func (p *proposal) candidates() []candidates {
	all := cell.Notations()
	if own, ok := p.sheet.legend.Notation(); ok {
		all = append(all, own)
	}
	any := cell.TableOfAll(all)
	may := map[string]bool{}
	list := make([]candidates, width(p.sheet.Rows))
	for _, row := range p.sheet.Rows {
		for i, text := range row.Cells {
			if text == "" {
				continue
			}
			is, known := may[text]
			if !known {
				is = any.MayRead(text)
				may[text] = is
			}
			c := &list[i]
			if !is {
				c.texts++
				continue
			}
			if c.cells == nil {
				c.cells = map[string]int{}
			}
			c.cells[text]++
		}
	}
	return list
}

// countMarks returns how many cells are marks by a table, those with remarks
// apart, and the glyphs that occur in any. A role written out is a mark only where
// marks stand: in a column of texts it is a text.
func countMarks(columns []candidates, table cell.Table) (n int, seen map[string]bool) {
	seen = map[string]bool{}
	memo := map[string]cell.Content{}
	read := func(text string) cell.Content {
		c, known := memo[text]
		if !known {
			c, _ = table.Read(text)
			memo[text] = c
		}
		return c
	}
	for _, column := range columns {
		marks, words, texts := 0, 0, column.texts
		for text, times := range column.cells {
			switch c := read(text); {
			case len(c.Glyphs) == 0:
				texts += times
			case c.IsMark() && !c.Noted && isWritten(c.Glyphs):
				words += times
			case c.IsMark() && !c.Noted:
				marks += times
			}
		}
		among := texts <= 2*(marks+words)
		if among {
			marks += words
		}
		n += marks
		for text := range column.cells {
			for _, glyph := range read(text).Glyphs {
				if among || !isWritten([]string{glyph}) {
					seen[glyph] = true
				}
			}
		}
	}
	return n, seen
}

// isWritten reports whether one of some glyphs is a word rather than a sign.
func isWritten(glyphs []string) bool {
	return slices.ContainsFunc(glyphs, func(glyph string) bool { return utf8.RuneCountInString(glyph) > 1 })
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
	about := func(glyph string) bool {
		return slices.Contains(slices.Concat(p.glyphs.Lead, p.glyphs.Accountable, p.glyphs.Support, p.glyphs.Informed, p.glyphs.Blank), glyph)
	}
	if p.notation.Says != "" && (len(p.notation.For) == 0 || slices.ContainsFunc(p.notation.For, about)) {
		p.assume(`glyphs: %s; change under "glyphs"`, p.notation.Says)
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
