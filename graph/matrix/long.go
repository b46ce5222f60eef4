package matrix

import (
	"tasuki/graph"
	"tasuki/graph/matrix/table"
)

// longBlock reads a block in the long form: each row names a task, organizations
// and their mark. Rows of one task belong together wherever they stand; one that
// names none continues the task above.
func (s *Scanner) longBlock(b *blockState) error {
	type group struct {
		first table.Row
		l     layout
		rows  []table.Row
	}
	var groups []*group
	byItem := map[string]*group{}
	var current *group
	for _, row := range b.kept {
		item := Fold(row.Cell(int(b.nameColumn())))
		if item != "" && byItem[item] == nil {
			byItem[item] = &group{first: row, l: s.Place(b, row)}
			s.Seen[byItem[item].l.ID] = row.Line
			groups = append(groups, byItem[item])
		}
		if item != "" {
			current = byItem[item]
		}
		s.account.Rows.In++
		if current == nil {
			s.fault(row.Line, b.nameColumn(), "", "this row names no task, and none stands above it; correct the lines of block %s", b.ID)
			continue
		}
		s.account.Rows.Loaded++
		current.rows = append(current.rows, row)
	}
	for _, g := range groups {
		found, unread := rowMarks{}, len(s.account.Unread)
		for _, row := range g.rows {
			s.longRow(&found, b, row, g.l)
		}
		if err := s.record(b, g.first, g.l, s.counted(found.marks, len(s.account.Unread) == unread), b.area); err != nil {
			return err
		}
	}
	return s.failed
}

// nameColumn returns the column that tells the tasks of a long block apart.
func (b *blockState) nameColumn() Column {
	if b.Item > 0 {
		return b.Item
	}
	return b.Label
}

// longRow reads the mark of a row in the long form.
func (s *Scanner) longRow(found *rowMarks, b *blockState, row table.Row, l layout) {
	text := row.Cell(int(b.Role))
	c, ok := s.Glyphs.Read(text)
	parties := Fold(row.Cell(int(b.Party)))
	if none, filled := s.Glyphs.Read(parties); filled && !none.IsMark() {
		parties = ""
	}
	switch {
	case ok && !c.IsMark():
	case parties == "" && s.Reading.KeepUnread:
		s.unread(row.Line, b.Role, l.ID, "", text, graph.Name{})
	case parties == "":
		s.fault(row.Line, b.Party, "", "no organization is named here; fill the cell")
	case !c.IsMark(), row.Strike(int(b.Role)) == table.Wholly:
		s.unreadable(row, l, b.Role, s.byName(parties), false)
	default:
		ids := s.parties(row, b.Party, l.ID)
		for _, m := range c.Marks {
			s.named(found, b, row, l, b.Party, ids, c, m)
		}
	}
}
