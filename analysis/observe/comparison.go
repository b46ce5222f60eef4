package observe

import (
	"slices"

	"tasuki/analysis/logpass"
	"tasuki/graph"
	"tasuki/graph/eventlog"
)

// mostSideTasks is how many tasks a flow may have so that it is known which of them run side
// by side: it takes time and memory in proportion to triples of its tasks.
const mostSideTasks = 200

func (c *Collector) footprintsResult(names *eventlog.Names) Footprints {
	g := c.plan.g
	task := func(i uint32) string { return g.Tasks()[i].ID }
	r := Footprints{
		Activities: c.footprints[0].result(func(i uint32) string { return names.Activities[i] }),
		Tasks:      c.footprints[1].result(task),
		Compared:   []Footmark{},
	}
	observed := &c.footprints[1]
	var met logpass.Pairs // both numbers ascending
	for _, keys := range [][][2]uint32{c.plan.pairs.Keys(), observed.follows.Keys()} {
		for _, k := range keys {
			if k[0] != k[1] {
				met.Index(min(k[0], k[1]), max(k[0], k[1]))
			}
		}
	}
	sides := c.plan.sides()
	agree := 0
	for _, i := range met.Sorted() {
		a, b := met.Keys()[i][0], met.Keys()[i][1]
		declared := related(c.plan.pairs.Find(a, b) >= 0, c.plan.pairs.Find(b, a) >= 0)
		if declared == Neither && slices.ContainsFunc(sides, func(s *side) bool { return s.beside(int(a), int(b)) }) {
			declared = Beside
		}
		seen := observed.relation(a, b)
		if declared == seen {
			agree++
			continue
		}
		r.Compared = append(r.Compared, Footmark{task(a), task(b), declared, seen})
	}
	r.Agreement = share(agree, len(met.Keys()))
	return r
}

// side knows which tasks of a flow run side by side.
type side struct {
	*process
	forks []*fork
}

// fork is a task with several branches, and where work comes to that does not pass it again.
type fork struct {
	reach    [][]uint64 // vertex -> vertices that work comes to from it, itself among them
	branches [][]uint64 // what work comes to by each branch
}

// sides returns the flows that have work side by side. They take time O(n m) for each fork
// of a flow of n tasks and m handoffs.
func (p *plan) sides() []*side {
	var list []*side
	for _, f := range p.flows {
		if graph.Splits(f.Flow) && len(f.Tasks) <= mostSideTasks {
			list = append(list, newSide(f))
		}
	}
	return list
}

func newSide(p *process) *side {
	s := &side{process: p}
	n := len(p.Tasks)
	for v := range p.Tasks {
		if len(p.branches[v]) < 2 {
			continue
		}
		f := &fork{}
		for w := range p.Tasks {
			f.reach = append(f.reach, bitset(p.Reached([]int{w}, p.Avoiding(v))))
		}
		for _, b := range p.branches[v] {
			set := make([]uint64, (n+63)/64)
			for _, w := range b.Next {
				for i, x := range f.reach[w] {
					set[i] |= x
				}
			}
			f.branches = append(f.branches, set)
		}
		s.forks = append(s.forks, f)
	}
	return s
}

func bitset(marked []bool) []uint64 {
	set := make([]uint64, (len(marked)+63)/64)
	for v, is := range marked {
		if is {
			set[v/64] |= 1 << (v % 64)
		}
	}
	return set
}

func has(set []uint64, v int) bool { return set[v/64]>>(v%64)&1 == 1 }

// beside reports whether two tasks run side by side: work comes to them by different
// branches of a task, and without passing that again from neither to the other.
func (s *side) beside(a, b int) bool {
	v, ok := s.vertex[a]
	w, both := s.vertex[b]
	return ok && both && slices.ContainsFunc(s.forks, func(f *fork) bool {
		if has(f.reach[v], w) || has(f.reach[w], v) {
			return false
		}
		first, second, same := 0, 0, 0 // branches that lead to one, to the other, to both
		for _, set := range f.branches {
			first += one(has(set, v))
			second += one(has(set, w))
			same += one(has(set, v) && has(set, w))
		}
		return first > 0 && second > 0 && !(first == 1 && second == 1 && same == 1)
	})
}
