package escalation

import (
	"cmp"
	"slices"

	"tasuki/graph"
)

// timeline runs a path while some organizations are gone.
func (e *escalator) timeline(path Path, gone func(org int) bool) *Timeline {
	d := dryRun{escalator: e, run: newRun(path), gone: gone, reached: map[int]int{}, ready: []int{0}, coming: make([]int, len(path.Steps)), onward: make([][]int, len(path.Steps))}
	for i := range path.Steps {
		for _, a := range path.Arrivals(i) {
			d.coming[i]++
			d.onward[d.run.at[a.From]] = append(d.onward[d.run.at[a.From]], i)
		}
	}
	for len(d.ready) > 0 {
		d.take(d.earliest())
	}
	if path.Branches != nil {
		slices.SortStableFunc(d.parts, func(a, b *happening) int { return cmp.Compare(a.when, b.when) })
	}
	t := &Timeline{Events: []Event{}, gaps: d.gaps}
	for _, p := range d.parts {
		for _, event := range p.events {
			t.Events = append(t.Events, e.shown(event))
		}
	}
	t.Best = d.run.ended(func(c clock) duration { return c.best }).minutes()
	t.Worst = d.run.ended(func(c clock) duration { return c.worst }).minutes()
	t.BestObjective, t.WorstObjective = e.verdict(path, t.Best), e.verdict(path, t.Worst)
	return t
}

// dryRun is a run of a path by the clock.
type dryRun struct {
	*escalator
	run     *run
	gone    func(org int) bool
	reached map[int]int // by organization, the step at which it has been called, or reports
	ready   []int       // steps to which all work has come
	coming  []int       // of each step, by how many handoffs work is still to come
	onward  [][]int     // of each step, those to which it hands on
	parts   []*happening
	gaps    []Gap
}

// happening is what happens in one go, from a minute on.
type happening struct {
	when   int
	events []Event
}

// earliest takes the first of the steps that are ready.
func (d *dryRun) earliest() int {
	at := func(i int) int { return d.run.arrived(i, func(c clock) duration { return c.best }).atLeast }
	first := 0
	if len(d.ready) > 1 {
		for k := range d.ready {
			if c := cmp.Or(cmp.Compare(at(d.ready[k]), at(d.ready[first])), cmp.Compare(d.ready[k], d.ready[first])); c < 0 {
				first = k
			}
		}
	}
	i := d.ready[first]
	d.ready = slices.Delete(d.ready, first, first+1)
	return i
}

// take runs a step: by which handoffs work comes, and who is called.
func (d *dryRun) take(i int) {
	s := d.run.path.Steps[i]
	now := clock{d.run.arrived(i, func(c clock) duration { return c.best }), d.run.arrived(i, func(c clock) duration { return c.worst })}
	if i == 0 {
		d.add(now, now.at(Event{Rule: EventStart, Task: s.Task}))
		start, _ := d.g.TaskIndex(s.Task)
		for _, org := range d.reporters(start, d.gone) {
			d.reached[org] = 0
		}
	}
	for _, a := range d.run.path.Arrivals(i) {
		took := duration{}.plus(a.Minutes)
		then := d.run.done[d.run.at[a.From]].plus(clock{took, took})
		d.add(then, then.at(Event{Rule: EventHandoff, Task: s.Task, From: a.From, Optional: a.Optional, Minutes: a.Minutes}))
	}
	task, _ := d.g.TaskIndex(s.Task)
	orgs := d.present(task, d.gone)
	now = d.waitFor(i, now, orgs)
	events, extra := d.reach(now, s.Task, orgs)
	d.add(now, events...)
	for _, event := range events {
		if org, ok := d.g.OrganizationIndex(event.For); ok {
			if _, known := d.reached[org]; !known {
				d.reached[org] = i
			}
		}
	}
	d.run.extra[i], d.run.done[i] = extra, now.plus(extra)
	for _, next := range d.onward[i] {
		if d.coming[next]--; d.coming[next] == 0 {
			d.ready = append(d.ready, next)
		}
	}
}

func (d *dryRun) add(when clock, events ...Event) {
	if len(events) > 0 {
		d.parts = append(d.parts, &happening{when.best.atLeast, events})
	}
}

// waitFor returns when those who have been called on another branch have answered.
func (d *dryRun) waitFor(i int, now clock, orgs []int) clock {
	if d.run.path.Branches == nil {
		return now
	}
	var steps []int
	for _, org := range orgs {
		if k, known := d.reached[org]; known {
			steps = append(steps, k)
		}
	}
	if d.rules.Leads == graph.AnyLead && len(steps) > 0 {
		steps = []int{slices.MinFunc(steps, func(a, b int) int { return cmp.Compare(d.run.done[a].worst.atLeast, d.run.done[b].worst.atLeast) })}
	}
	d.run.after[i] = steps
	for _, k := range steps {
		now.best.atLeast = max(now.best.atLeast, d.run.done[k].best.atLeast)
		now.worst.atLeast = max(now.worst.atLeast, d.run.done[k].worst.atLeast)
	}
	if len(steps) > 0 {
		now.best.unknown = d.run.unknown([]int{i}, func(c clock) duration { return c.best })
		now.worst.unknown = d.run.unknown([]int{i}, func(c clock) duration { return c.worst })
	}
	return now
}
