package table

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestRowOfMergedRanges compares what a row says of its merged ranges with the row in
// which they are written out.
func TestRowOfMergedRanges(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		row := Row{Line: 1, Cells: make([]string, rnd.IntN(6))}
		for i := range row.Cells {
			row.Cells[i] = []string{"", "", "x", "y"}[rnd.IntN(4)]
		}
		for first := 1 + rnd.IntN(3); first < 9; {
			last := first + rnd.IntN(3)
			row.Merged = append(row.Merged, Span{First: first, Last: last, Top: 1, Text: string(rune('a' + first))})
			first = last + 1 + rnd.IntN(3)
		}
		want, copied := make([]string, 13), make([]bool, 13) // by column
		copy(want[1:], row.Cells)
		for _, s := range row.Merged {
			for c := s.First; c <= s.Last; c++ {
				if want[c] == "" {
					want[c], copied[c] = s.Text, true
				}
			}
		}
		for c := 1; c < len(want); c++ {
			if row.Cell(c) != want[c] || row.Copied(c) != copied[c] {
				t.Fatalf("%+v: column %d is %q, copied %t, want %q, %t", row, c, row.Cell(c), row.Copied(c), want[c], copied[c])
			}
		}
		wide := WithCopies([]Row{row, {Line: 2, Cells: make([]string, 12)}})[0]
		for c := 1; c < len(want); c++ {
			if wide.Cell(c) != want[c] || want[c] != "" && wide.Copied(c) != copied[c] {
				t.Fatalf("%+v with copies: column %d is %q, want %q", row, c, wide.Cell(c), want[c])
			}
		}
		checkLeftOf(t, row, want, copied)
	}
}

// checkLeftOf holds that texts come from right to left, each of its own and each merged
// range's once in a run.
func checkLeftOf(t *testing.T, row Row, want []string, copied []bool) {
	t.Helper()
	var seen []int
	for column, text := range row.LeftOf(len(want)) {
		if text != want[column] {
			t.Fatalf("%+v: %q at column %d, want %q", row, text, column, want[column])
		}
		seen = append(seen, column)
	}
	if !slices.IsSortedFunc(seen, func(a, b int) int { return b - a }) {
		t.Fatalf("%+v: columns %v are not from right to left", row, seen)
	}
	for c := 1; c < len(want); c++ {
		if want[c] != "" && !copied[c] && !slices.Contains(seen, c) {
			t.Fatalf("%+v: column %d with a text of its own is left out", row, c)
		}
	}
}

func TestIsEmpty(t *testing.T) {
	for _, c := range []struct {
		row  Row
		want bool
	}{
		{Row{Cells: []string{"", " "}}, true},
		{Row{Cells: []string{"", "a"}}, false},
		{Row{Cells: []string{"a"}, Spread: []bool{true}}, true},
		{Row{Merged: []Span{{First: 1, Last: 2, Text: "a"}}}, true},
	} {
		if got := IsEmpty(c.row); got != c.want {
			t.Errorf("%+v: %t", c.row, got)
		}
	}
}

// TestBoldBeside tells whether the first text of a part of a row is in bold type.
func TestBoldBeside(t *testing.T) {
	row := Row{Line: 1, Cells: []string{"a", "", "b", "c"}, Bold: []int{1, 4}}
	for first, want := range map[int]bool{1: true, 2: false, 4: true, 5: false} {
		if got := row.Part(first, MaxColumn).IsBold(); got != want {
			t.Errorf("from column %d: %t", first, got)
		}
	}
	if WithCopies([]Row{{Cells: []string{"", "a"}, Bold: []int{2}, Merged: []Span{{First: 1, Last: 1, Text: "x"}}}})[0].IsBold() != true {
		t.Error("what is copied counts as the first text")
	}
}
