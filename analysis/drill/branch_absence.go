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
			a.leads, a.branch, a.uncalled, shows, a.wait = leads, &arrival.Branch, false, c.at[arrival.From], nil
			if !c.answered(leads) {
				wait := c.Escalation.Unanswered(g, org)
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
		a.uncalled = true
		return a, 0, at == 0
	}
	if !c.answered(full.Steps[at].Organizations) {
		wait := c.Escalation.Unanswered(g, org)
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
// In each branch those who are called for the next task of the path with everybody present
// come first.
func (c *course) missed(i int) []*timedEvent {
	var list []*timedEvent
	first, then := inTurn(c.out[i])
	for _, called := range [][]absence{first, then} {
		for _, a := range called {
			since, least := c.called(i, a, first)
			list = append(list, &timedEvent{c.goingOn(i, a).outage(a, since), least, c.depth[i], "", false})
		}
		noticed := byWait(called)
		for k, a := range noticed {
			since, least := c.called(i, a, first)
			e := c.goingOn(i, a).notice(a, since)
			if len(onBranch(noticed[k+1:], a.branch)) > 0 { // the work goes on when all have been tried
				e.Next = nil
			}
			if a.leads == nil {
				e.Next = believed(e.Next, first, then)
			}
			list = append(list, &timedEvent{e, least + waitsFor([][]absence{{a}}).AtLeast, c.depth[i], "", false})
		}
	}
	return list
}

// believed returns steps as players see them who know the first of those that are out, and
// not those whom they call then: the work goes to these.
func believed(next []escalation.Step, first, then []absence) []escalation.Step {
	next = slices.Clone(next)
	for i := range next {
		at := slices.IndexFunc(then, func(a absence) bool { return *a.branch == next[i].Arrivals[0].Branch })
		if at >= 0 {
			next[i].Organizations = without(then[at].leads, organizations(first))
		}
	}
	return next
}

// called returns when an organization that is out is called at a step, and the declared
// minutes until then: behind those who are called first on its branch, if it is not one of
// them.
func (c *course) called(i int, a absence, first []absence) (Moment, int) {
	if a.leads == nil {
		return c.ready[i], c.least[i]
	}
	before := onBranch(first, a.branch)
	return c.ready[i].waited(before), c.least[i] + waitsFor([][]absence{before}).AtLeast
}

// goingOn returns what events at a step have in common that are about an organization that
// is out: the work goes on as it would without it.
func (c *course) goingOn(i int, a absence) Event {
	of := Event{Task: c.Steps[i].Task, To: c.holders[i], Objective: c.objective(OnAbsence)}
	for _, n := range c.onward[i] {
		if a.branch == nil || n.arrival.Branch == *a.branch {
			of.Next = append(of.Next, handedOver(c.Steps[n.to], n.arrival))
		}
	}
	return of
}

// onBranch returns the absences of a list that show on a branch.
func onBranch(list []absence, branch *string) []absence {
	return slices.DeleteFunc(slices.Clone(list), func(a absence) bool { return branch != nil && a.branch != nil && *a.branch != *branch })
}
