package legend

import (
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// Place is a cell of a sheet.
type Place struct{ Line, Column int }

// Legend is what a sheet says about marks, and in which of its cells.
type Legend struct {
	Sheet   string // its name
	Entries []Entry
	Cells   []Place // by line and column
}

// Mask returns the rows without the cells of the legend, and without what merged
// ranges copy of them.
func (l Legend) Mask(rows []table.Row) []table.Row {
	if len(l.Cells) == 0 {
		return rows
	}
	texts := map[Place]string{}
	masked := slices.Clone(rows)
	next := 0
	for i, row := range masked {
		for next < len(l.Cells) && l.Cells[next].Line < row.Line {
			next++
		}
		if next < len(l.Cells) && l.Cells[next].Line == row.Line {
			row = row.Clone()
			for ; next < len(l.Cells) && l.Cells[next].Line == row.Line; next++ {
				at := l.Cells[next]
				texts[at] = row.Own(at.Column)
				row.Cells[at.Column-1] = ""
			}
		}
		if len(row.Merged) > 0 {
			row.Merged = slices.DeleteFunc(slices.Clone(row.Merged), func(s table.Span) bool {
				text, legend := texts[Place{s.Top, s.First}]
				return legend && text == s.Text
			})
		}
		masked[i] = row
	}
	return masked
}

// Notation returns the marks that the legend explains as a notation; false when
// they are too few for one. Those in words that are not known are among them, as marks
// of whatever role.
func (l Legend) Notation() (cell.Notation, bool) {
	n := cell.Notation{Name: "legend"}
	for _, e := range l.Entries {
		role := e.Role
		if !e.Known {
			role = graph.Informed
		}
		n.Meanings = append(n.Meanings, cell.Meaning{Role: role, Glyphs: []string{e.Glyph}})
	}
	return n, len(n.Meanings) > 1
}

// Numbers returns a notation with the marks of the legend when that explains letters of it
// with numbers, such as R1 and R2, apart.
func (l Legend) Numbers(n cell.Notation) cell.Notation {
	numbered := map[string]bool{}
	for _, e := range l.Entries {
		if letter := strings.TrimRight(e.Glyph, "123456789"); letter != e.Glyph {
			numbered[letter] = true
		}
	}
	if slices.ContainsFunc(n.Meanings, func(m cell.Meaning) bool {
		return slices.ContainsFunc(m.Glyphs, func(glyph string) bool { return numbered[glyph] })
	}) {
		own, _ := l.Notation()
		n.Name += " and a legend" // whose table is not that of the name
		n.Meanings = slices.Concat(n.Meanings, own.Meanings)
		n.Needs = slices.DeleteFunc(slices.Clone(n.Needs), func(glyph string) bool { return numbered[glyph] })
	}
	return n
}

// Obey returns glyphs that mean what the legend says, those that it adds among them,
// and without those that it explains in words that are not known.
func (l Legend) Obey(g matrix.Glyphs) matrix.Glyphs {
	lists := lists(&g)
	for _, list := range lists {
		*list = slices.DeleteFunc(slices.Clone(*list), func(glyph string) bool { _, explained := l.entry(glyph); return explained })
	}
	for _, e := range l.Entries {
		if e.Known {
			*lists[e.Role] = append(*lists[e.Role], e.Glyph)
		}
	}
	g.AccountableLeads = len(g.Accountable) > 0
	return g
}

// Contradicts reports whether the legend says something else of one of some glyphs.
func (l Legend) Contradicts(g matrix.Glyphs) bool {
	for role, list := range lists(&g) {
		if slices.ContainsFunc(*list, func(glyph string) bool {
			e, explained := l.entry(glyph)
			return explained && (!e.Known || e.Role != role)
		}) {
			return true
		}
	}
	return false
}

func lists(g *matrix.Glyphs) map[graph.Role]*[]string {
	return map[graph.Role]*[]string{graph.Lead: &g.Lead, graph.Accountable: &g.Accountable, graph.Support: &g.Support, graph.Informed: &g.Informed, "": &g.Blank}
}

// entry returns what the legend says of a glyph.
func (l Legend) entry(glyph string) (Entry, bool) {
	folded := cell.Fold(glyph)
	at := slices.IndexFunc(l.Entries, func(e Entry) bool { return cell.Fold(e.Glyph) == folded })
	if at < 0 {
		return Entry{}, false
	}
	return l.Entries[at], true
}

// Unknown returns the glyphs that the legend explains in words that are not known.
func (l Legend) Unknown() []string {
	var glyphs []string
	for _, e := range l.Entries {
		if !e.Known {
			glyphs = append(glyphs, e.Glyph)
		}
	}
	return glyphs
}

// Assumptions say what the legend says, and where it stands.
func (l Legend) Assumptions() []said.Note {
	where := said.Notef("line %d, column %d", l.Cells[0].Line, l.Cells[0].Column)
	if l.Sheet != "" {
		where = said.Notef("sheet %q, cell %s", l.Sheet, graph.Cell(l.Cells[0].Line, l.Cells[0].Column))
	}
	var says, unknown, notes []said.Note
	for _, e := range l.Entries {
		if !e.Known {
			unknown = append(unknown, said.Notef("%s by %q", e.Glyph, e.Says))
			continue
		}
		role := said.Word(e.Role)
		if role == "" {
			role = said.Word("an empty cell")
		}
		says = append(says, said.Notef("%s is %q, taken as %s", e.Glyph, e.Says, role))
	}
	if len(says) > 0 {
		notes = append(notes, said.Notef(`glyphs: a legend was found (%s): %s; change under "glyphs"`, where, said.Join("; ", says)))
	}
	if len(unknown) > 0 {
		notes = append(notes, said.Notef(`glyphs: the legend (%s) explains %s, in words that are not known, so that such cells are unread; say what they mean under "glyphs"`, where, said.Join(", ", unknown)))
	}
	return notes
}

// Leave tells a reading of the sheet to pass over the legend where it stands among
// the tasks: over lines that hold nothing else, and over columns that are no
// organization's.
func (l Legend) Leave(r *matrix.Reading, rows []table.Row) {
	lines := map[int]bool{}
	for _, p := range l.Cells {
		for i := range r.Blocks {
			b := &r.Blocks[i]
			at := matrix.Column(p.Column)
			if !b.Lines.Contains(p.Line) || b.Turned {
				continue
			}
			lines[p.Line] = true
			if b.Columns[at] == "" && at != b.Item && at != b.Label && at != b.Timing && !slices.Contains(b.Category, at) && !slices.Contains(b.Ignored, at) {
				b.Ignored = append(b.Ignored, at)
				slices.Sort(b.Ignored)
			}
		}
	}
	for _, row := range rows { // masked
		if lines[row.Line] && table.IsEmpty(row) {
			r.Rejected = append(r.Rejected, matrix.Rejection{
				Lines:  matrix.Lines{First: row.Line, Last: row.Line},
				Reason: graph.Name{JA: "凡例", EN: "a legend"},
			})
		}
	}
}
