package flow

import "slices"

// Parallel asks which losses leave a flow no way, or no solution, 64 at once.
type Parallel struct {
	Graph
	order         []int // see forward
	left, reached []uint64
	back          *backward // nil until it is needed
}

// NewParallel returns the flow p, ready to be asked.
func NewParallel(p Graph) *Parallel {
	return &Parallel{Graph: p, order: forward(p), left: make([]uint64, len(p.Tasks)), reached: make([]uint64, len(p.Tasks))}
}

// Blocked returns the losses that leave nothing of the flow: lost gives for each vertex
// the losses with which its task is lost. It takes time in proportion to vertices and
// handoffs for each cycle that a way may go round, and where branches must all be done
// at most 64 times as much.
func (p *Parallel) Blocked(lost func(v int) uint64) uint64 {
	if p.Splits() {
		some, _ := p.starting(lost)
		return ^some
	}
	for v := range p.left {
		p.left[v], p.reached[v] = ^lost(v), 0
	}
	for _, v := range p.Starts {
		p.reached[v] = p.left[v]
	}
	p.spread()
	passable := uint64(0)
	for _, v := range p.Goals {
		passable |= p.reached[v]
	}
	return ^passable
}

// Failing returns the losses under which the flow does not work from each of its starts,
// in the time of Blocked.
func (p *Parallel) Failing(lost func(v int) uint64) uint64 {
	_, every := p.starting(lost)
	return ^every
}

// starting returns under which losses some start and every start succeeds.
func (p *Parallel) starting(lost func(v int) uint64) (some, every uint64) {
	if p.back == nil {
		p.back = newBackward(p.Graph, p.order)
	}
	for _, v := range p.order {
		p.left[v] = ^lost(v)
	}
	p.back.run(p.left)
	every = ^uint64(0)
	for _, v := range p.Starts {
		some |= p.back.succeeds[v]
		every &= p.back.succeeds[v]
	}
	return some, every
}

// spread adds to what reaches each vertex what reaches it from others, as far
// as the vertex is left.
func (p *Parallel) spread() {
	for again := true; again; {
		again = false
		for _, v := range p.order {
			now := p.reached[v]
			for _, u := range p.Network.Prev(v) {
				now |= p.reached[u]
			}
			if now &= p.left[v]; now != p.reached[v] {
				p.reached[v], again = now, true
			}
		}
	}
}

// forward returns the vertices that work reaches from a start, each behind all
// those before it as far as there are no cycles.
func forward(p Graph) []int {
	var order []int
	type visit struct{ vertex, next int } // how many of those behind it were looked at
	seen := p.Avoiding()
	for _, start := range p.Starts {
		if seen[start] {
			continue
		}
		seen[start] = true
		for stack := []visit{{vertex: start}}; len(stack) > 0; {
			top := &stack[len(stack)-1]
			behind := p.Network.Next(top.vertex)
			if top.next == len(behind) {
				order, stack = append(order, top.vertex), stack[:len(stack)-1]
				continue
			}
			v := behind[top.next]
			top.next++
			if !seen[v] {
				seen[v] = true
				stack = append(stack, visit{vertex: v})
			}
		}
	}
	slices.Reverse(order)
	return order
}
