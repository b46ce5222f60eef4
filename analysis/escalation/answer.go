package escalation

import (
	"slices"

	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Answer says what to do now in a flow: where the work is, whom to call next, and how long
// the rest takes. Everything in it is that of the best path from the start at which the
// work is taken to be (see [Escalation.Now]).
type Answer struct {
	Task    string   // at which the work is
	Holders []string // organizations that have it, by ID; empty: nobody leads the task
	Calls   []Call   // who is called next, needed branch by needed branch; none: those who have the work do all that follows
	Then    []string // organizations that are called later, in the order of the path, each once
	Path    *Path    // nil: no goal can be reached
	Stops   []Stop   // where no goal can be reached, the lost tasks before which work stops, by ID; none: nothing is lost, and none can be reached all the same
}

// Call is somebody to be called next.
type Call struct {
	Task         string     // for which
	Organization string     // empty: nobody leads the task
	Contact      graph.Name // of the first level that names somebody who is reached; zero: none does
	At           *Event     // the call, in the best case; nil: hours and lists play no part, or nobody is reached
	Unreached    bool       // an hour is asked about, and nobody is reached at it
	Wait         *int       // minutes to wait there for an answer; nil when not declared
}

// Stop is a lost task before which work stops.
type Stop struct {
	Task  string
	Leads []string // organizations that lead it, with those who are absent, by ID
}

// Now returns the ladder from where the work is taken to be: the first of a reporting
// organization, which begins at the task that the flow reaches first, and otherwise the one
// with the best path or, where there is none, the first; nil without any start.
func (e Escalation) Now() *Ladder {
	if len(e.Ladders) == 0 {
		return nil
	}
	if best := e.Best(); best != nil && (e.From == nil || e.From.Kind != rules.AboutOrganization) {
		return best
	}
	return &e.Ladders[0]
}

// Answer returns what to do now, nil without any start. It takes time in proportion to the
// steps of the path and its organizations.
func (e Escalation) Answer(g *graph.Graph) *Answer {
	l := e.Now()
	if l == nil {
		return nil
	}
	task, _ := g.TaskIndex(l.Start)
	a := &Answer{Task: l.Start, Holders: rules.Present(g, e.Rules, l.Start, e.Without)}
	if e.From != nil && e.From.Kind == rules.AboutOrganization {
		a.Holders = []string{e.From.ID}
	}
	if len(l.Paths) == 0 {
		a.Stops = stopsOf(g, *l)
		if l.Lost {
			a.Holders = rules.OrganizationIDs(g, g.Leads(task))
		}
		return a
	}
	a.Path = &l.Paths[0]
	a.call(g, e)
	return a
}

// call sets who is called on the path: next for each task to which those who have the work
// hand it on, and then for all others. As in a [Timeline], nobody is called twice, nor for a
// task which another lead that suffices has been called for.
func (a *Answer) call(g *graph.Graph, of Escalation) {
	own, known := map[string]bool{a.Task: true}, slices.Clone(a.Holders)
	for i, s := range a.Path.Steps {
		if i == 0 || s.Optional {
			continue
		}
		asked := slices.DeleteFunc(slices.Clone(s.Organizations), func(id string) bool { return slices.Contains(known, id) })
		if of.Rules.Leads == graph.AnyLead && len(asked) < len(s.Organizations) {
			asked = nil
		}
		from := slices.ContainsFunc(a.Path.Arrivals(i), func(x Arrival) bool { return own[x.From] && !x.Optional })
		unled := len(s.Organizations) == 0
		switch {
		case from && unled:
			a.Calls = append(a.Calls, Call{Task: s.Task})
		case from && len(asked) > 0:
			for _, id := range asked {
				a.Calls = append(a.Calls, a.callOf(g, of, s.Task, id))
			}
		case from && ownedBy(s.Organizations, a.Holders):
			own[s.Task] = true
		default:
			a.Then = append(a.Then, asked...)
		}
		known = append(known, asked...)
	}
}

// ownedBy reports whether some of those who do a task have the work.
func ownedBy(orgs, holders []string) bool {
	return slices.ContainsFunc(orgs, func(id string) bool { return slices.Contains(holders, id) })
}

// callOf returns the first call of an organization that the best case of a timeline makes for
// a task, and where there is none of its own levels, the first that names somebody.
func (a *Answer) callOf(g *graph.Graph, of Escalation, task, id string) Call {
	c := Call{Task: task, Organization: id}
	if t := a.Path.Timeline; t != nil {
		for i, e := range t.Events {
			if e.For == id && e.Best != nil && !e.Contact.IsZero() && (of.At != nil || e.Organization == id) {
				c.Contact, c.At = e.Contact, &t.Events[i]
				break
			}
		}
	}
	if c.At != nil && len(c.At.Posts) > 0 {
		c.Wait = waitOf(c.At.Posts)
		return c
	}
	if c.Unreached = of.At != nil && c.At == nil; c.Unreached {
		return c
	}
	org, _ := g.OrganizationIndex(id)
	for _, contact := range g.Organizations()[org].ContactsFor(of.Flow, of.Severity) {
		if !contact.Name.IsZero() {
			c.Contact, c.Wait = contact.Name, positive(contact.WaitMinutes)
			break
		}
	}
	return c
}

// waitOf returns how long the posts of a level are waited for in all their calls; nil where
// one of those that are called declares no wait.
func waitOf(posts []Called) *int {
	longest := 0
	for _, p := range posts {
		switch {
		case p.Calls == 0:
		case p.Wait == nil:
			return nil
		default:
			longest = max(longest, p.After+p.Calls**p.Wait)
		}
	}
	return positive(longest)
}

func stopsOf(g *graph.Graph, l Ladder) []Stop {
	lost := l.Block.Removed
	if l.Lost {
		lost = []string{l.Start}
	}
	var list []Stop
	for _, id := range lost {
		task, _ := g.TaskIndex(id)
		list = append(list, Stop{id, rules.LeadIDs(g, task)})
	}
	return list
}
