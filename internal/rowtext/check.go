package rowtext

import (
	"reflect"
	"testing"

	"tasuki/graph/matrix/table"
)

// Check reads every sheet twice and fails unless both times give the same rows and
// error, lines ascend, and nothing follows an error.
func Check(t *testing.T, b table.Book) {
	t.Helper()
	for _, s := range b.Sheets {
		if first, second := checked(t, s.Rows), checked(t, s.Rows); !reflect.DeepEqual(first, second) {
			t.Fatalf("sheet %q: %q, then %q", s.Name, first, second)
		}
	}
}

func checked(t *testing.T, rows table.Rows) (out []string) {
	t.Helper()
	line, failed := 0, false
	for row, err := range table.Named("fuzz", rows) {
		switch {
		case failed:
			t.Fatalf("a row follows an error: %v", row)
		case err != nil:
			failed = true
			out = append(out, err.Error())
			continue
		case row.Line <= line:
			t.Fatalf("a row at line %d follows line %d", row.Line, line)
		}
		for i, span := range row.Merged {
			if span.Text == "" || span.First > span.Last || row.Cell(span.Last) == "" || i > 0 && row.Merged[i-1].Last >= span.First {
				t.Fatalf("line %d: %v is copied but empty, or overlaps", row.Line, span)
			}
		}
		line = row.Line
		out = append(out, Row(row))
	}
	return out
}
