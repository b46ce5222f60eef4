package model

import (
	"encoding/json"

	"tasuki/graph"
	"tasuki/graph/said"
)

// Facts are a dataset taken apart into lists, one for each kind of node or
// relationship. The embedded dataset keeps those of its lists that are kinds
// of their own.
type Facts struct {
	graph.Dataset
	heads                                  []head
	leads, accountable, supports, informed []*graph.Assignment
	handoffs                               []handoff
	inclusions                             []inclusion
	parents                                [7][]membership // in the order of parents()
	phaseTasks, categoryTasks              []membership
	escalations                            []escalation
	contacts                               []contact
	calls, makers, clocks, services        []membership // part is a contact, a report or an organization
	contactFlows, contactSeverities        []membership
	reportFlows, reportSeverities          []membership
}

// head is what the node of the dataset says.
type head struct {
	name    graph.Name
	rules   graph.Rules
	account string // as JSON
}

// handoff is a handoff with the flow that it belongs to, if any.
type handoff struct {
	flow string
	*graph.Handoff
}

// inclusion says that a task belongs to a flow.
type inclusion struct {
	flow, task  string
	start, goal bool
}

// membership says that a thing is part of another, or leads to it.
type membership struct{ part, whole string }

// parent is a field that names the parent of a thing.
type parent struct {
	id string
	of *string
}

// parents returns the fields for parents of d, list by list: organizations,
// phases, categories, components, environments, sites, severities.
func parents(d *graph.Dataset) [7][]parent {
	var all [7][]parent
	for i := range d.Organizations {
		o := &d.Organizations[i]
		all[0] = append(all[0], parent{o.ID, &o.Parent})
	}
	for k, terms := range [][]graph.Term{d.Phases, d.Categories, d.Components, d.Environments, d.Sites, d.Severities} {
		for i := range terms {
			all[k+1] = append(all[k+1], parent{terms[i].ID, &terms[i].Parent})
		}
	}
	return all
}

// Take returns the facts of d. They share its lists, and change none. Rules of forks
// are the branches that they stand for.
func Take(d graph.Dataset) (*Facts, error) {
	d = d.WithBranches()
	f := &Facts{Dataset: d, heads: []head{{name: d.Name, rules: d.Rules}}}
	if d.Account != nil {
		text, err := json.Marshal(d.Account)
		if err != nil {
			return nil, said.Errorf("encoding the account: %w", err)
		}
		f.heads[0].account = string(text)
	}
	for i := range d.Assignments {
		a := &d.Assignments[i]
		switch a.Role {
		case graph.Lead:
			f.leads = append(f.leads, a)
		case graph.Accountable:
			f.accountable = append(f.accountable, a)
		case graph.Support:
			f.supports = append(f.supports, a)
		case graph.Informed:
			f.informed = append(f.informed, a)
		default:
			return nil, said.Errorf("task %s has an assignment of the unknown role %q", a.Task, a.Role)
		}
	}
	for i := range d.Handoffs {
		f.handoffs = append(f.handoffs, handoff{"", &d.Handoffs[i]})
	}
	for i := range d.Flows {
		f.takeFlow(&d.Flows[i])
	}
	for k, list := range parents(&d) {
		for _, p := range list {
			if *p.of != "" {
				f.parents[k] = append(f.parents[k], membership{p.id, *p.of})
			}
		}
	}
	f.takeCalls(&d)
	for _, t := range d.Tasks {
		if t.Phase != "" {
			f.phaseTasks = append(f.phaseTasks, membership{t.ID, t.Phase})
		}
		if t.Category != "" {
			f.categoryTasks = append(f.categoryTasks, membership{t.ID, t.Category})
		}
	}
	return f, nil
}

func (f *Facts) takeFlow(flow *graph.Flow) {
	for i := range flow.Handoffs {
		f.handoffs = append(f.handoffs, handoff{flow.ID, &flow.Handoffs[i]})
	}
	starts, goals := set(flow.Start), set(flow.Goal)
	for _, task := range graph.FlowTasks(*flow) {
		f.inclusions = append(f.inclusions, inclusion{flow.ID, task, starts[task], goals[task]})
	}
}

func set(ids []string) map[string]bool {
	s := make(map[string]bool, len(ids))
	for _, id := range ids {
		s[id] = true
	}
	return s
}
