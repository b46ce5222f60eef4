package xlsx

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// sheetReader makes rows of the tokens of a sheet.
type sheetReader struct {
	texts  sharedStrings
	format formatter
	styles *fontStyles
	merged *table.Merger
	yield  func(table.Row, error) bool

	row     table.Row
	shared  *table.Aside // what is said of all rows
	formula formulas
	inRows  bool
	size    int // bytes of text in the row
	column  int
	kind    string // of the cell's value, as its attribute t has it
	style   int
	content cellText
}

// visit handles one token. It fails when rows or cells are out of order, which
// would shift marks.
func (s *sheetReader) visit(t *parts.Token) error {
	s.content.visit(t)
	s.formula.visit(t)
	switch {
	case t.Kind == parts.Chars:
	case string(t.Name) == "sheetData":
		s.inRows = t.Kind == parts.Start
	case t.Is(parts.Start, "col") && !s.inRows:
		return s.columns(t)
	case !s.inRows:
	case t.Is(parts.Start, "row"):
		if err := s.startRow(t.Attribute("r")); err != nil {
			return err
		}
		if isTrue(t.Attribute("hidden")) || isZero(t.Attribute("ht")) {
			s.aside().Hidden = true
		}
	case t.Is(parts.Start, "c"):
		return s.startCell(t.Attrs)
	case t.Is(parts.End, "row"):
		return s.endRow()
	case t.Is(parts.End, "c"):
		return s.endCell()
	}
	return nil
}

// startRow also yields the empty rows that the sheet leaves out.
func (s *sheetReader) startRow(number string) error {
	last := s.row.Line
	next := last + 1
	if number != "" {
		var err error
		if next, err = strconv.Atoi(number); err != nil {
			return said.Errorf("row number %q: %w", number, err)
		}
	}
	if next <= last || next > table.MaxRow {
		return said.Errorf("row %d stands after row %d", next, last)
	}
	for line := last + 1; line < next; line = s.merged.Next(line+1, last+1, next) {
		s.row = table.Row{Line: line, Cells: s.row.Cells[:0], Aside: s.shared}
		if err := s.endRow(); err != nil {
			return err
		}
	}
	s.row = table.Row{Line: next, Cells: s.row.Cells[:0], Aside: s.shared}
	s.column, s.size = 0, 0
	return nil
}

func (s *sheetReader) endRow() error {
	if err := s.merged.Fill(&s.row); err != nil {
		return err
	}
	if !s.yield(s.row, nil) {
		return parts.Stop
	}
	return nil
}

func (s *sheetReader) startCell(attrs []parts.Attr) error {
	column := s.column + 1
	s.kind, s.style = "", 0
	s.content.reset()
	s.formula.reset()
	for _, a := range attrs {
		var err error
		switch string(a.Name) {
		case "r":
			var line int
			if column, line, err = excelize.CellNameToCoordinates(string(a.Value)); err == nil && line != s.row.Line {
				err = said.Errorf("cell %s stands in row %d", a.Value, s.row.Line)
			}
		case "s":
			s.style, err = strconv.Atoi(string(a.Value))
		case "t":
			s.kind = string(a.Value)
		}
		if err != nil {
			return said.Errorf("row %d, column %d: %w", s.row.Line, column, err)
		}
	}
	if column <= s.column || column > table.MaxColumn {
		return said.Errorf("row %d: column %d stands after column %d", s.row.Line, column, s.column)
	}
	s.column = column
	return nil
}

func (s *sheetReader) endCell() error {
	text, how, err := s.text()
	if err != nil {
		return said.Errorf("row %d, column %d: %w", s.row.Line, s.column, err)
	}
	if text == "" {
		s.unvalued()
		return nil
	}
	text, how, err = s.font(text, how)
	if err != nil {
		return said.Errorf("row %d, column %d: %w", s.row.Line, s.column, err)
	}
	if how != table.Unstruck && strings.TrimSpace(text) != "" {
		s.aside().Strike(s.column, how)
	}
	if s.size += len(s.content.text); s.size > table.MaxLine {
		return said.Errorf("row %d has more than %d MiB of text", s.row.Line, table.MaxLine>>20)
	}
	if s.styles.bold.has(s.style) {
		s.row.Bold = append(s.row.Bold, s.column)
	}
	for len(s.row.Cells) < s.column-1 {
		s.row.Cells = append(s.row.Cells, "")
	}
	s.row.Cells = append(s.row.Cells, text)
	return nil
}

// text returns what the cell shows, and how much of it its runs strike out.
func (s *sheetReader) text() (text string, how table.Strike, err error) {
	if len(s.content.text) == 0 {
		return "", how, nil
	}
	switch s.kind {
	case "s":
		text, err = s.texts.at(string(s.content.text))
		return text, s.texts.strike(string(s.content.text)), err
	case "", "n":
		text, err = s.format.show(number{s.style, strings.TrimSpace(string(s.content.text))})
		return text, how, err
	case "b":
		if isTrue(strings.TrimSpace(string(s.content.text))) {
			return "TRUE", how, nil
		}
		return "FALSE", how, nil
	}
	text, how = s.content.shown()
	return text, how, nil
}
