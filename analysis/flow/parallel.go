package flow

import "slices"

// Parallel asks which losses leave a flow no way, 64 at once.
type Parallel struct {
	Graph
	order         []int // see forward
	left, reached []uint64
}

// NewParallel returns the flow p, ready to be asked.
func NewParallel(p Graph) *Parallel {
	return &Parallel{p, forward(p), make([]uint64, len(p.Tasks)), make([]uint64, len(p.Tasks))}
}

// Blocked returns the losses that leave no way: lost gives for each vertex the
// losses with which its task is lost. It takes time in proportion to vertices and
// edges for each cycle that a way may go round.
func (p *Parallel) Blocked(lost func(v int) uint64) uint64 {
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
	seen := p.Avoiding()
	var visit func(v int)
	visit = func(v int) {
		if seen[v] {
			return
		}
		seen[v] = true
		for _, w := range p.Network.Next(v) {
			visit(w)
		}
		order = append(order, v)
	}
	for _, v := range p.Starts {
		visit(v)
	}
	slices.Reverse(order)
	return order
}
