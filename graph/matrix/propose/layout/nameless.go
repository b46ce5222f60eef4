package layout

import (
	"cmp"
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/band"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
)

func (p *proposal) isNameless(row table.Row) bool { return p.cells().IsNameless(row, p.core) }

// namedRows counts the rows of a with marks that have a name, or all if none has.
func (p *proposal) namedRows(a *area) int {
	n := 0
	for _, row := range a.body {
		if p.hasMarks(row) && !p.isNameless(row) {
			n++
		}
	}
	return cmp.Or(n, p.markedRows(a))
}

// cutNameless returns the last of some rows of a body that has a name, if any has: marks
// below the last task that has one belong to no task.
func (p *proposal) cutNameless(rows []table.Row) int {
	for last := len(rows) - 1; last >= 0; last-- {
		if p.hasKnownMarks(rows[last]) && !p.isNameless(rows[last]) {
			return last
		}
	}
	return len(rows) - 1
}

// assumeOutside names the marks that stand in rows which no block reads.
func (p *proposal) assumeOutside(r *matrix.Reading) {
	var outside word.Listed
	for _, row := range p.sheet.Rows {
		short := !slices.ContainsFunc(band.Texts(row), func(text string) bool { return !p.isMark(text) && !p.isToken(text) })
		for i, text := range row.Cells {
			k := p.kind(text)
			mark := k == markCell || (k == signCell || k == notedCell || k == wordCell && short) && slices.Contains(p.core, i+1)
			if mark && !row.Copied(i+1) && !p.isTitle(row) && !r.Covers(row.Line, i+1) {
				outside.Add(matrix.Fold(text), p.place(row.Line, i+1))
			}
		}
	}
	p.note(outside.Agree(`marks: 1 outside of every block is not read: %s; change "lines" of the blocks, add one, or write it into the row of its task`,
		`marks: %d outside of every block are not read: %s; change "lines" of the blocks, add one, or write them into the rows of their tasks`)...)
}
