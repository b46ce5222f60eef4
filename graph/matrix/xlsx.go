package matrix

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"
)

// SheetError says that a sheet has to be named.
type SheetError struct {
	Sheet  string   // the one that was asked for and is not there, or ""
	Sheets []string // those to choose from, in the order of their tabs
}

func (e *SheetError) Error() string {
	choice := fmt.Sprintf("name one of its sheets with --sheet: %q", e.Sheets)
	if e.Sheet != "" {
		return fmt.Sprintf("the workbook has no sheet %q; %s", e.Sheet, choice)
	}
	return "the workbook has several sheets; " + choice
}

// Sheets returns the names of the visible sheets of a workbook, in the order of
// their tabs. A hidden sheet can be read when it is named.
func Sheets(f File) ([]string, error) {
	b, err := openBook(f)
	if err != nil {
		return nil, fmt.Errorf("listing the sheets of a workbook: %w", err)
	}
	return b.visible(), nil
}

func (b *book) visible() []string {
	var names []string
	for _, s := range b.sheets {
		if s.visible {
			names = append(names, s.name)
		}
	}
	return names
}

// xlsxRows reads a sheet as it is shown: numbers and dates in their formats,
// formulas as the values that were last computed. The text of a merged range
// stands in each of its cells. Hidden rows and columns are read as well.
func xlsxRows(f File, sheet string) (Rows, error) {
	b, err := openBook(f)
	if err != nil {
		return nil, err
	}
	part, err := b.choose(sheet)
	if err != nil {
		return nil, err
	}
	return func(yield func(Row, error) bool) {
		if err := b.read(part, func(row Row) bool { return yield(row, nil) }); err != nil {
			yield(Row{}, err)
		}
	}, nil
}

// choose returns the part of the sheet of that name, or of the only visible
// sheet with any text.
func (b *book) choose(name string) (*zip.File, error) {
	var found *zip.File
	var names []string
	for _, s := range b.sheets {
		if name != "" {
			if strings.EqualFold(s.name, name) {
				return s.part, nil
			}
			continue
		}
		if !s.visible {
			continue
		}
		full, err := hasText(s.part)
		if err != nil {
			return nil, err
		}
		if full {
			found = s.part
			names = append(names, s.name)
		}
	}
	switch {
	case name != "":
		return nil, &SheetError{name, b.visible()}
	case len(names) == 0:
		return nil, fmt.Errorf("no visible sheet of the workbook has any text")
	case len(names) > 1:
		return nil, &SheetError{"", names}
	}
	return found, nil
}

// read calls yield with each row of a sheet until it returns false.
//
// The parts are read through once before, because the merged ranges come last,
// and because excelize takes damage for the end of the sheet. Excelize is given
// a workbook of this sheet alone, in a file, so that it loads nothing else.
func (b *book) read(part *zip.File, yield func(Row) bool) error {
	scan, err := b.scan(part)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "tasuki-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	single := filepath.Join(dir, "sheet.xlsx")
	if err := b.extract(part, single); err != nil {
		return fmt.Errorf("extracting a sheet to %s: %w", single, err)
	}
	f, err := excelize.OpenFile(single, excelize.Options{
		TmpDir:            dir,
		UnzipXMLSizeLimit: 4 << 20,
		UnzipSizeLimit:    2*maxSheet + 2*maxPart,
	})
	if err != nil {
		return fmt.Errorf("opening the workbook: %w", err)
	}
	defer f.Close()
	return readRows(f, scan, yield)
}

// scan reads the parts through that excelize will read.
func (b *book) scan(part *zip.File) (*sheetScan, error) {
	var shared sharedStrings
	var err error
	if b.strings != nil {
		if shared, err = scanStrings(b.strings); err != nil {
			return nil, err
		}
	}
	if b.styles != nil {
		if err := walkPart(b.styles, maxPart, func(xml.Token) error { return nil }); err != nil {
			return nil, err
		}
	}
	return scanSheet(part, shared)
}

func readRows(f *excelize.File, scan *sheetScan, yield func(Row) bool) error {
	rows, err := f.Rows(singleSheet)
	if err != nil {
		return err
	}
	defer rows.Close()
	merged := newMerger(scan.merged)
	line := 0
	for rows.Next() {
		line++
		cells, err := rows.Columns()
		if err != nil {
			return fmt.Errorf("row %d: %w", line, err)
		}
		for i, cell := range cells {
			if strings.Contains(cell, "\r") {
				cells[i] = strings.ReplaceAll(cell, "\r\n", "\n")
			}
		}
		row := Row{Line: line, Cells: cells}
		merged.fill(&row)
		if !yield(row) {
			return nil
		}
	}
	if err := rows.Error(); err != nil {
		return fmt.Errorf("after row %d: %w", line, err)
	}
	if line != scan.lastRow {
		return fmt.Errorf("the sheet has %d rows, but only %d could be read; save it as CSV", scan.lastRow, line)
	}
	return nil
}
