package graph

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"tasuki/graph/said"
)

// validate returns every fault of d, in no particular order.
func validate(d Dataset) Problems {
	if ps := d.oversize(); len(ps) > 0 {
		return ps
	}
	v := &validator{}
	v.texts(reflect.ValueOf(d), "")

	orgs := v.ids("/organizations", "organization", len(d.Organizations), func(i int) (string, Source) { return d.Organizations[i].ID, Source{} })
	tasks := v.ids("/tasks", "task", len(d.Tasks), func(i int) (string, Source) { return d.Tasks[i].ID, d.Tasks[i].Source })
	terms := func(path, what string, list []Term) map[string]int {
		set := v.ids(path, what, len(list), func(i int) (string, Source) { return list[i].ID, Source{} })
		v.parents(path, what, set, len(list), func(i int) (string, string) { return list[i].ID, list[i].Parent })
		for i, t := range list {
			v.named(fmt.Sprintf("%s/%d/name", path, i), t.Name, Source{}, what, t.ID)
		}
		return set
	}
	phases := terms("/phases", "phase", d.Phases)
	categories := terms("/categories", "category", d.Categories)
	environments := terms("/environments", "environment", d.Environments)
	sites := terms("/sites", "site", d.Sites)
	components := terms("/components", "component", d.Components)
	severities := terms("/severities", "severity", d.Severities)

	v.word("/rules/leads", "lead rule", string(d.Rules.Leads), Source{}, true)
	v.word("/rules/support", "support rule", string(d.Rules.Support), Source{}, true)
	v.organizations(d.Organizations, orgs)
	v.calls(d, orgs, severities)
	for i, t := range d.Tasks {
		path := fmt.Sprintf("/tasks/%d", i)
		v.named(path+"/name", t.Name, t.Source, "task", t.ID)
		v.word(path+"/timing", "timing", string(t.Timing), t.Source, true)
		v.word(path+"/kind", "task kind", string(t.Kind), t.Source, true)
		v.ref(path+"/phase", "phase", t.Phase, phases, t.Source, true)
		v.ref(path+"/category", "category", t.Category, categories, t.Source, true)
	}
	v.assignments(d.Assignments, tasks, orgs)
	v.unread(d.Account, tasks, orgs)
	v.handoffs("/handoffs", d.Handoffs, tasks)
	v.optional("/handoffs", d.Handoffs)
	v.flows(d.Flows, tasks)
	for i, s := range d.Supplies {
		path := fmt.Sprintf("/supplies/%d", i)
		v.ref(path+"/environment", "environment", s.Environment, environments, s.Source, true)
		v.ref(path+"/site", "site", s.Site, sites, s.Source, true)
		v.ref(path+"/component", "component", s.Component, components, s.Source, false)
		v.ref(path+"/organization", "organization", s.Organization, orgs, s.Source, false)
		v.word(path+"/reading", "reading", string(s.Reading), s.Source, false)
	}
	v.duplicates(d)
	return v.problems.Problems()
}

type validator struct{ problems Collector }

func (v *validator) add(path string, at Source, value, format string, args ...any) {
	v.problems.Add(Problem{Source: at, Path: path, Value: value}.Saying(format, args...))
}

// organizations reports faults of organizations but for those of their IDs.
func (v *validator) organizations(list []Organization, orgs map[string]int) {
	v.parents("/organizations", "organization", orgs, len(list), func(i int) (string, string) {
		return list[i].ID, list[i].Parent
	})
	for i, o := range list {
		path := fmt.Sprintf("/organizations/%d", i)
		v.named(path+"/name", o.Name, Source{}, "organization", o.ID)
		v.word(path+"/kind", "kind", string(o.Kind), Source{}, true)
		v.word(path+"/substitutability", "substitutability", string(o.Substitutability), Source{}, true)
		v.ref(path+"/escalates_to", "organization", o.EscalatesTo, orgs, Source{}, true)
		if o.EscalatesTo == o.ID && o.ID != "" {
			v.add(path+"/escalates_to", Source{}, o.ID, "escalates to itself; name another organization")
		}
	}
	v.registered(list, orgs)
}

// ids checks that each of n entries has an ID of its own, and returns them.
func (v *validator) ids(path, what string, n int, entry func(int) (string, Source)) map[string]int {
	first := make(map[string]int, n)
	for i := range n {
		id, at := entry(i)
		field := fmt.Sprintf("%s/%d/id", path, i)
		j, seen := first[id]
		switch {
		case strings.TrimSpace(id) == "":
			v.add(field, at, id, "is an empty ID; every %s needs one", said.Word(what))
		case seen:
			_, other := entry(j)
			v.add(field, at, id, "is the ID of two entries, this one and %s; an ID names one %s", cmp.Or(other.String(), fmt.Sprintf("%s/%d", path, j)), said.Word(what))
		default:
			first[id] = i
		}
	}
	return first
}

func (v *validator) named(path string, n Name, at Source, what, id string) {
	if strings.TrimSpace(n.JA) == "" && strings.TrimSpace(n.EN) == "" {
		v.add(path, at, n.In(Japanese), "is an empty name; give %s %s one in ja, en or both", said.Word(what), id)
	}
}

// ref checks that id is one of set.
func (v *validator) ref(path, what, id string, set map[string]int, at Source, optional bool) {
	if id == "" && optional {
		return
	}
	if _, ok := set[id]; !ok {
		v.add(path, at, id, "is not the ID of any %s; declare it or correct the ID", said.Word(what))
	}
}

