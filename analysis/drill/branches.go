package drill

import (
	"cmp"
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/graph"
)

// Path returns the path that the drill plays.
func (p Plan) Path() escalation.Path {
	return escalation.Path{Steps: p.Steps, Branches: p.Branches}
}

// playBranches sets what follows from the steps of a path with branches.
func (p *Plan) playBranches(g *graph.Graph, l escalation.Ladder, s graph.Scenario) {
	var full escalation.Path
	if l.Absence != nil && l.Absence.Before != nil {
		full = *l.Absence.Before
	}
	c := courseOf(p)
	c.showAbsences(g, full)
	c.run()
	p.Minutes, p.Takes = c.path.Takes(), c.takes()
	p.Waits = total(p.Takes.AtLeast-p.Minutes.AtLeast, max(0, p.Takes.Unknown-p.Minutes.Unknown))
	p.schedule(func() []Event { return c.events(full) }, s)
}

// course is a path with branches as a drill plays it.
type course struct {
	*Plan
	path    escalation.Path
	at      map[string]int
	ready   []Moment // when the work of each step can begin
	least   []int    // the declared minutes until then
	depth   []int    // the handoffs on the longest way there
	holders [][]string
	out     [][]absence // by step
	onward  [][]onward  // of each step
}

// onward is a handoff from a step to another.
type onward struct {
	to      int
	arrival escalation.Arrival
}

func courseOf(p *Plan) *course {
	n := len(p.Steps)
	c := &course{Plan: p, path: p.Path(), at: map[string]int{}, ready: make([]Moment, n), least: make([]int, n), depth: make([]int, n),
		holders: make([][]string, n), out: make([][]absence, n), onward: make([][]onward, n)}
	for i, s := range p.Steps {
		c.at[s.Task] = i
		for _, a := range s.Arrivals {
			from := c.at[a.From]
			c.onward[from] = append(c.onward[from], onward{i, a})
			c.depth[i] = max(c.depth[i], c.depth[from]+1)
		}
	}
	return c
}

// run sets when the work of each step can begin: what several branches bring waits for
// the last.
func (c *course) run() {
	for i, s := range c.Steps {
		if c.holders[i] = s.Organizations; i == 0 {
			zero := 0
			c.ready[0] = Moment{Minute: &zero}
			continue
		}
		var arrived []Moment
		for _, a := range c.path.Waited(i) {
			m, least := c.arrives(i, a)
			arrived, c.least[i] = append(arrived, m), max(c.least[i], least)
			if len(s.Organizations) == 0 {
				c.holders[i] = c.holders[c.at[a.From]]
			}
		}
		c.ready[i] = latest(arrived)
	}
}

// arrives returns when a handoff brings its work to a step, and the declared minutes
// until then.
func (c *course) arrives(i int, a escalation.Arrival) (Moment, int) {
	from := c.at[a.From]
	out := c.missedOn(from, a.Branch)
	m, least := c.ready[from], c.least[from]+waitsFor([][]absence{out}).AtLeast
	if a.Minutes != nil {
		least += *a.Minutes
	}
	first, then := inTurn(out)
	return m.waited(first).waited(then).handedOn(a.From, c.Steps[i].Task, a.Minutes), least
}

// missedOn returns who turns out to be out when a step hands on in a branch.
func (c *course) missedOn(i int, branch string) []absence {
	return onBranch(c.out[i], &branch)
}

// stops returns when it is known at a step that needed work goes no further from there, and
// the declared minutes until then.
func (c *course) stops(i int) (Moment, int) {
	called := c.calledInVain(i)
	first, then := inTurn(called)
	return c.ready[i].waited(first).waited(then), c.least[i] + waitsFor([][]absence{called}).AtLeast
}

// takes returns how long it takes until the needed work has ended, or has stopped.
func (c *course) takes() escalation.Minutes {
	least, ends := 0, []Moment{}
	for _, id := range c.Branches.Ends {
		least, ends = max(least, c.least[c.at[id]]), append(ends, c.ready[c.at[id]])
	}
	for i, s := range c.Steps {
		if c.halt(s.Task) != nil {
			stopped, after := c.stops(i)
			least, ends = max(least, after), append(ends, stopped)
		}
	}
	m := latest(ends)
	return total(least, len(m.Undeclared)+len(m.Unwaited))
}

