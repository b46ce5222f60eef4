package exact

import (
	"cmp"
	"math/big"
	"slices"
)

// Parts is a sum of fractions, ascending by what they are of. It is the same in
// whatever order they were added, and takes memory for the different ones alone.
type Parts []fraction

// fraction is n k-ths.
type fraction struct{ K, N int }

// Add adds n k-ths.
func (p *Parts) Add(k, n int) {
	i, ok := slices.BinarySearchFunc(*p, k, func(f fraction, k int) int { return cmp.Compare(f.K, k) })
	if !ok {
		*p = slices.Insert(*p, i, fraction{K: k})
	}
	(*p)[i].N += n
}

// AddAll adds another sum.
func (p *Parts) AddAll(q Parts) {
	for _, f := range q {
		p.Add(f.K, f.N)
	}
}

// Exact returns the sum, so that sums that are equal compare as equal however
// they are made up: 1/3 + 1/6 and 1/2, which floating point tells apart.
func (p Parts) Exact() *big.Rat {
	sum := new(big.Rat)
	for _, f := range p {
		sum.Add(sum, big.NewRat(int64(f.N), int64(f.K)))
	}
	return sum
}

// Nearest returns the number nearest to the exact sum.
func (p Parts) Nearest() float64 {
	value, _ := p.Exact().Float64()
	return value
}
