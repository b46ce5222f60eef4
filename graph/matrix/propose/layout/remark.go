package layout

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/said"
)

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
	var noticed [3]word.Noticed
	for _, a := range p.areas {
		for _, row := range a.body {
			for column := range row.Cells {
				text := row.Cells[column]
				c, ok := p.table.Read(text)
				if !ok || !c.IsMark() || row.Copied(column+1) || !a.marksAt(row.Line, column+1) {
					continue
				}
				for i, is := range [...]bool{c.Noted, c.Unsettled, c.Weaker} {
					if is {
						noticed[i].Add(text, p.place(row.Line, column+1))
					}
				}
			}
		}
	}
	p.note(noticed[0].Agree("marks: 1 mark stands with a sign or remark, which is kept (the first: %s)", "marks: %d marks stand with a sign or remark, which is kept (the first: %s)")...)
	p.note(noticed[1].Agree("marks: 1 mark says itself that it is not settled, and is uncertain (the first: %s)", "marks: %d marks say themselves that it is not settled, and is uncertain (the first: %s)")...)
	p.note(noticed[2].Agree("marks: of lead, support and informed in one cell the strongest counts (1 cell, the first %s)", "marks: of lead, support and informed in one cell the strongest counts (%d cells, the first %s)")...)
}

// marksAt reports whether marks of a are read from a cell.
func (a *area) marksAt(line, column int) bool {
	if a.turned {
		return line > a.heading.Line
	}
	return slices.Contains(a.parties, column)
}
