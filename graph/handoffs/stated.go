package handoffs

import (
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
)

// Stated is what one table or flowchart states, tasks and flows by what is written.
type Stated struct {
	Entries []Entry
	Notes   []said.Note // what was left out or taken for granted

	at      graph.Source   // the file, and the sheet
	chart   bool           // a flowchart, whose arrows have no kind
	partial bool           // it may be about something else than tasks
	broken  graph.Problems // what of a flowchart is not understood
}

// Entry is one handoff as it is written.
type Entry struct {
	line  int
	cells [fields]cell
}

// cell is what is written of one field.
type cell struct {
	text, label  string // a node of a flowchart has both
	line, column int
}

// field is what a column says.
type field int

const (
	flowField field = iota
	fromField
	toField
	kindField
	whatField
	minutesField
	basisField
	rowsField
	inferredField
	startField
	goalField
	branchField
	whenField
	optionalField
	fields
)

// name returns the English heading of a field.
func (f field) name() string {
	return [fields]string{"flow", "from", "to", "kind", "what", "minutes", "basis", "basis rows", "inferred", "start", "goal", "branch", "when", "optional"}[f]
}

// source returns the place of a cell.
func (s *Stated) source(line, column int) graph.Source {
	at := s.at
	at.Line, at.Column = line, column
	return at
}

// row returns the place of an entry.
func (s *Stated) row(e *Entry) graph.Source { return s.source(e.line, 0) }

// name returns the file and, of a workbook, the sheet.
func (s *Stated) name() said.Note {
	if s.at.Sheet != "" {
		return said.Notef("%s, sheet %q", s.at.File, s.at.Sheet)
	}
	return said.Notef("%s", s.at.File)
}

// lineOf names a line of a text, or a row of a sheet.
func (s *Stated) lineOf(line int) said.Note {
	if s.chart {
		return said.Notef("line %d", line)
	}
	return said.Notef("row %d", line)
}

func (c cell) empty() bool {
	return strings.TrimSpace(c.text) == "" && strings.TrimSpace(c.label) == ""
}
