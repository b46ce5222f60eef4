package render

import (
	"slices"
	"strings"

	"tasuki/graph"
)

// organizations lists the parties and what they supply.
func (p reporter) organizations() []block {
	t := &table{
		Caption: p.plain("The parties, with every spelling under which they are printed"),
		Columns: []column{p.left("Organization"), p.left("Kind"), p.left("Group"), p.left("Also printed as"), p.right("Leads"), p.right("Supports")},
	}
	for i, o := range p.g.Organizations() {
		kind, parent := words(unknown), words("")
		if o.Kind != "" {
			kind = p.say(string(o.Kind))
		}
		if o.Parent != "" {
			parent = p.organization(o.Parent)
		}
		t.Rows = append(t.Rows, row{ID: p.organizationAnchor(o.ID), Cells: []cell{
			{Text: p.named(o.Name, o.ID, "")}, {Text: kind}, {Text: parent},
			text(strings.Join(o.Aliases, p.list([]phrase{nil, nil}).String())),
			text(whole(len(p.g.Led(i)))), text(whole(len(p.g.Supported(i)))),
		}})
	}
	blocks := []block{{Table: t}}
	if s := p.supplies(); len(s.Rows) > 0 {
		blocks = append(blocks, block{Table: s})
	}
	return blocks
}

func (p reporter) supplies() *table {
	d := p.g.Dataset()
	t := &table{
		Caption: p.plain("Who supplies what"),
		Columns: []column{p.left("Component"), p.left("Environment"), p.left("Site"), p.left("Organization"), p.left("Place")},
	}
	for _, s := range d.Supplies {
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Text: p.term(d.Components, s.Component)}, {Text: p.term(d.Environments, s.Environment)},
			{Text: p.term(d.Sites, s.Site)}, {Text: p.organization(s.Organization)}, text(place(s.Source)),
		}})
	}
	return t
}

// tasks lists every task with its place in the input.
func (p reporter) tasks() []block {
	if len(p.g.Tasks()) == 0 {
		return []block{{Text: p.say("The dataset holds no task.")}}
	}
	t := &table{
		Caption: p.plain("Every task, with its place in the input"),
		Columns: []column{p.left("Task"), p.left("Leads"), p.left("Supports"), p.left("Timing"), p.left("Place")},
	}
	heading := ""
	for i, task := range p.g.Tasks() {
		if h := p.heading(task); h != heading {
			heading = h
			t.Rows = append(t.Rows, row{Heading: h})
		}
		timing := words(unknown)
		if task.Timing != "" {
			timing = p.say(string(task.Timing))
		}
		t.Rows = append(t.Rows, row{ID: Anchor(task.ID), Cells: []cell{
			{Text: p.listed(task)}, {Text: p.organizationsAt(p.g.Leads(i))}, {Text: p.organizationsAt(p.g.Supports(i))},
			{Text: timing}, text(task.Source.String()),
		}})
	}
	return []block{{Table: t}}
}

// listed is the entry of a task in the list of tasks, which links nowhere.
func (p reporter) listed(task graph.Task) phrase {
	said := p.task(task.ID)
	said[0].Href = ""
	return said
}

// organizationsAt lists organizations by their IDs, which is what fits a table
// of every task.
func (p reporter) organizationsAt(list []int) phrase {
	var ids []phrase
	for _, i := range list {
		o := p.g.Organizations()[i]
		ids = append(ids, phrase{{Text: o.ID, Href: "#" + p.organizationAnchor(o.ID)}})
	}
	return p.list(ids)
}

// heading returns the phase of a task and the headings over it, outermost
// first.
func (p reporter) heading(task graph.Task) string {
	d := p.g.Dataset()
	return strings.Join(append(p.lineage(d.Phases, task.Phase), p.lineage(d.Categories, task.Category)...), " › ")
}

// lineage returns the names of a term and those above it, outermost first.
func (p reporter) lineage(terms []graph.Term, id string) []string {
	var names []string
	for id != "" {
		i := slices.IndexFunc(terms, func(t graph.Term) bool { return t.ID == id })
		names = append(names, terms[i].Name.In(p.lang))
		id = terms[i].Parent
	}
	slices.Reverse(names)
	return names
}
