package layout

import (
	"tasuki/graph"
	"tasuki/graph/said"
)

// noticed are cells of which something is said, and the first of them.
type noticed struct {
	times int
	first said.Note
}

func (n *noticed) add(p *proposal, text string, line, column int) {
	if n.times++; n.times == 1 {
		n.first = said.Notef("%q in %s", text, p.place(line, column))
	}
}

// place names a cell as the sheet does: by letters when it has a name.
func (p *proposal) place(line, column int) said.Note {
	if p.sheet.Name == "" {
		return said.Notef("line %d, column %d", line, column)
	}
	return said.Notef("cell %s", graph.Cell(line, column))
}

// assumeRemarks says what was taken of cells that hold more than one mark as the
// notation has it.
func (p *proposal) assumeRemarks() {
	var remarks, unsettled, weaker noticed
	for _, a := range p.areas {
		for _, row := range a.body {
			for column := range row.Cells {
				text := row.Cells[column]
				c, ok := p.table.Read(text)
				if !ok || !c.IsMark() || row.Copied(column+1) || !a.marksAt(row.Line, column+1) {
					continue
				}
				if c.Noted {
					remarks.add(p, text, row.Line, column+1)
				}
				if c.Unsettled {
					unsettled.add(p, text, row.Line, column+1)
				}
				if c.Weaker {
					weaker.add(p, text, row.Line, column+1)
				}
			}
		}
	}
	p.assumeNoticed(remarks, "marks: 1 mark stands with a sign or remark, which is kept (the first: %s)", "marks: %d marks stand with a sign or remark, which is kept (the first: %s)")
	p.assumeNoticed(unsettled, "marks: 1 mark says itself that it is not settled, and is uncertain (the first: %s)", "marks: %d marks say themselves that it is not settled, and is uncertain (the first: %s)")
	p.assumeNoticed(weaker, "marks: of lead, support and informed in one cell the strongest counts (1 cell, the first %s)", "marks: of lead, support and informed in one cell the strongest counts (%d cells, the first %s)")
}

// assumeNoticed says how many cells there are of a kind, if any.
func (p *proposal) assumeNoticed(n noticed, one, several string) {
	switch n.times {
	case 0:
	case 1:
		p.assume(one, n.first)
	default:
		p.assume(several, n.times, n.first)
	}
}

// marksAt reports whether marks of a are read from a cell.
func (a *area) marksAt(line, column int) bool {
	if a.turned {
		return line > a.heading.Line
	}
	for _, party := range a.parties {
		if party == column {
			return true
		}
	}
	return false
}
