package loss

import (
	"cmp"
	"math/bits"
	"slices"
)

// branching looks for the organizations, a given number of them, whose loss
// meets the largest weight of goals. It is a branch and bound, depth first: an
// organization is taken or left out, the most promising one first, and a branch
// is cut when its bound shows that it holds nothing better. It stops after a
// given number of nodes, each of which takes time in proportion to goals x n /
// 64 and the members of those that may still be met, and then knows bounds.
type branching struct {
	n     int
	goals []bitGoal

	nodes     int // that may still be visited
	taken     bitset
	undecided bitset
	best      int
	set       []int // that reaches best
	open      int   // bound of what was not looked at

	promise, largest []int64 // of the node at hand
	useful           bitset
}

// goal counts its weight when a loss meets one of the conditions in ways, but
// not when it meets spoil too.
type goal struct {
	weight int
	ways   []condition
	spoil  []condition // at most one
}

// bitGoal is a goal with its conditions as bits.
type bitGoal struct {
	weight      int
	ways, spoil []bitCondition
}

type bitCondition struct{ all, oneOf bitset }

func newBranching(n int, goals []goal) *branching {
	b := &branching{n: n, promise: make([]int64, n), useful: newBitset(n, nil)}
	toBits := func(list []condition) []bitCondition {
		converted := make([]bitCondition, len(list))
		for i, c := range list {
			converted[i] = bitCondition{newBitset(n, c.all), newBitset(n, c.oneOf)}
		}
		return converted
	}
	for _, x := range goals {
		b.goals = append(b.goals, bitGoal{x.weight, toBits(x.ways), toBits(x.spoil)})
	}
	return b
}

// run returns the bounds of the most that the loss of k organizations does, and
// a set that reaches the lower one. It begins with a set of k that may be good,
// and visits at least one node.
func (b *branching) run(k, nodes int, first []int) (Bounds, []int) {
	b.taken, b.undecided = newBitset(b.n, first), newBitset(b.n, nil)
	b.best, _ = b.promises(0)
	b.set, b.open, b.nodes = b.taken.members(), 0, nodes
	b.taken, b.undecided = newBitset(b.n, nil), newBitset(b.n, nil)
	for o := range b.n {
		b.undecided.add(o)
	}
	b.visit(k)
	return Between(b.best, max(b.best, b.open)), b.set
}

// visit looks for k more organizations.
func (b *branching) visit(k int) {
	b.nodes--
	met, open := b.promises(k)
	if k == 0 {
		if met > b.best {
			b.best, b.set = met, b.taken.members()
		}
		return
	}
	next := -1
	b.largest = b.largest[:0]
	for o, p := range b.promise {
		if b.undecided.has(o) {
			b.largest = append(b.largest, p)
			if next < 0 || p > b.promise[next] {
				next = o
			}
		}
	}
	free := len(b.largest)
	slices.SortFunc(b.largest, func(x, y int64) int { return cmp.Compare(y, x) })
	sum := int64(0)
	for _, p := range b.largest[:k] {
		sum += p
	}
	bound := met + min(open, int(sum/share))
	b.undecided.remove(next)
	b.taken.add(next)
	b.try(k-1, bound)
	b.taken.remove(next)
	if free > k {
		b.try(k, bound)
	}
	b.undecided.add(next)
}

// try visits a branch unless it holds nothing better, or no node is left.
func (b *branching) try(k, bound int) {
	switch {
	case bound <= b.best:
	case b.nodes <= 0:
		b.open = max(b.open, bound)
	default:
		b.visit(k)
	}
}

// share is how many parts a weight has when it is shared out. Parts are rounded
// up, so that a bound stays a bound.
const share = 1 << 24

// promises returns the weight of the goals that are met and of those that k more
// could meet, and finds for each organization its part in the latter. A goal that needs at
// least q more gives each that is of use to it the q-th part of its weight, so
// that those whose loss meets it have its whole weight together: the k largest
// parts bound what k more can add.
func (b *branching) promises(k int) (met, open int) {
	clear(b.promise)
	for i := range b.goals {
		x := &b.goals[i]
		if len(x.spoil) > 0 && b.missing(&x.spoil[0]) == 0 {
			continue
		}
		need := b.n + 1
		for j := range x.ways {
			need = min(need, b.missing(&x.ways[j]))
		}
		switch {
		case need == 0:
			met += x.weight
		case need <= k:
			open += x.weight
			b.shareOut(x, k, (int64(x.weight)*share+int64(need)-1)/int64(need))
		}
	}
	return met, open
}

// missing returns how many more losses it takes to meet a condition; n + 1 when
// it can no longer be met.
func (b *branching) missing(c *bitCondition) int {
	need := 0
	met, open, none := false, false, true
	for i, taken := range b.taken {
		undecided := b.undecided[i]
		if c.all[i]&^(taken|undecided) != 0 {
			return b.n + 1
		}
		need += bits.OnesCount64(c.all[i] & undecided)
		met = met || c.oneOf[i]&taken != 0
		open = open || c.oneOf[i]&undecided != 0
		none = none && c.oneOf[i] == 0
	}
	switch {
	case none || met:
		return need
	case open:
		return need + 1
	}
	return b.n + 1
}

// shareOut adds a part to the promise of each undecided organization of the
// conditions that k more could meet.
func (b *branching) shareOut(x *bitGoal, k int, part int64) {
	clear(b.useful)
	for j := range x.ways {
		c := &x.ways[j]
		if len(x.ways) > 1 && b.missing(c) > k {
			continue
		}
		met := c.oneOf.meets(b.taken)
		for i := range b.useful {
			b.useful[i] |= c.all[i]
			if !met {
				b.useful[i] |= c.oneOf[i]
			}
		}
	}
	for i, word := range b.useful {
		for word &= b.undecided[i]; word != 0; word &= word - 1 {
			b.promise[i*64+bits.TrailingZeros64(word)] += part
		}
	}
}
