package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Problem is one fault in the data: where it is, the value, and what is wrong.
type Problem struct {
	Source  Source `json:"source,omitzero"` // its place in a file, where it has one
	Path    string `json:"path,omitempty"`  // its place in the dataset, as a JSON pointer
	Value   string `json:"value"`
	Message string `json:"message"` // what is wrong and what to do
}

// String returns "file:line:column: value: message", less what is unknown.
func (p Problem) String() string {
	var b strings.Builder
	if at := p.Source.String(); at != "" {
		b.WriteString(at + ": ")
	} else if p.Path != "" {
		b.WriteString(p.Path + ": ")
	}
	fmt.Fprintf(&b, "%q: %s", p.Value, p.Message)
	return b.String()
}

// String returns the place as "file:line:column", or as "file, sheet S, cell
// C7" for a workbook.
func (s Source) String() string {
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

// Problems are all the faults of a dataset. As an error they are one line each.
type Problems []Problem

// Error lists every problem, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
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
