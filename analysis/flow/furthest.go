package flow

import "slices"

// Furthest is how far work gets from a start where no solution is left: everything that it
// still reaches.
type Furthest struct {
	Course        // its Targets are where work ends: goals, and where it stops
	Stops  []Stop // where needed work stops, in the order of the tasks of the course
}

// Stop is a task that work reaches and from which some needed work goes no further.
type Stop struct {
	At   int   // the task
	Lost []int // tasks to avoid that a needed branch of it leads to, none of whose tasks takes the work on; ascending
	Back bool  // a needed branch leads back only, to tasks that the work has come from; Lost and not Back: to none else
}

// Furthest returns how work runs from a start, which must not be avoided, when it is handed
// on as far as it can be, avoiding the vertices in avoid, until goals. Each branch takes the
// task that is best with nothing avoided, of those that do not lead back; then other
// alternatives are taken, too, as far as tasks are reached by them alone. So every vertex is
// in the course that a way from the start leads to which passes no goal and no vertex in
// avoid. It takes time O(n m) for n vertices and m handoffs.
func (s *Solver) Furthest(start int, avoid []bool) Furthest {
	w := walker{Solver: s, avoid: avoid, left: s.left(limits{avoid: s.Avoiding(), part: -1}), out: make([][]walked, len(s.Tasks)), seen: s.Avoiding(), other: s.Avoiding()}
	w.sees(start)
	for i := 0; i < len(w.order); i++ {
		w.take(w.order[i])
	}
	first := len(w.order)
	for i := 0; i < len(w.order); i++ {
		if i >= first {
			w.take(w.order[i])
		}
		w.besides(w.order[i])
	}
	return w.course(start)
}

// walker follows work as far as it gets.
type walker struct {
	*Solver
	avoid []bool
	left  []cost
	out   [][]walked
	seen  []bool
	other []bool // of each vertex, whether alternatives beside the first lead there, and nothing else does
	order []int
}

// walked is a handoff that a walker has taken.
type walked struct {
	branch, to int
	besides    bool // another alternative of the branch is taken, too
}

func (w *walker) sees(v int) {
	w.seen[v] = true
	w.order = append(w.order, v)
}

// take takes the best task of each branch.
func (w *walker) take(v int) {
	for b := range w.Branches[v] {
		if to := w.target(v, b); to >= 0 && !w.goal[v] {
			w.out[v] = append(w.out[v], walked{b, to, false})
			if !w.seen[to] {
				w.other[to] = w.other[v]
				w.sees(to)
			}
		}
	}
}

// besides takes the other alternatives of each branch that lead to what nothing else does.
func (w *walker) besides(v int) {
	for b, branch := range w.Branches[v] {
		for _, to := range branch.Next {
			if !w.goal[v] && !w.seen[to] && !w.avoid[to] {
				w.out[v] = append(w.out[v], walked{b, to, true})
				w.other[to] = true
				w.sees(to)
			}
		}
	}
}

// target returns the task that a branch takes, or -1: of those that do not lead back the one
// behind which the least is left.
func (w *walker) target(v, branch int) int {
	best, least := -1, unreachable
	for _, to := range w.Branches[v][branch].Next {
		if w.avoid[to] || w.seen[to] && w.leads(to, v) {
			continue
		}
		c := unreachable
		if w.left[to] != unreachable {
			c = w.left[to].add(w.step(v, branch, to))
		}
		if best < 0 || c != unreachable && (least == unreachable || c.compare(least) < 0) {
			best, least = to, c
		}
	}
	return best
}

// leads reports whether work that has set out at a vertex comes to another.
func (w *walker) leads(from, to int) bool {
	return connected(from, to, func(v int) (next []int) {
		for _, a := range w.out[v] {
			next = append(next, a.to)
		}
		return next
	})
}

// course puts the tasks in order, and says which of them are needed and where work stops.
func (w *walker) course(start int) Furthest {
	done := w.sorted(start)
	f := Furthest{Course: Course{Tasks: done, Arrows: make([][]Arrow, len(done)), Needed: make([]bool, len(done)), Other: make([]bool, len(done))}}
	at := map[int]int{}
	for i, v := range done {
		at[v], f.Other[i] = i, w.other[v]
	}
	f.Needed[0] = true
	for i, v := range done {
		ends := true
		for _, a := range w.out[v] {
			arrow := Arrow{From: i, Branch: a.branch, Optional: !f.Needed[i] || w.Branches[v][a.branch].Optional, Other: w.other[v] || a.besides}
			to := at[a.to]
			f.Arrows[to] = append(f.Arrows[to], arrow)
			f.Needed[to] = f.Needed[to] || !arrow.Optional && (!arrow.Other || f.Other[to])
			ends = ends && arrow.Optional
		}
		if !f.Needed[i] {
			continue
		}
		if ends {
			f.Targets = append(f.Targets, v)
		}
		if stop, stops := w.stop(v); stops {
			f.Stops = append(f.Stops, stop)
		}
	}
	slices.Sort(f.Targets)
	return f
}

// stop says why a needed branch of a task takes no work on, if one does not.
func (w *walker) stop(v int) (s Stop, stops bool) {
	s = Stop{At: v}
	needed := 0
	for b, branch := range w.Branches[v] {
		if branch.Optional {
			continue
		}
		needed++
		if slices.ContainsFunc(w.out[v], func(a walked) bool { return a.branch == b }) {
			continue
		}
		stops = true
		for _, to := range branch.Next {
			if w.avoid[to] {
				s.Lost = append(s.Lost, to)
			} else {
				s.Back = true
			}
		}
	}
	slices.Sort(s.Lost)
	s.Lost = slices.Compact(s.Lost)
	return s, !w.goal[v] && (stops || needed == 0)
}

// sorted returns the tasks each behind all that work comes from: by depth, the last handoff
// first, read backwards.
func (w *walker) sorted(start int) []int {
	type frame struct{ vertex, left int }
	var done []int
	entered := map[int]bool{start: true}
	for stack := []frame{{start, len(w.out[start])}}; len(stack) > 0; {
		top := &stack[len(stack)-1]
		if top.left == 0 {
			done = append(done, top.vertex)
			stack = stack[:len(stack)-1]
			continue
		}
		top.left--
		if to := w.out[top.vertex][top.left].to; !entered[to] {
			entered[to] = true
			stack = append(stack, frame{to, len(w.out[to])})
		}
	}
	slices.Reverse(done)
	return done
}
