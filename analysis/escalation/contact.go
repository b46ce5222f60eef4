package escalation

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/hours"
)

// callList is whom to call for an organization, one level after the other: its
// own levels, then those of the organization that it escalates to, and so on.
type callList struct {
	organization int
	calls        []call
	loop         []int     // organizations that escalate in a circle, from the one that is met again on; nil when none do
	best, worst  []attempt // what becomes of each call in both cases
	first, last  int       // positions of the first call at which somebody who is named is reached, in the best case, and of the last one in the worst; -1 when there is none
}

// call is one level of a call list, or an organization that has none to call.
type call struct {
	organization int
	level        int // from 1; 0: the organization declares no contact, or is absent
	absent       bool
	list         graph.ContactList // that declares the level
	contacts     []graph.Contact   // called at the same time
	number       int               // place of the first of them in the list, from 1
}

// names reports whether somebody is named, reached or not.
func (c call) names() bool {
	return slices.ContainsFunc(c.contacts, func(c graph.Contact) bool { return !c.Name.IsZero() || !c.Deputy.Name.IsZero() })
}

// declaresContacts reports whether any organization declares whom to call.
func declaresContacts(g *graph.Graph) bool {
	return slices.ContainsFunc(g.Organizations(), func(o graph.Organization) bool {
		return len(o.Contacts) > 0 || len(o.ContactLists) > 0 || o.EscalatesTo != ""
	})
}

// declaresHours reports whether some contact declares when it is reached.
func declaresHours(g *graph.Graph) bool {
	return slices.ContainsFunc(g.Organizations(), func(o graph.Organization) bool {
		timed := func(c graph.Contact) bool { return c.Hours != "" || c.Deputy.Hours != "" }
		return slices.ContainsFunc(o.Contacts, timed) ||
			slices.ContainsFunc(o.ContactLists, func(l graph.ContactList) bool { return slices.ContainsFunc(l.Contacts, timed) })
	})
}

// callsFor returns whom to call for an organization while some are gone, from a time on the
// clock on. It ends where an organization escalates to nobody, or to one that was called
// before. It takes time in proportion to the calls with their repeats, times what a post
// takes at an hour.
func (e *escalator) callsFor(now clock, org int, gone func(org int) bool) callList {
	list := e.declaredFor(org, gone)
	list.best, list.worst = e.walk(now.best, list.calls, false), e.walk(now.worst, list.calls, true)
	list.first, list.last = slices.IndexFunc(list.best, attempt.answers), -1
	for i, a := range list.worst {
		if a.answers() {
			list.last = i
		}
	}
	return list
}

// declaredFor returns the levels of a call list as they are declared.
func (e *escalator) declaredFor(org int, gone func(org int) bool) callList {
	list := callList{organization: org}
	var called []int
	begin := 1
	for known := true; known; {
		if i := slices.Index(called, org); i >= 0 {
			list.loop = called[i:]
			break
		}
		called = append(called, org)
		o := e.g.Organizations()[org]
		from := o.ContactListFor(e.p.Flow.ID, e.options.Severity)
		levels := graph.Levels(from.Contacts)
		switch {
		case gone(org):
			list.calls = append(list.calls, call{organization: org, absent: true})
		case len(levels) == 0:
			list.calls = append(list.calls, call{organization: org})
		default:
			number := 1
			for i, contacts := range levels {
				// The level is one of the general contacts: a list may have fewer.
				if i+1 >= min(begin, len(levels)) {
					list.calls = append(list.calls, call{organization: org, level: i + 1, list: from, contacts: contacts, number: number})
				}
				number += len(contacts)
			}
		}
		begin = max(1, o.EscalatesToLevel)
		org, known = e.g.OrganizationIndex(o.EscalatesTo)
	}
	return list
}

// walk returns what becomes of calls from a time on: where one waits for answers, each is
// made when the one before has been waited for in all its calls, and otherwise all at once.
// A level at which nobody is named is waited for as any other; one at which nobody is
// reached, and an organization without any level, are not.
func (e *escalator) walk(now duration, calls []call, waiting bool) []attempt {
	list, after := make([]attempt, len(calls)), duration{}
	for i, c := range calls {
		var at *hours.Moment
		if e.at != nil {
			m := *e.at + hours.Moment(now.atLeast+after.atLeast)
			at = &m
		}
		list[i] = e.attempt(c, at)
		list[i].after = after
		if waiting && c.level > 0 && !list[i].closed {
			after = after.plus(list[i].wait)
		}
	}
	return list
}

// wait returns how long a caller waits before the call at a position, after the first call.
func (l callList) wait(position int) duration {
	if position < len(l.worst) {
		return l.worst[position].after
	}
	last := l.worst[len(l.worst)-1]
	if l.calls[len(l.calls)-1].level == 0 || last.closed {
		return last.after
	}
	return last.after.plus(last.wait)
}

// Unanswered returns how long somebody waits who calls every level of the organization
// called id about the flow and gets no answer, as [Timeline] counts: a level that declares no
// wait is not known, and where there is no level nobody waits. Hours are left aside, and
// whom the organization escalates to is not called.
func (e Escalation) Unanswered(g *graph.Graph, id string) Minutes {
	d := duration{}
	if org, ok := g.OrganizationIndex(id); ok {
		for _, level := range graph.Levels(g.Organizations()[org].ContactsFor(e.Flow, e.Severity)) {
			d = d.plus(positive(graph.LongestWait(level)))
		}
	}
	return d.minutes()
}

// worstTime returns how long it takes when only the last call of the last level answers;
// when there is none, it is not known how long after all levels.
func (l callList) worstTime() duration {
	if l.last < 0 {
		return l.wait(len(l.calls)).plus(nil)
	}
	return l.worst[l.last].after.add(l.worst[l.last].final)
}

// bestTime returns how long it takes when the first level at which somebody is named, and
// reached, answers at once: no time; unknown when there is none.
func (l callList) bestTime() duration {
	if l.first < 0 {
		return duration{unknown: 1}
	}
	return duration{}
}