// latest returns the moment at which all of some have come.
func latest(list []Moment) Moment {
	zero := 0
	all := Moment{Minute: &zero}
	for _, m := range list {
		switch {
		case m.Minute == nil || all.Minute == nil:
			all.Minute = nil
		case *m.Minute > *all.Minute:
			all.Minute = m.Minute
		}
		for _, u := range m.Undeclared {
			if !slices.Contains(all.Undeclared, u) {
				all.Undeclared = append(all.Undeclared, u)
			}
		}
		for _, u := range m.Unwaited {
			if !slices.Contains(all.Unwaited, u) {
				all.Unwaited = append(all.Unwaited, u)
			}
		}
	}
	return all
}

// timedEvent is an event with its place in the order of a drill.
type timedEvent struct {
	Event
	least, depth int
	from         string // the task that hands on
	waited       bool   // the work of its task waits for it
}

// events returns what follows from the flow, in the order of time and, as far as no
// minutes are declared, of the handoffs on the way.
func (c *course) events(full escalation.Path) []Event {
	var list []*timedEvent
	for i := range c.Steps {
		arrivals := c.arrivals(i)
		begins := slices.IndexFunc(arrivals, func(e *timedEvent) bool { return len(e.Await) == 0 && e.waited })
		arrivals[begins].Next, arrivals[begins].Lacks = c.next(i, full), c.lacks(i, full)
		list = slices.Concat(list, arrivals, c.missed(i))
		if halt := c.halt(c.Steps[i].Task); halt != nil {
			m, least := c.stops(i)
			e := Event{Kind: NoWayEvent, Moment: m, Task: c.Steps[i].Task, Halt: halt, To: c.holders[i], Objective: c.objective(OnBlockage)}
			list = append(list, &timedEvent{Event: e, least: least, depth: c.depth[i]})
		}
	}
	slices.SortStableFunc(list, func(a, b *timedEvent) int {
		return cmp.Or(cmp.Compare(a.least, b.least), cmp.Compare(a.depth, b.depth))
	})
	var events []Event
	var moments []Moment
	for _, e := range list {
		events, moments = append(events, e.Event), append(moments, e.Moment)
	}
	return append(events, Event{Kind: EndEvent, Moment: latest(moments), Task: c.Branches.Ends[len(c.Branches.Ends)-1]})
}

// lacks returns the tasks from which needed work comes to a step with everybody present, and
// now does not, since work does not reach them.
func (c *course) lacks(i int, full escalation.Path) []string {
	var from []string
	for k, s := range full.Steps {
		if s.Task != c.Steps[i].Task || c.Complete {
			continue
		}
		for _, a := range full.Waited(k) {
			if _, played := c.at[a.From]; !played {
				from = append(from, a.From)
			}
		}
	}
	slices.SortFunc(from, graph.Compare)
	return from
}

// arrivals returns the events by which work comes to a step, in the order in which it
// does.
func (c *course) arrivals(i int) []*timedEvent {
	s := c.Steps[i]
	if i == 0 {
		return []*timedEvent{{Event: Event{Kind: StartEvent, Moment: c.ready[0], Task: s.Task, To: s.Organizations, Objective: c.objective(OnPath)}, waited: true}}
	}
	var list []*timedEvent
	awaited := c.path.Waited(i)
	for _, a := range s.Arrivals {
		m, least := c.arrives(i, a)
		e := Event{
			Kind: HandoffEvent, Moment: m, Task: s.Task, From: c.holders[c.at[a.From]], To: c.holders[i], Unled: len(s.Organizations) == 0,
			Handoffs: a.Handoffs, Optional: a.Optional, Other: a.Other && !s.Other, Objective: c.objective(OnPath),
		}
		if c.timed() && !a.Optional && slices.Contains(c.Branches.Ends, s.Task) {
			e.Objective = c.objective(OnTime)
		}
		waited := slices.ContainsFunc(awaited, func(x escalation.Arrival) bool { return x.From == a.From && x.Branch == a.Branch })
		list = append(list, &timedEvent{e, least, c.depth[i], a.From, waited})
	}
	slices.SortStableFunc(list, func(a, b *timedEvent) int { return cmp.Compare(a.least, b.least) })
	for n, e := range list {
		for _, later := range list[n+1:] {
			if later.waited && !e.Other {
				e.Await = append(e.Await, later.from)
			}
		}
		slices.SortFunc(e.Await, graph.Compare)
		e.Await = slices.Compact(e.Await)
	}
	return list
}
