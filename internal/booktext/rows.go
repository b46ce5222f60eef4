package booktext

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"tasuki/graph/matrix/table"
)

// Opener opens a file of some format.
type Opener func(table.File) (table.Book, error)

// ShowRow writes a row on one line, with a star at copied cells.
func ShowRow(row table.Row) string {
	cells := make([]string, row.Width())
	for i := range cells {
		cells[i] = strings.ReplaceAll(row.Cell(i+1), "\n", `\n`)
		if row.Copied(i + 1) {
			cells[i] += "*"
		}
	}
	if len(cells) == 0 {
		return fmt.Sprintf("%d:", row.Line)
	}
	return fmt.Sprintf("%d: %s", row.Line, strings.Join(cells, "|"))
}

// Rows returns the rows of a sheet, as [table.Book.Choose] finds it.
func Rows(open Opener, f table.File, sheet string) (table.Rows, error) {
	b, err := open(f)
	if err != nil {
		return nil, err
	}
	s, err := b.Choose(sheet)
	return table.Named("file", s.Rows), err
}

// Read returns the rows of a sheet in one string, up to the first error: "1: a|b" per
// row.
func Read(open Opener, f table.File, sheet string) (string, error) {
	rows, err := Rows(open, f, sheet)
	if err != nil {
		return "", err
	}
	var out []string
	for row, err := range rows {
		if err != nil {
			return strings.Join(out, "\n"), err
		}
		out = append(out, ShowRow(row))
	}
	return strings.Join(out, "\n"), nil
}

// ShowAsides writes what a table says besides its texts, a line for each row that has
// any.
func ShowAsides(t testing.TB, open Opener, data []byte, sheet string) string {
	t.Helper()
	rows, err := Rows(open, bytes.NewReader(data), sheet)
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
		{"columns", a.HiddenColumns, len(a.HiddenColumns)}, {"struck", a.Struck, len(a.Struck)},
		{"unvalued", a.Unvalued, len(a.Unvalued)}, {"uncounted", a.Uncounted, len(a.Uncounted)}, {"revised", a.Revised, len(a.Revised)},
	} {
		if part.count > 0 {
			line += fmt.Sprintf(" %s %v", part.name, part.value)
		}
	}
	return line
}

// Check reads each sheet of a file twice and fails unless both times give the same
// rows and error, lines ascend, and nothing follows an error. The file may be anything.
func Check(t *testing.T, open Opener, data []byte) {
	t.Helper()
	b, err := open(bytes.NewReader(data))
	if err != nil {
		return
	}
	for _, s := range b.Sheets[:min(len(b.Sheets), 10)] {
		rows := table.Named("file", s.Rows)
		if first, second := checked(t, rows), checked(t, rows); !reflect.DeepEqual(first, second) {
			t.Fatalf("sheet %q: %q, then %q", s.Name, first, second)
		}
	}
}

func checked(t *testing.T, rows table.Rows) (out []string) {
	line, failed := 0, false
	for row, err := range rows {
		if failed {
			t.Fatalf("a row follows an error: %v", row)
		}
		if err != nil {
			failed = true
			out = append(out, err.Error())
			continue
		}
		if row.Line <= line || len(row.Cells) > table.MaxColumn {
			t.Fatalf("row at line %d, of %d cells, after line %d", row.Line, len(row.Cells), line)
		}
		for _, span := range row.Merged {
			if span.Text == "" || span.First > span.Last || row.Cell(span.Last) == "" {
				t.Fatalf("line %d: %v is copied but empty", row.Line, span)
			}
		}
		if line = row.Line; len(out) < 1000 {
			out = append(out, ShowRow(row))
		}
	}
	return out
}
