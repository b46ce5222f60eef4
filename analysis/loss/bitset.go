package loss

import (
	"math/bits"
)

// bitset is a set of small numbers, 64 to a word. Sets that meet have equally
// many words.
type bitset []uint64

func newBitset(n int, members []int) bitset {
	s := make(bitset, (n+63)/64)
	for _, m := range members {
		s.add(m)
	}
	return s
}

func (s bitset) add(m int) { s[m/64] |= 1 << (m % 64) }

func (s bitset) remove(m int) { s[m/64] &^= 1 << (m % 64) }

func (s bitset) has(m int) bool { return s[m/64]>>(m%64)&1 == 1 }

// meets reports whether two sets have a common member.
func (s bitset) meets(o bitset) bool {
	for i, word := range s {
		if word&o[i] != 0 {
			return true
		}
	}
	return false
}

// members returns the members, ascending.
func (s bitset) members() []int {
	list := []int{}
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			list = append(list, i*64+bits.TrailingZeros64(word))
		}
	}
	return list
}
