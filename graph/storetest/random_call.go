package storetest

import (
	"math/rand/v2"

	"tasuki/graph"
)

// calls gives a dataset what is declared about calls: severities, calendars, contacts
// in full, lists of them by flow and severity, and outside reports. It draws from chance
// of its own, so that everything else is as it was for the same seed.
func calls(d *graph.Dataset, seed uint64) {
	r := random{rand.New(rand.NewPCG(seed, 5))}
	d.Severities = r.terms("severity", r.IntN(4))
	for i := range r.IntN(3) {
		d.Calendars = append(d.Calendars, graph.Calendar{
			ID: r.id("calendar", i), Name: r.remark(), Zone: pick[graph.Zone](r, "", "Asia/Tokyo", "Europe/Berlin"),
			Holidays: pick(r, nil, []graph.Date{"2026-11-23"}, []graph.Date{"2026-12-31", "2026-01-01"}),
		})
	}
	for i := range d.Organizations {
		o := &d.Organizations[i]
		if len(d.Calendars) > 0 && r.IntN(3) > 0 {
			o.Calendar = d.Calendars[r.IntN(len(d.Calendars))].ID
		}
		contact := func(c graph.Contact, first bool) graph.Contact { return r.contact(c, *d, *o, first) }
		for k, c := range o.Contacts {
			o.Contacts[k] = contact(c, k == 0)
		}
		for _, l := range r.lists(*d) {
			for k := range 1 + r.IntN(3) {
				l.Contacts = append(l.Contacts, contact(graph.Contact{Name: r.remark(), WaitMinutes: r.IntN(3) * 15}, k == 0))
			}
			o.ContactLists = append(o.ContactLists, l)
		}
	}
	levels := map[string]int{}
	for _, o := range d.Organizations {
		levels[o.ID] = len(graph.Levels(o.Contacts))
	}
	for i := range d.Organizations {
		if o := &d.Organizations[i]; levels[o.EscalatesTo] > 0 {
			o.EscalatesToLevel = r.IntN(levels[o.EscalatesTo] + 1)
		}
	}
	for i := range r.IntN(4) {
		d.OutsideReports = append(d.OutsideReports, graph.OutsideReport{
			ID: r.id("report", i), Name: r.name(), To: r.remark(), Organization: pick(r, d.Organizations...).ID,
			Flows: r.some(flowIDs(*d)), Severities: r.some(severityIDs(*d)),
			WithinMinutes: r.IntN(3) * 60, Basis: r.remark(), Source: r.source(),
		})
	}
}

// contact fills in a contact of an organization.
func (r random) contact(c graph.Contact, d graph.Dataset, o graph.Organization, first bool) graph.Contact {
	means := func() []graph.Means {
		return pick(r, nil, []graph.Means{graph.Phone}, []graph.Means{graph.Mail, graph.Chat, graph.Phone})
	}
	hours := func() graph.Hours {
		switch {
		case r.IntN(2) == 0 || o.Calendar == "" && len(d.Calendars) > 1:
			return ""
		case len(d.Calendars) == 0:
			return "24/7"
		}
		return pick[graph.Hours](r, "24/7", "Mo-Fr 09:00-17:30; PH off")
	}
	c.Means, c.Hours, c.Repeats, c.Source = means(), hours(), r.IntN(3), r.source()
	c.Parallel = !first && r.IntN(3) == 0
	if r.IntN(2) == 0 {
		c.Deputy = graph.Deputy{Name: r.name(), Means: means(), Hours: hours()}
	}
	return c
}

// lists returns empty lists of contacts, for flows, for severities and for both, in no
// particular order.
func (r random) lists(d graph.Dataset) []graph.ContactList {
	var all []graph.ContactList
	for _, flow := range append([]string{""}, flowIDs(d)...) {
		for _, severity := range append([]string{""}, severityIDs(d)...) {
			if flow+severity != "" {
				all = append(all, graph.ContactList{Flow: flow, Severity: severity})
			}
		}
	}
	mix(r, all)
	return all[:r.IntN(min(4, len(all)+1))]
}

// some returns some of a list, in no particular order.
func (r random) some(of []string) []string {
	mix(r, of)
	return of[:r.IntN(len(of)+1)]
}

func flowIDs(d graph.Dataset) (ids []string) {
	for _, f := range d.Flows {
		ids = append(ids, f.ID)
	}
	return ids
}

func severityIDs(d graph.Dataset) (ids []string) {
	for _, s := range d.Severities {
		ids = append(ids, s.ID)
	}
	return ids
}
