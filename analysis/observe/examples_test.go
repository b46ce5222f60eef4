package observe

import (
	"slices"
	"testing"
)

// TestExamples takes the first three in every order, cases of one row by their ID.
func TestExamples(t *testing.T) {
	all := []example{{4, "d"}, {2, "b"}, {2, "a"}, {9, "e"}}
	for i := range all {
		for j := range all {
			list := slices.Clone(all)
			list[0], list[i] = list[i], list[0]
			list[1], list[j] = list[j], list[1]
			var one, two examples
			for k, x := range list {
				if k%2 == 0 {
					one.add(x.row, x.id)
				} else {
					two.add(x.row, x.id)
				}
			}
			one.merge(&two)
			if got := one.list(); !slices.Equal(got, []string{"a", "b", "d"}) {
				t.Errorf("the first of %v are %v", list, got)
			}
		}
	}
}
