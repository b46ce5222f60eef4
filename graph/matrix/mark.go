package matrix

import (
	"cmp"
	"fmt"
	"slices"
	"unicode"

	"tasuki/graph"
	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// rowMarks is what stands where marks do in a row.
type rowMarks struct {
	marks []graph.Assignment
	texts []Column // not yet known to be text pushed to the right by drift
}

// marks reads the marks of a row, by column, and reports every cell that
// should hold one and cannot be read.
func (s *Scanner) marks(b *blockState, row table.Row, l layout) []graph.Assignment {
	found, unread := rowMarks{marks: s.buffer[:0]}, len(s.account.Unread)
	for i, text := range row.Cells {
		if text != "" {
			s.cell(&found, b, row, l, Column(i+1), text)
		}
	}
	if len(row.Merged) > 0 {
		s.copies(&found, b, row, l)
	}
	marks := found.marks
	s.buffer = marks
	corrected := len(l.corrections) > 0
	for _, column := range found.texts {
		drifted := corrected && (len(marks) == 0 || int(column) < marks[0].Source.Column)
		if _, word := s.Reading.Timings[Fold(row.Cell(int(column)))]; !drifted && !(word && corrected) {
			s.unreadable(row, l, column, l.places[column].organization, false)
		}
	}
	s.missing(row, l, marks)
	return s.counted(marks, len(s.account.Unread) == unread)
}

// counted settles who leads a task by its marks, if all of them are read, and counts
// them.
func (s *Scanner) counted(marks []graph.Assignment, all bool) []graph.Assignment {
	if s.Reading.Glyphs.AccountableLeads && all {
		marks = s.accountableLeads(marks)
	}
	for _, a := range marks {
		s.account.Marks.Add(a.Reading)
	}
	return marks
}

// cell reads one cell that may hold a mark.
func (s *Scanner) cell(found *rowMarks, b *blockState, row table.Row, l layout, column Column, text string) {
	if column == b.Item || (column == b.Label && b.Label > 0) {
		return
	}
	if b.naming[column] {
		s.nameCell(found, b, row, l, column)
		return
	}
	at, placed := l.places[column]
	c, ok := b.ruled(s.Glyphs, column, text)
	if c.IsMark() && row.Strike(int(column)) == table.Wholly {
		s.withdrawn(b, row, l, column, c)
		return
	}
	symbol := !ok && cell.IsSymbol(text)
	switch {
	case placed && c.IsMark():
		for _, m := range slices.Backward(c.Marks) { // who is accountable first, as assignments are ordered
			found.marks = append(found.marks, s.assignment(b, row, l, column, at, c, m))
		}
	case ok && !c.IsMark():
	case placed && !symbol:
		found.texts = append(found.texts, column)
	case placed:
		s.unreadable(row, l, column, at.organization, ok)
	case b.ignored[column]:
	case ok && !c.Noted && column >= b.area, ok && !c.Noted && cell.IsSymbol(text), symbol && column >= b.area:
		s.unreadable(row, l, column, "", ok)
	}
}

// copies reads what merged ranges copy to where marks stand and, of what they
// copy to columns without heading, one cell each.
func (s *Scanner) copies(found *rowMarks, b *blockState, row table.Row, l layout) {
	columns := SortedKeys(l.places)
	for _, span := range row.Merged {
		c, ok := s.Glyphs.Read(span.Text)
		if ok && !c.IsMark() {
			continue
		}
		s.copy(found, b, row, l, span, within(columns, span, row))
		if !ok && !cell.IsSymbol(span.Text) {
			continue
		}
		if column := b.beside(span, row, l); column > 0 {
			s.cell(found, b, row, l, column, span.Text)
		}
	}
	slices.SortStableFunc(found.marks, func(x, y graph.Assignment) int { return cmp.Compare(x.Source.Column, y.Source.Column) })
	slices.Sort(found.texts)
}

// copy reads what a merged range copies to columns where marks stand. An organization
// whose heading covers several of them has one mark there, not one in each.
func (s *Scanner) copy(found *rowMarks, b *blockState, row table.Row, l layout, span table.Span, columns []Column) {
	var marked []string
	if row.Own(span.First) != "" {
		marked = append(marked, l.places[Column(span.First)].organization)
	}
	for _, column := range columns {
		organization := l.places[column].organization
		if len(b.Roles) == 0 && slices.Contains(marked, organization) {
			continue
		}
		marked = append(marked, organization)
		s.cell(found, b, row, l, column, span.Text)
	}
}

// beside returns the first column of a merged range that has no heading and is
// not ignored, or 0.
func (b *blockState) beside(span table.Span, row table.Row, l layout) Column {
	if b.free == nil {
		b.free = b.freeColumns()
	}
	first, _ := slices.BinarySearch(b.free, Column(span.First))
	for _, column := range b.free[first:] {
		if column > Column(span.Last) {
			break
		}
		if _, placed := l.places[column]; !placed && row.Own(int(column)) == "" {
			return column
		}
	}
	return 0
}

// freeColumns returns the columns from that of the first marks on that are
// nothing's.
func (b *blockState) freeColumns() []Column {
	free := make([]Column, 0, table.MaxColumn)
	for column := max(b.area, 1); column <= table.MaxColumn; column++ {
		if _, placed := b.printed[column]; !placed && !b.ignored[column] && column != b.Item && column != b.Label {
			free = append(free, column)
		}
	}
	return free
}

// unreadable takes note of a cell that stands where a mark should, and is none
// that can be read: glyph says that it is one, under no heading. A reading that
// keeps what is unread is not stopped by it.
func (s *Scanner) unreadable(row table.Row, l layout, column Column, organization string, glyph bool) {
	text := Fold(row.Cell(int(column)))
	reason := struckReason(row, column)
	either := s.Glyphs.Either(text)
	if reason.IsZero() && len(either) > 0 {
		reason = eitherReason(either)
	}
	if s.Reading.KeepUnread {
		s.unread(row.Line, column, l.ID, organization, text, reason)
		return
	}
	if len(either) > 0 && row.Strike(int(column)) != table.Wholly {
		s.fault(row.Line, column, text, "this cell leaves open which of several roles it means; write one of them")
		return
	}
	if !reason.IsZero() {
		s.fault(row.Line, column, text, "this cell is struck out, so that it is no mark for sure; delete it in the file, or keep it as unread with keep_unread: true in the reading")
		return
	}
	if glyph {
		s.fault(row.Line, column, text, "this mark stands under no heading; add the column to its block, or a correction of the row under rows")
		return
	}
	hint := ""
	if r := []rune(text); len(r) == 1 {
		hint = fmt.Sprintf(" (U+%04X)", r[0])
		if unicode.IsLetter(r[0]) && r[0] > unicode.MaxASCII {
			hint = fmt.Sprintf(" (U+%04X, a letter that may only look like a known mark)", r[0])
		}
	}
	s.fault(row.Line, column, text, "this cell cannot be read as a mark%s; correct it, or say under glyphs what it means", hint)
}

// unread keeps a cell whose role is not known.
func (s *Scanner) unread(line int, column Column, task, organization, text string, reason graph.Name) {
	at := s.at(line, column)
	at.Mark = table.Cut(cell.Line(text), maxQuoted)
	s.account.Unread = append(s.account.Unread, graph.UnreadMark{Task: task, Organization: organization, Source: at, Reason: reason})
	s.account.Marks.In++
	s.account.Marks.Unread++
	if len(s.account.Unread) > maxUnread && s.failed == nil {
		s.failed = said.Errorf("line %d: more than %d cells where marks stand cannot be read, the last of them %q; write a reading file that says where the matrix is and what its marks mean", line, maxUnread, at.Mark)
	}
}

// missing reports the columns that a correction names but where no mark stands.
func (s *Scanner) missing(row table.Row, l layout, marks []graph.Assignment) {
	for _, i := range l.corrections {
		for _, column := range SortedKeys(s.Corrections.list[i].Marks) {
			if !slices.ContainsFunc(marks, func(a graph.Assignment) bool { return a.Source.Column == int(column) }) {
				s.fault(row.Line, column, Fold(row.Cell(int(column))), "the reading places a mark of task %s here, but there is none; correct its entry under rows", l.ID)
			}
		}
	}
}

// assignment makes an assignment of a mark in a column. In the long form the role stands in
// a column of its own, which may be struck out in part too.
func (s *Scanner) assignment(b *blockState, row table.Row, l layout, column Column, at place, c cell.Content, m cell.Mark) graph.Assignment {
	a := graph.Assignment{
		Task: l.ID, Organization: at.organization, Role: m.Role,
		Reading: at.reading, Alternatives: at.alternatives, Reason: at.reason,
		Source: s.at(row.Line, column),
	}
	a.Source.Mark = m.Printed
	if row.Copied(int(column)) {
		if s.copied++; s.copied > maxCopied && s.failed == nil {
			s.failed = said.Errorf("line %d: merged cells copy more than %d marks; unmerge them, or save the sheet as CSV", row.Line, maxCopied)
		}
		if a.Reading == graph.Printed {
			a.Reading, a.Reason = graph.Realigned, mergedReason
		}
	}
	if c.Unsettled && a.Reading != graph.Uncertain {
		a.Reading, a.Reason = graph.Uncertain, unsettledReason(m.Printed)
	}
	if (row.Strike(int(column)) == table.InPart || row.Strike(int(b.Role)) == table.InPart) && a.Reading != graph.Uncertain {
		a.Reading, a.Reason = graph.Uncertain, cutReason
	}
	if heading, ok := b.columnOf[a.Organization]; ok {
		b.used[heading] = true
	}
	s.withMarks[a.Organization] = true
	return a
}
