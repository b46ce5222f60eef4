package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
)

// contact is a contact with its place in one of the lists of an organization.
type contact struct {
	id       string
	position int // from 1
	level    int // from 1; for readers only
	graph.Contact
}

// escalation says whom an organization hands a call to, and at which level.
type escalation struct {
	from, to string
	level    int
}

// contactID returns an ID for a contact: ORGANIZATION/POSITION, or
// ORGANIZATION/FLOW/SEVERITY/POSITION. Slashes and percent signs within the parts are
// written as in addresses, so that no two contacts have the same.
func contactID(organization string, list graph.ContactList, position int) string {
	escape := strings.NewReplacer("%", "%25", "/", "%2F").Replace
	if list.Flow == "" && list.Severity == "" {
		return fmt.Sprintf("%s/%d", escape(organization), position)
	}
	return fmt.Sprintf("%s/%s/%s/%d", escape(organization), escape(list.Flow), escape(list.Severity), position)
}

// takeCalls takes apart what is declared about calls and outside reports.
func (f *Facts) takeCalls(d *graph.Dataset) {
	add := func(list *[]membership, part, whole string) {
		if whole != "" {
			*list = append(*list, membership{part, whole})
		}
	}
	for _, o := range d.Organizations {
		if o.EscalatesTo != "" {
			f.escalations = append(f.escalations, escalation{o.ID, o.EscalatesTo, o.EscalatesToLevel})
		}
		add(&f.clocks, o.ID, o.Calendar)
		add(&f.services, o.ID, o.Serves)
		f.takeContacts(o.ID, graph.ContactList{Contacts: o.Contacts})
		for _, l := range o.ContactLists {
			f.takeContacts(o.ID, l)
		}
	}
	for _, r := range d.OutsideReports {
		add(&f.makers, r.ID, r.Organization)
		for _, flow := range r.Flows {
			add(&f.reportFlows, r.ID, flow)
		}
		for _, severity := range r.Severities {
			add(&f.reportSeverities, r.ID, severity)
		}
	}
}

func (f *Facts) takeContacts(organization string, list graph.ContactList) {
	position := 0
	for level, together := range graph.Levels(list.Contacts) {
		for _, c := range together {
			position++
			id := contactID(organization, list, position)
			f.contacts = append(f.contacts, contact{id, position, level + 1, c})
			f.calls = append(f.calls, membership{id, organization})
			if list.Flow != "" {
				f.contactFlows = append(f.contactFlows, membership{id, list.Flow})
			}
			if list.Severity != "" {
				f.contactSeverities = append(f.contactSeverities, membership{id, list.Severity})
			}
		}
	}
}

// assembleCalls is the inverse of takeCalls.
func (f *Facts) assembleCalls(d *graph.Dataset) error {
	next, clocks, served := make([]parent, len(d.Organizations)), make([]parent, len(d.Organizations)), make([]parent, len(d.Organizations))
	levels := make(map[string]*int, len(f.escalations))
	for i := range d.Organizations {
		o := &d.Organizations[i]
		next[i], clocks[i], served[i] = parent{o.ID, &o.EscalatesTo}, parent{o.ID, &o.Calendar}, parent{o.ID, &o.Serves}
		levels[o.ID] = &o.EscalatesToLevel
	}
	escalations := make([]membership, len(f.escalations))
	for i, e := range f.escalations {
		escalations[i] = membership{e.from, e.to}
		if level := levels[e.from]; level != nil {
			if *level != 0 && *level != e.level {
				return said.Errorf("%q escalates to %q at two levels, %d and %d: delete one of the two relationships", e.from, e.to, *level, e.level)
			}
			*level = e.level
		}
	}
	for _, j := range []struct {
		list []membership
		into []parent
		what string
	}{{escalations, next, "next organization"}, {f.clocks, clocks, "calendar"}, {f.services, served, "recipient of its services"}} {
		if err := join(j.list, j.into, j.what); err != nil {
			return err
		}
	}
	if err := f.assembleReports(d); err != nil {
		return err
	}
	return f.assembleContacts(d)
}

func (f *Facts) assembleReports(d *graph.Dataset) error {
	makers := make([]parent, len(d.OutsideReports))
	reports := make(map[string]*graph.OutsideReport, len(makers))
	for i := range d.OutsideReports {
		r := &d.OutsideReports[i]
		makers[i], reports[r.ID] = parent{r.ID, &r.Organization}, r
	}
	if err := join(f.makers, makers, "organization"); err != nil {
		return err
	}
	for i := range d.OutsideReports {
		if r := d.OutsideReports[i]; r.Organization == "" {
			return said.Errorf("outside report %q is made by no organization: relate one to it by MAKES, or load the dataset again with tasuki load", r.ID)
		}
	}
	for k, list := range [][]membership{f.reportFlows, f.reportSeverities} {
		for _, m := range list {
			r := reports[m.part]
			switch {
			case r == nil:
				return said.Errorf("%q is related to %q, and there is no node %q", m.part, m.whole, m.part)
			case k == 0:
				r.Flows = append(r.Flows, m.whole)
			default:
				r.Severities = append(r.Severities, m.whole)
			}
		}
	}
	return nil
}