func (v *validator) word(path, vocabulary, word string, at Source, optional bool) {
	if word == "" && optional {
		return
	}
	if !slices.Contains(words[vocabulary], word) {
		v.add(path, at, word, "is not a known %s; use one of %s", vocabulary, strings.Join(words[vocabulary], ", "))
	}
}

// minutes checks a duration, of which 0 stands for none declared.
func (v *validator) minutes(path string, n int) {
	if n < 0 {
		v.add(path, Source{}, strconv.Itoa(n), "is not a number of minutes; use 1 or more, or leave it out when it is unknown")
	}
}

func (v *validator) assignments(list []Assignment, tasks, orgs map[string]int) {
	for i, a := range list {
		path := fmt.Sprintf("/assignments/%d", i)
		v.ref(path+"/task", "task", a.Task, tasks, a.Source, false)
		v.ref(path+"/organization", "organization", a.Organization, orgs, a.Source, false)
		v.word(path+"/role", "role", string(a.Role), a.Source, false)
		v.word(path+"/reading", "reading", string(a.Reading), a.Source, false)
		for j, id := range a.Alternatives {
			v.ref(fmt.Sprintf("%s/alternatives/%d", path, j), "organization", id, orgs, a.Source, false)
		}
		if a.Reading != Uncertain && len(a.Alternatives) > 0 {
			v.add(path+"/alternatives", a.Source, strings.Join(a.Alternatives, ", "), "only an uncertain reading has alternatives; call it uncertain or remove them; task %s, organization %s", a.Task, a.Organization)
		}
		if slices.Contains(a.Alternatives, a.Organization) {
			v.add(path+"/alternatives", a.Source, a.Organization, "is its own alternative; list other organizations only")
		}
	}
}

func (v *validator) handoffs(path string, list []Handoff, tasks map[string]int) {
	for i, h := range list {
		path := fmt.Sprintf("%s/%d", path, i)
		v.ref(path+"/from", "task", h.From, tasks, h.Source, false)
		v.ref(path+"/to", "task", h.To, tasks, h.Source, false)
		v.word(path+"/kind", "handoff kind", string(h.Kind), h.Source, false)
		if h.From == h.To {
			v.add(path+"/to", h.Source, h.To, "is handed off to itself; a handoff joins two tasks")
		}
		v.minutes(path+"/minutes", h.Minutes)
		for j, id := range h.Basis.Rows {
			v.ref(fmt.Sprintf("%s/basis/rows/%d", path, j), "task", id, tasks, h.Source, false)
		}
	}
}

func (v *validator) flows(list []Flow, tasks map[string]int) {
	v.ids("/flows", "flow", len(list), func(i int) (string, Source) { return list[i].ID, Source{} })
	for i, f := range list {
		path := fmt.Sprintf("/flows/%d", i)
		v.named(path+"/name", f.Name, Source{}, "flow", f.ID)
		for _, end := range []struct {
			key string
			ids []string
		}{{"start", f.Start}, {"goal", f.Goal}} {
			if len(end.ids) == 0 {
				v.add(path+"/"+end.key, Source{}, "", "flow %s has no %s; name at least one task", f.ID, end.key)
			}
			for j, id := range end.ids {
				v.ref(fmt.Sprintf("%s/%s/%d", path, end.key, j), "task", id, tasks, Source{}, false)
			}
		}
		v.word(path+"/tier", "tier", string(f.Tier), Source{}, true)
		v.minutes(path+"/objective_minutes", f.ObjectiveMinutes)
		v.handoffs(path+"/handoffs", f.Handoffs, tasks)
		v.forks(path, f, tasks)
		reached := Reach(f)
		for j, goal := range f.Goal {
			if !reached[goal] {
				v.add(fmt.Sprintf("%s/goal/%d", path, j), Source{}, goal, "cannot be reached from the start of flow %s; add the missing handoffs", f.ID)
			}
		}
	}
}

// duplicates reports facts that are stated twice.
func (v *validator) duplicates(d Dataset) {
	report := unique(v)
	for i, a := range d.Assignments {
		report(fmt.Sprintf("/assignments/%d", i), a.Source, "assignment", a.Task, a.Organization, string(a.Role))
	}
	for i, s := range d.Supplies {
		report(fmt.Sprintf("/supplies/%d", i), s.Source, "supply", s.Environment, s.Site, s.Component, s.Organization)
	}
	for i, h := range d.Handoffs {
		report(fmt.Sprintf("/handoffs/%d", i), h.Source, "handoff", h.From, h.To, string(h.Kind))
	}
	for i, f := range d.Flows {
		for j, h := range f.Handoffs {
			report(fmt.Sprintf("/flows/%d/handoffs/%d", i, j), h.Source, "handoff of flow "+f.ID, h.From, h.To, string(h.Kind))
		}
		for _, ids := range [][]string{f.Start, f.Goal} {
			seen := unique(v)
			for _, id := range ids {
				seen(fmt.Sprintf("/flows/%d", i), Source{}, "end of flow "+f.ID, id)
			}
		}
	}
	for i, o := range d.Organizations {
		for j, alias := range o.Aliases {
			report(fmt.Sprintf("/organizations/%d/aliases/%d", i, j), Source{}, "alias", alias)
		}
	}
}

// unique returns a function that reports a key it has been given before.
func unique(v *validator) func(path string, at Source, what string, key ...string) {
	first := map[string]string{}
	return func(path string, at Source, what string, key ...string) {
		k := strings.Join(append([]string{what}, key...), "\x00")
		if other, seen := first[k]; seen {
			v.add(path, at, strings.Join(key, " "), "the same %s stands at %s too; keep one", said.Word(what), other)
			return
		}
		first[k] = cmp.Or(at.String(), path)
	}
}
