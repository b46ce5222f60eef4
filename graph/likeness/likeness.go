// Package likeness orders names by how like they are to one that is not there.
package likeness

import (
	"slices"
	"strings"
)

// Order returns names, those first that are most like a name which is not among
// them; of equally like ones, those that stood first. Upper case is as good as lower.
func Order(name string, names []string) []string {
	names = slices.Clone(names)
	slices.SortStableFunc(names, func(a, b string) int { return Edits(name, a) - Edits(name, b) })
	return names
}

// Edits returns how many letters must be put in, left out or changed to make one
// text of another (Levenshtein, Soviet Physics Doklady 10(8), 1966). It takes time in
// proportion to the product of their lengths.
func Edits(a, b string) int {
	from, to := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range to {
			change := diagonal
			if x != y {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
