package analysis

import (
	"fmt"
	"math/big"
	"slices"
)

// maxWork is the work of a convolution and, once more, of all readings of it with a
// mark settled: a tenth of a second together.
const maxWork = 1 << 17

// settle returns the sums of the readings that read one mark of a group as
// org's. Their moves are counted from the dataset, that of the mark among them.
// It returns false when all that was settled so far has used up the work. The
// group must not have been left out.
func (t *convolution) settle(at, mark, org int) (layer, bool) {
	c := slices.IndexFunc(t.classes, func(c class) bool { return slices.Contains(c.members, at) })
	gr := t.groups[at]
	part, keys := group{choices: gr.choices}, []uint64{}
	for i, o := range gr.outcomes {
		if o[mark] == org {
			part.outcomes, keys = append(part.outcomes, o), append(keys, t.keys[at][i])
		}
	}
	effects := effectsOf(part, keys)
	name := fmt.Sprint(c, effects)
	if l, ok := t.memo[name]; ok {
		return l, true
	}
	all := newLayer(len(effects))
	for _, e := range effects {
		all.add(e.key, big.NewInt(int64(e.ways)), e.moves)
	}
	for i, other := range t.classes {
		n := len(other.members)
		if i == c {
			n--
		}
		if !t.spend(all, other.layers[n], 2*maxWork) {
			return layer{}, false
		}
		all = all.times(other.layers[n])
	}
	t.memo[name] = all
	return all, true
}

// judged is a conclusion about the sums of a convolution.
type judged struct {
	*convolution
	same []bool // of each of the sums, whether the conclusion is as the dataset reads
}

// newJudged asks of every vector of sums, which that many readings have, whether
// the conclusion is the same.
func newJudged(t *convolution, same func(sums []int, readings *big.Int) bool) *judged {
	q, vector, all := &judged{convolution: t}, make([]int, len(t.base)), t.sums()
	for i, key := range all.keys {
		t.vector(key, vector)
		q.same = append(q.same, same(vector, all.ways[i]))
	}
	return q
}

// verdict says in how many readings a conclusion is the same.
type verdict struct {
	same, all *big.Int
	moves     int // the fewest marks moved by a reading in which it is another; nobody when there is none
}

// judge returns the verdict over the readings of a layer, and the first sums of
// a reading that gives its moves.
func (q *judged) judge(l layer) (v verdict, best uint64) {
	v = verdict{new(big.Int), new(big.Int), nobody}
	for i, key := range l.keys {
		v.all.Add(v.all, l.ways[i])
		switch {
		case q.same[q.sums().at[key]]:
			v.same.Add(v.same, l.ways[i])
		case v.moves == nobody || l.moves[i] < v.moves || l.moves[i] == v.moves && key < best:
			v.moves, best = l.moves[i], key
		}
	}
	return v, best
}

// count returns the verdict over all readings; false for no convolution.
func (q *judged) count() (verdict, bool) {
	v, _, ok := q.smallest()
	return v, ok
}

// smallest is count with the first sums of a reading that gives the moves.
func (q *judged) smallest() (v verdict, best uint64, ok bool) {
	if q == nil {
		return v, 0, false
	}
	v, best = q.judge(q.sums())
	return v, best, true
}

// settled is count with one mark settled.
func (q *judged) settled(group, mark, org int) (verdict, bool) {
	if q == nil {
		return verdict{}, false
	}
	l, ok := q.convolution.settle(group, mark, org)
	if !ok {
		return verdict{}, false
	}
	v, _ := q.judge(l)
	return v, true
}
