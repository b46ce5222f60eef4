package loss

import (
	"math/bits"
)

// weighted is a condition with how much it counts when it is met.
type weighted struct {
	condition
	weight int
}

// subsetCounts returns, for every subset of n organizations, the sum of the
// weights whose conditions its loss meets.
//
// A condition without oneOf is met by the supersets of all: it counts at that
// subset, and the sum over subsets of a subset (the zeta transform) does the
// rest, in time O(n 2^n) for all conditions together. One of several is at
// least one of them: by inclusion and exclusion a sum of such terms over the
// parts of oneOf, or, where that is shorter, one term less the subsets without
// any of them. Neither takes more than 2^(n/2) steps a condition.
func subsetCounts(n int, list []weighted) []int32 {
	counts := make([]int32, 1<<n)
	var without []weighted
	for _, c := range list {
		all, oneOf := subsetOf(n, c.all), subsetOf(n, c.oneOf)
		switch {
		case oneOf == 0:
			counts[all] += int32(c.weight)
		case 2*len(c.oneOf) <= n-len(c.all):
			for part := oneOf; part != 0; part = (part - 1) & oneOf {
				sign := 2*int32(bits.OnesCount32(part)&1) - 1
				counts[all|part] += sign * int32(c.weight)
			}
		default:
			counts[all] += int32(c.weight)
			without = append(without, c)
		}
	}
	sumOverSubsets(counts)
	for _, c := range without {
		all, oneOf := subsetOf(n, c.all), subsetOf(n, c.oneOf)
		rest := uint32(len(counts)-1) &^ all &^ oneOf
		for part := rest; ; part = (part - 1) & rest {
			counts[all|part] -= int32(c.weight)
			if part == 0 {
				break
			}
		}
	}
	return counts
}

// sumOverSubsets replaces the count of each subset by the sum of the counts of
// its subsets.
func sumOverSubsets(counts []int32) {
	for step := 1; step < len(counts); step *= 2 {
		for from := 0; from < len(counts); from += 2 * step {
			low, high := counts[from:from+step], counts[from+step:from+2*step]
			for i, x := range low {
				high[i] += x
			}
		}
	}
}

// largest is the largest value of the subsets of one size, and the first of
// them that has it.
type largest struct {
	value int
	of    uint32
}

// largestCounts returns the largest value of each size, from 0 to n members.
func largestCounts(n int, value func(s uint32) int32) []largest {
	best := make([]largest, n+1)
	for k := range best {
		best[k].value = -1
	}
	for s := uint32(1)<<n - 1; ; s-- {
		if b, v := &best[bits.OnesCount32(s)], int(value(s)); v > b.value {
			*b = largest{v, s}
		}
		if s == 0 {
			return best
		}
	}
}

// largestOverlaps returns, for each size from 0 to n, the largest number of
// bitmaps that have the same subset. It adds the bitmaps up in binary, digit by
// digit, for 64 subsets at once.
func largestOverlaps(n int, bitmaps [][]uint64) []largest {
	best := make([]largest, n+1)
	for k := range best {
		best[k].value = -1
	}
	digits := make([]uint64, bits.Len(uint(len(bitmaps))))
	words, valid := wordsOf(n)
	for w := words - 1; w >= 0; w-- {
		clear(digits)
		for _, bitmap := range bitmaps {
			carry := bitmap[w]
			for d := 0; carry != 0; d++ {
				digits[d], carry = digits[d]^carry, digits[d]&carry
			}
		}
		size := bits.OnesCount(uint(w))
		for k := range min(n, 6) + 1 {
			value, of := 0, sized[k]&valid
			for d := len(digits) - 1; d >= 0; d-- {
				if with := of & digits[d]; with != 0 {
					value, of = value|1<<d, with
				}
			}
			if b := &best[size+k]; value > b.value {
				*b = largest{value, uint32(w<<6 + bits.Len64(of) - 1)}
			}
		}
	}
	return best
}

// sized holds the subsets of a word by how many of the six lowest bits they
// have.
var sized = func() (of [7]uint64) {
	for s := range uint(64) {
		of[bits.OnesCount(s)] |= 1 << s
	}
	return of
}()
