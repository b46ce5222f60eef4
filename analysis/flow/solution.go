package flow

import (
	"cmp"
	"slices"
)

// Solution is a solution of a flow from a start.
type Solution struct {
	Tasks []int   // that work reaches, in the order in which it does, handoff by handoff; the start first
	Takes []Taken // the handoffs that it takes, in the order of their tasks, then of their branches
	left  []cost  // of each of Takes: what is left when it is made, its own cost and what follows
	whole cost
}

// Taken is a handoff that a solution takes.
type Taken struct {
	From, Branch, To int // Branch is its position among those of From
	part             int
}

// Steps returns the number of handoffs on the longest branch of a solution; by minutes,
// on the longest of those that take the most.
func (s Solution) Steps() int { return s.whole.steps }

// extract returns the first solution from a start within limits, or nil.
func (s *Solver) extract(start int, l limits) *Solution {
	left := s.left(l)
	if left[start] == unreachable {
		return nil
	}
	return s.forks.solution(start, func(v int) cost { return left[v] }, func(k int) (int, cost) { return s.cheapest(k, l, left) })
}

// solution returns a solution from a start, given what is left at each task and, for each
// part, which task it takes and what is left when it does. It takes the one behind which
// the least is left, so costs fall from task to task and no way leads back; where nothing
// is left, at a goal, work ends.
func (f *forked) solution(start int, left func(v int) cost, cheapest func(part int) (int, cost)) *Solution {
	found, seen := &Solution{Tasks: []int{start}, whole: left(start)}, make([]bool, len(f.of))
	seen[start] = true
	for i := 0; i < len(found.Tasks); i++ {
		v := found.Tasks[i]
		if left(v).steps == 0 {
			continue
		}
		for _, k := range f.of[v] {
			to, least := cheapest(k)
			found.Takes, found.left = append(found.Takes, Taken{v, f.parts[k].branch, to, k}), append(found.left, least)
			if !seen[to] {
				seen[to] = true
				found.Tasks = append(found.Tasks, to)
			}
		}
	}
	return found
}

// cheapest returns the task that a part takes, among equally cheap ones the first, and
// what is left then.
func (s *Solver) cheapest(k int, l limits, left []cost) (int, cost) {
	to, least := -1, unreachable
	for place, w := range s.forks.parts[k].next {
		if left[w] == unreachable || !l.allows(k, w) {
			continue
		}
		if c := left[w].add(s.entering(entry{k, place})); to < 0 || c.compare(least) < 0 {
			to, least = w, c
		}
	}
	return to, least
}

// CompareSolutions orders solutions from one start: by what they cost as a whole; then,
// handoff by handoff in the order in which work reaches their tasks, branch by branch,
// by what is left when the handoff is made, then by the task that takes over.
func CompareSolutions(a, b Solution) int {
	if c := a.whole.compare(b.whole); c != 0 {
		return c
	}
	for i := range min(len(a.Takes), len(b.Takes)) {
		if c := cmp.Or(a.left[i].compare(b.left[i]), cmp.Compare(a.Takes[i].To, b.Takes[i].To)); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a.Takes), len(b.Takes))
}

// Solutions returns the first k solutions from a start, avoiding the vertices in avoid,
// in the order of [CompareSolutions]; fewer when there are not as many. More says that
// there are others behind them.
//
// What is left behind a solution is split by the first handoff that is another (Lawler,
// Management Science 18(7), 1972), which is for hypergraphs what Yen's algorithm is for
// paths; Huang and Chiang's (IWPT 2005) would list derivations, in which one task may go
// on in two ways. It takes the time of k searches for each task with alternatives.
func (s *Solver) Solutions(start int, avoid []bool, k int) (list []Solution, more bool) {
	first := s.Best(start, avoid)
	if first == nil || k < 1 {
		return nil, first != nil
	}
	type rest struct {
		Solution
		settled int   // how many of its handoffs it shares with all in its part
		barred  []int // tasks that the next one may not take
	}
	candidates := []rest{{Solution: *first}}
	for len(candidates) > 0 && len(list) < k {
		at := candidates[0]
		candidates = candidates[1:]
		list = append(list, at.Solution)
		taken := map[int]int{}
		for i, t := range at.Takes {
			if i >= at.settled {
				barred := []int{t.To}
				if i == at.settled {
					barred = append(barred, at.barred...)
				}
				if len(barred) < len(s.forks.parts[t.part].next) {
					if found := s.extract(start, limits{avoid: avoid, taken: taken, part: t.part, barred: barred}); found != nil {
						next := rest{*found, i, barred}
						place, _ := slices.BinarySearchFunc(candidates, next, func(a, b rest) int { return CompareSolutions(a.Solution, b.Solution) })
						candidates = slices.Insert(candidates, place, next)
					}
				}
			}
			taken[t.part] = t.To
		}
	}
	return list, len(candidates) > 0
}
