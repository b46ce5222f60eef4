package logpass

import (
	"cmp"
	"slices"
)

// dense is up to which number pairs are found in a table; beyond it in a map, which takes
// longer and no more memory than there are pairs.
const dense = 1024

// Pairs gives ordered pairs of numbers an index, from 0 in the order in which they are first
// met.
type Pairs struct {
	size  uint32  // of a side of the table
	table []int32 // index + 1; 0: not met
	far   map[[2]uint32]int32
	keys  [][2]uint32
}

// Keys returns the pairs by index. Callers must not modify them.
func (p *Pairs) Keys() [][2]uint32 { return p.keys }

// Find returns the index of a pair, or -1 when it was not met.
func (p *Pairs) Find(a, b uint32) int {
	if a < p.size && b < p.size {
		return int(p.table[a*p.size+b]) - 1
	}
	return int(p.far[[2]uint32{a, b}]) - 1
}

// Index returns the index of a pair, and whether it is met for the first time. It takes
// constant time on average.
func (p *Pairs) Index(a, b uint32) (i int, isNew bool) {
	if i := p.Find(a, b); i >= 0 {
		return i, false
	}
	if most := max(a, b); most >= p.size && most < dense {
		p.grow(most)
	}
	p.keys = append(p.keys, [2]uint32{a, b})
	n := int32(len(p.keys))
	if a < p.size && b < p.size {
		p.table[a*p.size+b] = n
		return int(n) - 1, true
	}
	if p.far == nil {
		p.far = map[[2]uint32]int32{}
	}
	p.far[[2]uint32{a, b}] = n
	return int(n) - 1, true
}

func (p *Pairs) grow(most uint32) {
	size := max(p.size, 16)
	for size <= most {
		size *= 2
	}
	p.size, p.table = size, make([]int32, size*size)
	for i, k := range p.keys {
		if k[0] < size && k[1] < size {
			p.table[k[0]*size+k[1]] = int32(i) + 1
		}
	}
}

// Sorted returns the indices of all pairs, by the first number, then the second, in time
// O(p log p).
func (p *Pairs) Sorted() []int {
	list := make([]int, len(p.keys))
	for i := range list {
		list[i] = i
	}
	slices.SortFunc(list, func(i, j int) int {
		return cmp.Or(cmp.Compare(p.keys[i][0], p.keys[j][0]), cmp.Compare(p.keys[i][1], p.keys[j][1]))
	})
	return list
}
