package difference

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"tasuki/graph"
)

// fact is a fact of a dataset, as it stands and with the new IDs of what is matched.
type fact struct {
	key             []string
	fields, renamed map[string]string
}

// collector takes in the facts of a dataset, by kind and by their keys with new IDs.
type collector struct {
	names renames
	facts map[Kind]map[string]fact
}

// add takes in a fact. Its parts are those of value, but for its key and its place; what
// turns the IDs in a value of its type into new ones is rename.
func add[T any](c *collector, kind Kind, key []string, now []string, value T, rename func(T) T) {
	if c.facts[kind] == nil {
		c.facts[kind] = map[string]fact{}
	}
	at := strings.Join(now, "\x00")
	c.facts[kind][at] = fact{key, fieldsOf(value), fieldsOf(rename(value))}
}

// fieldsOf returns the parts of a value by their names in JSON, texts bare, those of a part
// behind a dot.
func fieldsOf(value any) map[string]string {
	text, err := graph.JSONLine(value)
	if err != nil {
		panic(err) // facts of a graph can be encoded
	}
	fields := map[string]string{}
	addFields(fields, "", text)
	return fields
}

func addFields(fields map[string]string, name string, part json.RawMessage) {
	var bare string
	var inside map[string]json.RawMessage
	switch {
	case json.Unmarshal(part, &bare) == nil:
		fields[name] = bare
	case json.Unmarshal(part, &inside) == nil:
		for key, below := range inside {
			addFields(fields, strings.TrimPrefix(name+"."+key, "."), below)
		}
	default:
		fields[name] = string(bytes.TrimSpace(part))
	}
}

func factsOf(d graph.Dataset, names renames, pseudonyms bool) map[Kind]map[string]fact {
	d = d.Canonical()
	c := &collector{names, map[Kind]map[string]fact{}}
	add(c, Dataset, []string{}, []string{}, struct {
		Name    graph.Name        `json:"name,omitzero"`
		Leads   graph.LeadRule    `json:"leads,omitempty"`
		Support graph.SupportRule `json:"support,omitempty"`
		Basis   graph.Name        `json:"basis,omitzero"`
	}{d.Name, d.Rules.Leads, d.Rules.Support, d.Rules.Basis}, same)
	if pseudonyms {
		for i := range d.Organizations {
			d.Organizations[i].Name = graph.Name{}
		}
	}
	c.organizations(d)
	for vocabulary, terms := range map[string][]graph.Term{"phases": d.Phases, "categories": d.Categories, "environments": d.Environments, "sites": d.Sites, "components": d.Components, "severities": d.Severities} {
		for _, t := range terms {
			key := []string{vocabulary, t.ID}
			t.ID = ""
			add(c, Term, key, key, t, same)
		}
	}
	c.tasks(d)
	c.flows(d)
	for _, s := range d.Supplies {
		key := func(org string) []string { return []string{s.Environment, s.Site, s.Component, org} }
		of := s.Organization
		s.Organization, s.Environment, s.Site, s.Component, s.Source = "", "", "", "", graph.Source{}
		add(c, Supply, key(of), key(names.of(Organization, of)), s, same)
	}
	c.calls(d)
	return c.facts
}

// calls takes in what is declared about calls besides the contacts of organizations.
func (c *collector) calls(d graph.Dataset) {
	for _, calendar := range d.Calendars {
		key := []string{calendar.ID}
		calendar.ID = ""
		add(c, Calendar, key, key, calendar, same)
	}
	for _, r := range d.OutsideReports {
		key := []string{r.ID}
		r.ID, r.Source = "", graph.Source{}
		add(c, Outside, key, key, r, func(r graph.OutsideReport) graph.OutsideReport {
			r.Organization = c.names.of(Organization, r.Organization)
			return r
		})
	}
}

func same[T any](value T) T { return value }

func (c *collector) organizations(d graph.Dataset) {
	for _, o := range d.Organizations {
		o.Contacts = unplaced(o.Contacts)
		o.ContactLists = slices.Clone(o.ContactLists)
		for i := range o.ContactLists {
			o.ContactLists[i].Contacts = unplaced(o.ContactLists[i].Contacts)
		}
		add(c, Organization, []string{o.ID}, []string{c.names.of(Organization, o.ID)}, o, func(o graph.Organization) graph.Organization {
			o.Serves = c.names.of(Organization, o.Serves)
			o.ID, o.Parent, o.EscalatesTo = c.names.of(Organization, o.ID), c.names.of(Organization, o.Parent), c.names.of(Organization, o.EscalatesTo)
			return o
		})
	}
}

// unplaced returns contacts without the lines that declare them.
func unplaced(list []graph.Contact) []graph.Contact {
	list = slices.Clone(list)
	for i := range list {
		list[i].Source = graph.Source{}
	}
	return list
}

func (c *collector) tasks(d graph.Dataset) {
	for _, t := range d.Tasks {
		t.Source = graph.Source{}
		add(c, Task, []string{t.ID}, []string{c.names.of(Task, t.ID)}, t, func(t graph.Task) graph.Task {
			t.ID = c.names.of(Task, t.ID)
			return t
		})
	}
	for _, a := range d.Assignments {
		key := []string{a.Task, a.Organization, string(a.Role)}
		now := []string{c.names.of(Task, a.Task), c.names.of(Organization, a.Organization), string(a.Role)}
		a.Task, a.Organization, a.Role, a.Source = "", "", "", graph.Source{}
		add(c, Mark, key, now, a, func(a graph.Assignment) graph.Assignment {
			a.Alternatives = c.names.all(Organization, a.Alternatives)
			return a
		})
	}
}

func (c *collector) flows(d graph.Dataset) {
	c.handoffs("", d.Handoffs)
	for _, f := range d.Flows {
		c.handoffs(f.ID, f.Handoffs)
		key := []string{f.ID}
		f.ID, f.Handoffs = "", nil
		add(c, Flow, key, key, f, func(f graph.Flow) graph.Flow {
			f.Start, f.Goal = c.names.all(Task, f.Start), c.names.all(Task, f.Goal)
			forks := map[string]graph.ForkRule{}
			for task, rule := range f.Forks {
				forks[c.names.of(Task, task)] = rule
			}
			f.Forks = forks
			return f
		})
	}
}

func (c *collector) handoffs(flow string, list []graph.Handoff) {
	for _, h := range slices.Clone(list) {
		key := []string{flow, h.From, h.To, string(h.Kind)}
		now := []string{flow, c.names.of(Task, h.From), c.names.of(Task, h.To), string(h.Kind)}
		h.From, h.To, h.Kind, h.Source = "", "", "", graph.Source{}
		add(c, Handoff, key, now, h, func(h graph.Handoff) graph.Handoff {
			h.Basis.Rows = c.names.all(Task, h.Basis.Rows)
			return h
		})
	}
}
