package flow

import (
	"maps"
	"slices"

	"tasuki/analysis/network"
)

// mostWays is how many ways to a handoff [Solver.Through] tries, of those that a solution
// takes and of those that leave it by an optional branch.
const mostWays = 64

// Passage is a solution on whose course work runs by a handoff that was asked for.
type Passage struct {
	Solution Solution
	Beside   []Taken // what leads from an optional branch of the solution to the handoff, which is the last; none where the solution takes it
}

// Through returns a passage from a start by a handoff, avoiding the vertices in avoid; nil
// when there is none. Sure is false when there may be one all the same.
//
// It has the shortest way to the handoff by which there is one, ways that a solution takes
// before those that leave one. The way is sought, since work behind the handoff must not come
// back to it: whether one way serves is decided in three searches of a solution, and only
// where there are too many ways to try all is it left open. It takes the time of up to 128
// ways (see [Router.Paths]) and three searches for each.
func (s *Solver) Through(start int, asked Taken, avoid []bool) (found *Passage, sure bool) {
	if s.goal[asked.From] || avoid[asked.From] || avoid[asked.To] {
		return nil, true
	}
	p := passer{s, asked, avoid, s.ways(), nil}
	for _, k := range s.partsOf(asked.From) {
		if s.forks.parts[k].branch == asked.Branch {
			p.taken = map[int]int{k: asked.To}
		}
	}
	found, sure = p.along(start, false)
	if found != nil {
		return found, true
	}
	p.taken = nil
	found, all := p.along(start, true)
	return found, found != nil || sure && all
}

// passer seeks a passage.
type passer struct {
	*Solver
	asked Taken
	avoid []bool
	ways  *network.Graph
	taken map[int]int // the handoff asked for, where the solution is to take it
}

// along seeks a passage by a way to the task of the handoff, which the solution reaches unless
// beside is true; all is false when there are more ways than were tried.
func (p passer) along(start int, beside bool) (found *Passage, all bool) {
	left := p.left(limits{avoid: p.avoid, taken: p.taken, part: -1})
	closed := slices.Concat(p.avoid, p.avoid)
	for v := range p.avoid {
		// A solution passes only what succeeds.
		closed[v] = closed[v] || left[v] == unreachable
	}
	n, end := len(p.avoid), p.asked.From
	closed[p.asked.To], closed[n+p.asked.To] = true, true
	if beside {
		closed[end], end = true, n+end
	}
	ways, more := Router{Graph: p.ways, Goals: []int{end}}.Paths(start, closed, mostWays)
	for _, way := range ways {
		at := slices.IndexFunc(way, func(v int) bool { return v >= n })
		if at < 0 {
			at = len(way)
		}
		behind := slices.Clone(way[at:])
		for i := range behind {
			behind[i] -= n
		}
		if found := p.passage(way[:at], behind); found != nil {
			return found, true
		}
	}
	return nil, !more
}

// ways returns the network of the ways of work: a vertex where a solution reaches it, and
// again, behind all of those, where only what an optional branch of one leads to does.
func (s *Solver) ways() *network.Graph {
	n, edges := len(s.Tasks), [][2]int{}
	for v, branches := range s.Branches {
		if s.goal[v] {
			continue
		}
		for _, branch := range branches {
			for _, w := range branch.Next {
				edges = append(edges, [2]int{n + v, n + w})
				if branch.Optional {
					edges = append(edges, [2]int{v, n + w})
				} else {
					edges = append(edges, [2]int{v, w})
				}
			}
		}
	}
	return network.New(2*n, edges)
}

// passage returns a passage whose solution takes a way to its end and reaches nothing of what
// follows beside it; nil when there is none.
func (p passer) passage(way, beside []int) *Passage {
	l := limits{avoid: slices.Clone(p.avoid), taken: map[int]int{}, part: -1}
	maps.Copy(l.taken, p.taken)
	for i := 1; i < len(way); i++ {
		// Of several branches with the task any will do: where one takes it, others may too.
		l.taken[p.partWith(way[i-1], way[i])] = way[i]
	}
	for _, v := range beside {
		l.avoid[v] = true
	}
	found, last := p.extract(way[0], l), way[len(way)-1]
	if found != nil && p.taken != nil {
		return &Passage{Solution: *found}
	}
	if found != nil && found.leads(p.asked.To, last) {
		found = p.apart(way, p.asked.To, l)
	}
	if found == nil {
		return nil
	}
	return &Passage{*found, append(p.taking(last, beside), p.asked)}
}

// apart returns a solution within limits that takes a way and in which a task does not lead to
// the end of that way, or nil.
//
// If the task does not in some solution that reaches it, the same solution may go on from
// there in any manner that keeps clear of the way. So one such manner decides, and without
// any the task must not be reached.
func (s *Solver) apart(way []int, task int, l limits) *Solution {
	around := limits{avoid: slices.Clone(l.avoid), part: -1}
	for _, v := range way {
		around.avoid[v] = true
	}
	behind := s.extract(task, around)
	if behind == nil {
		l.avoid[task] = true
		return s.extract(way[0], l)
	}
	for _, t := range behind.Takes {
		l.taken[t.part] = t.To
	}
	return s.extract(way[0], l)
}

// taking returns by which handoffs work runs from a task of a solution along what is beside it.
func (s *Solver) taking(from int, beside []int) []Taken {
	var list []Taken
	for i, w := range beside {
		b := slices.IndexFunc(s.Branches[from], func(b Branch) bool { return (i > 0 || b.Optional) && slices.Contains(b.Next, w) })
		list = append(list, Taken{From: from, Branch: b, To: w})
		from = w
	}
	return list
}

// leads reports whether work of a solution that is at a vertex comes to another.
func (x Solution) leads(from, to int) bool {
	next, reached := map[int][]int{}, map[int]bool{from: true}
	for _, t := range x.Takes {
		next[t.From] = append(next[t.From], t.To)
	}
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		for _, w := range next[queue[0]] {
			if !reached[w] {
				reached[w] = true
				queue = append(queue, w)
			}
		}
	}
	return reached[to]
}

// partWith returns the first needed branch of a vertex that may hand on to another.
func (s *Solver) partWith(v, w int) int {
	list := s.partsOf(v)
	return list[slices.IndexFunc(list, func(k int) bool { return slices.Contains(s.forks.parts[k].next, w) })]
}
