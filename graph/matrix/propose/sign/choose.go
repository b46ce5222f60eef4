package sign

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/legend"
	"tasuki/graph/matrix/table"
)

// Choose chooses the notation in which most cells of a sheet can be read, the first of
// equals, and its glyphs that occur there, as the legend has them. It returns how many
// marks there are. The words of titles are none.
func Choose(rows []table.Row, isTitle func(table.Row) bool, l legend.Legend) (g matrix.Glyphs, chosen cell.Notation, most int) {
	columns, notations := candidatesIn(rows, isTitle, l), cell.Notations()
	if own, ok := l.Notation(); ok {
		notations = append([]cell.Notation{own}, notations...)
	}
	for _, notation := range notations {
		notation = l.Numbers(notation)
		counted := columns
		if notation.Pure {
			counted = pureColumns(columns, notation.Table())
		}
		if n, seen := countMarks(counted, notation.Table()); n > most && hasAll(seen, notation.Needs) {
			most, chosen = n, notation
			g = glyphsOf(notation, seen)
			g.AccountableLeads = len(g.Accountable) > 0
		}
	}
	if len(l.Entries) > 0 {
		g = obey(l, g, columns, most)
		chosen.Says = ""
	}
	return g, chosen, most
}

// obey lets the glyphs mean what a legend says, as far as they occur. Where it explains
// most of the marks, and otherwise than the notation does, the other letters are none of
// that notation.
func obey(l legend.Legend, g matrix.Glyphs, columns []candidates, most int) matrix.Glyphs {
	if own, ok := l.Notation(); ok && l.Contradicts(g) {
		if n, _ := countMarks(columns, own.Table()); 2*n >= most {
			g = matrix.Glyphs{Lead: signs(g.Lead), Accountable: signs(g.Accountable), Support: signs(g.Support), Informed: signs(g.Informed), Blank: g.Blank}
		}
	}
	g = l.Obey(g)
	_, seen := countMarks(columns, TableOf(g, l))
	g = matrix.Glyphs{Lead: kept(g.Lead, seen), Accountable: kept(g.Accountable, seen), Support: kept(g.Support, seen), Informed: kept(g.Informed, seen), Blank: kept(g.Blank, seen)}
	g.AccountableLeads = len(g.Accountable) > 0
	return g
}

// signs returns the glyphs that are no letters.
func signs(glyphs []string) []string {
	return slices.DeleteFunc(slices.Clone(glyphs), func(glyph string) bool { return strings.ContainsFunc(glyph, unicode.IsLetter) })
}

// TableOf returns what tells marks from texts: the glyphs, and those that a legend
// explains in words that are not known. What these mean in it says nothing.
func TableOf(g matrix.Glyphs, l legend.Legend) cell.Table {
	unknown := l.Unknown()
	if len(unknown) == 0 {
		return g.Table()
	}
	g.Informed = slices.Concat(g.Informed, unknown)
	return g.Table()
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
	cells   map[string]int // cell -> times
	texts   int
	fillers int // those among the texts that say that a cell is empty
}

// ofAll tells what may be a mark of some notation: every sheet is asked.
var ofAll = sync.OnceValue(func() cell.Table { return cell.TableOfAll(cell.Notations()) })

// candidatesIn looks for marks column by column; of titles all cells are texts.
func candidatesIn(rows []table.Row, isTitle func(table.Row) bool, l legend.Legend) []candidates {
	any := ofAll()
	if own, ok := l.Notation(); ok {
		any = cell.TableOfAll(append(cell.Notations(), own))
	}
	may := map[string]bool{}
	list := make([]candidates, table.WidthOf(rows))
	for _, row := range rows {
		for i, text := range row.Cells {
			if text == "" {
				continue
			}
			if isTitle(row) {
				list[i].texts++
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
				if IsFiller(text) {
					c.fillers++
				}
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
func countMarks(columns []candidates, glyphs cell.Table) (n int, seen map[string]bool) {
	seen = map[string]bool{}
	memo := map[string]cell.Content{}
	read := func(text string) cell.Content {
		c, known := memo[text]
		if !known {
			c, _ = glyphs.Read(text)
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
