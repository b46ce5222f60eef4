package layout

import (
	"slices"

	"tasuki/graph/matrix/propose/sign"
	"tasuki/graph/matrix/table"
)

// The kinds of cells.
const (
	emptyCell = sign.Empty
	textCell  = sign.Text
	wordCell  = sign.Word
	markCell  = sign.Mark
	notedCell = sign.Noted
	signCell  = sign.Unknown
)

func (p *proposal) kind(text string) sign.Kind { return p.kinds.Of(text) }

func (p *proposal) isMark(text string) bool { return p.kind(text) == markCell }

// isTextAt reports whether a cell of a row is a text. Outside the columns of
// marks a sign is one, too.
func (p *proposal) isTextAt(row table.Row, column int) bool {
	switch p.kind(row.Cell(column)) {
	case textCell, wordCell:
		return true
	case signCell, notedCell:
		return !slices.Contains(p.core, column)
	case markCell: // the name of a task that is called as a mark is
		return len(p.core) > 0 && column < p.core[0]
	}
	return false
}

// isToken reports whether a cell could be a mark that nothing is known of.
func (p *proposal) isToken(text string) bool { return p.cells().IsToken(text) }

// isTokens reports whether there are cells, all as short as marks.
func (p *proposal) isTokens(cells []string) bool {
	return len(cells) > 0 && !slices.ContainsFunc(cells, func(text string) bool { return !p.isToken(text) })
}

// hasMarks reports whether a row of the sheet has marks, or unknown signs where
// marks stand.
func (p *proposal) hasMarks(row table.Row) bool {
	marked, known := p.marked[row.Line]
	if !known {
		marked = p.hasKnownMarks(row) || !p.isTitle(row) && slices.ContainsFunc(p.core, func(column int) bool {
			k := p.kind(row.Cell(column))
			return k == signCell || k == notedCell
		})
		p.marked[row.Line] = marked
	}
	return marked
}

// hasKnownMarks reports whether a row of the sheet has marks that can be read.
func (p *proposal) hasKnownMarks(row table.Row) bool { return p.cells().HasMarks(row) }

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

// findFillers returns the fillers that stand among the marks.
func (p *proposal) findFillers() []string {
	texts := map[string]int{}
	for _, row := range p.sheet.Rows {
		for _, column := range p.core {
			if text := row.Cell(column); text != "" {
				texts[text]++
			}
		}
	}
	return p.kinds.Fillers(texts, p.glyphs)
}
