package analysis

import "math/big"

// parts is a sum of fractions: parts[k-1] is how many k-ths it is made of. It
// is the same in whatever order they were added.
type parts []int

// add adds n k-ths.
func (p *parts) add(k, n int) {
	for len(*p) < k {
		*p = append(*p, 0)
	}
	(*p)[k-1] += n
}

// addAll adds another sum.
func (p *parts) addAll(q parts) {
	for i, n := range q {
		p.add(i+1, n)
	}
}

// exact returns the sum, so that sums that are equal compare as equal however
// they are made up: 1/3 + 1/6 and 1/2, which floating point tells apart.
func (p parts) exact() *big.Rat {
	sum := new(big.Rat)
	for i, n := range p {
		sum.Add(sum, big.NewRat(int64(n), int64(i+1)))
	}
	return sum
}

// nearest returns the number nearest to the exact sum.
func (p parts) nearest() float64 {
	value, _ := p.exact().Float64()
	return value
}
