package flow

import (
	"maps"
	"slices"
)

// mostWays is how many ways to a handoff [Solver.Through] tries.
const mostWays = 64

// mostPlayed is how many solutions are tried for a handoff behind an optional branch.
const mostPlayed = 64

// Through returns a solution from a start that takes a handoff or, where the branch of that
// is optional, reaches its task, and avoids the vertices in avoid; nil when there is none.
// Sure is false when there may be one all the same. It is the best with the shortest way
// to the handoff by which there is one; that way is sought, since the work behind the
// handoff must not come back to it.
func (s *Solver) Through(start int, asked Taken, avoid []bool) (found *Solution, sure bool) {
	v, taken := asked.From, map[int]int{}
	if !s.Branches[v][asked.Branch].Optional {
		k := slices.IndexFunc(s.partsOf(v), func(k int) bool { return s.forks.parts[k].branch == asked.Branch })
		if k < 0 {
			return nil, true
		}
		taken[s.forks.of[v][k]] = asked.To
	}
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
	sure = !more
	for _, path := range paths {
		fixed := maps.Clone(taken)
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
	return slices.DeleteFunc(slices.Clone(s.partsOf(v)), func(k int) bool { return !slices.Contains(s.forks.parts[k].next, w) })
}

// Playing returns the first of some solutions, or of the first 64 of them, on whose course
// work runs by a handoff, which may stand behind an optional branch; nil when there is none.
func (s *Solver) Playing(asked Taken, some []Solution, avoid []bool) *Solution {
	for i := range min(mostPlayed, len(some)) {
		if s.CourseTaking(some[i], avoid, &asked).has(asked.From, asked.To) {
			return &some[i]
		}
	}
	return nil
}

// PlayingFrom returns a solution from a start on whose course work runs by a handoff, or nil
// when none is found: of those that [Solver.Through] and [Solver.Solutions] give.
func (s *Solver) PlayingFrom(start int, asked Taken, avoid []bool) *Solution {
	var some []Solution
	if found, _ := s.Through(start, asked, avoid); found != nil {
		some = append(some, *found)
	}
	more, _ := s.Solutions(start, avoid, mostPlayed)
	return s.Playing(asked, append(some, more...), avoid)
}

// has reports whether work runs from a vertex to another.
func (c Course) has(v, w int) bool {
	at := slices.Index(c.Tasks, w)
	return at >= 0 && slices.ContainsFunc(c.Arrows[at], func(a Arrow) bool { return c.Tasks[a.From] == v })
}
