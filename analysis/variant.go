package analysis

import (
	"slices"

	"tasuki/graph"
)

// variant is one reading of a task: who leads and who supports it.
type variant struct {
	leads, supports []int
	picks           []pick // of the groups whose marks it moves
	moves           int    // marks that it moves
}

// variant is a task's roles by itself, so that [Rules.fateOf] can judge it.
func (x variant) Leads(int) []int    { return x.leads }
func (x variant) Supports(int) []int { return x.supports }

// variants are the readings of tasks that have uncertain leads or supports: of a
// task that has too many, none.
type variants map[int][]variant

// variantsOf returns the variants of each of the tasks.
func variantsOf(g *graph.Graph, tasks []int, groups []group) variants {
	of := map[int][]int{}
	for i, gr := range groups {
		if gr.role != graph.Informed {
			of[gr.task] = append(of[gr.task], i)
		}
	}
	all := variants{}
	for _, task := range tasks {
		if len(of[task]) > 0 {
			all[task] = readingsOf(g, task, groups, of[task])
		}
	}
	return all
}

// readingsOf returns every reading of the leads and supports of a task, which
// the groups at the given positions make.
func readingsOf(g *graph.Graph, task int, groups []group, at []int) []variant {
	list := []variant{{leads: g.Leads(task), supports: g.Supports(task)}}
	for _, i := range at {
		gr := groups[i]
		longer := []variant{}
		for _, x := range list {
			for _, o := range gr.outcomes {
				longer = append(longer, x.with(gr, pick{i, o}))
			}
		}
		list = longer
	}
	return list
}

// with returns a variant with the marks of a group read as picked.
func (x variant) with(gr group, p pick) variant {
	if gr.role == graph.Lead {
		x.leads = gr.holders(p.outcome)
	} else {
		x.supports = gr.holders(p.outcome)
	}
	if n := gr.changes(p.outcome); n > 0 {
		x.picks = append(slices.Clip(x.picks), p)
		x.moves += n
	}
	return x
}

// read is a graph with some tasks read otherwise.
type read struct {
	roles
	variants map[int]variant // by task
}

// readAs returns a graph with the groups at the given positions read as outcomes
// say.
func readAs(g *graph.Graph, groups []group, at []int, outcomes [][]int) read {
	r := read{g, map[int]variant{}}
	for _, i := range at {
		x, ok := r.variants[groups[i].task]
		if !ok {
			x = variant{leads: g.Leads(groups[i].task), supports: g.Supports(groups[i].task)}
		}
		r.variants[groups[i].task] = x.with(groups[i], pick{i, outcomes[i]})
	}
	return r
}

func (r read) Leads(task int) []int {
	if x, ok := r.variants[task]; ok {
		return x.leads
	}
	return r.roles.Leads(task)
}

func (r read) Supports(task int) []int {
	if x, ok := r.variants[task]; ok {
		return x.supports
	}
	return r.roles.Supports(task)
}
