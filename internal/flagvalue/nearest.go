package flagvalue

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Nearest says which of some IDs are most like one that is not among them, at
// most three, those first that stand first of equally like ones.
func Nearest(id string, ids []string) string {
	if len(ids) == 0 {
		return "there is none"
	}
	ids = slices.Clone(ids)
	slices.SortStableFunc(ids, func(a, b string) int { return cmp.Compare(edits(id, a), edits(id, b)) })
	quoted := make([]string, 0, 3)
	for _, near := range ids[:min(3, len(ids))] {
		quoted = append(quoted, fmt.Sprintf("%q", near))
	}
	return "the nearest of " + fmt.Sprint(len(ids)) + ": " + strings.Join(quoted, ", ")
}

// edits returns how many letters must be put in, left out or changed to make one
// text of another (Levenshtein, Soviet Physics Doklady 10(8), 1966), upper case
// being as good as lower. It takes time in proportion to the product of their
// lengths.
func edits(a, b string) int {
	from, to := []rune(strings.Map(unicode.ToLower, a)), []rune(strings.Map(unicode.ToLower, b))
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
