package rowtext

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tasuki/graph/matrix/table"
)

// Opener opens a file of some format.
type Opener func(table.File) (table.Book, error)

// Chosen returns the rows of a sheet, as [table.Book.Choose] finds it.
func Chosen(open Opener, f table.File, sheet string) (table.Rows, error) {
	b, err := open(f)
	if err != nil {
		return nil, err
	}
	s, err := b.Choose(sheet)
	return table.Named("test", s.Rows), err
}

// Read writes the rows of a sheet as [Rows] does.
func Read(open Opener, f table.File, sheet string) (string, error) {
	rows, err := Chosen(open, f, sheet)
	if err != nil {
		return "", err
	}
	return Rows(rows)
}

// Try is [Check] for a file that may be anything.
func Try(t *testing.T, open Opener, data []byte) {
	t.Helper()
	if b, err := open(bytes.NewReader(data)); err == nil {
		b.Sheets = b.Sheets[:min(len(b.Sheets), 10)]
		Check(t, b)
	}
}

// Asides writes what a table says besides its texts, a line for each row that has
// any.
func Asides(t testing.TB, open Opener, data []byte, sheet string) string {
	t.Helper()
	rows, err := Chosen(open, bytes.NewReader(data), sheet)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for row, err := range rows {
		if err != nil {
			t.Fatal(err)
		}
		if row.Aside != nil {
			lines = append(lines, showAside(row.Line, row.Aside))
		}
	}
	return strings.Join(lines, "\n")
}

func showAside(n int, a *table.Aside) string {
	line := fmt.Sprintf("%d:", n)
	if a.Hidden {
		line += " hidden"
	}
	if a.Deleted {
		line += " deleted"
	}
	for _, part := range []struct {
		name  string
		value any
		count int
	}{
		{"columns", a.HiddenColumns, len(a.HiddenColumns)}, {"struck", a.Struck, len(a.Struck)}, {"cut", a.Cut, len(a.Cut)},
		{"unvalued", a.Unvalued, len(a.Unvalued)}, {"uncounted", a.Uncounted, len(a.Uncounted)}, {"revised", a.Revised, len(a.Revised)},
	} {
		if part.count > 0 {
			line += fmt.Sprintf(" %s %v", part.name, part.value)
		}
	}
	return line
}
