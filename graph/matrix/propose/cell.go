package propose

import (
	"slices"
	"strings"
	"unicode"

	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/table"
)

// cellKind is what a cell holds, as far as it shows.
type cellKind byte

const (
	emptyCell cellKind = iota // nothing, or a glyph that fills an empty cell
	textCell
	wordCell // a text as short as a mark
	markCell
	notedCell // a letter with a number: a mark where marks stand, and an ID elsewhere
	signCell  // a sign that nothing is known of: a mark, if it stands where marks do
)

// fillers are what people write into a cell to say that it is empty, those that
// they type for one another together.
var fillers = [][]string{
	{"-", "–", "—", "―", "ー", "−", "─", "‐"}, {"×", "✕", "✖", "✗", "✘", "❌"}, {"/"}, {"N/A", "NA", "n.a."},
	{"なし", "無し", "無", "該当なし", "対象外"}, {"None", "nil"},
}

// kind returns what a cell holds. Sheets repeat themselves, so it remembers.
func (p *proposal) kind(text string) cellKind {
	switch {
	case text == "":
		return emptyCell
	case len(text) > cell.Longest && strings.TrimSpace(text) != "":
		return textCell
	}
	k, known := p.kinds[text]
	if known {
		return k
	}
	switch c, ok := p.table.Read(text); {
	case ok && c.Numbered && c.IsMark():
		k = notedCell
	case ok && c.IsMark():
		k = markCell
	case ok:
		k = emptyCell
	case cell.IsSymbol(cell.Fold(text)) || isDash(text):
		k = signCell
	case isWord(text):
		k = wordCell
	default:
		k = textCell
	}
	p.kinds[text] = k
	return k
}

func (p *proposal) isMark(text string) bool { return p.kind(text) == markCell }

// isTextAt reports whether a cell of a row is a text. Outside the columns of
// marks a sign is one, too.
func (p *proposal) isTextAt(row table.Row, column int) bool {
	switch p.kind(row.Cell(column)) {
	case textCell, wordCell:
		return true
	case signCell, notedCell:
		return !slices.Contains(p.core, column)
	}
	return false
}

// isToken reports whether a cell could be a mark that nothing is known of.
func (p *proposal) isToken(text string) bool {
	k := p.kind(text)
	return k == signCell || k == wordCell || k == notedCell
}

// isWord reports whether a text is short enough for a mark: one letter, or two
// of the Latin alphabet, or a filler.
func isWord(text string) bool {
	if len(text) > cell.Longest {
		return false
	}
	n, wide := 0, 0
	for _, r := range cell.Fold(text) {
		if unicode.IsNumber(r) {
			return false
		}
		if n++; r > unicode.MaxLatin1 {
			wide++
		}
	}
	return n == 1 || n == 2 && wide == 0 || isFiller(text)
}

// isTokens reports whether there are cells, all as short as marks.
func (p *proposal) isTokens(cells []string) bool {
	return len(cells) > 0 && !slices.ContainsFunc(cells, func(text string) bool { return !p.isToken(text) })
}

// hasMarks reports whether a row of the sheet has marks, or unknown signs where
// marks stand.
func (p *proposal) hasMarks(row table.Row) bool {
	marked, known := p.marked[row.Line]
	if !known {
		marked = p.hasKnownMarks(row) || slices.ContainsFunc(p.core, func(column int) bool {
			k := p.kind(row.Cell(column))
			return k == signCell || k == notedCell
		})
		p.marked[row.Line] = marked
	}
	return marked
}

// hasKnownMarks reports whether a row of the sheet has marks that can be read.
func (p *proposal) hasKnownMarks(row table.Row) bool { return slices.ContainsFunc(row.Cells, p.isMark) }

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

// findFillers returns the fillers that stand among the marks; a cross or slash more
// than once, since a single one may as well be a slip. A cross says nothing where an
// X is a mark, and an N fills cells where it is what most of them hold.
func (p *proposal) findFillers() []string {
	texts := map[string]int{}
	for _, row := range p.sheet.Rows {
		for _, column := range p.core {
			if text := row.Cell(column); text != "" {
				texts[text]++
			}
		}
	}
	var found []string
	if n := texts["N"]; 2*n > p.filled() && !p.table.MayRead("N") {
		found = append(found, "N")
	}
	for _, alike := range fillers {
		n, seen := 0, map[string]bool{}
		for text, times := range texts {
			if at := fillerIn(alike, text); at >= 0 {
				seen[alike[at]] = true
				n += times
			}
		}
		said := n > 0 && alike[0] != "×" && alike[0] != "/"
		if (n > 1 || said) && (alike[0] != "×" || !slices.Contains(p.glyphs.Lead, "X")) {
			found = append(found, kept(alike, seen)...)
		}
	}
	return found
}

// filled counts the cells where marks stand that hold marks or what could be some.
func (p *proposal) filled() int {
	n := 0
	for _, row := range p.sheet.Rows {
		for _, column := range p.core {
			if k := p.kind(row.Cell(column)); k == markCell || k == notedCell || k == wordCell || k == signCell {
				n++
			}
		}
	}
	return n
}

// isDash reports whether a cell is a dash, of which the long vowel of Japanese is
// a letter.
func isDash(text string) bool { return fillerIn(fillers[0], text) >= 0 }

func isFiller(text string) bool {
	return slices.ContainsFunc(fillers, func(alike []string) bool { return fillerIn(alike, text) >= 0 })
}

// fillerIn returns the place of a cell's text among fillers, or -1.
func fillerIn(alike []string, text string) int {
	if len(text) > cell.Longest {
		return -1
	}
	text = cell.Fold(text)
	return slices.IndexFunc(alike, func(filler string) bool { return strings.ToLower(filler) == text })
}
