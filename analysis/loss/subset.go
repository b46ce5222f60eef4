package loss

import (
	"cmp"
	"math/bits"
	"slices"
)

// Enumerated is how many organizations there may be for every subset of them to
// be looked at.
const Enumerated = 20

// A subset of n organizations is a number with a bit for each, the first
// organization having the highest bit: of two subsets with equally many
// members, the one that comes first by its members is the larger number. Sets
// of subsets are bitmaps, 64 subsets to a word: what is true of a subset is
// computed for 64 of them at once.

// inWord holds, for each of the six lowest bits, the subsets of a word with
// that bit.
var inWord = [6]uint64{
	0xaaaaaaaaaaaaaaaa, 0xcccccccccccccccc, 0xf0f0f0f0f0f0f0f0,
	0xff00ff00ff00ff00, 0xffff0000ffff0000, 0xffffffff00000000,
}

// wordsOf returns how many words the subsets of n organizations take, and the
// bits of a word that stand for one.
func wordsOf(n int) (words int, valid uint64) {
	if n < 6 {
		return 1, 1<<(1<<n) - 1
	}
	return 1 << (n - 6), ^uint64(0)
}

// subsetOf returns the subset with the given members of n.
func subsetOf(n int, members []int) (s uint32) {
	for _, m := range members {
		s |= 1 << (n - 1 - m)
	}
	return s
}

// membersOf returns the members of a subset of n, ascending.
func membersOf(n int, s uint32) []int {
	members := make([]int, 0, bits.OnesCount32(s))
	for ; s != 0; s &^= 1 << (bits.Len32(s) - 1) {
		members = append(members, n-bits.Len32(s))
	}
	return members
}

// wordCondition is a condition ready to be decided for a word of subsets.
type wordCondition struct {
	never              bool
	highAll, highOneOf uint32 // of the word's number
	lowAll, lowOneOf   uint64 // subsets within a word
	needsOneOf         bool
}

func newWordCondition(n int, c condition) wordCondition {
	all, oneOf := subsetOf(n, c.all), subsetOf(n, c.oneOf)
	w := wordCondition{highAll: all >> 6, highOneOf: oneOf >> 6, lowAll: ^uint64(0), needsOneOf: oneOf != 0}
	for i, with := range inWord {
		if all>>i&1 == 1 {
			w.lowAll &= with
		}
		if oneOf>>i&1 == 1 {
			w.lowOneOf |= with
		}
	}
	return w
}

// in returns the subsets of a word that meet the condition.
func (c *wordCondition) in(word uint32) uint64 {
	switch {
	case c.never || word&c.highAll != c.highAll:
		return 0
	case c.needsOneOf && word&c.highOneOf == 0:
		return c.lowAll & c.lowOneOf
	}
	return c.lowAll
}

// minimalOf returns, for the bitmap of a property that every superset inherits,
// the subsets of n without a proper subset that has it: fewest members first,
// then by members.
func minimalOf(n int, has []uint64) []uint32 {
	var minimal []uint32
	_, valid := wordsOf(n)
	for w, now := range has {
		inherited := uint64(0)
		for i, with := range inWord {
			inherited |= now &^ with << (1 << i)
		}
		for rest := uint(w); rest != 0; rest &= rest - 1 {
			inherited |= has[uint(w)&^(rest&-rest)]
		}
		for left := now & valid &^ inherited; left != 0; left &= left - 1 {
			minimal = append(minimal, uint32(w<<6|bits.TrailingZeros64(left)))
		}
	}
	slices.SortFunc(minimal, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(bits.OnesCount32(a), bits.OnesCount32(b)), cmp.Compare(b, a))
	})
	return minimal
}
