package flow

// backward evaluates a flow under 64 losses at once, from what work reaches last to what
// it reaches first: a bit for each loss under which a task succeeds.
type backward struct {
	*forked
	prev     func(v int) []int
	order    []int // of what work reaches, each vertex before those that hand on to it as far as there are no cycles
	position []int // vertex -> where it stands in order; -1: work does not reach it
	goal     []bool
	succeeds []uint64
	waiting  []bool // vertices in the queue
	queue    []int
}

func newBackward(p Graph, forward []int) *backward {
	n := len(p.Tasks)
	b := &backward{
		forked: p.forks, prev: p.Network.Prev, goal: p.Avoiding(p.Goals...),
		position: make([]int, n), succeeds: make([]uint64, n), waiting: make([]bool, n),
	}
	for v := range b.position {
		b.position[v] = -1
	}
	for i := len(forward) - 1; i >= 0; i-- {
		b.position[forward[i]] = len(b.order)
		b.order = append(b.order, forward[i])
	}
	return b
}

// run finds what succeeds, left giving for each vertex the losses that leave its task.
// Bits only ever become set, so that a vertex of a cycle changes at most 64 times and is
// looked at once more for each change of what it hands on to: at most 64 x handoffs
// looks, and one at each vertex without cycles.
func (b *backward) run(left []uint64) {
	b.queue = append(b.queue[:0], b.order...)
	for _, v := range b.order {
		b.succeeds[v], b.waiting[v] = 0, true
	}
	for i := 0; i < len(b.queue); i++ {
		v := b.queue[i]
		b.waiting[v] = false
		now := b.of(v) & left[v]
		if now == b.succeeds[v] {
			continue
		}
		b.succeeds[v] = now
		for _, u := range b.prev(v) {
			if b.position[u] >= 0 && !b.waiting[u] {
				b.waiting[u] = true
				b.queue = append(b.queue, u)
			}
		}
	}
}

// of returns under which losses a vertex succeeds if its task is not lost, by what is
// known of those that it hands on to.
func (b *backward) of(v int) uint64 {
	switch {
	case b.goal[v]:
		return ^uint64(0)
	case b.needed[v] == 0:
		return 0
	}
	all := ^uint64(0)
	for _, branch := range b.branches[v] {
		if branch.Optional {
			continue
		}
		one := uint64(0)
		for _, w := range branch.Next {
			one |= b.succeeds[w]
		}
		all &= one
	}
	return all
}
