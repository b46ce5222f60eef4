package readiness

import (
	"cmp"
	"fmt"
	"slices"

	"tasuki/analysis/oncall"
	"tasuki/graph"
	"tasuki/graph/hours"
)

// SharedDeputy is one post that stands in for several. Deputies are taken to be one where their
// names are the same, in one organization or in several.
type SharedDeputy struct {
	Name          graph.Name  `json:"name,omitzero"`
	Posts         []DeputyFor `json:"posts"`         // at least two, by organization and number
	Organizations int         `json:"organizations"` // that declare it: above 1 it may be several that have the same name
	Hours         int         `json:"hours"`         // with a minute in which it is called for several of them at once
	Spans         []Stretch   `json:"spans"`         // the same, by the minute
}

// DeputyFor is a post that has a deputy.
type DeputyFor struct {
	Organization string     `json:"organization"`
	Number       int        `json:"number"`        // in the list that holds it
	Name         graph.Name `json:"name,omitzero"` // empty: nobody is named
	Flow         string     `json:"flow"`          // of the list that holds it; empty: any
	Severity     string     `json:"severity"`      // the same

	org     int
	contact graph.Contact
}

// Deputies returns the posts that stand in for several others, in any of some lists of
// contacts: those that stand in for most first, ties by the first post. Posts of one name
// in several lists of an organization are one. Its hours are left open. It takes
// O(c log c) for c contacts.
func Deputies(g *graph.Graph, keep func(org int, l graph.ContactList) bool) []SharedDeputy {
	list := []SharedDeputy{}
	for org, o := range g.Organizations() {
		for _, l := range append([]graph.ContactList{{Contacts: o.Contacts}}, o.ContactLists...) {
			if !keep(org, l) {
				continue
			}
			for i, c := range l.Contacts {
				if c.Deputy.Name.IsZero() {
					continue
				}
				at := slices.IndexFunc(list, func(d SharedDeputy) bool { return d.Name == c.Deputy.Name })
				if at < 0 {
					at, list = len(list), append(list, SharedDeputy{Name: c.Deputy.Name, Spans: []Stretch{}})
				}
				list[at].add(DeputyFor{o.ID, i + 1, c.Name, l.Flow, l.Severity, org, c})
			}
		}
	}
	list = slices.DeleteFunc(list, func(d SharedDeputy) bool { return len(d.Posts) < 2 })
	slices.SortStableFunc(list, func(a, b SharedDeputy) int { return cmp.Compare(len(b.Posts), len(a.Posts)) })
	return list
}

// add takes in a post, which may stand in several lists.
func (d *SharedDeputy) add(p DeputyFor) {
	same := func(x DeputyFor) bool {
		return x.org == p.org && x.Name == p.Name && (!p.Name.IsZero() || x.Flow == p.Flow && x.Severity == p.Severity && x.Number == p.Number)
	}
	if slices.ContainsFunc(d.Posts, same) {
		return
	}
	if !slices.ContainsFunc(d.Posts, func(x DeputyFor) bool { return x.org == p.org }) {
		d.Organizations++
	}
	d.Posts = append(d.Posts, p)
}

// deputies finds the posts that stand in for several in the lists that hold in the week, of
// those who are called about its flows, and when they are called for several at once.
func (a *asker) deputies() []SharedDeputy {
	type applying struct {
		org            int
		flow, severity string
	}
	applies := map[applying]bool{}
	for _, f := range a.w.Flows {
		for _, p := range f.Parties {
			org, _ := a.g.OrganizationIndex(p.Organization)
			for _, k := range a.timetable(org, f.Flow).chain.links {
				l := listFor(a.g.Organizations()[k.org], f.Flow, a.w.Severity)
				applies[applying{k.org, l.Flow, l.Severity}] = true
			}
		}
	}
	list := Deputies(a.g, func(org int, l graph.ContactList) bool { return applies[applying{org, l.Flow, l.Severity}] })
	for i := range list {
		a.crowded(&list[i])
	}
	return list
}

// listFor returns which list [graph.Organization.ContactsFor] takes, by its flow and severity.
func listFor(o graph.Organization, flow, severity string) graph.ContactList {
	for _, l := range []graph.ContactList{{Flow: flow, Severity: severity}, {Flow: flow}, {Severity: severity}} {
		if slices.ContainsFunc(o.ContactLists, func(x graph.ContactList) bool { return x.Flow == l.Flow && x.Severity == l.Severity }) {
			return l
		}
	}
	return graph.ContactList{}
}

// crowded finds when a deputy is called for several posts at once.
func (a *asker) crowded(d *SharedDeputy) {
	changes := []hours.Moment{a.w.start}
	seen := map[string]bool{}
	for _, p := range d.Posts {
		for _, text := range []graph.Hours{p.contact.Hours, p.contact.Deputy.Hours} {
			key := fmt.Sprint(p.org, " ", text)
			if r, declared := a.g.Hours(text); declared && !seen[key] {
				seen[key] = true
				changes = append(changes, changesOf(r, a.g.Calendar(p.org), a.w.start, a.w.end)...)
			}
		}
	}
	slices.Sort(changes)
	changes = slices.Compact(changes)
	var when times
	for i, from := range changes {
		to := a.w.end
		if i+1 < len(changes) {
			to = changes[i+1]
		}
		called := 0
		for _, p := range d.Posts {
			if oncall.PostAt(a.g, p.contact, a.g.Calendar(p.org), 0, &from).DeputyCalled() {
				called++
			}
		}
		if called > 1 {
			when.add(from, to)
		}
	}
	d.Hours, d.Spans = when.hours(a.w), when.stretches(a.w)
}
