package table

import (
	"strconv"
	"strings"

	"tasuki/graph/said"
)

// Book is what a file holds, in any format: the sheets of a workbook, the tables of
// a document, or the one table of a text file.
type Book struct {
	Sheets      []Sheet
	Assumptions []said.Note // what was taken for granted to read the file, such as its encoding
}

// Sheet is one table of a file.
type Sheet struct {
	Name   string // by which it is chosen; "" for the table of a format that has one only
	Hidden bool   // it is read when it is named
	Aside  bool   // it holds something else than a matrix, and is one only when it is named
	// Rows may be ranged over more than once, but not at the same time, and the file
	// must stay open meanwhile.
	Rows Rows
	// Text reports whether the sheet shows any text, where there is a shorter way than
	// to read its rows.
	Text func() (bool, error)
}

// Numbered returns the name of the n-th table, from 1, of a document whose tables
// have no names of their own.
func Numbered(n int) string { return "table " + strconv.Itoa(n) }

// Visible returns the sheets that may be a matrix: not hidden nor set aside, in their
// order.
func (b Book) Visible() []Sheet {
	var list []Sheet
	for _, s := range b.Sheets {
		if !s.Hidden && !s.Aside {
			list = append(list, s)
		}
	}
	return list
}

// Unseen says which sheets are hidden, and so not looked at unless one is named.
func (b Book) Unseen() []said.Note {
	var list []string
	for _, s := range b.Sheets {
		if s.Hidden {
			list = append(list, s.Name)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []said.Note{said.Notef("sheet: hidden ones are not looked at: %s; name one with --sheet or under \"sheet\" to read it", FirstOf(list))}
}

// Searchable fails when the file has more sheets than are searched for the one with
// the matrix.
func (b Book) Searchable() error {
	if n := len(b.Visible()); n > MaxSheets {
		return said.Errorf("the file has %d sheets or tables, and at most %d are searched for a matrix; name one with --sheet", n, MaxSheets)
	}
	return nil
}

// Choose returns the sheet of that name, whatever its case, or, when the name is
// empty, the only visible sheet with any text; a [SheetError] says that there are
// several.
func (b Book) Choose(name string) (Sheet, error) {
	if name == "" {
		return b.only()
	}
	for _, s := range b.Sheets {
		if strings.EqualFold(s.Name, name) {
			return s, nil
		}
	}
	return Sheet{}, &SheetError{name, names(b.Visible())}
}

// only returns the only visible sheet with any text.
func (b Book) only() (Sheet, error) {
	if err := b.Searchable(); err != nil {
		return Sheet{}, err
	}
	if len(b.Sheets) == 1 && b.Sheets[0].Name == "" {
		return b.Sheets[0], nil
	}
	var full []Sheet
	for _, s := range b.Visible() {
		text, err := s.HasText()
		if err != nil {
			return Sheet{}, err
		}
		if text {
			full = append(full, s)
		}
	}
	switch len(full) {
	case 0:
		return Sheet{}, said.Errorf("no visible sheet or table of the file has any text")
	case 1:
		return full[0], nil
	}
	return Sheet{}, &SheetError{"", names(full)}
}

// HasText reports whether the sheet shows any text.
func (s Sheet) HasText() (bool, error) {
	if s.Text != nil {
		return s.Text()
	}
	for row, err := range s.Rows {
		if err != nil || !IsEmpty(row) {
			return err == nil, err
		}
	}
	return false, nil
}

func names(sheets []Sheet) []string {
	list := make([]string, len(sheets))
	for i, s := range sheets {
		list[i] = s.Name
	}
	return list
}

// SheetError says that a sheet has to be named.
type SheetError struct {
	Sheet  string   // the one that was asked for and is not there, or ""
	Sheets []string // those to choose from, in their order
}

// Error says which sheets there are.
func (e *SheetError) Error() string { return e.message().Error() }

// In says it in another form.
func (e *SheetError) In(form func(string) string) string { return said.In(e.message(), form) }

func (e *SheetError) message() error {
	if e.Sheet != "" {
		return said.Errorf("there is no sheet or table %q; name one of these with --sheet: %s", e.Sheet, FirstOf(e.Sheets))
	}
	return said.Errorf("there are several sheets or tables; name one of these with --sheet: %s", FirstOf(e.Sheets))
}
