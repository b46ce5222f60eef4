package graph

import (
	"fmt"
	"slices"

	"tasuki/graph/hours"
)

// maxRepeats is how often a contact may be called again.
const maxRepeats = 100

// calls reports faults of what is declared about calls: calendars, contacts, where they
// escalate to, and outside reports.
func (v *validator) calls(d Dataset, orgs, severities map[string]int) {
	flows := map[string]int{}
	for i, f := range d.Flows {
		flows[f.ID] = i
	}
	v.calendars(d.Calendars)
	calendars := map[string]int{}
	for i, c := range d.Calendars {
		calendars[c.ID] = i
	}
	for i, o := range d.Organizations {
		path := fmt.Sprintf("/organizations/%d", i)
		v.ref(path+"/calendar", "calendar", o.Calendar, calendars, Source{}, true)
		v.contacts(path+"/contacts", o.Contacts, o, len(calendars))
		seen := unique(v)
		for j, l := range o.ContactLists {
			at := fmt.Sprintf("%s/contact_lists/%d", path, j)
			v.ref(at+"/flow", "flow", l.Flow, flows, Source{}, true)
			v.ref(at+"/severity", "severity", l.Severity, severities, Source{}, true)
			if l.Flow == "" && l.Severity == "" {
				v.add(at, Source{}, o.ID, "names no flow and no severity; name one, or declare these as contacts")
			}
			if len(l.Contacts) == 0 {
				v.add(at+"/contacts", Source{}, o.ID, "is empty; name a contact, or leave the list out")
			}
			seen(at, Source{}, "list of contacts", l.Flow, l.Severity)
			v.contacts(at+"/contacts", l.Contacts, o, len(calendars))
		}
		v.level(path+"/escalates_to_level", o, d, orgs)
	}
	v.reports(d.OutsideReports, orgs, flows, severities)
}

func (v *validator) calendars(list []Calendar) {
	v.ids("/calendars", "calendar", len(list), func(i int) (string, Source) { return list[i].ID, Source{} })
	for i, c := range list {
		if _, err := c.clock(); err != nil {
			v.problems.Add(Problem{Path: fmt.Sprintf("/calendars/%d", i), Value: c.ID}.Saying("is no calendar: %v", err))
		}
	}
}

// contacts reports faults of a list of contacts of an organization.
func (v *validator) contacts(path string, list []Contact, o Organization, calendars int) {
	if len(list) > 0 && list[0].Parallel {
		v.add(path+"/0/parallel", Source{}, "true", "is called at the same time as the contact before it, and there is none; leave it out")
	}
	for i, c := range list {
		at := fmt.Sprintf("%s/%d", path, i)
		v.minutes(at+"/wait_minutes", c.WaitMinutes)
		if c.Repeats < 0 || c.Repeats > maxRepeats {
			v.add(at+"/repeats", Source{}, fmt.Sprint(c.Repeats), "is not how often a contact is called again; use 1 to %d, or leave it out", maxRepeats)
		}
		v.means(at+"/means", c.Means)
		v.means(at+"/deputy/means", c.Deputy.Means)
		v.hours(at+"/hours", c.Hours, o, calendars)
		v.hours(at+"/deputy/hours", c.Deputy.Hours, o, calendars)
		if !c.Deputy.IsZero() && c.Deputy.Name.IsZero() {
			v.add(at+"/deputy", Source{}, o.ID, "names no post; name one, or leave the deputy out")
		}
	}
}

func (v *validator) means(path string, list []Means) {
	for i, m := range list {
		at := fmt.Sprintf("%s/%d", path, i)
		v.word(at, "means", string(m), Source{}, false)
		if slices.Contains(list[:i], m) {
			v.add(at, Source{}, string(m), "stands here twice; keep one")
		}
	}
}

// hours checks opening hours, and that it is known by which calendar they are meant.
func (v *validator) hours(path string, text Hours, o Organization, calendars int) {
	if text == "" {
		return
	}
	r, err := hours.Parse(string(text))
	switch {
	case err != nil:
		v.problems.Add(Problem{Path: path, Value: string(text)}.Saying("are no hours: %v", err))
	case o.Calendar == "" && calendars > 1:
		v.add(path, Source{}, string(text), "may be meant by any of %d calendars; give organization %s the ID of one", calendars, o.ID)
	case calendars == 0 && r.UsesHolidays():
		v.add(path, Source{}, string(text), "name holidays (PH), and no calendar says which days these are; declare one under calendars")
	}
}

// level checks the level at which somebody else is called.
func (v *validator) level(path string, o Organization, d Dataset, orgs map[string]int) {
	n := o.EscalatesToLevel
	to, known := orgs[o.EscalatesTo]
	switch {
	case n == 0:
	case n < 0:
		v.add(path, Source{}, fmt.Sprint(n), "is no level; use 1 or more, or leave it out for the first")
	case o.EscalatesTo == "":
		v.add(path, Source{}, fmt.Sprint(n), "is the level of nobody; name an organization with escalates_to")
	case known:
		if levels := len(Levels(d.Organizations[to].Contacts)); n > levels {
			v.add(path, Source{}, fmt.Sprint(n), "is beyond the levels of %s, which has %d; declare that level or correct the number", o.EscalatesTo, levels)
		}
	}
}

func (v *validator) reports(list []OutsideReport, orgs, flows, severities map[string]int) {
	v.ids("/outside_reports", "outside report", len(list), func(i int) (string, Source) { return list[i].ID, Source{} })
	for i, r := range list {
		path := fmt.Sprintf("/outside_reports/%d", i)
		v.named(path+"/name", r.Name, Source{}, "outside report", r.ID)
		v.ref(path+"/organization", "organization", r.Organization, orgs, Source{}, false)
		v.minutes(path+"/within_minutes", r.WithinMinutes)
		for _, of := range []struct {
			key, what string
			ids       []string
			set       map[string]int
		}{{"flows", "flow", r.Flows, flows}, {"severities", "severity", r.Severities, severities}} {
			for j, id := range of.ids {
				at := fmt.Sprintf("%s/%s/%d", path, of.key, j)
				v.ref(at, of.what, id, of.set, Source{}, false)
				if slices.Contains(of.ids[:j], id) {
					v.add(at, Source{}, id, "stands here twice; keep one")
				}
			}
		}
	}
}
