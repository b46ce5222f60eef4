package analysis

import (
	"cmp"
	"slices"
)

// branching looks for the organizations, a given number of them, whose loss
// meets the largest weight of goals. It is a branch and bound, depth first: an
// organization is taken or left out, the most promising one first, and a branch
// is cut when its bound shows that it holds nothing better. It stops after a
// given number of nodes, each of which takes time in proportion to the members
// of all conditions, and then knows bounds.
type branching struct {
	n     int
	goals []goal
	nodes int // that may still be visited

	state []choice
	best  int
	set   []int // that reaches best; nil when no set was looked at
	open  int   // bound of what was not looked at
}

// goal counts its weight when a loss meets one of the conditions in ways, but
// not when it meets spoil too.
type goal struct {
	weight int
	ways   []condition
	spoil  *condition
}

// choice says what was decided about an organization.
type choice int8

const (
	undecided choice = iota
	taken
	left
)

// branch returns the bounds of the most that the loss of k out of n
// organizations does, and a set that reaches the lower one. It begins with a set
// that may be good. The number of nodes is at least what the first set takes.
func branch(n int, goals []goal, k, nodes int, first []int) (Bounds, []int) {
	b := branching{n: n, goals: goals, nodes: max(nodes, k+1), state: make([]choice, n), best: -1}
	if len(first) == k {
		b.set, b.best = slices.Clone(first), b.value(first)
	}
	b.visit(k, k)
	return between(b.best, max(b.best, b.open)), b.set
}

// value returns what the loss of a set does.
func (b *branching) value(set []int) int {
	gone := make([]bool, b.n)
	for _, o := range set {
		gone[o] = true
	}
	sum := 0
	for _, x := range b.goals {
		isMet := func(c condition) bool { return c.met(gone) }
		if slices.ContainsFunc(x.ways, isMet) && (x.spoil == nil || !x.spoil.met(gone)) {
			sum += x.weight
		}
	}
	return sum
}

// visit looks for k more organizations.
func (b *branching) visit(k, all int) {
	b.nodes--
	met, promise := b.promises(k)
	if k == 0 {
		if met > b.best {
			b.best, b.set = met, b.taken(all)
		}
		return
	}
	bound, next, free := met, -1, 0
	var largest []int64
	for o, p := range promise {
		if b.state[o] != undecided {
			continue
		}
		free++
		largest = append(largest, p)
		if next < 0 || p > promise[next] {
			next = o
		}
	}
	slices.SortFunc(largest, func(x, y int64) int { return cmp.Compare(y, x) })
	sum := int64(0)
	for _, p := range largest[:k] {
		sum += p
	}
	bound += int(sum / share)
	b.try(next, taken, k-1, all, bound)
	if free > k {
		b.try(next, left, k, all, bound)
	}
	b.state[next] = undecided
}

// try visits a branch unless it holds nothing better, or no node is left.
func (b *branching) try(o int, as choice, k, all, bound int) {
	switch {
	case bound <= b.best:
	case b.nodes <= 0:
		b.open = max(b.open, bound)
	default:
		b.state[o] = as
		b.visit(k, all)
	}
}

func (b *branching) taken(k int) []int {
	set := make([]int, 0, k)
	for o, c := range b.state {
		if c == taken {
			set = append(set, o)
		}
	}
	return set
}

// share is how many parts a weight has when it is shared out. Parts are rounded
// up, so that a bound stays a bound.
const share = 1 << 24

// promises returns the weight of the goals that are met, and for each
// organization its part in those that k more could meet. A goal that needs at
// least q more gives each that is of use to it the q-th part of its weight, so
// that those whose loss meets it have its whole weight together: the k largest
// parts bound what k more can add.
func (b *branching) promises(k int) (met int, promise []int64) {
	promise = make([]int64, b.n)
	marks := make([]bool, b.n)
	for _, x := range b.goals {
		if x.spoil != nil && b.missing(*x.spoil) == 0 {
			continue
		}
		need := b.n + 1
		for _, c := range x.ways {
			need = min(need, b.missing(c))
		}
		switch {
		case need == 0:
			met += x.weight
		case need <= k:
			part := (int64(x.weight)*share + int64(need) - 1) / int64(need)
			b.useful(x, k, marks, func(o int) { promise[o] += part })
		}
	}
	return met, promise
}

// missing returns how many more losses it takes to meet a condition; n + 1 when
// it can no longer be met.
func (b *branching) missing(c condition) int {
	need := 0
	for _, o := range c.all {
		switch b.state[o] {
		case left:
			return b.n + 1
		case undecided:
			need++
		}
	}
	if len(c.oneOf) == 0 {
		return need
	}
	open := false
	for _, o := range c.oneOf {
		if b.state[o] == taken {
			return need
		}
		open = open || b.state[o] == undecided
	}
	if !open {
		return b.n + 1
	}
	return need + 1
}

// useful calls f once with each undecided organization of a condition that k
// more could meet.
func (b *branching) useful(x goal, k int, marks []bool, f func(o int)) {
	var used []int
	mark := func(list []int) {
		for _, o := range list {
			if b.state[o] == undecided && !marks[o] {
				marks[o] = true
				used = append(used, o)
				f(o)
			}
		}
	}
	isTaken := func(o int) bool { return b.state[o] == taken }
	for _, c := range x.ways {
		if b.missing(c) > k {
			continue
		}
		mark(c.all)
		if !slices.ContainsFunc(c.oneOf, isTaken) {
			mark(c.oneOf)
		}
	}
	for _, o := range used {
		marks[o] = false
	}
}
