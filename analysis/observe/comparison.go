package observe

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/logpass"
	"tasuki/graph"
	"tasuki/graph/eventlog"
)

// mostSideTasks is how many tasks a flow may have so that it is known which of them run side
// by side: it takes memory in proportion to pairs of its tasks.
const mostSideTasks = 2000

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
	reach [][]uint64   // vertex -> vertices that work comes to from it, itself among them
	forks [][][]uint64 // of each fork with several branches: what work comes to by each
}

// sides returns the flows that have work side by side.
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
		s.reach = append(s.reach, bitset(n, p.Reached([]int{v}, make([]bool, n))))
	}
	for v := range p.Tasks {
		if len(p.branches[v]) < 2 {
			continue
		}
		var fork [][]uint64
		for _, b := range p.branches[v] {
			fork = append(fork, s.union(b))
		}
		s.forks = append(s.forks, fork)
	}
	return s
}

func bitset(n int, marked []bool) []uint64 {
	set := make([]uint64, (n+63)/64)
	for v, is := range marked {
		if is {
			set[v/64] |= 1 << (v % 64)
		}
	}
	return set
}

func has(set []uint64, v int) bool { return set[v/64]>>(v%64)&1 == 1 }

func (s *side) union(b flow.Branch) []uint64 {
	set := make([]uint64, (len(s.Tasks)+63)/64)
	for _, w := range b.Next {
		for i, x := range s.reach[w] {
			set[i] |= x
		}
	}
	return set
}

// beside reports whether two tasks run side by side: work comes to them by different
// branches of one task, and from neither to the other.
func (s *side) beside(a, b int) bool {
	v, ok := s.vertex[a]
	w, both := s.vertex[b]
	if !ok || !both || has(s.reach[v], w) || has(s.reach[w], v) {
		return false
	}
	return slices.ContainsFunc(s.forks, func(fork [][]uint64) bool {
		for i, x := range fork {
			for j, y := range fork {
				if i != j && has(x, v) && has(y, w) {
					return true
				}
			}
		}
		return false
	})
}
