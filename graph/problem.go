package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tasuki/graph/said"
)

// Problem is one fault in the data: where it is, the value, and what is wrong.
type Problem struct {
	Source  Source `json:"source,omitzero"` // its place in a file, where it has one
	Path    string `json:"path,omitempty"`  // its place in the dataset, as a JSON pointer
	Value   string `json:"value"`
	Message string `json:"message"` // what is wrong and what to do

	Kind string `json:"-"`              // the format of the message; shared by problems that say the same of other values; empty: the message
	Args []any  `json:"-"`              // of the format; nil: the message is said as it is
	More int    `json:"more,omitempty"` // further problems of the same kind that it stands for, see [Collector]
}

// Saying returns p with what is wrong, in a format of [fmt.Sprintf].
func (p Problem) Saying(format string, args ...any) Problem {
	p.Kind, p.Args, p.Message = format, args, fmt.Sprintf(format, args...)
	return p
}

// kind returns what problems have in common that are said in one line.
func (p Problem) kind() string { return cmp.Or(p.Kind, p.Message) }

// place returns where the problem is, as far as that is known.
func (p Problem) place() string { return cmp.Or(p.Source.String(), p.Path) }

// String returns "file:line:column: value: message", less what is unknown. A long
// value is cut.
func (p Problem) String() string {
	text := fmt.Sprintf("%q: %s", said.Cut(p.Value, 200), said.Cut(p.Message, 2000))
	if at := p.place(); at != "" {
		return at + ": " + text
	}
	return text
}

// String returns the place as "file:line:column", or as "file, sheet S, cell
// C7" for a workbook, "row 7" without a column.
func (s Source) String() string {
	if s.Sheet != "" && s.Column == 0 {
		return fmt.Sprintf("%s, sheet %q, row %d", s.File, s.Sheet, s.Line)
	}
	if s.Sheet != "" {
		return fmt.Sprintf("%s, sheet %q, cell %s", s.File, s.Sheet, Cell(s.Line, s.Column))
	}
	parts := []string{s.File}
	for _, n := range []int{s.Line, s.Column} {
		if n > 0 {
			parts = append(parts, strconv.Itoa(n))
		}
	}
	return strings.Join(parts, ":")
}

// Note returns the place as what is said of it, with the words of [Source.String].
func (s Source) Note() said.Note {
	switch {
	case s.Sheet != "" && s.Column == 0:
		return said.Notef("%s, sheet %q, row %d", s.File, s.Sheet, s.Line)
	case s.Sheet != "":
		return said.Notef("%s, sheet %q, cell %s", s.File, s.Sheet, Cell(s.Line, s.Column))
	}
	return said.Notef("%s", s.String())
}

// Cell returns the name of a workbook's cell, such as C7. A column of 0 names
// the whole row.
func Cell(row, column int) string {
	return ColumnName(column) + strconv.Itoa(row)
}

// ColumnName returns the letters of the column that counts from 1.
func ColumnName(column int) string {
	letters := ""
	for ; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return letters
}

// Problems are all the faults of a dataset. As an error they are one line each, but
// for equal ones, see [Problems.Error].
type Problems []Problem

// Count returns how many problems there are, those among them that a problem
// stands for.
func (ps Problems) Count() int {
	n := len(ps)
	for _, p := range ps {
		n += p.More
	}
	return n
}

// Sort orders the problems by file, sheet, line, column, path, value and
// message.
func (ps Problems) Sort() {
	slices.SortFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			compareSources(a.Source, b.Source),
			Compare(a.Path, b.Path),
			strings.Compare(a.Value, b.Value),
			strings.Compare(a.Message, b.Message),
		)
	})
}

// Err returns ps in order as an error, or nil when there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	ps.Sort()
	return ps
}
