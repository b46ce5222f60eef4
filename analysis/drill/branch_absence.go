package drill

import (
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/graph"
)

// showAbsences sets where the organizations that are out turn out to be: where a step hands
// on to the first task that they lead on the path with everybody present or, where that
// step is not played, at the last one before that is; otherwise where the path that is
// left hands on to the first task that they lead, and else at the start.
func (c *course) showAbsences(g *graph.Graph, full escalation.Path) {
	for _, org := range c.Absent {
		a, shows, direct := c.onFull(g, full, org)
		if left, leads := c.met(g, org); left > 0 && !direct {
			arrival := c.path.Waited(left)[0]
			a.leads, a.branch, shows, a.wait = leads, &arrival.Branch, c.at[arrival.From], nil
			if !c.answered(leads) {
				wait := escalation.Unanswered(g, org)
				a.wait = &wait
			}
		}
		c.out[shows] = append(c.out[shows], a)
	}
}

// answered reports whether of several leads another answers, and suffices.
func (c *course) answered(leads []string) bool {
	return c.Escalation.Rules.Leads == graph.AnyLead && len(without(leads, c.Absent)) > 0
}

// onFull returns where an organization turns out to be out on the path with everybody
// present; direct: a step that is played hands on to it.
func (c *course) onFull(g *graph.Graph, full escalation.Path, org string) (a absence, shows int, direct bool) {
	a = absence{organization: org}
	at := slices.IndexFunc(full.Steps, func(s escalation.Step) bool { return has(s.Organizations, org) })
	if at <= 0 {
		return a, 0, at == 0
	}
	if !c.answered(full.Steps[at].Organizations) {
		wait := escalation.Unanswered(g, org)
		a.wait = &wait
	}
	places := map[string]int{}
	for i, s := range full.Steps {
		places[s.Task] = i
	}
	for k, first := at, true; k > 0; first = false {
		arrivals := full.Waited(k)
		played := slices.IndexFunc(arrivals, func(x escalation.Arrival) bool { _, ok := c.at[x.From]; return ok })
		if played >= 0 {
			a.branch = &arrivals[played].Branch
			return a, c.at[arrivals[played].From], first
		}
		k = places[arrivals[0].From]
	}
	return a, 0, false
}

// next returns the steps that the players of a step should hand on to, as far as they can
// know: while they do not know that somebody is out, to that one too.
func (c *course) next(i int, full escalation.Path) []escalation.Step {
	var known []string
	for _, out := range c.out[:i] {
		known = append(known, organizations(out)...)
	}
	out := organizations(c.out[i])
	var list []escalation.Step
	believed := map[string]bool{}
	for k, s := range full.Steps {
		for _, a := range full.Arrivals(k) {
			if a.From == c.Steps[i].Task && !a.Optional && slices.ContainsFunc(out, func(org string) bool { return has(s.Organizations, org) }) {
				s.Organizations = without(s.Organizations, known)
				list, believed[a.Branch] = append(list, handedOver(s, a)), true
			}
		}
	}
	for _, n := range c.onward[i] {
		if !believed[n.arrival.Branch] {
			list = append(list, handedOver(c.Steps[n.to], n.arrival))
		}
	}
	return list
}

// handedOver returns a step with what one handoff brings.
func handedOver(s escalation.Step, a escalation.Arrival) escalation.Step {
	s.Handoffs, s.Minutes, s.Arrivals, s.Optional, s.Other = a.Handoffs, a.Minutes, []escalation.Arrival{a}, a.Optional, a.Other
	return s
}

// calledInVain returns who turns out to be out when a step hands on in a branch in which it
// then hands on to nobody.
func (c *course) calledInVain(i int) []absence {
	return slices.DeleteFunc(slices.Clone(c.out[i]), func(a absence) bool {
		return slices.ContainsFunc(c.onward[i], func(n onward) bool { return a.branch == nil || n.arrival.Branch == *a.branch })
	})
}

// missed returns the events of organizations that turn out to be out when a step hands on.
func (c *course) missed(i int) []*timedEvent {
	var list []*timedEvent
	first, then := inTurn(c.out[i])
	least, now := c.least[i], c.ready[i]
	for _, called := range [][]absence{first, then} {
		for _, a := range called {
			var next []escalation.Step
			for _, n := range c.onward[i] {
				if a.branch == nil || n.arrival.Branch == *a.branch {
					next = append(next, handedOver(c.Steps[n.to], n.arrival))
				}
			}
			list = append(list, &timedEvent{Event{
				Kind: AbsenceEvent, Moment: now, Task: c.Steps[i].Task, Absent: a.organization, Wait: a.wait, To: c.holders[i], Next: next, Objective: c.objective(OnAbsence),
			}, least, c.depth[i], "", false})
		}
		now = now.waited(called)
		least += waitsFor([][]absence{called}).AtLeast
	}
	return list
}
