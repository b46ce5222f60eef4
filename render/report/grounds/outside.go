package grounds

import (
	"cmp"
	"slices"

	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// mostHeadings is how many headings the table of tasks in no flow has, and mostOutside
// how many tasks it names under each.
const (
	mostHeadings = 20
	mostOutside  = 20
)

// heading is a heading of the matrix with its tasks.
type heading struct {
	name    string
	tasks   int
	outside []string // those in no flow
}

// OutsideFlows says which tasks are in no flow, so that nobody takes what is said of
// flows for the whole of the work. It says nothing where no flow is declared.
func OutsideFlows(p messages.Printer) []document.Block {
	if len(p.Graph.Flows()) == 0 {
		return nil
	}
	headings, all := headingsOf(p), len(p.Graph.Tasks())
	missing := 0
	for _, h := range headings {
		missing += len(h.outside)
	}
	if missing == 0 {
		return []document.Block{{Text: p.Say("Every task is in a flow.")}}
	}
	t := &document.Table{
		Caption: p.Plain("Tasks in no flow, by heading"),
		Columns: []document.Column{p.Left("Heading"), p.Right("Tasks"), p.Right("In no flow"), p.Wide("Which")},
	}
	if len(headings) > mostHeadings {
		rest := heading{name: p.Plain("Other headings")}
		for _, h := range headings[mostHeadings:] {
			rest.tasks += h.tasks
			rest.outside = append(rest.outside, h.outside...)
		}
		headings = append(headings[:mostHeadings], rest)
	}
	for _, h := range headings {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Text(h.name),
			document.Text(messages.Whole(h.tasks)), document.Text(messages.Whole(len(h.outside))), {Text: several(p, h.outside)}}})
	}
	return []document.Block{
		{Text: p.Say("{1} of {2} tasks are in no flow: what is said of flows leaves them out.", missing, all)},
		{Table: t},
	}
}

// headingsOf returns the topmost headings that have tasks in no flow, those with the
// most of them first.
func headingsOf(p messages.Printer) []heading {
	d, inside := p.Graph.Dataset(), map[string]bool{}
	for _, f := range d.Flows {
		for _, id := range graph.FlowTasks(f) {
			inside[id] = true
		}
	}
	above, name := map[string]string{}, map[string]string{"": p.Plain("(no heading)")}
	for _, c := range d.Categories {
		above[c.ID], name[c.ID] = c.Parent, c.Name.In(p.Lang)
	}
	index, list := map[string]int{}, []heading{}
	for _, t := range p.Graph.Tasks() {
		top := t.Category
		for above[top] != "" {
			top = above[top]
		}
		if _, seen := index[top]; !seen {
			index[top] = len(list)
			list = append(list, heading{name: name[top]})
		}
		h := &list[index[top]]
		if h.tasks++; !inside[t.ID] {
			h.outside = append(h.outside, t.ID)
		}
	}
	list = slices.DeleteFunc(list, func(h heading) bool { return len(h.outside) == 0 })
	slices.SortStableFunc(list, func(a, b heading) int { return cmp.Compare(len(b.outside), len(a.outside)) })
	return list
}

// several names some tasks by number, and says how many more there are.
func several(p messages.Printer, ids []string) document.Phrase {
	shown := p.List(messages.Each(ids[:min(mostOutside, len(ids))], p.TaskID))
	if more := len(ids) - mostOutside; more > 0 {
		return append(shown, p.Say(" and {1} more", more)...)
	}
	return shown
}
