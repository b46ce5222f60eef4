package matrix

import (
	"fmt"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// asides gathers what a file says besides the texts of the rows that were read.
type asides struct {
	rows       lineRanges   // hidden ones
	deleted    lineRanges   // rows deleted with changes tracked
	columns    map[int]bool // hidden ones with texts
	struck     places       // names that are struck out
	cut        places       // names of which a part is
	revised    places       // texts with tracked changes
	nameless   places       // tasks that are called by their place
	placed     places       // those that have a name all the same
	unnumbered places       // rows with a name, but without an item number and marks
	empty      places       // rows without a name and marks
	uncounted  places       // formulas of numbers without a value
}

// lineRanges are lines in order.
type lineRanges []Lines

func (r *lineRanges) add(line int) {
	if n := len(*r); n > 0 && (*r)[n-1].Last == line-1 {
		(*r)[n-1].Last = line
		return
	}
	*r = append(*r, Lines{First: line, Last: line})
}

func (r lineRanges) note() said.Note {
	var names []string
	for _, lines := range r[:min(len(r), maxNamed)] {
		if lines.First == lines.Last {
			names = append(names, fmt.Sprint(lines.First))
		} else {
			names = append(names, fmt.Sprintf("%d-%d", lines.First, lines.Last))
		}
	}
	return list(names, len(r))
}

// places are cells or rows: the first of them, and how many there are.
type places struct {
	first []string
	count int
}

func (p *places) add(place string) {
	if p.count++; len(p.first) < maxNamed {
		p.first = append(p.first, place)
	}
}

func (p places) note() said.Note { return list(p.first, p.count) }

// list writes the first of some names, and how many more there are.
func list(names []string, count int) said.Note {
	shown := names[:min(len(names), maxNamed)]
	text := strings.Join(shown, ", ")
	if more := count - len(shown); more > 0 {
		return said.Notef("%s and %d more", text, more)
	}
	return said.Notef("%s", text)
}

// besides notes what the file says of a row. A formula without a value is a fault
// wherever it stands: what it would show may be a mark, or what tells that there
// are marks below.
func (s *Scanner) besides(row table.Row) {
	for _, column := range row.Aside.Unvalued {
		s.problems.Add(table.NoValue(s.at(row.Line, Column(column))))
	}
	a := &s.asides
	if row.Aside.Deleted && s.reads(row.Line) {
		a.deleted.add(row.Line)
	}
	if table.IsEmpty(row) || !s.reads(row.Line) {
		return
	}
	for _, column := range row.Aside.Uncounted {
		a.uncounted.add(graph.Cell(row.Line, column))
	}
	for _, column := range row.Aside.Struck {
		if s.namesAt(row.Line, Column(column)) {
			a.struck.add(graph.Cell(row.Line, column))
		}
	}
	for _, column := range row.Aside.Cut {
		if s.namesAt(row.Line, Column(column)) {
			a.cut.add(graph.Cell(row.Line, column))
		}
	}
	for _, column := range row.Aside.Revised {
		a.revised.add(graph.Cell(row.Line, column))
	}
	if row.Aside.Hidden {
		a.rows.add(row.Line)
	}
	s.hiddenColumns(row)
}

func (s *Scanner) hiddenColumns(row table.Row) {
	for _, hidden := range row.Aside.HiddenColumns {
		for column := hidden.First; column <= min(hidden.Last, len(row.Cells)); column++ {
			if !s.asides.columns[column] && strings.TrimSpace(row.Own(column)) != "" {
				if s.asides.columns == nil {
					s.asides.columns = map[int]bool{}
				}
				s.asides.columns[column] = true
			}
		}
	}
}

// reads reports whether a line belongs to a block or to its headings, and is not
// rejected.
func (s *Scanner) reads(line int) bool {
	for _, b := range s.Blocks {
		if b.Headings.Contains(line) {
			return true
		}
		if b.Lines.Contains(line) {
			return !s.Rejected(line)
		}
	}
	return false
}

// assumptions says what was taken for granted about hidden and struck-out texts.
func (a *asides) assumptions() []said.Note {
	var out []said.Note
	assume := func(format string, what said.Note) {
		if what.String() != "" {
			out = append(out, said.Notef(format, what))
		}
	}
	var columns []string
	for _, column := range SortedKeys(a.columns) {
		columns = append(columns, graph.ColumnName(column))
	}
	assume("rows: hidden ones are read too: %s; delete them in the file if they no longer hold", a.rows.note())
	assume("columns: hidden ones are read too: %s; delete them in the file if they no longer hold", list(columns, len(columns)))
	assume("names: texts that are struck out are read all the same: %s; delete them in the file if they no longer hold", a.struck.note())
	assume("names: what is struck out of a text is left out: %s; delete it in the file", a.cut.note())
	assume("tasks: marks without the name of a task beside them are of a task of their own, called by its place: %s; write its name into the file", a.nameless.note())
	assume("tasks: marks beside a name without an item number are of a task that is called by its place: %s; write its number into the file", a.placed.note())
	assume("rows: what has neither the name of a task nor a mark under a heading is left out: %s", a.empty.note())
	assume(`rows: what has a name, but neither an item number nor a mark under a heading, is no task and left out: %s; write its number into the file, or its line under "bands" of the block`, a.unnumbered.note())
	assume("formulas: counts and sums without a stored value are left out: %s; open the file in the spreadsheet program and save it there, which stores the values", a.uncounted.note())
	assume("revisions: texts with tracked changes are read as if these were accepted: %s; accept or reject them in the file", a.revised.note())
	assume("revisions: rows deleted with changes tracked are left out: %s; accept or reject the changes in the file", a.deleted.note())
	return out
}

// withAsides returns the assumptions of a reading with those that its file gives
// cause to, each once.
func (s *Scanner) withAsides() []said.Note {
	all := s.Reading.Assumptions
	for _, n := range s.asides.assumptions() {
		if !said.Has(all, n) {
			all = append(slices.Clip(all), n)
		}
	}
	return all
}
