package analysis

import (
	"math"
	"slices"
)

// picks returns the outcomes of a reading that has the sums and moves the fewest
// marks, those that move none left out, by group. Of the groups of a class, the
// first are moved.
func (t *convolution) picks(key uint64) []pick {
	var list []pick
	for i := len(t.classes) - 1; i >= 0; i-- {
		c := t.classes[i]
		n := len(c.members)
		part := step(t.layers[i+1], t.layers[i], key, c.layers[n].keys, c.layers[n].moves)
		list = append(list, t.classPicks(c, part)...)
		key -= part
	}
	slices.SortFunc(list, func(a, b pick) int { return a.group - b.group })
	return list
}

func (t *convolution) classPicks(c class, key uint64) []pick {
	keys, moves := make([]uint64, len(c.effects)), make([]int, len(c.effects))
	for i, e := range c.effects {
		keys[i], moves[i] = e.key, e.moves
	}
	var list []pick
	for n := len(c.members); n > 0; n-- {
		part := step(c.layers[n], c.layers[n-1], key, keys, moves)
		if p := t.cheapest(c.members[n-1], part); t.groups[p.group].changes(p.outcome) > 0 {
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
	want := product.moves[product.at[key]]
	best, fewest := key, math.MaxInt
	for i, k := range keys {
		if j, ok := rest.at[key-k]; ok && rest.moves[j]+moves[i] == want && moves[i] < fewest {
			best, fewest = k, moves[i]
		}
	}
	return best
}

// cheapest returns the outcome of a group that adds key and moves the fewest
// marks.
func (t *convolution) cheapest(member int, key uint64) pick {
	gr := t.groups[member]
	best := pick{group: member}
	for i, o := range gr.outcomes {
		if t.keys[member][i] == key && (best.outcome == nil || gr.changes(o) < gr.changes(best.outcome)) {
			best.outcome = o
		}
	}
	return best
}
