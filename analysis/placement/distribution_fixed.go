package placement

import (
	"fmt"
	"math/big"
	"slices"

	"tasuki/analysis/exact"
)

// MaxWork is the work of a convolution and, once more, of all readings of it with a
// mark settled: a tenth of a second together.
const MaxWork = 1 << 17

// settle returns the sums of the readings that read one mark of a group as
// org's. Their moves are counted from the dataset, that of the mark among them.
// It returns false when all that was settled so far has used up the work. The
// group must not have been left out.
func (t *Convolution) settle(at, mark, org int) (layer, bool) {
	c := slices.IndexFunc(t.classes, func(c class) bool { return slices.Contains(c.members, at) })
	gr := t.groups[at]
	part, keys := Group{Choices: gr.Choices}, []uint64{}
	for i, o := range gr.Outcomes {
		if o[mark] == org {
			part.Outcomes, keys = append(part.Outcomes, o), append(keys, t.Keys[at][i])
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
		if !t.spend(all, other.layers[n], 2*MaxWork) {
			return layer{}, false
		}
		all = all.times(other.layers[n])
	}
	t.memo[name] = all
	return all, true
}

// Judged is a conclusion about the sums of a convolution.
type Judged struct {
	*Convolution
	Same []bool // of each of the sums, whether the conclusion is as the dataset reads
}

// NewJudged asks of every vector of sums, which that many readings have, whether
// the conclusion is the same.
func NewJudged(t *Convolution, same func(sums []int, readings *big.Int) bool) *Judged {
	q, vector, all := &Judged{Convolution: t}, make([]int, len(t.Base)), t.Sums()
	for i, key := range all.Keys {
		t.Vector(key, vector)
		q.Same = append(q.Same, same(vector, all.Ways[i]))
	}
	return q
}

// Verdict says in how many readings a conclusion is the same.
type Verdict struct {
	Same, All *big.Int
	Moves     int // the fewest marks moved by a reading in which it is another; nobody when there is none
}

// judge returns the verdict over the readings of a layer, and the first sums of
// a reading that gives its moves.
func (q *Judged) judge(l layer) (v Verdict, best uint64) {
	v = Verdict{new(big.Int), new(big.Int), exact.Nobody}
	for i, key := range l.Keys {
		v.All.Add(v.All, l.Ways[i])
		switch {
		case q.Same[q.Sums().at[key]]:
			v.Same.Add(v.Same, l.Ways[i])
		case v.Moves == exact.Nobody || l.Moves[i] < v.Moves || l.Moves[i] == v.Moves && key < best:
			v.Moves, best = l.Moves[i], key
		}
	}
	return v, best
}

// Count returns the verdict over all readings; false for no convolution.
func (q *Judged) Count() (Verdict, bool) {
	v, _, ok := q.Smallest()
	return v, ok
}

// Smallest is count with the first sums of a reading that gives the moves.
func (q *Judged) Smallest() (v Verdict, best uint64, ok bool) {
	if q == nil {
		return v, 0, false
	}
	v, best = q.judge(q.Sums())
	return v, best, true
}

// Settled is count with one mark settled.
func (q *Judged) Settled(group, mark, org int) (Verdict, bool) {
	if q == nil {
		return Verdict{}, false
	}
	l, ok := q.Convolution.settle(group, mark, org)
	if !ok {
		return Verdict{}, false
	}
	v, _ := q.judge(l)
	return v, true
}
