package layout

import (
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
)

// sideBySide returns the columns of each of several tables that stand beside each
// other on a sheet; none when there is but one.
func (p *proposal) sideBySide() []matrix.Lines {
	starts := p.cells().Starts(p.sheet.Rows)
	if len(starts) < 2 || len(starts) > maxBeside {
		return nil
	}
	var parts []matrix.Lines
	for i, start := range starts {
		last := table.WidthOf(p.sheet.Rows)
		if i+1 < len(starts) {
			last = starts[i+1] - 1
		}
		parts = append(parts, matrix.Lines{First: start, Last: last})
	}
	return parts
}

// part returns what is known of some columns of the sheet.
func (p *proposal) part(columns matrix.Lines) *proposal {
	part := &proposal{
		left:  p.areas,
		sheet: Sheet{Name: p.sheet.Name, Legend: p.sheet.Legend}, merged: map[int][]table.Span{}, titles: p.titles,
		glyphs: p.glyphs, table: p.table, notation: p.notation, kinds: p.kinds, marked: map[int]bool{},
	}
	for _, row := range p.sheet.Rows {
		part.sheet.Rows = append(part.sheet.Rows, row.Part(columns.First, columns.Last))
		for _, span := range p.merged[row.Line] {
			if columns.Contains(span.First) {
				part.merged[row.Line] = append(part.merged[row.Line], span)
			}
		}
	}
	part.core = part.markColumns(part.sheet.Rows)
	part.findAreas()
	for _, a := range part.areas {
		a.across = columns
	}
	return part
}
