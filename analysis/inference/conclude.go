package inference

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// flows concludes about flows and changed copies of them.
type flows struct {
	g    *graph.Graph
	lost [][]int // task -> the organizations with which it is lost, ascending
}

func newFlows(g *graph.Graph, inForce rules.Rules) flows {
	s := flows{g: g, lost: make([][]int, len(g.Tasks()))}
	for task := range s.lost {
		for _, org := range g.Leads(task) {
			if inForce.OutcomeOf(g, task, rules.Only(org)) == rules.Lost {
				s.lost[task] = append(s.lost[task], org)
			}
		}
	}
	return s
}

// words is how many words hold a bit for each loss that is tried of a flow.
func (s flows) words(f graph.Flow) int {
	return (len(graph.FlowTasks(f)) + len(s.g.Organizations()) + 64) / 64
}

// conclude evaluates a flow as it is, without each of its tasks and without each
// organization, 64 losses at once.
func (s flows) conclude(f graph.Flow) Conclusions {
	p := flow.New(s.g, f)
	n := len(p.Tasks)
	lost := make([][]uint64, n) // vertex -> losses: of nothing, of each vertex, of each organization
	for v, task := range p.Index {
		lost[v] = make([]uint64, (n+len(s.g.Organizations()))/64+1)
		mark := func(loss int) { lost[v][loss/64] |= 1 << (loss % 64) }
		mark(1 + v)
		for _, org := range s.lost[task] {
			mark(1 + n + org)
		}
	}
	losses := flow.NewParallel(p)
	blocked := make([]uint64, len(lost[0]))
	for w := range blocked {
		blocked[w] = losses.Blocked(func(v int) uint64 { return lost[v][w] })
	}
	c := Conclusions{Works: blocked[0]&1 == 0, Tasks: []string{}, Organizations: []string{}}
	if !c.Works {
		return c
	}
	c.EveryStart = losses.Failing(func(v int) uint64 { return lost[v][0] })&1 == 0
	stops := func(loss int) bool { return blocked[loss/64]>>(loss%64)&1 == 1 }
	ends := slices.Concat(p.Starts, p.Goals)
	for v, id := range p.Tasks {
		if stops(1+v) && !slices.Contains(ends, v) {
			c.Tasks = append(c.Tasks, id)
		}
	}
	for org, o := range s.g.Organizations() {
		if stops(1 + n + org) {
			c.Organizations = append(c.Organizations, o.ID)
		}
	}
	return c
}
