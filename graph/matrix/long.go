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
		found := rowMarks{}
		for _, row := range g.rows {
			s.longRow(&found, b, row, g.l)
		}
		if err := s.record(b, g.first, g.l, s.counted(found.marks), b.area); err != nil {
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
	cell := row.Cell(int(b.Role))
	m, ok := s.Glyphs.Read(cell)
	parties := Fold(row.Cell(int(b.Party)))
	switch {
	case parties == "" && (Fold(cell) == "" || ok && m.Role == ""):
	case parties == "":
		s.fault(row.Line, b.Party, "", "no organization is named here; fill the cell")
	case !ok || m.Role == "":
		s.unreadable(row, b.Role, false)
	default:
		s.nameCell(found, b, row, l, b.Party, m.Role, m.Glyph)
		if m.Accountable != "" {
			s.nameCell(found, b, row, l, b.Party, graph.Accountable, m.Accountable)
		}
	}
}
