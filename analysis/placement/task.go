package placement

import (
	"slices"

	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Variant is one reading of a task: who leads and who supports it.
type Variant struct {
	LeadIDs, SupportIDs []int
	Picks               []Pick // of the groups whose marks it moves
	Moves               int    // marks that it moves
}

// variant is a task's roles by itself, so that [rules.Rules.OutcomeOf] can judge it.
func (x Variant) Leads(int) []int { return x.LeadIDs }

// Supports returns the supporters of the task, whichever position is asked for.
func (x Variant) Supports(int) []int { return x.SupportIDs }

// Variants are the readings of tasks that have uncertain leads or supports: of a
// task that has too many, none.
type Variants map[int][]Variant

// VariantsOf returns the variants of each of the tasks.
func VariantsOf(g *graph.Graph, tasks []int, groups []Group) Variants {
	of := map[int][]int{}
	for i, gr := range groups {
		if gr.Role.TakesPart() {
			of[gr.Task] = append(of[gr.Task], i)
		}
	}
	all := Variants{}
	for _, task := range tasks {
		if len(of[task]) > 0 {
			all[task] = readingsOf(g, task, groups, of[task])
		}
	}
	return all
}

// readingsOf returns every reading of the leads and supports of a task, which
// the groups at the given positions make.
func readingsOf(g *graph.Graph, task int, groups []Group, at []int) []Variant {
	list := []Variant{{LeadIDs: g.Leads(task), SupportIDs: g.Supports(task)}}
	for _, i := range at {
		gr := groups[i]
		longer := []Variant{}
		for _, x := range list {
			for _, o := range gr.Outcomes {
				longer = append(longer, x.with(gr, Pick{i, o}))
			}
		}
		list = longer
	}
	return list
}

// with returns a variant with the marks of a group read as picked.
func (x Variant) with(gr Group, p Pick) Variant {
	if gr.Role == graph.Lead {
		x.LeadIDs = gr.Holders(p.Outcome)
	} else {
		x.SupportIDs = gr.Holders(p.Outcome)
	}
	if n := gr.Changes(p.Outcome); n > 0 {
		x.Picks = append(slices.Clip(x.Picks), p)
		x.Moves += n
	}
	return x
}

// read is a graph with some tasks read otherwise.
type read struct {
	rules.Roles
	variants map[int]Variant // by task
}

// ReadAs returns a graph with the groups at the given positions read as outcomes
// say.
func ReadAs(g *graph.Graph, groups []Group, at []int, outcomes [][]int) read {
	r := read{g, map[int]Variant{}}
	for _, i := range at {
		x, ok := r.variants[groups[i].Task]
		if !ok {
			x = Variant{LeadIDs: g.Leads(groups[i].Task), SupportIDs: g.Supports(groups[i].Task)}
		}
		r.variants[groups[i].Task] = x.with(groups[i], Pick{i, outcomes[i]})
	}
	return r
}

func (r read) Leads(task int) []int {
	if x, ok := r.variants[task]; ok {
		return x.LeadIDs
	}
	return r.Roles.Leads(task)
}

func (r read) Supports(task int) []int {
	if x, ok := r.variants[task]; ok {
		return x.SupportIDs
	}
	return r.Roles.Supports(task)
}
