package bruteforce

import (
	"maps"
	"slices"

	"tasuki/analysis/flow"
)

// Solution is a solution of a flow: for each vertex that it reaches, the vertices that
// its needed branches hand on to, in the order of the branches; none for a goal.
type Solution map[int][]int

// AllSolutions returns every solution of a flow from a start that avoids the vertices in
// avoid, by trying every choice of one handoff for each needed branch.
func AllSolutions(p flow.Graph, start int, avoid []bool) []Solution {
	var list []Solution
	branches := p.Branches()
	var choose func(s Solution, todo []int)
	choose = func(s Solution, todo []int) {
		if len(todo) == 0 {
			if !circles(s, start, map[int]bool{}) {
				list = append(list, maps.Clone(s))
			}
			return
		}
		v, todo := todo[0], todo[1:]
		if _, chosen := s[v]; chosen {
			choose(s, todo)
			return
		}
		if avoid[v] || !slices.Contains(p.Goals, v) && !slices.ContainsFunc(branches[v], func(b flow.Branch) bool { return !b.Optional }) {
			return
		}
		var take func(to []int, rest []flow.Branch)
		take = func(to []int, rest []flow.Branch) {
			if len(rest) == 0 {
				s[v] = slices.Clone(to)
				choose(s, append(slices.Clone(todo), to...))
				delete(s, v)
				return
			}
			if rest[0].Optional {
				take(to, rest[1:])
				return
			}
			for _, w := range rest[0].Next {
				take(append(to, w), rest[1:])
			}
		}
		if slices.Contains(p.Goals, v) {
			take(nil, nil)
		} else {
			take(nil, branches[v])
		}
	}
	choose(Solution{}, []int{start})
	return list
}

// circles reports whether work comes back to a vertex that it is on the way from.
func circles(s Solution, at int, on map[int]bool) bool {
	if on[at] {
		return true
	}
	on[at] = true
	found := slices.ContainsFunc(s[at], func(w int) bool { return circles(s, w, on) })
	delete(on, at)
	return found
}
