package matrix

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sheetScan is what has to be known of a sheet before its first row is read,
// because the merged ranges stand after the rows.
type sheetScan struct {
	lastRow int
	merged  []mergedRange

	shared  sharedStrings
	column  int    // the last one seen in the row
	texts   int    // cells of the row that have a shared string
	kind    string // of the cell
	inRows  bool
	inValue bool
}

// scanSheet walks through a sheet. It fails when rows or cells are out of
// order, which would shift marks, when a cell refers to a string that is not
// there, and when there is more than a table may hold.
func scanSheet(part *zip.File, shared sharedStrings) (*sheetScan, error) {
	s := &sheetScan{shared: shared}
	err := walkPart(part, maxSheet, func(token xml.Token) error {
		switch e := token.(type) {
		case xml.StartElement:
			return s.start(e)
		case xml.EndElement:
			s.inValue = false
			if e.Name.Local == "sheetData" {
				s.inRows = false
			}
		case xml.CharData:
			if s.inValue && s.kind == "s" {
				return s.sharedString(string(e))
			}
		}
		return nil
	})
	return s, err
}

const (
	maxRowText = 256 << 20 // bytes of text in a row of a sheet
	maxStrings = 8 << 20   // strings that sheets share
	maxMerged  = 1 << 20   // merged ranges in a sheet
)

func (s *sheetScan) start(e xml.StartElement) error {
	switch name := e.Name.Local; {
	case name == "sheetData":
		s.inRows = true
	case name == "row" && s.inRows:
		return s.startRow(attribute(e, "r"))
	case name == "c" && s.inRows:
		return s.startCell(e)
	case name == "v" && s.inRows:
		s.inValue = true
	case name == "mergeCell" && !s.inRows:
		return s.merge(attribute(e, "ref"))
	}
	return nil
}

func (s *sheetScan) startRow(number string) error {
	row := s.lastRow + 1
	if number != "" {
		var err error
		if row, err = strconv.Atoi(number); err != nil {
			return fmt.Errorf("row number %q: %w", number, err)
		}
	}
	if row <= s.lastRow || row > maxRow {
		return fmt.Errorf("row %d stands after row %d", row, s.lastRow)
	}
	s.lastRow, s.column, s.texts = row, 0, 0
	return nil
}

func (s *sheetScan) startCell(e xml.StartElement) error {
	column := s.column + 1
	if name := attribute(e, "r"); name != "" {
		var row int
		var err error
		if column, row, err = excelize.CellNameToCoordinates(name); err != nil {
			return err
		}
		if row != s.lastRow {
			return fmt.Errorf("cell %s stands in row %d", name, s.lastRow)
		}
	}
	if column <= s.column || column > maxColumn {
		return fmt.Errorf("row %d: column %d stands after column %d", s.lastRow, column, s.column)
	}
	if style := attribute(e, "s"); style != "" {
		if _, err := strconv.Atoi(style); err != nil {
			return fmt.Errorf("row %d, column %d: style %q: %w", s.lastRow, column, style, err)
		}
	}
	s.column = column
	s.kind = attribute(e, "t")
	return nil
}

// sharedString checks a cell's reference to a shared string.
func (s *sheetScan) sharedString(index string) error {
	i, err := strconv.Atoi(strings.TrimSpace(index))
	if err != nil || i < 0 || i >= s.shared.count {
		return fmt.Errorf("row %d, column %d: there is no string %q among the %d of the workbook", s.lastRow, s.column, index, s.shared.count)
	}
	if s.texts++; s.texts*s.shared.longest > maxRowText {
		return fmt.Errorf("row %d may have more than %d MiB of text", s.lastRow, maxRowText>>20)
	}
	return nil
}

func (s *sheetScan) merge(ref string) error {
	from, to, isRange := strings.Cut(ref, ":")
	if !isRange {
		return nil // a single cell
	}
	var m mergedRange
	var err error
	if m.left, m.top, err = excelize.CellNameToCoordinates(from); err != nil {
		return err
	}
	if m.right, m.bottom, err = excelize.CellNameToCoordinates(to); err != nil {
		return err
	}
	if m.right < m.left || m.bottom < m.top {
		return fmt.Errorf("merged range %s ends before it starts", ref)
	}
	if len(s.merged) == maxMerged {
		return fmt.Errorf("more than %d merged ranges", maxMerged)
	}
	s.merged = append(s.merged, m)
	return nil
}

// sharedStrings says how many strings the sheets of a workbook share, and how
// many bytes the longest has.
type sharedStrings struct{ count, longest int }

func scanStrings(part *zip.File) (sharedStrings, error) {
	var shared sharedStrings
	length := 0
	err := walkPart(part, maxSheet, func(token xml.Token) error {
		switch e := token.(type) {
		case xml.StartElement:
			if e.Name.Local == "si" {
				length = 0
				shared.count++
			}
		case xml.CharData:
			length += len(e)
			shared.longest = max(shared.longest, length)
		}
		if shared.count > maxStrings || shared.longest > maxToken {
			return fmt.Errorf("more than %d strings, or one of more than %d bytes", maxStrings, maxToken)
		}
		return nil
	})
	return shared, err
}

// hasText reports whether any cell of a sheet shows something.
func hasText(part *zip.File) (bool, error) {
	found, inRows, inValue := false, false, false
	err := walkPart(part, maxSheet, func(token xml.Token) error {
		switch e := token.(type) {
		case xml.StartElement:
			inRows = inRows || e.Name.Local == "sheetData"
			inValue = inRows && (e.Name.Local == "v" || e.Name.Local == "t")
		case xml.EndElement:
			inValue = false
			if e.Name.Local == "sheetData" {
				return errStop
			}
		case xml.CharData:
			if inValue && strings.TrimSpace(string(e)) != "" {
				found = true
				return errStop
			}
		}
		return nil
	})
	return found, err
}
