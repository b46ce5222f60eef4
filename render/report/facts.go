package report

import (
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/section"
)

// organizations lists the parties and what they supply.
func organizations(p messages.Printer, drawings []document.Drawing) []document.Block {
	t := &document.Table{
		Caption: p.Plain("The parties, with every spelling under which they are printed"),
		Columns: []document.Column{p.Left("Organization"), p.Left("Kind"), p.Left("Group"), p.Left("Also printed as"), p.Right("Leads"), p.Right("Supports")},
	}
	for i, o := range p.Graph.Organizations() {
		kind, parent := document.Words(messages.Unknown), document.Words("")
		if o.Kind != "" {
			kind = p.Say(string(o.Kind))
		}
		if o.Parent != "" {
			parent = p.Organization(o.Parent)
		}
		t.Rows = append(t.Rows, document.Row{ID: p.OrganizationAnchor(o.ID), Cells: []document.Cell{
			{Text: p.Named(o.Name, o.ID, "")}, {Text: kind}, {Text: parent},
			document.Text(strings.Join(o.Aliases, p.List([]document.Phrase{nil, nil}).String())),
			document.Text(messages.Whole(len(p.Graph.Led(i)))), document.Text(messages.Whole(len(p.Graph.Supported(i)))),
		}})
	}
	blocks := []document.Block{{Table: t}}
	if s := supplies(p); len(s.Rows) > 0 {
		blocks = append(blocks, p.Figures(drawings, document.SuppliesDrawing, "")...)
		blocks = append(blocks, document.Block{Table: s})
	}
	return blocks
}

func supplies(p messages.Printer) *document.Table {
	d := p.Graph.Dataset()
	t := &document.Table{
		Caption: p.Plain("Who supplies what"),
		Columns: []document.Column{p.Left("Component"), p.Left("Environment"), p.Left("Site"), p.Left("Organization"), p.Left("Place")},
	}
	for _, s := range d.Supplies {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: p.Term(d.Components, s.Component)}, {Text: p.Term(d.Environments, s.Environment)},
			{Text: p.Term(d.Sites, s.Site)}, {Text: p.Organization(s.Organization)}, document.Text(section.Place(s.Source)),
		}})
	}
	return t
}

// saysAccountable reports whether the data say of any task who is accountable.
// Tables have a column for it only then.
func saysAccountable(p messages.Printer) bool {
	return slices.ContainsFunc(p.Graph.Assignments(), func(a graph.Assignment) bool { return a.Role == graph.Accountable })
}

// tasks lists every task with its place in the input.
func tasks(p messages.Printer, drawings []document.Drawing) []document.Block {
	if len(p.Graph.Tasks()) == 0 {
		return []document.Block{{Text: p.Say("The dataset holds no task.")}}
	}
	t := &document.Table{
		Caption: p.Plain("Every task, with its place in the input"),
		Columns: []document.Column{p.Left("Task"), p.Left("Leads"), p.Left("Supports"), p.Left("Timing"), p.Left("Place")},
	}
	answered := saysAccountable(p)
	if answered {
		t.Columns = slices.Insert(t.Columns, 2, p.Left("Accountable"))
	}
	heading := ""
	for i, task := range p.Graph.Tasks() {
		if h := headingText(p, task); h != heading {
			heading = h
			t.Rows = append(t.Rows, document.Row{Heading: h})
		}
		timing := document.Words(messages.Unknown)
		if task.Timing != "" {
			timing = p.Say(string(task.Timing))
		}
		row := document.Row{ID: messages.Anchor(task.ID), Cells: []document.Cell{
			{Text: listed(p, task)}, {Text: organizationsAt(p, p.Graph.Leads(i))}, {Text: organizationsAt(p, p.Graph.Supports(i))},
			{Text: timing}, document.Text(task.Source.String()),
		}}
		if answered {
			row.Cells = slices.Insert(row.Cells, 2, document.Cell{Text: organizationsAt(p, p.Graph.Accountable(i))})
		}
		t.Rows = append(t.Rows, row)
	}
	return append(matrix(p, drawings), document.Block{Table: t})
}

// matrix shows the matrix on demand, or says why it is not drawn.
func matrix(p messages.Printer, drawings []document.Drawing) []document.Block {
	if n := len(p.Graph.Tasks()); n > mostRows {
		return []document.Block{{Text: p.Say("The matrix of {1} tasks is not drawn here, since it has more than {2} rows: {3} draws a part of it.",
			n, mostRows, document.Phrase{{Text: "tasuki draw matrix --phase", Style: document.CodeStyle}})}}
	}
	figures := p.Figures(drawings, document.MatrixDrawing, "")
	if figures == nil {
		return nil
	}
	return []document.Block{{Group: &document.Group{Title: p.Say("Drawing: {1}", p.Say("Responsibility matrix")), Folded: true, Blocks: figures}}}
}

// listed is the entry of a task in the list of tasks, which links nowhere.
func listed(p messages.Printer, task graph.Task) document.Phrase {
	said := p.Task(task.ID)
	said[0].Href = ""
	return said
}

// organizationsAt lists organizations by their IDs, which is what fits a table
// of every task.
func organizationsAt(p messages.Printer, list []int) document.Phrase {
	var names []document.Phrase
	for _, i := range list {
		names = append(names, p.Organization(p.Graph.Organizations()[i].ID)[:1])
	}
	return p.List(names)
}

// headingText returns the phase of a task and the headings over it, outermost
// first.
func headingText(p messages.Printer, task graph.Task) string {
	d := p.Graph.Dataset()
	return strings.Join(append(lineage(p, d.Phases, task.Phase), lineage(p, d.Categories, task.Category)...), " › ")
}

// lineage returns the names of a term and those above it, outermost first.
func lineage(p messages.Printer, terms []graph.Term, id string) []string {
	var names []string
	for id != "" {
		i := slices.IndexFunc(terms, func(t graph.Term) bool { return t.ID == id })
		names = append(names, terms[i].Name.In(p.Lang))
		id = terms[i].Parent
	}
	slices.Reverse(names)
	return names
}
