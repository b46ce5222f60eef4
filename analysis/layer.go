package analysis

import "math/big"

// layer holds sums, each with the number of readings that have it, and the
// fewest marks that one of them moves.
type layer struct {
	at    map[uint64]int
	keys  []uint64
	ways  []*big.Int
	moves []int
}

func newLayer(n int) layer { return layer{at: make(map[uint64]int, n)} }

func (l *layer) add(key uint64, ways *big.Int, moves int) {
	i, ok := l.at[key]
	if !ok {
		l.at[key] = len(l.keys)
		l.keys, l.ways, l.moves = append(l.keys, key), append(l.ways, new(big.Int).Set(ways)), append(l.moves, moves)
		return
	}
	l.ways[i].Add(l.ways[i], ways)
	l.moves[i] = min(l.moves[i], moves)
}

// times returns the sums of one of each.
func (l layer) times(other layer) layer {
	product, ways := newLayer(len(l.keys)), new(big.Int)
	for i, a := range l.keys {
		for j, b := range other.keys {
			product.add(a+b, ways.Mul(l.ways[i], other.ways[j]), l.moves[i]+other.moves[j])
		}
	}
	return product
}
