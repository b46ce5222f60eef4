package flow

import (
	"cmp"
	"slices"
)

// best returns the best solution from a start by steps, or nil: in each branch by the
// alternative that takes the fewest, ties going to the smaller vertex. Parallel branches
// take as long as the longest of them.
func (e *Evaluation) best(start int) *Solution {
	if !e.Succeeds(start) {
		return nil
	}
	left := func(v int) cost { return cost{steps: e.steps[v]} }
	return e.forks.solution(start, left, func(k int) (int, cost) {
		to := nearest(e.forks.parts[k].next, e.steps)
		return to, left(to).add(cost{steps: 1})
	})
}

// shortest returns the best solution of all starts: its vertices, each before those that
// it hands on to, the most steps left first, then ascending; and its handoffs from the first
// to the second vertex, in that order. It is empty when no start succeeds.
func (e *Evaluation) shortest() (vertices []int, handoffs [][2]int) {
	at := nearest(e.Starts, e.steps)
	if at < 0 {
		return nil, nil
	}
	s := e.best(at)
	for _, t := range s.Takes {
		handoffs = append(handoffs, [2]int{t.From, t.To})
	}
	order := func(a, b int) int { return cmp.Or(cmp.Compare(e.steps[b], e.steps[a]), cmp.Compare(a, b)) }
	slices.SortFunc(s.Tasks, order)
	slices.SortFunc(handoffs, func(a, b [2]int) int { return cmp.Or(order(a[0], b[0]), order(a[1], b[1])) })
	return s.Tasks, slices.Compact(handoffs)
}

// Remaining is the best of what is left of a flow.
type Remaining struct {
	// Way are its tasks: the shortest way, ties by ID, from a start to a goal; where
	// branches run side by side each task before those that it hands on to. It is empty
	// when nothing is left.
	Way []string `json:"way"`

	// Handoffs join them where the flow has branches that must all be done, one for
	// each that a task needs; elsewhere the way says it.
	Handoffs []TaskHandoff `json:"handoffs,omitempty"`
}

// Remaining returns the best that is left without the given vertices.
func (p Graph) Remaining(avoid []bool) Remaining {
	if !p.Splits() {
		return Remaining{Way: p.IDs(BestPath(p.Network, p.Starts, p.Goals, avoid))}
	}
	return p.Evaluate(avoid).remaining()
}

func (e *Evaluation) remaining() Remaining {
	vertices, handoffs := e.shortest()
	r := Remaining{Way: e.IDs(vertices)}
	for _, h := range handoffs {
		r.Handoffs = append(r.Handoffs, TaskHandoff{e.Tasks[h[0]], e.Tasks[h[1]]})
	}
	return r
}

// Left returns the vertices of the best that is left without the given ones; none when
// nothing is left.
func (p Graph) Left(avoid []bool) []int {
	if !p.Splits() {
		return BestPath(p.Network, p.Starts, p.Goals, avoid)
	}
	vertices, _ := p.Evaluate(avoid).shortest()
	return vertices
}
