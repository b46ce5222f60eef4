package analysis

import (
	"cmp"
	"math/big"
	"slices"
)

// parts is a sum of fractions, ascending by what they are of. It is the same in
// whatever order they were added, and takes memory for the different ones alone.
type parts []fraction

// fraction is n k-ths.
type fraction struct{ k, n int }

// add adds n k-ths.
func (p *parts) add(k, n int) {
	i, ok := slices.BinarySearchFunc(*p, k, func(f fraction, k int) int { return cmp.Compare(f.k, k) })
	if !ok {
		*p = slices.Insert(*p, i, fraction{k: k})
	}
	(*p)[i].n += n
}

// addAll adds another sum.
func (p *parts) addAll(q parts) {
	for _, f := range q {
		p.add(f.k, f.n)
	}
}

// exact returns the sum, so that sums that are equal compare as equal however
// they are made up: 1/3 + 1/6 and 1/2, which floating point tells apart.
func (p parts) exact() *big.Rat {
	sum := new(big.Rat)
	for _, f := range p {
		sum.Add(sum, big.NewRat(int64(f.n), int64(f.k)))
	}
	return sum
}

// nearest returns the number nearest to the exact sum.
func (p parts) nearest() float64 {
	value, _ := p.exact().Float64()
	return value
}
