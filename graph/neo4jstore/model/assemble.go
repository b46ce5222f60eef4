package model

import (
	"encoding/json"

	"tasuki/graph"
	"tasuki/graph/said"
)

// Assemble puts facts together into a dataset in canonical order: the inverse
// of Take.
func (f *Facts) Assemble() (graph.Dataset, error) {
	d := f.Dataset
	for _, h := range f.heads {
		d.Name, d.Rules = h.name, h.rules
		if h.account != "" {
			if err := json.Unmarshal([]byte(h.account), &d.Account); err != nil {
				return graph.Dataset{}, said.Errorf("decoding the property account of the node of the dataset: %w", err)
			}
		}
	}
	for _, list := range []struct {
		role        graph.Role
		assignments []*graph.Assignment
	}{{graph.Lead, f.leads}, {graph.Accountable, f.accountable}, {graph.Support, f.supports}, {graph.Informed, f.informed}} {
		for _, a := range list.assignments {
			a.Role = list.role
			d.Assignments = append(d.Assignments, *a)
		}
	}
	if err := f.assembleFlows(&d); err != nil {
		return graph.Dataset{}, err
	}
	for k, list := range parents(&d) {
		if err := join(f.parents[k], list, "parent"); err != nil {
			return graph.Dataset{}, err
		}
	}
	phases, categories := make([]parent, len(d.Tasks)), make([]parent, len(d.Tasks))
	for i := range d.Tasks {
		t := &d.Tasks[i]
		phases[i], categories[i] = parent{t.ID, &t.Phase}, parent{t.ID, &t.Category}
	}
	if err := join(f.phaseTasks, phases, "phase"); err != nil {
		return graph.Dataset{}, err
	}
	if err := join(f.categoryTasks, categories, "category"); err != nil {
		return graph.Dataset{}, err
	}
	if err := f.assembleCalls(&d); err != nil {
		return graph.Dataset{}, err
	}
	return d.Canonical(), nil
}

// assembleFlows gives each flow its starts, goals and handoffs.
func (f *Facts) assembleFlows(d *graph.Dataset) error {
	flows := make(map[string]*graph.Flow, len(d.Flows))
	for i := range d.Flows {
		flows[d.Flows[i].ID] = &d.Flows[i]
	}
	for _, h := range f.handoffs {
		if h.flow == "" {
			d.Handoffs = append(d.Handoffs, *h.Handoff)
			continue
		}
		flow, ok := flows[h.flow]
		if !ok {
			return said.Errorf("the handoff from task %s to %s names the flow %q, and there is no such flow", h.From, h.To, h.flow)
		}
		flow.Handoffs = append(flow.Handoffs, *h.Handoff)
	}
	for _, in := range f.inclusions {
		flow, ok := flows[in.flow]
		if !ok {
			return said.Errorf("task %s is included in the flow %q, and there is no such flow", in.task, in.flow)
		}
		if in.start {
			flow.Start = append(flow.Start, in.task)
		}
		if in.goal {
			flow.Goal = append(flow.Goal, in.task)
		}
	}
	return nil
}

// join fills in the fields from the memberships.
func join(list []membership, into []parent, what string) error {
	if len(list) == 0 {
		return nil
	}
	fields := make(map[string]*string, len(into))
	for _, p := range into {
		fields[p.id] = p.of
	}
	for _, m := range list {
		field, ok := fields[m.part]
		switch {
		case !ok:
			return said.Errorf("%q is related to %q, and there is no node %q", m.part, m.whole, m.part)
		case *field != "" && *field != m.whole:
			return said.Errorf("%q has two values of %s, %q and %q: delete one of the two relationships", m.part, what, *field, m.whole)
		}
		*field = m.whole
	}
	return nil
}
