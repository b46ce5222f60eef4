package drillpack

import (
	"slices"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// DrillContacts returns whom to call in a drill, with room for names, telephone
// numbers and addresses.
func DrillContacts(g *graph.Graph, plan drill.Plan, lang messages.Language) document.Listing {
	p := driller{messages.Printer{Graph: g, Language: lang}, plan}
	t := document.Listing{Name: p.Plain("Contact list"), Rows: [][]any{}}
	for _, c := range p.contactColumns() {
		t.Columns = append(t.Columns, c.Head)
	}
	t.Rows = append(t.Rows, p.contactRows()...)
	return t
}

// DrillContactSheet returns the contact list as a sheet, which players may have.
func DrillContactSheet(g *graph.Graph, plan drill.Plan, lang messages.Language) document.Sheet {
	p := driller{messages.Printer{Graph: g, Language: lang}, plan}
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

// contactRows lists the levels of the organizations that take part and of those
// that they escalate to, by ID; one without any has a line to fill in.
func (p driller) contactRows() [][]any {
	orgs := p.partyIndexes()
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
