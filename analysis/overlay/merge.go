package overlay

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/said"
)

// merge makes one organization a part of another, which has the marks and supplies of
// both, and keeps its own contacts.
func (l *layer) merge(c Change) {
	if c.From == c.To {
		l.fail(said.Errorf("%s: an organization is a part of itself already; name another", c))
		return
	}
	now := func(id string) string {
		if id == c.From {
			return c.To
		}
		return id
	}
	for id, into := range l.Merged {
		l.Merged[id] = now(into)
	}
	l.Merged[c.From] = c.To
	l.mergeOrganizations(c, now)
	l.mergeMarks(c.To, now)
	type place struct{ environment, site, component, organization string }
	seen := map[place]bool{}
	l.Present.Supplies = slices.DeleteFunc(l.Present.Supplies, func(s graph.Supply) bool {
		p := place{s.Environment, s.Site, s.Component, now(s.Organization)}
		again := seen[p]
		seen[p] = true
		return again
	})
	for i, s := range l.Present.Supplies {
		l.Present.Supplies[i].Organization = now(s.Organization)
	}
	for i, r := range l.Present.OutsideReports {
		l.Present.OutsideReports[i].Organization = now(r.Organization)
	}
	if a := l.Present.Account; a != nil {
		account := *a
		account.Unread = slices.Clone(a.Unread)
		for i, u := range account.Unread {
			account.Unread[i].Organization = now(u.Organization)
		}
		l.Present.Account = &account
	}
}

// mergeOrganizations takes one organization out and lets the others stand below, and turn
// to, the one that it is a part of.
func (l *layer) mergeOrganizations(c Change, now func(string) string) {
	above := ""
	for _, o := range l.Present.Organizations {
		if o.ID == c.From {
			above = o.Parent
		}
	}
	l.Present.Organizations = slices.DeleteFunc(l.Present.Organizations, func(o graph.Organization) bool { return o.ID == c.From })
	parents := map[string]string{}
	for i := range l.Present.Organizations {
		o := &l.Present.Organizations[i]
		if o.ID == c.To && o.Parent == c.From {
			o.Parent = above
		}
		o.Parent = now(o.Parent)
		if o.EscalatesTo == c.From {
			o.EscalatesToLevel = 0 // the levels of another organization
		}
		if o.EscalatesTo = now(o.EscalatesTo); o.EscalatesTo == o.ID {
			o.EscalatesTo = ""
		}
		l.mergeChains(o, c, now)
		parents[o.ID] = o.Parent
	}
	// Who was taken in may have stood above the one that took it in, by others.
	for at, steps := parents[c.To], 0; at != "" && steps <= len(parents); at, steps = parents[at], steps+1 {
		if at == c.To {
			for i := range l.Present.Organizations {
				if l.Present.Organizations[i].ID == c.To {
					l.Present.Organizations[i].Parent = above
				}
			}
			return
		}
	}
}

// mergeMarks gives the marks of two organizations to one: in each task it leads, or else
// supports, or else is told, as one of them did, and is accountable besides.
func (l *layer) mergeMarks(to string, now func(string) string) {
	strongest := map[string]int{}
	order := []graph.Role{graph.Informed, graph.Support, graph.Lead}
	for i, a := range l.Present.Assignments {
		a.Organization = now(a.Organization)
		if len(a.Alternatives) > 0 {
			others := []string{}
			for _, id := range a.Alternatives {
				if id = now(id); id != a.Organization && !slices.Contains(others, id) {
					others = append(others, id)
				}
			}
			if a.Alternatives = others; len(others) == 0 {
				a.Alternatives, a.Reading = nil, graph.Realigned // all its places are one organization's
			}
		}
		l.Present.Assignments[i] = a
		if a.Organization == to {
			strongest[a.Task] = max(strongest[a.Task], slices.Index(order, a.Role))
		}
	}
	type mark struct {
		task string
		role graph.Role
	}
	seen := map[mark]bool{}
	l.Present.Assignments = slices.DeleteFunc(l.Present.Assignments, func(a graph.Assignment) bool {
		if a.Organization != to {
			return false
		}
		m := mark{a.Task, a.Role}
		weaker := a.Role != graph.Accountable && slices.Index(order, a.Role) < strongest[a.Task]
		again := seen[m]
		seen[m] = true
		return weaker || again
	})
}
