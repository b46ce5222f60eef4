package analysis

import (
	"slices"

	"tasuki/graph"
)

// flowConclusion says whether the organizations whose loss leaves a flow no way
// are the same in every reading.
//
// What an organization loses of one task does not depend on what it loses of
// another, and a flow that is broken stays so when more tasks are lost. So an
// organization breaks the flow in every reading exactly when the tasks that it
// loses in every reading leave no way, and in some reading exactly when those
// that it loses in some do.
func flowConclusion(g *graph.Graph, rules Rules, p procedure, groups []group) Conclusion {
	f := flowReadings{g: g, rules: rules, p: p, variants: variantsOf(g, p, groups)}
	c := Conclusion{
		Subject: Subject{AboutFlow, p.flow.ID}, Organizations: f.breakers(g),
		Certainty: Holds, Always: []string{}, Counters: []CounterReading{}, DependsOn: []Mark{},
	}
	open := false
	for org, o := range g.Organizations() {
		fates := f.fates(org)
		now, always, sometimes := !p.passable(fates.now), !p.passable(fates.always), !p.passable(fates.sometimes)
		if always {
			c.Always = append(c.Always, o.ID)
		}
		if always == sometimes {
			continue
		}
		counter, ok := f.counter(org, !now)
		switch {
		case !ok:
			open = true
		case !slices.ContainsFunc(c.Counters, counter.equal):
			c.Counters = append(c.Counters, counter)
		}
	}
	if len(c.Counters) > 0 {
		c.Certainty = Depends
	} else if open {
		c.Certainty = NotComputed
	}
	return c
}

// flowReadings are the readings of the tasks of a flow.
type flowReadings struct {
	g        *graph.Graph
	rules    Rules
	p        procedure
	variants map[int][]variant // by vertex; only where marks are uncertain; empty where there are too many
}

// variant is one reading of a task: who leads and who supports it.
type variant struct {
	leads, supports []int
	moves           []Move
}

// variantsOf returns the readings of each task of a flow that has uncertain
// leads or supports.
func variantsOf(g *graph.Graph, p procedure, groups []group) map[int][]variant {
	all := map[int][]variant{}
	for v, task := range p.index {
		if list := readingsOf(g, task, groups); list != nil {
			all[v] = list
		}
	}
	return all
}

// readingsOf returns every reading of the leads and supports of a task, the
// dataset's first: nil when none is uncertain, empty when there are too many.
func readingsOf(g *graph.Graph, task int, groups []group) []variant {
	list, uncertain := []variant{{leads: g.Leads(task), supports: g.Supports(task)}}, false
	for _, gr := range groups {
		if gr.task != task || gr.role == graph.Informed {
			continue
		}
		uncertain = true
		longer := []variant{}
		for _, x := range list {
			for _, o := range gr.outcomes {
				y := x
				if gr.role == graph.Lead {
					y.leads = gr.holders(o)
				} else {
					y.supports = gr.holders(o)
				}
				y.moves = slices.Concat(x.moves, gr.moves(g, o))
				longer = append(longer, y)
			}
		}
		list = longer
	}
	if !uncertain {
		return nil
	}
	return list
}

// variant is a task's roles by itself, so that [Rules.fateOf] can judge it.
func (x variant) Leads(int) []int    { return x.leads }
func (x variant) Supports(int) []int { return x.supports }

// fateMasks are the tasks of a flow that an organization takes with it.
type fateMasks struct {
	now, always, sometimes []bool
}

func (f flowReadings) fates(org int) fateMasks {
	now := f.p.lostWith(f.g, f.rules, org)
	m := fateMasks{now, slices.Clone(now), slices.Clone(now)}
	for v, list := range f.variants {
		m.always[v], m.sometimes[v] = len(list) > 0, len(list) == 0
		for _, x := range list {
			isLost := f.rules.fateOf(x, f.p.index[v], only(org)) == lost
			m.always[v] = m.always[v] && isLost
			m.sometimes[v] = m.sometimes[v] || isLost
		}
	}
	return m
}

// counter returns a reading in which the loss of org breaks the flow, or does
// not, as asked. No part of its changes would do.
func (f flowReadings) counter(org int, broken bool) (CounterReading, bool) {
	mask := f.p.lostWith(f.g, f.rules, org)
	chosen := reading{roles: f.g, variants: map[int]variant{}}
	var changed []int
	for v, task := range f.p.index {
		if x, ok := f.towards(org, v, broken); ok && mask[v] != broken {
			mask[v], chosen.variants[task] = broken, x
			changed = append(changed, v)
		}
	}
	if f.p.passable(mask) == broken {
		return CounterReading{}, false
	}
	moves := []Move{}
	for _, v := range changed {
		mask[v] = !broken
		if f.p.passable(mask) != broken {
			delete(chosen.variants, f.p.index[v])
			continue
		}
		mask[v] = broken
		moves = append(moves, chosen.variants[f.p.index[v]].moves...)
	}
	return CounterReading{f.breakers(chosen), moves}, true
}

// towards returns the reading of a task with the fewest moves in which it is
// lost with org, or not, as asked.
func (f flowReadings) towards(org, v int, wanted bool) (best variant, ok bool) {
	for _, x := range f.variants[v] {
		isLost := f.rules.fateOf(x, f.p.index[v], only(org)) == lost
		if isLost == wanted && (!ok || len(x.moves) < len(best.moves)) {
			best, ok = x, true
		}
	}
	return best, ok
}

// breakers returns the organizations whose loss leaves no way, by ID.
func (f flowReadings) breakers(who roles) []string {
	ids := []string{}
	for _, org := range f.p.leaders(who) {
		if !f.p.passable(f.p.lostWith(who, f.rules, org)) {
			ids = append(ids, f.g.Organizations()[org].ID)
		}
	}
	return ids
}

// reading is a graph with some tasks read otherwise.
type reading struct {
	roles
	variants map[int]variant // by task
}

func (r reading) Leads(task int) []int {
	if x, ok := r.variants[task]; ok {
		return x.leads
	}
	return r.roles.Leads(task)
}

func (r reading) Supports(task int) []int {
	if x, ok := r.variants[task]; ok {
		return x.supports
	}
	return r.roles.Supports(task)
}
