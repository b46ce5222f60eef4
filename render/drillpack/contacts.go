package drillpack

import (
	"slices"
	"strings"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/graph/numbers"
	"tasuki/render/diagram"
	"tasuki/render/document"
	"tasuki/render/drawings"
	"tasuki/render/messages"
)

// leastLines is how many lines an organization has at least in the contact list: who is
// missing in it is written by hand.
const leastLines = 3

// DrillContacts returns whom to call in a drill, with room for names, telephone
// numbers and addresses.
func DrillContacts(g *graph.Graph, plan drill.Plan, lang messages.Language) document.Listing {
	p := drillerOf(g, plan, lang)
	t := document.Listing{Name: p.Plain("Contact list"), Rows: [][]any{}}
	for _, c := range p.contactColumns() {
		t.Columns = append(t.Columns, c.Head)
	}
	t.Rows = append(t.Rows, p.contactRows(numbers.File{})...)
	return t
}

// DrillContactSheet returns the contact list as a sheet, which players may have, with the
// numbers that there are.
func DrillContactSheet(g *graph.Graph, plan drill.Plan, n numbers.File, lang messages.Language) document.Sheet {
	p := drillerOf(g, plan, lang)
	t := &document.SheetTable{Columns: p.contactColumns(), Roomy: true}
	for _, cells := range p.contactRows(n) {
		t.Rows = append(t.Rows, document.Printed(cells))
	}
	return p.sheet(document.Sheet{Title: p.Plain("Contact list: {1}", p.drillTitle()), Turned: true, Parts: []document.SheetPart{
		{Note: p.Plain("Fill in names and numbers before the exercise, and try them. An empty post or waiting time is not declared.")},
		{Table: t},
	}})
}

// DrillCallTree draws the tree of calls of a drill, which players may have, with the
// numbers that there are.
func DrillCallTree(g *graph.Graph, plan drill.Plan, n numbers.File, lang messages.Language) diagram.Diagram {
	return drawings.CallTree(g, plan.Flow, drillerOf(g, plan, lang).callTree(), n, lang)
}

// callTree returns the tree of calls with those who may lead a task.
func (p driller) callTree() []drill.Call {
	f, _ := p.Graph.Flow(p.plan.Flow)
	var may []int
	for org := range p.besides() {
		may = append(may, org)
	}
	slices.Sort(may)
	var ids []string
	for _, org := range may {
		ids = append(ids, p.Graph.Organizations()[org].ID)
	}
	return drill.CallTree(p.Graph, f, ids)
}

func (p driller) contactColumns() []document.SheetColumn {
	return []document.SheetColumn{
		{Head: p.Plain("Organization"), Share: 9.5}, {Head: p.Plain("Level"), Share: 2.9}, {Head: p.Plain("Post"), Share: 8}, {Head: p.Plain("Wait (minutes)"), Share: 4.2}, {Head: p.Plain("Means"), Share: 4.5},
		{Head: p.Plain("Name"), Share: 6}, {Head: p.Plain("Telephone (day)"), Share: 7}, {Head: p.Plain("Telephone (night)"), Share: 7}, {Head: p.Plain("E-mail, chat"), Share: 8},
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

// contactRows lists those who run the drill, the lines of the numbers, and the levels of
// the organizations of the tree of calls, in its order.
func (p driller) contactRows(n numbers.File) [][]any {
	rows := [][]any{contactRow(p.Plain("Exercise control"), nil, nil, nil, "", n.Control)}
	for _, l := range n.Lines {
		rows = append(rows, contactRow(l.Name.In(p.Lang), nil, nil, nil, "", l.Reach))
	}
	besides := p.besides()
	for _, c := range p.callTree() {
		i, _ := p.Graph.OrganizationIndex(c.Organization)
		o := p.Graph.Organizations()[i]
		name := o.Name.In(p.Lang)
		if tasks, only := besides[i]; only {
			name = p.Plain("{1} ? (may lead {2})", name, strings.Join(tasks, p.Plain(", ")))
		}
		rows = append(rows, p.levelRows(name, o, n)...)
	}
	return rows
}

// levelRows lists the levels of an organization, and lines to write on.
func (p driller) levelRows(name string, o graph.Organization, n numbers.File) [][]any {
	var rows [][]any
	for level := 1; level <= max(leastLines, len(o.Contacts), n.Levels(o.ID)); level++ {
		var number, post, wait any
		if level <= len(o.Contacts) {
			number, post = level, o.Contacts[level-1].Name.In(p.Lang)
			if minutes := o.Contacts[level-1].WaitMinutes; minutes > 0 {
				wait = minutes
			}
		}
		reached := n.Of(o.ID, level)
		for _, c := range reached {
			rows = append(rows, contactRow(name, level, post, wait, c.Name.In(p.Lang), c.Reach))
		}
		if len(reached) == 0 {
			rows = append(rows, contactRow(name, number, post, wait, "", numbers.Reach{}))
		}
	}
	return rows
}

// contactRow is a line of the list; what is empty is written by hand.
func contactRow(organization string, level, post, wait any, name string, r numbers.Reach) []any {
	written := func(text string) any {
		if text == "" {
			return nil
		}
		return text
	}
	return []any{organization, level, post, wait, nil, written(name), written(r.Phone), written(r.Night), written(strings.TrimSpace(r.Mail + "\n" + r.Chat))}
}
