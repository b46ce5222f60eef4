package placement

import (
	"cmp"
	"math/big"
	"slices"
)

// layer is the sums that some groups can make: in how many readings, unless these are
// not counted, and with how few moved marks.
type layer struct {
	at    map[uint64]int
	Keys  []uint64
	Ways  []*big.Int
	Moves []int
}

func newLayer(n int) layer { return layer{at: make(map[uint64]int, n)} }

// add adds readings of a sum; nil ways are not counted.
func (l *layer) add(key uint64, ways *big.Int, moves int) {
	i, ok := l.at[key]
	switch {
	case !ok:
		l.at[key] = len(l.Keys)
		l.Keys, l.Moves = append(l.Keys, key), append(l.Moves, moves)
		if ways != nil {
			l.Ways = append(l.Ways, new(big.Int).Set(ways))
		}
		return
	case ways != nil:
		l.Ways[i].Add(l.Ways[i], ways)
	}
	l.Moves[i] = min(l.Moves[i], moves)
}

// times returns the sums of one of each.
func (l layer) times(other layer) layer {
	if l.Ways == nil {
		return l.uncounted(other)
	}
	product, ways := newLayer(len(l.Keys)), new(big.Int)
	for i, a := range l.Keys {
		for j, b := range other.Keys {
			product.add(a+b, ways.Mul(l.Ways[i], other.Ways[j]), l.Moves[i]+other.Moves[j])
		}
	}
	return product
}

// uncounted is times without counts. Many such layers are kept at once, so it keeps
// sorted keys in place of a map.
func (l layer) uncounted(other layer) layer {
	sums := newLayer(len(l.Keys))
	for i, a := range l.Keys {
		for j, b := range other.Keys {
			sums.add(a+b, nil, l.Moves[i]+other.Moves[j])
		}
	}
	product := layer{Keys: slices.Clone(sums.Keys), Moves: make([]int, len(sums.Keys))}
	slices.Sort(product.Keys)
	for i, key := range product.Keys {
		product.Moves[i] = sums.Moves[sums.at[key]]
	}
	return product
}

// find returns the position of a sum, if there is any.
func (l layer) find(key uint64) (int, bool) {
	if l.at == nil {
		return slices.BinarySearchFunc(l.Keys, key, cmp.Compare[uint64])
	}
	i, ok := l.at[key]
	return i, ok
}
