package matrix

import (
	"tasuki/graph"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// keep holds a row of a turned or long block until the end of the table.
func (s *Scanner) keep(b *blockState, row table.Row) error {
	if b.Turned && row.Line > table.MaxColumn {
		return said.Errorf("line %d: block %s is turned, and the organizations of such a block stand in the first %d lines; correct its lines", row.Line, b.ID, table.MaxColumn)
	}
	row = row.Clone()
	if s.kept += len(row.Cells) + len(row.Merged); s.kept > maxTurned {
		return said.Errorf("line %d: blocks that are turned or in the long form hold more than %d cells; correct the lines of block %s", row.Line, maxTurned, b.ID)
	}
	b.kept = append(b.kept, row)
	return nil
}

// turnedBlock reads a block whose organizations stand in rows: it turns the
// rows kept into one row a task and reads those as any other. The columns of
// the turned row are the lines of the sheet, so the block's Columns and Label,
// which count lines, fit as they are. The places of tasks and marks, and of
// what is wrong with them, are turned back.
func (s *Scanner) turnedBlock(b *blockState) error {
	last := b.Across.Last
	for _, row := range b.kept {
		if b.Across.Last == 0 {
			last = max(last, row.Width())
		}
	}
	emit, before, unread := s.emit, s.problems, len(s.account.Unread)
	s.problems = graph.Collector{}
	defer func() {
		s.emit = emit
		for i := unread; i < len(s.account.Unread); i++ {
			turnBack(&s.account.Unread[i].Source)
		}
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
	last = min(last, table.MaxColumn)
	for column := b.Across.First; column <= last && s.failed == nil && !s.hopeless(); column++ {
		turned := b.column(column)
		switch {
		case table.IsEmpty(turned):
			continue
		case s.Nameless(b, turned):
			s.leave(b, turned)
			continue
		}
		if err := s.task(b, turned, s.Place(b, turned)); err != nil {
			return err
		}
	}
	return s.failed
}

// column returns a column of the rows kept as a row.
func (b *blockState) column(column int) table.Row {
	turned := table.Row{Line: column}
	for _, row := range b.kept {
		text := row.Cell(column)
		if text == "" {
			continue
		}
		for len(turned.Cells) < row.Line {
			turned.Cells, turned.Spread = append(turned.Cells, ""), append(turned.Spread, false)
		}
		turned.Cells[row.Line-1], turned.Spread[row.Line-1] = text, row.Copied(column)
		if how := row.Strike(column); how != table.Unstruck {
			turned.Aside = turned.Aside.Apart(nil)
			turned.Aside.Strike(row.Line, how)
		}
	}
	return turned
}

func turnBack(at *graph.Source) { at.Line, at.Column = at.Column, at.Line }
