package placement

import (
	"math/big"
)

// layer holds sums, each with the number of readings that have it, and the
// fewest marks that one of them moves.
type layer struct {
	at    map[uint64]int
	Keys  []uint64
	Ways  []*big.Int
	Moves []int
}

func newLayer(n int) layer { return layer{at: make(map[uint64]int, n)} }

func (l *layer) add(key uint64, ways *big.Int, moves int) {
	i, ok := l.at[key]
	if !ok {
		l.at[key] = len(l.Keys)
		l.Keys, l.Ways, l.Moves = append(l.Keys, key), append(l.Ways, new(big.Int).Set(ways)), append(l.Moves, moves)
		return
	}
	l.Ways[i].Add(l.Ways[i], ways)
	l.Moves[i] = min(l.Moves[i], moves)
}

// times returns the sums of one of each.
func (l layer) times(other layer) layer {
	product, ways := newLayer(len(l.Keys)), new(big.Int)
	for i, a := range l.Keys {
		for j, b := range other.Keys {
			product.add(a+b, ways.Mul(l.Ways[i], other.Ways[j]), l.Moves[i]+other.Moves[j])
		}
	}
	return product
}
