package flow

import (
	"cmp"
	"slices"
)

// shortest is the solution of a flow with the fewest steps. Without branches it is a way.
type shortest struct {
	Vertices []int    // each before those that it hands on to; most steps left first, then ascending
	Handoffs [][2]int // from the first to the second vertex, in the order of both in Vertices
}

// shortest returns the best solution that is left: from the start that takes the fewest
// steps, in each branch by the alternative that takes the fewest, ties going to the
// smaller vertex. Parallel branches take as long as the longest of them (Knuth,
// Information Processing Letters 6(1), 1977). It is empty when no start succeeds.
func (e *Evaluation) shortest() shortest {
	var s shortest
	at := nearest(e.Starts, e.steps)
	if at < 0 {
		return s
	}
	seen := e.Avoiding(at)
	for queue := []int{at}; len(queue) > 0; queue = queue[1:] {
		v := queue[0]
		s.Vertices = append(s.Vertices, v)
		for _, w := range e.chosen(v) {
			s.Handoffs = append(s.Handoffs, [2]int{v, w})
			if !seen[w] {
				seen[w] = true
				queue = append(queue, w)
			}
		}
	}
	order := func(a, b int) int { return cmp.Or(cmp.Compare(e.steps[b], e.steps[a]), cmp.Compare(a, b)) }
	slices.SortFunc(s.Vertices, order)
	slices.SortFunc(s.Handoffs, func(a, b [2]int) int { return cmp.Or(order(a[0], b[0]), order(a[1], b[1])) })
	return s
}

// chosen returns the vertices that a vertex of the best solution hands on to.
func (e *Evaluation) chosen(v int) []int {
	var next []int
	if e.steps[v] == 0 {
		return next
	}
	for _, b := range e.forks.branches[v] {
		if !b.Optional {
			next = append(next, nearest(b.Next, e.steps))
		}
	}
	slices.Sort(next)
	return slices.Compact(next)
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
	s := e.shortest()
	r := Remaining{Way: e.IDs(s.Vertices)}
	for _, h := range s.Handoffs {
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
	return p.Evaluate(avoid).shortest().Vertices
}
