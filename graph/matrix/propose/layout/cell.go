package layout

import (
	"slices"
	"strings"
	"unicode"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
)

// cellKind is what a cell holds, as far as it shows.
type cellKind byte

const (
	emptyCell cellKind = iota // nothing, or a glyph that fills an empty cell
	textCell
	wordCell // a text as short as a mark
	markCell
	signCell // a sign that nothing is known of: a mark, if it stands where marks do
)

// fillers are what people write into a cell to say that it is empty, those that
// they type for one another together.
var fillers = [][]string{{"-", "–", "—", "―", "ー", "−", "─"}, {"×"}, {"/"}, {"N/A"}}

// kind returns what a cell holds. Sheets repeat themselves, so it remembers.
func (p *proposal) kind(cell string) cellKind {
	switch {
	case cell == "":
		return emptyCell
	case len(cell) > longestMark && strings.TrimSpace(cell) != "":
		return textCell
	}
	k, known := p.kinds[cell]
	if known {
		return k
	}
	switch m, ok := p.table.Read(cell); {
	case ok && m.Role != "":
		k = markCell
	case ok || matrix.Fold(cell) == "":
		k = emptyCell
	case matrix.IsSymbol(matrix.FoldGlyph(cell)) || isDash(cell):
		k = signCell
	case isWord(cell):
		k = wordCell
	default:
		k = textCell
	}
	p.kinds[cell] = k
	return k
}

func (p *proposal) isMark(cell string) bool { return p.kind(cell) == markCell }

// isTextAt reports whether a cell of a row is a text. Outside the columns of
// marks a sign is one, too.
func (p *proposal) isTextAt(row table.Row, column int) bool {
	switch p.kind(row.Cell(column)) {
	case textCell, wordCell:
		return true
	case signCell:
		return !slices.Contains(p.core, column)
	}
	return false
}

// isToken reports whether a cell could be a mark that nothing is known of.
func (p *proposal) isToken(cell string) bool {
	k := p.kind(cell)
	return k == signCell || k == wordCell
}

// isWord reports whether a text is short enough for a mark: one letter, or two
// of the Latin alphabet, or a filler.
func isWord(cell string) bool {
	if len(cell) > longestMark {
		return false
	}
	n, wide := 0, 0
	for _, r := range matrix.FoldGlyph(cell) {
		if unicode.IsNumber(r) {
			return false
		}
		if n++; r > unicode.MaxLatin1 {
			wide++
		}
	}
	return n == 1 || n == 2 && wide == 0 || isFiller(cell)
}

// isTokens reports whether there are cells, all as short as marks.
func (p *proposal) isTokens(cells []string) bool {
	return len(cells) > 0 && !slices.ContainsFunc(cells, func(cell string) bool { return !p.isToken(cell) })
}

// hasMarks reports whether a row of the sheet has marks, or unknown signs where
// marks stand.
func (p *proposal) hasMarks(row table.Row) bool {
	marked, known := p.marked[row.Line]
	if !known {
		marked = p.hasKnownMarks(row) || !p.isTitle(row) && slices.ContainsFunc(p.core, func(column int) bool {
			cell := row.Cell(column)
			return p.kind(cell) == signCell || p.isNoted(cell)
		})
		p.marked[row.Line] = marked
	}
	return marked
}

// isNoted reports whether a cell begins with a sign that is a mark, and explains it.
func (p *proposal) isNoted(cell string) bool {
	sign, rest, found := strings.Cut(matrix.Fold(cell), " ")
	return found && rest != "" && matrix.IsSymbol(matrix.FoldGlyph(sign)) && p.isMark(sign)
}

// hasKnownMarks reports whether a row of the sheet has marks that can be read.
func (p *proposal) hasKnownMarks(row table.Row) bool {
	return !p.isTitle(row) && slices.ContainsFunc(row.Cells, p.isMark)
}

// signs counts the unknown signs where marks stand.
func (p *proposal) signs() int {
	n := 0
	for _, row := range p.sheet.Rows {
		for _, column := range p.core {
			if p.kind(row.Cell(column)) == signCell {
				n++
			}
		}
	}
	return n
}

// findFillers returns the fillers that stand among the marks more than once: a
// single one may as well be a slip. A cross says nothing where an X is a mark.
func (p *proposal) findFillers() []string {
	var found []string
	for _, alike := range fillers {
		n, seen := 0, map[string]bool{}
		for _, row := range p.sheet.Rows {
			for _, column := range p.core {
				if at := fillerIn(alike, row.Cell(column)); at >= 0 {
					seen[alike[at]] = true
					n++
				}
			}
		}
		if n > 1 && (alike[0] != "×" || !slices.Contains(p.glyphs.Lead, "X")) {
			found = append(found, kept(alike, seen)...)
		}
	}
	return found
}

// isDash reports whether a cell is a dash, of which the long vowel of Japanese is
// a letter.
func isDash(cell string) bool { return fillerIn(fillers[0], cell) >= 0 }

func isFiller(cell string) bool {
	return slices.ContainsFunc(fillers, func(alike []string) bool { return fillerIn(alike, cell) >= 0 })
}

// fillerIn returns the place of a cell's text among fillers, or -1.
func fillerIn(alike []string, cell string) int {
	if len(cell) > longestMark {
		return -1
	}
	cell = matrix.FoldGlyph(cell)
	return slices.IndexFunc(alike, func(filler string) bool { return strings.ToLower(filler) == cell })
}
