package matrix

import (
	"slices"

	"tasuki/graph"
)

// keep holds a row of a turned block until the block's end.
func (b *blockState) keep(row Row) {
	row.Cells = slices.Clone(row.Cells)
	b.turned = append(b.turned, row)
}

// turnedBlock reads a block whose organizations stand in rows: it turns the
// rows kept into one row a task and reads those as any other. The columns of
// the turned row are the lines of the sheet, so the block's Columns and Label,
// which count lines, fit as they are. The places of tasks and marks, and of
// what is wrong with them, are turned back.
func (s *scanner) turnedBlock(b *blockState) error {
	last := b.Across.Last
	for _, row := range b.turned {
		if b.Across.Last == 0 {
			last = max(last, len(row.Cells))
		}
	}
	emit, before := s.emit, s.problems
	s.problems = graph.Collector{}
	defer func() {
		s.emit = emit
		found := s.problems.Problems()
		s.problems = before
		for _, p := range found {
			turnBack(&p.Source)
			s.problems.Add(p)
		}
	}()
	s.emit = func(rec Record) error {
		rec.Task.Source.Column = int(b.Label)
		turnBack(&rec.Task.Source)
		for i := range rec.Marks {
			turnBack(&rec.Marks[i].Source)
		}
		if emit == nil {
			return nil
		}
		return emit(rec)
	}
	for column := b.Across.First; column <= last; column++ {
		turned := Row{Line: column, Copied: map[int]bool{}}
		for _, row := range b.turned {
			for len(turned.Cells) < row.Line {
				turned.Cells = append(turned.Cells, "")
			}
			turned.Cells[row.Line-1] = row.Cell(column)
			turned.Copied[row.Line] = row.Copied[column]
		}
		if isEmpty(turned) {
			continue
		}
		if err := s.task(b, turned, s.place(b, turned)); err != nil {
			return err
		}
	}
	return nil
}

func turnBack(at *graph.Source) { at.Line, at.Column = at.Column, at.Line }
