package layout

import (
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
)

// sideBySide returns the columns of each of several tables that stand beside each
// other on a sheet; none when there is but one.
func (p *proposal) sideBySide() []matrix.Lines {
	starts := p.tableStarts()
	if len(starts) < 2 || len(starts) > maxBeside {
		return nil
	}
	var parts []matrix.Lines
	for i, start := range starts {
		last := width(p.sheet.Rows)
		if i+1 < len(starts) {
			last = starts[i+1] - 1
		}
		parts = append(parts, matrix.Lines{First: start, Last: last})
	}
	return parts
}

// tableStarts returns the columns at which tables begin: the first one, and each of
// texts behind marks and before others whose heading is that of the names before
// the first marks or, behind an empty column, says that it names tasks.
func (p *proposal) tableStarts() []int {
	list := p.tallies(p.sheet.Rows)
	last := 0 // column of marks
	for column, t := range list {
		if t.marks > 0 {
			last = column
		}
	}
	heads := p.headings(list)
	names := map[string]bool{}
	starts := []int{1}
	seen, gap, behind := false, false, false // marks seen; an empty column behind them; texts behind them
	for column := 1; column < len(list); column++ {
		t := list[column]
		texts := t.texts + t.tokens
		switch {
		case t.marks > 0:
			seen, gap, behind = true, false, false
		case texts == 0 && len(heads[column]) == 0:
			gap = gap || seen && !behind
		case !seen:
			for _, head := range heads[column] {
				names[head] = true
			}
		case column < last:
			repeats := slices.ContainsFunc(heads[column], func(head string) bool { return names[head] })
			says := gap && slices.ContainsFunc(heads[column], func(head string) bool { return word.CornerTask.In(head) || word.Item.In(head) })
			if (repeats && texts > 0 || says && texts > 1) && !behind {
				starts = append(starts, column)
				gap = false
			}
			behind = behind || column == starts[len(starts)-1]
		}
	}
	return starts
}

// headings returns, by column, the texts that stand there in rows without marks.
func (p *proposal) headings(list []tally) [][]string {
	heads := make([][]string, len(list))
	for _, row := range p.sheet.Rows {
		if p.hasKnownMarks(row) {
			continue
		}
		for i, cell := range row.Cells {
			if text := matrix.Fold(cell); text != "" && !row.Copied(i+1) && len(heads[i+1]) < word.MostRanges {
				heads[i+1] = append(heads[i+1], text)
			}
		}
	}
	return heads
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
