package escalation

import (
	"slices"

	"tasuki/graph"
)

// callList is whom to call for an organization, one level after the other: its
// own levels, then those of the organization that it escalates to, and so on.
type callList struct {
	organization int
	calls        []call
	loop         []int // organizations that escalate in a circle, from the one that is met again on; nil when none do
	first, last  int   // positions of the first and last call at which somebody is named; -1 when there is none
}

// call is one level of a call list, or an organization that has none to call.
type call struct {
	organization int
	level        int // from 1; 0: the organization declares no contact, or is absent
	absent       bool
	contact      graph.Contact
}

func (c call) named() bool { return c.level > 0 && !c.contact.Name.IsZero() }

// declaresContacts reports whether any organization declares whom to call.
func declaresContacts(g *graph.Graph) bool {
	return slices.ContainsFunc(g.Organizations(), func(o graph.Organization) bool {
		return len(o.Contacts) > 0 || o.EscalatesTo != ""
	})
}

// callsFor returns whom to call for an organization while some are gone. It
// ends where an organization escalates to nobody, or to one that was called
// before. It takes time in proportion to the calls.
func callsFor(g *graph.Graph, org int, gone func(org int) bool) callList {
	list := callList{organization: org, first: -1, last: -1}
	var called []int
	for known := true; known; {
		if i := slices.Index(called, org); i >= 0 {
			list.loop = called[i:]
			break
		}
		called = append(called, org)
		o := g.Organizations()[org]
		switch {
		case gone(org):
			list.calls = append(list.calls, call{organization: org, absent: true})
		case len(o.Contacts) == 0:
			list.calls = append(list.calls, call{organization: org})
		default:
			for i, c := range o.Contacts {
				list.calls = append(list.calls, call{organization: org, level: i + 1, contact: c})
			}
		}
		org, known = g.OrganizationIndex(o.EscalatesTo)
	}
	for i, c := range list.calls {
		if c.named() {
			if list.first < 0 {
				list.first = i
			}
			list.last = i
		}
	}
	return list
}

// wait returns how long a caller waits before the call at a position, after the
// first call. A level at which nobody is named is waited for as any other; an
// organization without any level is not.
func (l callList) wait(position int) duration {
	d := duration{}
	for _, c := range l.calls[:position] {
		if c.level > 0 {
			d = d.plus(positive(c.contact.WaitMinutes))
		}
	}
	return d
}

// Unanswered returns how long somebody waits who calls every level of the
// organization called id and gets no answer, as [Timeline] counts: a level that
// declares no wait is not known, and where there is no level nobody waits. Whom
// the organization escalates to is not called.
func Unanswered(g *graph.Graph, id string) Minutes {
	d := duration{}
	if org, ok := g.OrganizationIndex(id); ok {
		levels := len(g.Organizations()[org].Contacts)
		d = callsFor(g, org, func(int) bool { return false }).wait(levels)
	}
	return d.minutes()
}

// worst returns how long it takes when only the last level at which somebody is
// named answers; when there is none, it is not known how long after all levels.
func (l callList) worst() duration {
	if l.last < 0 {
		return l.wait(len(l.calls)).plus(nil)
	}
	return l.wait(l.last)
}

// best returns how long it takes when the first level at which somebody is
// named answers at once: no time; unknown when there is none.
func (l callList) best() duration {
	if l.last < 0 {
		return duration{unknown: 1}
	}
	return duration{}
}
