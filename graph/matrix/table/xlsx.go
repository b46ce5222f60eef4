package table

import (
	"archive/zip"
	"strings"

	"tasuki/graph/said"
)

// SheetError says that a sheet has to be named.
type SheetError struct {
	Sheet  string   // the one that was asked for and is not there, or ""
	Sheets []string // those to choose from, in the order of their tabs
}

// Error says which sheets there are.
func (e *SheetError) Error() string { return e.message().Error() }

// In says it in another form.
func (e *SheetError) In(form func(string) string) string { return said.In(e.message(), form) }

func (e *SheetError) message() error {
	if e.Sheet != "" {
		return said.Errorf("the workbook has no sheet %q; name one of its sheets with --sheet: %s", e.Sheet, FirstOf(e.Sheets))
	}
	return said.Errorf("the workbook has several sheets; name one of its sheets with --sheet: %s", FirstOf(e.Sheets))
}

// visible returns the names of the sheets that are not hidden, in the order of
// their tabs. A hidden sheet can be read when it is named.
func (b *book) visible() []string {
	var names []string
	for _, s := range b.Sheets {
		if s.Visible {
			names = append(names, s.Name)
		}
	}
	return names
}

// xlsxRows reads a sheet as it is shown: numbers and dates in their formats,
// formulas as the values that were last computed, the text of a merged range in
// each of its cells. What a sheet hides is read as well: rows, columns, and texts
// whose format hides them.
func xlsxRows(f File, sheet string) (Rows, error) {
	b, err := OpenBook(f)
	if err != nil {
		return nil, err
	}
	part, err := b.choose(sheet)
	if err != nil {
		return nil, err
	}
	return b.Rows(part), nil
}

// Rows returns the rows of a sheet.
func (b *book) Rows(part *zip.File) Rows {
	return func(yield func(Row, error) bool) {
		if err := b.read(part, yield); err != nil {
			yield(Row{}, err)
		}
	}
}

// Searchable fails when the workbook has more sheets than are searched for the
// one with the matrix.
func (b *book) Searchable() error {
	if n := len(b.visible()); n > MaxSheets {
		return said.Errorf("the workbook has %d sheets, and at most %d are searched for a matrix; name one with --sheet", n, MaxSheets)
	}
	return nil
}

// choose returns the part of the sheet of that name, or of the only visible
// sheet with any text.
func (b *book) choose(name string) (*zip.File, error) {
	if name == "" {
		if err := b.Searchable(); err != nil {
			return nil, err
		}
	}
	var found *zip.File
	var names []string
	for _, s := range b.Sheets {
		if name != "" {
			if strings.EqualFold(s.Name, name) {
				return s.Part, nil
			}
			continue
		}
		if !s.Visible {
			continue
		}
		full, err := hasText(s.Part)
		if err != nil {
			return nil, err
		}
		if full {
			found = s.Part
			names = append(names, s.Name)
		}
	}
	switch {
	case name != "":
		return nil, &SheetError{name, b.visible()}
	case len(names) == 0:
		return nil, said.Errorf("no visible sheet of the workbook has any text")
	case len(names) > 1:
		return nil, &SheetError{"", names}
	}
	return found, nil
}

// read calls yield with each row of a sheet until it returns false, or returns
// an error.
func (b *book) read(part *zip.File, yield func(Row, error) bool) error {
	if b.texts == nil {
		texts, err := readStrings(b.strings)
		if err != nil {
			return err
		}
		b.texts = &texts
	}
	ranges, err := mergedRanges(part)
	if err != nil {
		return err
	}
	s := &sheetReader{texts: *b.texts, format: formatter{book: b}, styles: &b.struck, merged: newMerger(ranges), yield: yield}
	defer s.format.close()
	return walkPart(part, maxSheet, s.visit)
}
