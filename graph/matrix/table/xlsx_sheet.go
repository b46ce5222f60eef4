package table

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tasuki/graph/said"
)

// sheetReader makes rows of the tokens of a sheet.
type sheetReader struct {
	texts  sharedStrings
	format formatter
	styles *struckStyles
	merged *merger
	yield  func(Row, error) bool

	row     Row
	shared  *Aside // what is said of all rows
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
func (s *sheetReader) visit(t *token) error {
	s.content.visit(t)
	s.formula.visit(t)
	switch {
	case t.kind == charData:
	case string(t.name) == "sheetData":
		s.inRows = t.kind == startTag
	case t.is(startTag, "col") && !s.inRows:
		return s.columns(t)
	case !s.inRows:
	case t.is(startTag, "row"):
		if err := s.startRow(t.attribute("r")); err != nil {
			return err
		}
		if isTrue(t.attribute("hidden")) || isZero(t.attribute("ht")) {
			s.aside().Hidden = true
		}
	case t.is(startTag, "c"):
		return s.startCell(t.attrs)
	case t.is(endTag, "row"):
		return s.endRow()
	case t.is(endTag, "c"):
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
	if next <= last || next > maxRow {
		return said.Errorf("row %d stands after row %d", next, last)
	}
	for line := last + 1; line < next; line++ {
		s.row = Row{Line: line, Cells: s.row.Cells[:0], Aside: s.shared}
		if err := s.endRow(); err != nil {
			return err
		}
	}
	s.row = Row{Line: next, Cells: s.row.Cells[:0], Aside: s.shared}
	s.column, s.size = 0, 0
	return nil
}

func (s *sheetReader) endRow() error {
	if err := s.merged.fill(&s.row); err != nil {
		return err
	}
	if !s.yield(s.row, nil) {
		return errStop
	}
	return nil
}

func (s *sheetReader) startCell(attrs []attr) error {
	column := s.column + 1
	s.kind, s.style = "", 0
	s.content.reset()
	s.formula.reset()
	for _, a := range attrs {
		var err error
		switch string(a.name) {
		case "r":
			var line int
			if column, line, err = excelize.CellNameToCoordinates(string(a.value)); err == nil && line != s.row.Line {
				err = said.Errorf("cell %s stands in row %d", a.value, s.row.Line)
			}
		case "s":
			s.style, err = strconv.Atoi(string(a.value))
		case "t":
			s.kind = string(a.value)
		}
		if err != nil {
			return said.Errorf("row %d, column %d: %w", s.row.Line, column, err)
		}
	}
	if column <= s.column || column > MaxColumn {
		return said.Errorf("row %d: column %d stands after column %d", s.row.Line, column, s.column)
	}
	s.column = column
	return nil
}

func (s *sheetReader) endCell() error {
	text, err := s.text()
	if err != nil {
		return said.Errorf("row %d, column %d: %w", s.row.Line, s.column, err)
	}
	if text == "" {
		s.unvalued()
		return nil
	}
	struck, err := s.isStruck()
	if err != nil {
		return said.Errorf("row %d, column %d: %w", s.row.Line, s.column, err)
	}
	if struck && strings.TrimSpace(text) != "" {
		own := s.aside()
		own.Struck = append(own.Struck, s.column)
	}
	if s.size += len(s.content.text); s.size > maxLine {
		return said.Errorf("row %d has more than %d MiB of text", s.row.Line, maxLine>>20)
	}
	for len(s.row.Cells) < s.column-1 {
		s.row.Cells = append(s.row.Cells, "")
	}
	s.row.Cells = append(s.row.Cells, text)
	return nil
}

// text returns what the cell shows.
func (s *sheetReader) text() (string, error) {
	if len(s.content.text) == 0 {
		return "", nil
	}
	switch s.kind {
	case "s":
		return s.texts.at(string(s.content.text))
	case "", "n":
		return s.format.show(number{s.style, strings.TrimSpace(string(s.content.text))})
	case "b":
		if isTrue(strings.TrimSpace(string(s.content.text))) {
			return "TRUE", nil
		}
		return "FALSE", nil
	}
	return s.content.String(), nil
}
