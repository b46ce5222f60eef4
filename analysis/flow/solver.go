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
	minutes  [][]int    // of each part, those of the handoff to each of its tasks; nil: steps alone count
	goal     []bool
}

// NewSolver returns a flow ready to be solved; byMinutes says that solutions are
// compared by the declared minutes of their handoffs before their steps. It takes time
// O(n log n) in the number of handoffs, without minutes O(n).
func NewSolver(p Graph, byMinutes bool) *Solver {
	s := &Solver{Graph: p, Branches: p.Branches(), goal: p.Avoiding(p.Goals...)}
	if !byMinutes {
		return s
	}
	s.minutes = make([][]int, len(p.forks.parts))
	for i, k := range p.forks.parts {
		for _, w := range k.next {
			s.minutes[i] = append(s.minutes[i], s.declared(k.vertex, k.branch, w))
		}
	}
	return s
}

// declared returns the minutes that count for the handoff from a vertex to another in a
// branch: none where none are declared.
func (s *Solver) declared(v, branch, w int) int {
	if m := s.MinutesOf(v, branch, w); m != nil {
		return *m
	}
	return 0
}

// step returns the cost of the handoff from a vertex to another in a branch.
func (s *Solver) step(v, branch, w int) cost {
	if s.minutes == nil {
		return cost{steps: 1}
	}
	return cost{s.declared(v, branch, w), 1}
}

// entering returns the cost of the handoff by which work comes to a vertex.
func (s *Solver) entering(in entry) cost {
	if s.minutes == nil {
		return cost{steps: 1}
	}
	return cost{s.minutes[in.part][in.place], 1}
}

// partsOf returns the parts that a vertex needs: none of a goal.
func (s *Solver) partsOf(v int) []int {
	if s.goal[v] {
		return nil
	}
	return s.forks.of[v]
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
	all, waits := slices.Repeat([]cost{unreachable}, len(s.Tasks)), slices.Clone(s.forks.needed)
	done, queue := make([]bool, len(s.forks.parts)), frontier{}
	settle := func(v int, c cost) {
		all[v] = c
		for _, in := range s.forks.into[v] {
			if from := s.forks.parts[in.part].vertex; !done[in.part] && !s.goal[from] && !l.avoid[from] && l.allows(in.part, v) {
				heap.Push(&queue, visit{in.part, c.add(s.entering(in))})
			}
		}
	}
	for v, goal := range s.goal {
		if goal && !l.avoid[v] {
			settle(v, cost{})
		}
	}
	for len(queue) > 0 {
		at := heap.Pop(&queue).(visit)
		if done[at.vertex] {
			continue
		}
		done[at.vertex] = true
		v := s.forks.parts[at.vertex].vertex
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
// Without minutes it takes time in proportion to vertices and handoffs.
func (s *Solver) Best(start int, avoid []bool) *Solution {
	if s.minutes == nil {
		return s.Evaluate(avoid).best(start)
	}
	return s.extract(start, limits{avoid: avoid, part: -1})
}
