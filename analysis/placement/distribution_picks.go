package placement

import (
	"math"
	"slices"
)

// Picks returns the outcomes of a reading that has the sums and moves the fewest
// marks, those that move none left out, by group. Of the groups of a class, the
// first are moved.
func (t *Convolution) Picks(key uint64) []Pick {
	var list []Pick
	for i := len(t.classes) - 1; i >= 0; i-- {
		c := t.classes[i]
		n := len(c.members)
		part := step(t.layers[i+1], t.layers[i], key, c.layers[n].Keys, c.layers[n].Moves)
		list = append(list, t.classPicks(c, part)...)
		key -= part
	}
	slices.SortFunc(list, func(a, b Pick) int { return a.Group - b.Group })
	return list
}

func (t *Convolution) classPicks(c class, key uint64) []Pick {
	keys, moves := make([]uint64, len(c.effects)), make([]int, len(c.effects))
	for i, e := range c.effects {
		keys[i], moves[i] = e.key, e.moves
	}
	var list []Pick
	for n := len(c.members); n > 0; n-- {
		part := step(c.layers[n], c.layers[n-1], key, keys, moves)
		if p := t.cheapest(c.members[n-1], part); t.groups[p.Group].Changes(p.Outcome) > 0 {
			list = append(list, p)
		}
		key -= part
	}
	return list
}

// step returns the key of the last factor of a product: of those that make up
// the sum with the fewest moves, the one that moves fewest itself, then the
// first.
func step(product, rest layer, key uint64, keys []uint64, moves []int) uint64 {
	at, _ := product.find(key)
	want := product.Moves[at]
	best, fewest := key, math.MaxInt
	for i, k := range keys {
		if j, ok := rest.find(key - k); ok && rest.Moves[j]+moves[i] == want && moves[i] < fewest {
			best, fewest = k, moves[i]
		}
	}
	return best
}

// cheapest returns the outcome of a group that adds key and moves the fewest
// marks.
func (t *Convolution) cheapest(member int, key uint64) Pick {
	gr := t.groups[member]
	best := Pick{Group: member}
	for i, o := range gr.Outcomes {
		if t.Keys[member][i] == key && (best.Outcome == nil || gr.Changes(o) < gr.Changes(best.Outcome)) {
			best.Outcome = o
		}
	}
	return best
}
