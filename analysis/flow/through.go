package flow

import "slices"

// mostWays is how many ways to a handoff [Solver.Through] tries.
const mostWays = 64

// Through returns a solution from a start that takes the handoff from a vertex to another in
// a needed branch, and avoids the vertices in avoid; nil when there is none. Sure is false
// when there may be one all the same. It is the best with the shortest way to the handoff
// by which there is one; that way is sought, since the work behind the handoff must not
// come back to it.
func (s *Solver) Through(start, v, branch, w int, avoid []bool) (found *Solution, sure bool) {
	k := slices.IndexFunc(s.of[v], func(k int) bool { return s.parts[k].branch == branch })
	if k < 0 {
		return nil, true
	}
	taken := map[int]int{s.of[v][k]: w}
	return s.reaching(start, v, taken, avoid)
}

// Reaching returns a solution from a start that reaches a vertex, as [Solver.Through] does.
func (s *Solver) Reaching(start, v int, avoid []bool) (found *Solution, sure bool) {
	return s.reaching(start, v, map[int]int{}, avoid)
}

func (s *Solver) reaching(start, v int, taken map[int]int, avoid []bool) (*Solution, bool) {
	left := s.left(limits{avoid: avoid, taken: taken, part: -1})
	if left[v] == unreachable {
		return nil, true
	}
	closed := slices.Clone(avoid)
	for u := range closed {
		// Work passes only what succeeds, and ends at a goal.
		closed[u] = closed[u] || left[u] == unreachable || s.goal[u] && u != v
	}
	paths, more := Router{Graph: s.Network, Goals: []int{v}}.Paths(start, closed, mostWays)
	sure := !more
	for _, path := range paths {
		fixed := map[int]int{}
		for part, to := range taken {
			fixed[part] = to
		}
		needed := true
		for i := 1; i < len(path); i++ {
			parts := s.partsWith(path[i-1], path[i])
			needed, sure = needed && len(parts) > 0, sure && len(parts) <= 1
			if len(parts) > 0 {
				fixed[parts[0]] = path[i]
			}
		}
		if !needed {
			continue
		}
		if found := s.extract(start, limits{avoid: avoid, taken: fixed, part: -1}); found != nil {
			return found, true
		}
	}
	return nil, sure
}

// partsWith returns the needed branches of a vertex that may hand on to another.
func (s *Solver) partsWith(v, w int) []int {
	return slices.DeleteFunc(slices.Clone(s.of[v]), func(k int) bool { return !slices.Contains(s.parts[k].next, w) })
}
