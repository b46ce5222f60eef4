package matrix

import (
	"fmt"
	"slices"
	"strings"
)

// notations are the ways to mark that Propose knows. A sheet uses the one that
// most of its cells can be read in, the first of equals.
var notations = []Glyphs{
	{Lead: []string{"○", "◎", "●"}, Support: []string{"△"}, Blank: []string{"×", "-", "―", "—"}},
	{
		Lead:     []string{"R", "A", "Responsible", "Accountable"},
		Support:  []string{"C", "S", "Consulted", "Consult", "Support", "Supports", "Supporting"},
		Informed: []string{"I", "Informed", "Inform"},
		Blank:    blanks,
	},
	{Lead: []string{"X", "✓", "✔", "☑", "●"}, Blank: blanks},
	{Lead: []string{"主", "主担当", "主管", "正"}, Support: []string{"従", "副", "副担当", "支援", "協力"}, Blank: blanks},
	{Lead: []string{"P", "Primary", "L", "Lead"}, Support: []string{"S", "Secondary", "Support", "B", "Backup"}, Blank: blanks},
}

var blanks = []string{"-", "–", "—", "―", "N/A"}

// longestMark is more bytes than any cell of marks has.
const longestMark = 100

// findGlyphs chooses the notation of the sheet, with the glyphs that occur in
// it, and reports whether there is any.
func (p *proposal) findGlyphs() bool {
	most := 0
	for _, notation := range notations {
		table := notation.table()
		n, seen := 0, map[string]bool{}
		for _, row := range p.sheet.Rows {
			for _, cell := range row.Cells {
				if cell == "" || len(cell) > longestMark {
					continue
				}
				if m, ok := table.read(cell); ok && m.role != "" {
					n++
				} else if !ok {
					continue
				}
				for _, part := range markParts(cell) {
					if m, ok := table.read(part); ok {
						seen[m.glyph] = true
					}
				}
			}
		}
		if n > most {
			most = n
			p.glyphs = Glyphs{
				Lead: kept(notation.Lead, seen), Support: kept(notation.Support, seen),
				Informed: kept(notation.Informed, seen), Blank: kept(notation.Blank, seen),
			}
		}
	}
	if slices.Contains(p.glyphs.Lead, "●") && slices.Contains(p.glyphs.Lead, "○") && len(p.glyphs.Support) == 0 {
		p.glyphs.Lead, p.glyphs.Support = kept(p.glyphs.Lead, map[string]bool{"●": true, "◎": true}), []string{"○"}
	}
	p.table = p.glyphs.table()
	return most > 1
}

// kept returns the glyphs that were seen, as the notation spells them.
func kept(glyphs []string, seen map[string]bool) []string {
	return slices.DeleteFunc(slices.Clone(glyphs), func(g string) bool { return !seen[g] })
}

// cellKind is what a cell holds, as far as it shows.
type cellKind byte

const (
	emptyCell cellKind = iota // nothing, or a glyph that fills an empty cell
	textCell
	markCell
)

// kind returns what a cell holds. Sheets repeat themselves, so it remembers.
func (p *proposal) kind(cell string) cellKind {
	if cell == "" {
		return emptyCell
	}
	k, known := p.kinds[cell]
	if known {
		return k
	}
	switch m, ok := p.table.read(cell); {
	case ok && m.role != "":
		k = markCell
	case !ok && fold(cell) != "":
		k = textCell
	}
	p.kinds[cell] = k
	return k
}

func (p *proposal) isMark(cell string) bool { return p.kind(cell) == markCell }

func (p *proposal) isText(cell string) bool { return p.kind(cell) == textCell }

// hasMarks reports whether a row of the sheet has marks.
func (p *proposal) hasMarks(row Row) bool {
	marked, known := p.marked[row.Line]
	if !known {
		marked = slices.ContainsFunc(row.Cells, p.isMark)
		p.marked[row.Line] = marked
	}
	return marked
}

func (p *proposal) assumeGlyphs() {
	var means []string
	for _, list := range []struct {
		glyphs []string
		role   string
	}{{p.glyphs.Lead, "lead"}, {p.glyphs.Support, "support"}, {p.glyphs.Informed, "informed"}, {p.glyphs.Blank, "an empty cell"}} {
		if len(list.glyphs) > 0 {
			means = append(means, quoted(list.glyphs)+" as "+list.role)
		}
	}
	p.assume(`glyphs: %s; change under "glyphs"`, strings.Join(means, ", "))
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
