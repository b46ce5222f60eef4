package layout

import (
	"fmt"

	"tasuki/graph"
	"tasuki/graph/matrix/propose/word"
)

// noticed are cells of which something is said, and the first of them.
type noticed struct {
	times int
	first string
}

func (n *noticed) add(p *proposal, text string, line, column int) {
	if n.times++; n.times == 1 {
		n.first = fmt.Sprintf("%q in %s", text, p.place(line, column))
	}
}

// place names a cell as the sheet does: by letters when it has a name.
func (p *proposal) place(line, column int) string {
	if p.sheet.Name == "" {
		return fmt.Sprintf("line %d, column %d", line, column)
	}
	return "cell " + graph.Cell(line, column)
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
	if remarks.times > 0 {
		p.assume("marks: %s with a sign or remark, which is kept (the first: %s)", word.Counted(remarks.times, "mark stands", "marks stand"), remarks.first)
	}
	if unsettled.times > 0 {
		p.assume("marks: %s that it is not settled, and is uncertain (the first: %s)", word.Counted(unsettled.times, "mark says itself", "marks say themselves"), unsettled.first)
	}
	if weaker.times > 0 {
		p.assume("marks: of lead, support and informed in one cell the strongest counts (%s, the first %s)", word.Counted(weaker.times, "cell", "cells"), weaker.first)
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
