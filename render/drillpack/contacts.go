package drillpack

import (
	"slices"
	"strings"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// DrillContacts returns whom to call in a drill, with room for names, telephone
// numbers and addresses.
func DrillContacts(g *graph.Graph, plan drill.Plan, lang messages.Language) document.Listing {
	p := drillerOf(g, plan, lang)
	t := document.Listing{Name: p.Plain("Contact list"), Rows: [][]any{}}
	for _, c := range p.contactColumns() {
		t.Columns = append(t.Columns, c.Head)
	}
	t.Rows = append(t.Rows, p.contactRows()...)
	return t
}

// DrillContactSheet returns the contact list as a sheet, which players may have.
func DrillContactSheet(g *graph.Graph, plan drill.Plan, lang messages.Language) document.Sheet {
	p := drillerOf(g, plan, lang)
	t := &document.SheetTable{Columns: p.contactColumns(), Roomy: true}
	for _, cells := range p.contactRows() {
		t.Rows = append(t.Rows, document.Printed(cells))
	}
	return document.Sheet{Title: p.Plain("Contact list: {1}", p.drillTitle()), Parts: []document.SheetPart{
		{Note: p.Plain("Fill in names and numbers before the exercise, and try them. An empty post or waiting time is not declared.")},
		{Table: t},
	}}
}

func (p driller) contactColumns() []document.SheetColumn {
	return []document.SheetColumn{
		{Head: p.Plain("Organization"), Share: 8}, {Head: p.Plain("Level"), Share: 2.6}, {Head: p.Plain("Post"), Share: 8}, {Head: p.Plain("Wait (minutes)"), Share: 4}, {Head: p.Plain("Name"), Share: 7}, {Head: p.Plain("Telephone"), Share: 7}, {Head: p.Plain("E-mail"), Share: 8},
	}
}

// besides returns the tasks of the flow that each organization may lead which leads or
// supports none of it as the marks are read.
func (p driller) besides() map[int][]string {
	f, _ := p.Graph.Flow(p.plan.Flow)
	tasks, in := map[int][]string{}, p.partyIndexes()
	for _, id := range graph.FlowTasks(f) {
		for _, candidate := range p.open[id].Candidates {
			if i, ok := p.Graph.OrganizationIndex(candidate); ok && !slices.Contains(in, i) {
				tasks[i] = append(tasks[i], id)
			}
		}
	}
	return tasks
}

// contactRows lists the levels of the organizations that take part, or may, and of
// those that they escalate to, by ID; one without any has a line to fill in.
func (p driller) contactRows() [][]any {
	orgs, besides := p.partyIndexes(), p.besides()
	for org := range besides {
		orgs = append(orgs, org)
	}
	slices.Sort(orgs)
	for i := 0; i < len(orgs); i++ {
		to, ok := p.Graph.OrganizationIndex(p.Graph.Organizations()[orgs[i]].EscalatesTo)
		if ok && !slices.Contains(orgs, to) {
			orgs = append(orgs, to)
		}
	}
	slices.Sort(orgs)
	var rows [][]any
	for _, i := range orgs {
		o := p.Graph.Organizations()[i]
		name := o.Name.In(p.Lang)
		if tasks, only := besides[i]; only {
			name = p.Plain("{1} ? (may lead {2})", name, strings.Join(tasks, p.Plain(", ")))
		}
		if len(o.Contacts) == 0 {
			rows = append(rows, []any{name, nil, nil, nil, nil, nil, nil})
		}
		for level, c := range o.Contacts {
			var wait any
			if c.WaitMinutes > 0 {
				wait = c.WaitMinutes
			}
			rows = append(rows, []any{name, level + 1, c.Name.In(p.Lang), wait, nil, nil, nil})
		}
	}
	return rows
}
