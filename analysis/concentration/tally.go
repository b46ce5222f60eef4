package concentration

import (
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/workload"
	"tasuki/graph"
)

// tally says how the leads of the tasks of a scope are counted.
type tally struct {
	g      *graph.Graph
	tasks  []int
	counts []bool // organization -> its leads count; nil: all do
	as     []int  // organization -> the one it is counted for
}

// newTally counts each organization for itself.
func newTally(g *graph.Graph, s workload.Selection) tally {
	t := tally{g: g, tasks: s.Tasks, counts: s.Counts}
	for org := range g.Organizations() {
		t.as = append(t.as, org)
	}
	return t
}

// grouped counts every organization for the one at the top of its line of
// parents.
func (t tally) grouped() tally {
	t.as = slices.Clone(t.as)
	for org := range t.as {
		t.as[org] = t.g.Root(org)
	}
	return t
}

// of returns for whom the given organizations count, ascending, once for each
// of them.
func (t tally) of(orgs []int) []int {
	list := make([]int, 0, len(orgs))
	for _, org := range orgs {
		if org != exact.Nobody && (t.counts == nil || t.counts[org]) {
			list = append(list, t.as[org])
		}
	}
	slices.Sort(list)
	return list
}

// counted is a workload and the number of tasks that it is of.
type counted struct {
	work workload.Workload
	led  int
}

func (c *counted) clone() *counted { return &counted{c.work.Clone(), c.led} }

// Count counts the leads of all tasks, and the tasks with a lead.
func (t tally) Count() *counted {
	c := &counted{work: make(workload.Workload, len(t.as))}
	for _, task := range t.tasks {
		c.take(t.outcome(t.g.Leads(task)), 1)
	}
	return c
}

// organizations returns for how many organizations, or groups, leads count.
func (t tally) organizations() int {
	all := make([]int, len(t.as))
	for org := range all {
		all[org] = org
	}
	return len(slices.Compact(t.of(all)))
}
