package workbook

import (
	"strings"
	"testing"
)

// TestRoomToWrite wants a column to write in to be a sixth of the table, and no wider than
// Excel lets a column be.
func TestRoomToWrite(t *testing.T) {
	long := strings.Repeat("x", 60)
	s := Sheet{Columns: []string{"a", "b", "c", "d", "e", "f", "notes"}, Rows: [][]any{{long, long, long, long, long, long, nil}}, WriteIn: []int{6}}
	if got, others := s.room(6), 6*s.room(0); got < others/5 || s.room(0) != widest {
		t.Errorf("the notes have %v beside %v", got, others)
	}
	if (Sheet{Columns: []string{"notes"}, WriteIn: []int{0}}).room(0) != widest {
		t.Error("alone it is as wide as a wide one")
	}
}

func TestRowsAreHighEnough(t *testing.T) {
	widths := []float64{11, 21}
	for _, c := range []struct {
		cells []any
		want  float64
	}{
		{[]any{"short", 7, nil}[:2], 0}, {[]any{"two\nlines", nil}, 30}, {[]any{"0123456789 0123456789", "x"}, 45},
		{[]any{nil, "一二三四五六七八九十一"}, 30}, {[]any{strings.Repeat("a\n", 100), nil}, 409},
	} {
		if got := heightOf(c.cells, widths); got != c.want {
			t.Errorf("%v: %v, want %v", c.cells, got, c.want)
		}
	}
}