// listed is a contact with the list that it stands in.
type listed struct {
	organization, flow, severity string
	contact
}

// assembleContacts puts contacts into the lists of their organizations, by position.
func (f *Facts) assembleContacts(d *graph.Dataset) error {
	all := make([]listed, len(f.contacts))
	owners, flows, severities := make([]parent, len(all)), make([]parent, len(all)), make([]parent, len(all))
	for i, c := range f.contacts {
		l := &all[i]
		l.contact = c
		owners[i], flows[i], severities[i] = parent{c.id, &l.organization}, parent{c.id, &l.flow}, parent{c.id, &l.severity}
	}
	for _, j := range []struct {
		list []membership
		into []parent
		what string
	}{{f.calls, owners, "organization"}, {f.contactFlows, flows, "flow"}, {f.contactSeverities, severities, "severity"}} {
		if err := join(j.list, j.into, j.what); err != nil {
			return err
		}
	}
	slices.SortFunc(all, func(a, b listed) int {
		return cmp.Or(cmp.Compare(a.organization, b.organization), cmp.Compare(a.flow, b.flow), cmp.Compare(a.severity, b.severity),
			cmp.Compare(a.position, b.position), cmp.Compare(a.id, b.id))
	})
	organizations := make(map[string]*graph.Organization, len(d.Organizations))
	former := map[string]bool{}
	for i := range d.Organizations {
		o := &d.Organizations[i]
		organizations[o.ID], former[o.ID] = o, len(o.Contacts) > 0
	}
	for i, l := range all {
		o := organizations[l.organization]
		switch {
		case o == nil:
			return said.Errorf("contact %q is one of no organization: relate one to it by CALLED_AT, or load the dataset again with tasuki load", l.id)
		case former[o.ID]:
			return said.Errorf("organization %q has contacts in nodes and, from an earlier version, in the properties contacts_ja and contacts_en, so that nobody can tell which count: load the dataset again with tasuki load", o.ID)
		case l.position < 1:
			return said.Errorf("contact %q has no position among those of organization %q: set its property position, or load the dataset again with tasuki load", l.id, o.ID)
		case i > 0 && all[i-1].inListOf(l) && all[i-1].position == l.position:
			return said.Errorf("contacts %q and %q have the same position: correct the property position of one, or load the dataset again with tasuki load", all[i-1].id, l.id)
		}
		l.addTo(o)
	}
	return nil
}

func (l listed) inListOf(other listed) bool {
	return l.organization == other.organization && l.flow == other.flow && l.severity == other.severity
}

// addTo adds a contact to the end of its list, which is the last one that has been begun.
func (l listed) addTo(o *graph.Organization) {
	if l.flow == "" && l.severity == "" {
		o.Contacts = append(o.Contacts, l.Contact)
		return
	}
	n := len(o.ContactLists)
	if n == 0 || o.ContactLists[n-1].Flow != l.flow || o.ContactLists[n-1].Severity != l.severity {
		o.ContactLists = append(o.ContactLists, graph.ContactList{Flow: l.flow, Severity: l.severity})
		n++
	}
	o.ContactLists[n-1].Contacts = append(o.ContactLists[n-1].Contacts, l.Contact)
}

func visitContact(f *fields, c *contact) {
	f.text("id", &c.id)
	f.name(&c.Name)
	f.number("position", &c.position)
	derived(f, "level", int64(c.level))
	f.flag("parallel", &c.Parallel)
	f.number("wait_minutes", &c.WaitMinutes)
	f.number("repeats", &c.Repeats)
	f.means("means", &c.Means)
	word(f, "hours", &c.Hours)
	f.remark("deputy_", &c.Deputy.Name)
	derived(f, "deputy", c.Deputy.Name.In(graph.English))
	f.means("deputy_means", &c.Deputy.Means)
	word(f, "deputy_hours", &c.Deputy.Hours)
	f.source(&c.Source)
}

func visitCalendar(f *fields, c *graph.Calendar) {
	f.text("id", &c.ID)
	f.name(&c.Name)
	word(f, "zone", &c.Zone)
	holidays := make([]string, len(c.Holidays))
	for i, d := range c.Holidays {
		holidays[i] = string(d)
	}
	f.texts("holidays", &holidays)
	if f.mode == getting {
		for _, d := range holidays {
			c.Holidays = append(c.Holidays, graph.Date(d))
		}
	}
}

func visitReport(f *fields, r *graph.OutsideReport) {
	f.text("id", &r.ID)
	f.name(&r.Name)
	f.remark("to_", &r.To)
	f.number("within_minutes", &r.WithinMinutes)
	f.remark("basis_", &r.Basis)
	f.source(&r.Source)
}

func visitEscalation(f *fields, e *escalation) {
	f.end(&e.from)
	f.end(&e.to)
	f.number("level", &e.level)
}
