package render

import (
	"slices"

	"tasuki/analysis/drill"
	"tasuki/graph"
)

// DrillContacts returns whom to call in a drill, with room for names, telephone
// numbers and addresses.
func DrillContacts(g *graph.Graph, plan drill.Plan, lang graph.Lang) Listing {
	p := driller{reporter{g, lang}, plan}
	t := Listing{Name: p.plain("Contact list"), Rows: [][]any{}}
	for _, c := range p.contactColumns() {
		t.Columns = append(t.Columns, c.Head)
	}
	t.Rows = append(t.Rows, p.contactRows()...)
	return t
}

// DrillContactSheet returns the contact list as a sheet, which players may have.
func DrillContactSheet(g *graph.Graph, plan drill.Plan, lang graph.Lang) Sheet {
	p := driller{reporter{g, lang}, plan}
	t := &SheetTable{Columns: p.contactColumns(), Roomy: true}
	for _, cells := range p.contactRows() {
		t.Rows = append(t.Rows, printed(cells))
	}
	return Sheet{Title: p.plain("Contact list: {1}", p.drillTitle()), Parts: []SheetPart{
		{Note: p.plain("Fill in names and numbers before the exercise, and try them. An empty post or waiting time is not declared.")},
		{Table: t},
	}}
}

func (p driller) contactColumns() []SheetColumn {
	return []SheetColumn{
		{p.plain("Organization"), 8}, {p.plain("Level"), 2.6}, {p.plain("Post"), 8}, {p.plain("Wait (minutes)"), 4}, {p.plain("Name"), 7}, {p.plain("Telephone"), 7}, {p.plain("E-mail"), 8},
	}
}

// contactRows lists the levels of the organizations that take part and of those
// that they escalate to, by ID; one without any has a line to fill in.
func (p driller) contactRows() [][]any {
	orgs := p.partyIndexes()
	for i := 0; i < len(orgs); i++ {
		to, ok := p.g.OrganizationIndex(p.g.Organizations()[orgs[i]].EscalatesTo)
		if ok && !slices.Contains(orgs, to) {
			orgs = append(orgs, to)
		}
	}
	slices.Sort(orgs)
	var rows [][]any
	for _, i := range orgs {
		o := p.g.Organizations()[i]
		name := o.Name.In(p.lang)
		if len(o.Contacts) == 0 {
			rows = append(rows, []any{name, nil, nil, nil, nil, nil, nil})
		}
		for level, c := range o.Contacts {
			var wait any
			if c.WaitMinutes > 0 {
				wait = c.WaitMinutes
			}
			rows = append(rows, []any{name, level + 1, c.Name.In(p.lang), wait, nil, nil, nil})
		}
	}
	return rows
}
