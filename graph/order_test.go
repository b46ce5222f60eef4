package graph

import (
	"cmp"
	"slices"
	"testing"
)

func TestCompare(t *testing.T) {
	ordered := []string{"", "2", "2-1", "2-2", "2-9", "2-10", "2-10a", "3", "3-1", "10", "a", "a01", "a1", "a2", "a10", "b", "あ"}
	for i, a := range ordered {
		for j, b := range ordered {
			if got, want := Compare(a, b), cmp.Compare(i, j); got != want {
				t.Errorf("Compare(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("2-10", "2-9", "2-09")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if Compare(a, b) != -Compare(b, a) {
			t.Errorf("Compare(%q, %q) is not antisymmetric", a, b)
		}
		if (Compare(a, b) == 0) != (a == b) {
			t.Errorf("Compare(%q, %q) calls different strings equal", a, b)
		}
		list := []string{a, b, c}
		slices.SortFunc(list, Compare)
		if Compare(list[0], list[2]) > 0 {
			t.Errorf("Compare is not transitive on %q", list)
		}
	})
}
