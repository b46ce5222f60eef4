package changed

import (
	"slices"

	"tasuki/analysis/difference"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// Between returns what differs between an old and a new dataset, of which the difference is
// d. Drawings stand as those of the new one, and what the old one has besides is drawn as
// taken away. It takes time in proportion to facts. The error is that of [graph.New].
func Between(old, now *graph.Graph, d difference.Difference) (*Change, error) {
	before, err := graph.New(renamed(old.Dataset(), d.Matches))
	if err != nil {
		return nil, err
	}
	x := &Change{Before: before, After: now, Base: now, since: true, say: func(lang messages.Language) string {
		return lang.Plain("Compared with the old dataset")
	}}
	if x.Union, x.apart, err = union(now, before); err != nil {
		return nil, err
	}
	x.compare()
	name := nameIn(d.Matches)
	for _, c := range d.Changes {
		x.note(c, name)
	}
	for _, t := range now.Tasks() {
		if was := leadsOf(before, t.ID); was > 0 && leadsOf(now, t.ID) == 0 {
			x.tasks[t.ID] = diagram.BreaksStatus
		}
	}
	return x, nil
}

// note takes in a fact that differs. Of a fact that came or went, what it is a part of is
// otherwise than before.
func (x *Change) note(c difference.Change, name func(difference.Kind, string) string) {
	key := slices.Clone(c.New)
	if key == nil {
		key = slices.Clone(c.Old)
		if c.Kind == difference.Mark {
			key[0] = name(difference.Task, key[0])
		}
	}
	here := c.Old != nil && c.New != nil
	switch {
	case c.Kind == difference.Organization && here:
		x.organizations[key[0]] = diagram.ChangedStatus
	case c.Kind == difference.Task && here:
		x.change(key[0])
	case c.Kind == difference.Mark:
		if here {
			x.marks[mark{key[0], key[1], graph.Role(key[2])}] = diagram.ChangedStatus
		}
		if graph.Role(key[2]) == graph.Lead {
			x.change(key[0])
		}
	case c.Kind == difference.Handoff && here && key[0] != "":
		x.handoffs[handoff{key[0], key[1], key[2], graph.HandoffKind(key[3])}] = diagram.ChangedStatus
	}
}

// change says of a task that is on both sides that it is otherwise than before.
func (x *Change) change(task string) {
	if x.tasks[task] == diagram.Same {
		x.tasks[task] = diagram.ChangedStatus
	}
}

// nameIn returns what gives an ID of the old dataset as the new one has it.
func nameIn(matches []difference.Match) func(difference.Kind, string) string {
	ids := map[difference.Kind]map[string]string{difference.Organization: {}, difference.Task: {}}
	for _, m := range matches {
		ids[m.Kind][m.Old] = m.New
	}
	return func(kind difference.Kind, id string) string {
		if now, ok := ids[kind][id]; ok {
			return now
		}
		return id
	}
}

// renamed returns a dataset with the IDs that the new one has for what is matched.
func renamed(d graph.Dataset, matches []difference.Match) graph.Dataset {
	of := nameIn(matches)
	org := func(id string) string { return of(difference.Organization, id) }
	task := func(id string) string { return of(difference.Task, id) }
	all := func(list []string, name func(string) string) []string {
		list = slices.Clone(list)
		for i, id := range list {
			list[i] = name(id)
		}
		return list
	}
	d.Account = nil
	d.Organizations, d.Tasks, d.Assignments = slices.Clone(d.Organizations), slices.Clone(d.Tasks), slices.Clone(d.Assignments)
	d.Supplies, d.Flows = slices.Clone(d.Supplies), slices.Clone(d.Flows)
	for i, o := range d.Organizations {
		d.Organizations[i].ID, d.Organizations[i].Parent, d.Organizations[i].EscalatesTo = org(o.ID), org(o.Parent), org(o.EscalatesTo)
		d.Organizations[i].Serves = org(o.Serves)
	}
	for i, t := range d.Tasks {
		d.Tasks[i].ID = task(t.ID)
	}
	for i, a := range d.Assignments {
		d.Assignments[i].Task, d.Assignments[i].Organization, d.Assignments[i].Alternatives = task(a.Task), org(a.Organization), all(a.Alternatives, org)
	}
	for i, s := range d.Supplies {
		d.Supplies[i].Organization = org(s.Organization)
	}
	handoffs := func(list []graph.Handoff) []graph.Handoff {
		list = slices.Clone(list)
		for i, h := range list {
			list[i].From, list[i].To, list[i].Basis.Rows = task(h.From), task(h.To), all(h.Basis.Rows, task)
		}
		return list
	}
	d.Handoffs = handoffs(d.Handoffs)
	for i, f := range d.Flows {
		forks := map[string]graph.ForkRule{}
		for id, rule := range f.Forks {
			forks[task(id)] = rule
		}
		d.Flows[i].Start, d.Flows[i].Goal, d.Flows[i].Handoffs, d.Flows[i].Forks = all(f.Start, task), all(f.Goal, task), handoffs(f.Handoffs), forks
	}
	return d
}
