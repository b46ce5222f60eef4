package matrix

import (
	"cmp"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// PartyNames splits a cell that names organizations: at line breaks, commas,
// semicolons and bars, unless known knows the whole; then at slashes, plus signs,
// ampersands and middle dots where splits says so of the part, since names have
// these too.
func PartyNames(text string, known func(name string) bool, splits func(part string, names []string) bool) []string {
	if whole := Fold(text); whole == "" || known(whole) {
		return nonEmpty(whole)
	}
	var names []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\n\r,，、;；|｜", r) }) {
		part = Fold(part)
		inner := fields(part, "/／+＋&＆・")
		if len(inner) > 1 && !known(part) && splits(part, inner) {
			names = append(names, inner...)
			continue
		}
		names = append(names, nonEmpty(part)...)
	}
	return names
}

func fields(text, separators string) []string {
	var list []string
	for _, field := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		list = append(list, nonEmpty(Fold(field))...)
	}
	return list
}

func nonEmpty(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// parties returns the IDs of the organizations that a cell names for a task, and
// reports the names that are of none, or keeps them as unread.
func (s *Scanner) parties(row table.Row, column Column, task string) []string {
	text, struck := row.Cell(int(column)), row.Strike(int(column)) == table.Wholly
	if c, ok := s.Glyphs.Read(text); ok && !c.IsMark() {
		return nil
	}
	known := func(name string) bool { return s.byName(name) != "" }
	var ids []string
	for _, name := range PartyNames(text, known, func(_ string, names []string) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return !known(name) })
	}) {
		id := s.byName(name)
		switch {
		case struck && !s.Reading.KeepUnread:
			s.unreadable(row, layout{ID: task}, column, id, false)
		case (struck || id == "") && s.Reading.KeepUnread:
			reason := struckReason(row, column)
			if others := cell.Alternatives(name); reason.IsZero() && len(others) > 0 && !slices.ContainsFunc(others, func(other string) bool { return !known(other) }) {
				reason = eitherParty
			}
			s.unread(row.Line, column, task, id, name, reason)
		case id == "":
			s.fault(row.Line, column, name, "is not the name of an organization of this reading; add it to the organizations or to the aliases of one")
		case !slices.Contains(ids, id):
			ids = append(ids, id)
		}
	}
	return ids
}

// byName returns the ID of the organization that a text names, or "".
func (s *Scanner) byName(name string) string {
	if s.spelled == nil {
		s.spelled = map[string]string{}
		for _, o := range slices.Backward(s.Reading.Organizations) {
			for _, spelling := range append([]string{o.ID, o.Name.JA, o.Name.EN}, o.Aliases...) {
				s.spelled[squeezed(spelling)] = o.ID
			}
		}
		delete(s.spelled, "")
	}
	return s.spelled[squeezed(name)]
}

// nameCell reads a cell that names the organizations which have a role.
func (s *Scanner) nameCell(found *rowMarks, b *blockState, row table.Row, l layout, column Column) {
	m := cell.Mark{Role: b.Roles[column], Printed: b.headings[column]}
	s.named(found, b, row, l, column, s.parties(row, column, l.ID), cell.Content{}, m)
}

// named adds the marks of organizations that a cell names for a role, which c may call
// open. Of two roles that exclude each other the stronger counts; who is accountable
// may be it besides.
func (s *Scanner) named(found *rowMarks, b *blockState, row table.Row, l layout, column Column, ids []string, c cell.Content, m cell.Mark) {
	for _, id := range ids {
		m := cell.Mark{Role: m.Role, Printed: cmp.Or(m.Printed, id)}
		at := place{organization: id, reading: graph.Printed}
		i := slices.IndexFunc(found.marks, func(a graph.Assignment) bool {
			return a.Organization == id && (a.Role == graph.Accountable) == (m.Role == graph.Accountable)
		})
		if i < 0 {
			found.marks = append(found.marks, s.assignment(b, row, l, column, at, c, m))
			continue
		}
		s.doubles.add(found.marks[i], s.at(row.Line, column))
		if cell.Rank(m.Role) > cell.Rank(found.marks[i].Role) {
			found.marks[i] = s.assignment(b, row, l, column, at, c, m)
		}
	}
}

// doubles counts the organizations that a table names for two roles of a task that
// exclude each other.
type doubles struct {
	n     int
	first graph.Assignment
	again graph.Source
}

func (d *doubles) add(a graph.Assignment, again graph.Source) {
	if d.n++; d.n == 1 {
		d.first, d.again = a, again
	}
}

// assumptions says that the stronger role counts.
func (d *doubles) assumptions() []said.Note {
	if d.n == 0 {
		return nil
	}
	return []said.Note{said.Notef("roles: %q has two roles in task %q (%s and column %d), and the stronger one counts; %d such in all; change the table",
		d.first.Organization, d.first.Task, d.first.Source.Note(), d.again.Column, d.n)}
}
