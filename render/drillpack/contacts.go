package drillpack

import (
	"slices"
	"strconv"
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
	zone := ""
	if home := messages.HomeZone(g); home != "" {
		zone = " " + p.Plain("Hours are those of {1} where no other zone is named.", string(home))
	}
	return p.sheet(document.Sheet{Title: p.Plain("Contact list: {1}", p.drillTitle()), Turned: true, Parts: []document.SheetPart{
		{Note: p.Plain("Fill in names and numbers before the exercise, and try them. An empty post, hour or waiting time is not declared. A deputy is called outside of the hours of the post above it.") + zone},
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
		{Head: p.Plain("Organization"), Share: 8}, {Head: p.Plain("Level"), Share: 3.4}, {Head: p.Plain("Post"), Share: 8}, {Head: p.Plain("Reached"), Share: 8}, {Head: p.Plain("Wait (minutes)"), Share: 4.2}, {Head: p.Plain("Means"), Share: 4.2},
		{Head: p.Plain("Name"), Share: 5.5}, {Head: p.Plain("Telephone (day)"), Share: 6.5}, {Head: p.Plain("Telephone (night)"), Share: 6.5}, {Head: p.Plain("E-mail, chat"), Share: 6.5},
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
	rows := [][]any{contactRow(p.Plain("Exercise control"), nil, post{}, "", n.Control)}
	for _, l := range n.Lines {
		rows = append(rows, contactRow(l.Name.In(p.Lang), nil, post{}, "", l.Reach))
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

// levelRows lists the levels of an organization, and lines to write on; behind them those
// that are called in their place at a severity.
func (p driller) levelRows(name string, o graph.Organization, n numbers.File) [][]any {
	var rows [][]any
	levels, of := graph.Levels(o.ContactsFor(p.plan.Flow, "")), numbers.For(o, p.plan.Flow)
	for level := 1; level <= max(leastLines, len(levels), n.Levels(o.ID, of)); level++ {
		reached := n.Of(o.ID, of, level)
		switch {
		case level <= len(levels):
			rows = append(rows, p.postRows(name, o, level, levels[level-1], reached)...)
		case len(reached) > 0:
			rows = append(rows, p.postRows(name, o, level, []graph.Contact{{}}, reached)...)
		default:
			rows = append(rows, contactRow(name, nil, post{}, "", numbers.Reach{}))
		}
	}
	for _, l := range o.ContactLists {
		if l.Severity == "" || l.Flow != "" && l.Flow != p.plan.Flow {
			continue
		}
		for i, posts := range graph.Levels(l.Contacts) {
			level := p.Plain("{1} {2}||level at a severity", p.severity(l.Severity), strconv.Itoa(i+1))
			rows = append(rows, p.postRows(name, o, level, posts, n.Of(o.ID, numbers.List{Flow: l.Flow, Severity: l.Severity}, i+1))...)
		}
	}
	return rows
}

// severity names a severity of the dataset.
func (p driller) severity(id string) string {
	for _, t := range p.Graph.Dataset().Severities {
		if t.ID == id {
			return t.Name.In(p.Lang)
		}
	}
	return id
}

// post is what the list says of somebody to call; what is nil is not declared.
type post struct{ name, hours, wait, means any }

// postRows lists the posts of a level, each with its deputy, and how they are reached, in
// the order of the numbers.
func (p driller) postRows(name string, o graph.Organization, level any, posts []graph.Contact, reached []numbers.Contact) [][]any {
	var rows [][]any
	for i := range max(len(posts), len(reached)) {
		var c graph.Contact
		var r numbers.Contact
		if i < len(reached) {
			r = reached[i]
		}
		if i < len(posts) {
			c = posts[i]
		}
		whom := post{written(c.Name.In(p.Lang)), written(messages.HoursAt(p.Graph, o, c.Hours, p.Language)), nil, written(messages.Means(c.Means, p.Language))}
		if c.WaitMinutes > 0 {
			whom.wait = c.WaitMinutes
			if c.Repeats > 0 {
				whom.wait = p.Plain("{1} × {2}||minutes, calls", strconv.Itoa(c.WaitMinutes), strconv.Itoa(c.Repeats+1))
			}
		}
		rows = append(rows, contactRow(name, level, whom, r.Name.In(p.Lang), r.Reach))
		if d := c.Deputy; !d.IsZero() {
			stands := post{p.Plain("deputy: {1}", d.Name.In(p.Lang)), written(messages.HoursAt(p.Graph, o, d.Hours, p.Language)), nil, written(messages.Means(d.Means, p.Language))}
			rows = append(rows, contactRow(name, level, stands, "", numbers.Reach{}))
		}
	}
	return rows
}

// written returns a text as a cell; what is empty is written by hand.
func written(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// contactRow is a line of the list.
func contactRow(organization string, level any, p post, name string, r numbers.Reach) []any {
	return []any{organization, level, p.name, p.hours, p.wait, p.means, written(name), written(r.Phone), written(r.Night), written(strings.TrimSpace(r.Mail + "\n" + r.Chat))}
}
