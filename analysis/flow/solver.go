package flow

import (
	"container/heap"
	"slices"

	"tasuki/graph"
)

// Solver finds the best solutions of a flow. A solution takes, from a start, for every
// task that it reaches, one handoff of each needed branch, until goals, and never comes
// back to a task that led there. Where a flow has alternatives only, its solutions are
// its paths.
type Solver struct {
	Graph
	Branches [][]Branch // of the graph
	minutes  bool       // solutions are compared by minutes first
	parts    []part
	of       [][]int    // the parts of each vertex, in the order of its branches; none of a goal
	into     [][][2]int // of each vertex, the parts that may take it and its place among their tasks
	goal     []bool
}

// part is a needed branch of a vertex: one of its tasks is enough for it.
type part struct {
	vertex, branch int
	next           []int
	costs          []cost // of the handoff to each of them
}

// NewSolver returns a flow ready to be solved; byMinutes says that solutions are
// compared by the declared minutes of their handoffs before their steps. It takes time
// O(n log n) in the number of handoffs.
func NewSolver(p Graph, byMinutes bool) *Solver {
	n := len(p.Tasks)
	s := &Solver{Graph: p, Branches: p.Branches(), minutes: byMinutes, of: make([][]int, n), into: make([][][2]int, n), goal: p.Avoiding(p.Goals...)}
	for v, branches := range s.Branches {
		for b, branch := range branches {
			if s.goal[v] || branch.Optional {
				continue
			}
			k := part{vertex: v, branch: b, next: branch.Next}
			for i, w := range branch.Next {
				k.costs = append(k.costs, s.step(v, b, w))
				s.into[w] = append(s.into[w], [2]int{len(s.parts), i})
			}
			s.of[v] = append(s.of[v], len(s.parts))
			s.parts = append(s.parts, k)
		}
	}
	return s
}

// step returns the cost of the handoff from a vertex to another in a branch.
func (s *Solver) step(v, branch, w int) cost {
	c := cost{steps: 1}
	if s.minutes {
		if m := s.MinutesOf(v, branch, w); m != nil {
			c.minutes = *m
		}
	}
	return c
}

// HandoffsOf returns the handoffs from a vertex to another in a branch, by kind.
func (p Graph) HandoffsOf(v int, branch Branch, w int) []graph.Handoff {
	return slices.DeleteFunc(p.Between(v, w), func(h graph.Handoff) bool { return h.Branch != branch.Name })
}

// MinutesOf returns the declared minutes of the handoff from a vertex to another in a
// branch. Handoffs of several kinds are ways of their own, so the quickest counts; nil
// when one of them declares none.
func (s *Solver) MinutesOf(v, branch, w int) *int {
	quickest := 0
	for i, h := range s.HandoffsOf(v, s.Branches[v][branch], w) {
		if h.Minutes == 0 {
			return nil
		}
		if i == 0 || h.Minutes < quickest {
			quickest = h.Minutes
		}
	}
	return &quickest
}

// limits restricts the handoffs that a solution may take.
type limits struct {
	avoid  []bool
	taken  map[int]int // of parts that are settled, the vertex that they take
	part   int         // the part that may not take some; -1: none
	barred []int       // those
}

func (l limits) allows(part, vertex int) bool {
	if to, settled := l.taken[part]; settled {
		return to == vertex
	}
	return part != l.part || !slices.Contains(l.barred, vertex)
}

// left returns what the best solution from each vertex costs, or unreachable where there
// is none: the costs of a handoff and of what follows it, of alternatives the least, and
// of branches that all are needed the most, since the work waits for the last.
//
// It is Knuth's generalization of Dijkstra's algorithm (Information Processing Letters
// 6(1), 1977), and takes time O((n + m) log m) for n vertices and m handoffs.
func (s *Solver) left(l limits) []cost {
	all, waits := slices.Repeat([]cost{unreachable}, len(s.Tasks)), make([]int, len(s.Tasks))
	done, queue := make([]bool, len(s.parts)), frontier{}
	settle := func(v int, c cost) {
		all[v] = c
		for _, in := range s.into[v] {
			if k := s.parts[in[0]]; !done[in[0]] && !l.avoid[k.vertex] && l.allows(in[0], v) {
				heap.Push(&queue, visit{in[0], c.add(k.costs[in[1]])})
			}
		}
	}
	for v, parts := range s.of {
		waits[v] = len(parts)
		if s.goal[v] && !l.avoid[v] {
			settle(v, cost{})
		}
	}
	for len(queue) > 0 {
		at := heap.Pop(&queue).(visit)
		if done[at.vertex] {
			continue
		}
		done[at.vertex] = true
		v := s.parts[at.vertex].vertex
		if waits[v]--; waits[v] == 0 {
			settle(v, at.cost)
		}
	}
	return all
}

// Succeeds marks the vertices from which a solution is left that avoids the vertices in
// avoid.
func (s *Solver) Succeeds(avoid []bool) []bool {
	mask := s.Avoiding()
	for v, c := range s.left(limits{avoid: avoid, part: -1}) {
		mask[v] = c != unreachable
	}
	return mask
}

// Best returns the best solution from a start that avoids the vertices in avoid, or nil.
func (s *Solver) Best(start int, avoid []bool) *Solution {
	return s.extract(start, limits{avoid: avoid, part: -1})
}
