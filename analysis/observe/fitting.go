package observe

import (
	"slices"

	"tasuki/analysis/flow"
)

// slot is a branch of a vertex that may take one of the vertices behind it.
type slot struct {
	from   int
	branch string
	able   []int // vertices, in their order
}

// check decides whether some solution fits what is left, and else says why not. A vertex
// succeeds when it is a goal, or each needed branch leads forward to one that succeeds. The
// first must be a start that succeeds. Each other must be taken over in a branch, of which
// each takes one: a needed branch of one that succeeds takes one that succeeds, all others
// any. Which takes which is a matching of vertices with branches (Hall, J. London Math. Soc.
// 10, 1935; found by the augmenting paths of Kuhn, Naval Research Logistics Quarterly 2,
// 1955), so that no solution has to be tried.
func (r *run) check() {
	if first := r.left[0]; !r.start[first] {
		r.add(notStarted, -1, "", first)
	}
	good := r.succeed()
	slots := r.slots(good)
	by := make([][]int, len(r.Tasks)) // vertex -> slots that can take it
	for i, s := range slots {
		for _, w := range s.able {
			by[w] = append(by[w], i)
		}
	}
	taken := make([]int, len(slots)) // slot -> vertex, or -1
	for i := range taken {
		taken[i] = -1
	}
	var free []int
	seen := make([]int, len(slots))
	for i, v := range r.left[1:] {
		if !match(v, i+1, by, slots, taken, seen) {
			free = append(free, v)
		}
	}
	if len(r.deviations) == 0 && len(free) == 0 && good[r.left[0]] {
		return
	}
	before := len(r.deviations)
	r.uncalled()
	r.undone()
	if len(r.deviations) > before {
		return
	}
	for _, v := range free {
		from, branch := r.other(v)
		r.add(both, from, branch, v)
	}
}

// succeed says which vertices succeed, from the last to the first.
func (r *run) succeed() []bool {
	good := make([]bool, len(r.Tasks))
	for i := len(r.left) - 1; i >= 0; i-- {
		u := r.left[i]
		good[u] = r.goal[u] || r.handsOn(u)
		for _, b := range r.branches[u] {
			done := b.Optional
			r.later(u, b, func(w int) { done = done || good[w] })
			good[u] = good[u] && done
		}
	}
	return good
}

// handsOn reports whether a vertex has a needed branch.
func (r *run) handsOn(u int) bool {
	return slices.ContainsFunc(r.branches[u], func(b flow.Branch) bool { return !b.Optional })
}

func (r *run) slots(good []bool) []slot {
	var list []slot
	for _, u := range r.left {
		for _, b := range r.branches[u] {
			s := slot{from: u, branch: b.Name}
			r.later(u, b, func(w int) {
				if b.Optional || !good[u] || good[w] {
					s.able = append(s.able, w)
				}
			})
			list = append(list, s)
		}
	}
	return list
}

// match finds a branch for v, others moving over where they can. Round tells searches apart.
// The depth is bounded by the number of branches, which grows the stack and no more.
func match(v, round int, by [][]int, slots []slot, taken, seen []int) bool {
	for _, i := range by[v] {
		if seen[i] == round {
			continue
		}
		seen[i] = round
		if taken[i] < 0 || match(taken[i], round, by, slots, taken, seen) {
			taken[i] = v
			return true
		}
	}
	return false
}

// begins returns where work begins: at the first start, or else at the first vertex.
func (r *run) begins() int {
	if i := slices.IndexFunc(r.left, func(v int) bool { return r.start[v] }); i >= 0 {
		return r.left[i]
	}
	return r.left[0]
}

// uncalled says which vertices nothing before them hands on to.
func (r *run) uncalled() {
	begins := r.begins()
	for i, v := range r.left[1:] {
		called, late := v == begins, -1
		for _, u := range r.before[v] {
			if at := r.at[u]; at >= 0 && at <= i {
				called = true
			} else if at >= 0 && (late < 0 || at < r.at[late]) {
				late = u
			}
		}
		switch {
		case called:
		case late >= 0:
			r.add(outOfOrder, late, "", v)
		default:
			r.add(extra, r.left[i], "", v)
		}
	}
}

// undone says which needed branches lead nowhere, of the vertices that needed branches lead
// to from the first.
func (r *run) undone() {
	asked := make([]bool, len(r.Tasks))
	asked[r.left[0]], asked[r.begins()] = true, true
	for _, u := range r.left {
		if !asked[u] {
			continue
		}
		for _, b := range r.branches[u] {
			if b.Optional {
				continue
			}
			some := false
			r.later(u, b, func(w int) { some, asked[w] = true, true })
			if !some {
				r.missed(u, b)
			}
		}
		if !r.goal[u] && !r.handsOn(u) {
			r.add(missing, u, "", -1)
		}
	}
}

func (r *run) missed(u int, b flow.Branch) {
	early := -1
	for _, w := range b.Next {
		if r.at[w] >= 0 && (early < 0 || r.at[w] < r.at[early]) {
			early = w
		}
	}
	switch {
	case early >= 0:
		r.add(outOfOrder, u, "", early)
	case len(b.Next) == 1:
		r.add(missing, u, b.Name, b.Next[0])
	default:
		r.add(missing, u, b.Name, -1)
	}
}

// other returns the first vertex that hands on to v and stands before it, and the branch.
func (r *run) other(v int) (from int, branch string) {
	for _, u := range r.left[:r.at[v]] {
		for _, b := range r.branches[u] {
			found := false
			r.later(u, b, func(w int) { found = found || w == v })
			if found {
				return u, b.Name
			}
		}
	}
	return -1, ""
}
