package exact

import (
	"cmp"
	"math"
	"slices"
)

// Ranks returns the rank of each figure: 1 and the number of larger ones. Equal
// figures share the smaller rank. It takes time O(n log n).
func Ranks[T any](figures []T, compare func(a, b T) int) []int {
	order := make([]int, len(figures))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return compare(figures[b], figures[a]) })
	list := make([]int, len(figures))
	for at, i := range order {
		list[i] = at + 1
		if at > 0 && compare(figures[i], figures[order[at-1]]) == 0 {
			list[i] = list[order[at-1]]
		}
	}
	return list
}

// tolerance is the relative difference below which two figures that are sums of
// rounded fractions count as equal. Their rounding errors are far smaller.
const tolerance = 1e-9

// Settled returns values in which those that differ only by rounding are one:
// of any that follow on each other within the tolerance (of the larger, or of
// 1), the smallest stands for all. No order, and no rank, then depends on the
// last digits of a sum.
func Settled(values []float64) []float64 {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	list := slices.Clone(values)
	for at, i := range order {
		if at == 0 {
			continue
		}
		if before := order[at-1]; values[i]-values[before] <= tolerance*max(1, math.Abs(values[i])) {
			list[i] = list[before]
		}
	}
	return list
}
