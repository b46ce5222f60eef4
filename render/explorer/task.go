package explorer

import (
	"slices"

	"tasuki/analysis/overlay"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/document"
	"tasuki/render/report/section"
)

// task shows who does a task, where that stands, and what it is handed and hands on.
func (w world) task() (content, error) {
	i, ok := w.Graph.TaskIndex(w.Subject)
	if !ok {
		return content{}, NotThere{said.Errorf("there is no task %q", w.Subject)}
	}
	task := w.Graph.Tasks()[i]
	c := content{title: w.p.Task(task.ID).String(), asks: []question{{"marks-of-task", []param{{"task", task.ID}}}}}
	c.toggle = &overlay.Change{Kind: overlay.WithoutTask, Task: task.ID}
	c.offers = w.hands(task.ID, i)
	var marks []graph.Assignment
	for _, a := range w.Graph.Assignments() {
		if a.Task == task.ID {
			marks = append(marks, a)
		}
	}
	table := without(w.markTable(marks, &c.list), 0)
	table.Caption = w.p.Plain("The row as it was read")
	s := document.Section{ID: "marks", Title: w.p.Plain("Who does it"), Blocks: []document.Block{{Text: w.p.Say("The row stands at {1}.", section.Place(task.Source))}, {Table: table}}}
	if len(marks) == 0 {
		s.Blocks[1] = document.Block{Text: w.p.Say("Nobody has a mark.")}
	}
	c.data = map[string]any{"task": task, "assignments": marks}
	c.sections = []document.Section{s, w.handed(task.ID)}
	return c, nil
}

// hands offers to move the lead of a task, to add a lead, and to add a supporter.
func (w world) hands(id string, task int) []offer {
	move, lead, support := offer{Title: w.p.Plain("Move the lead")}, offer{Title: w.p.Plain("Add a lead")}, offer{Title: w.p.Plain("Add a supporter")}
	for i, org := range w.Graph.Organizations() {
		name := org.Name.In(w.p.Lang)
		if slices.Contains(w.Graph.Leads(task), i) {
			continue
		}
		for _, l := range w.Graph.Leads(task) {
			from := w.Graph.Organizations()[l]
			move.Choices = append(move.Choices, choice{overlay.Change{Kind: overlay.Lead, Task: id, From: from.ID, To: org.ID}.String(), w.p.Plain("{1} → {2}", from.Name.In(w.p.Lang), name)})
		}
		lead.Choices = append(lead.Choices, choice{overlay.Change{Kind: overlay.Lead, Task: id, To: org.ID}.String(), name})
		if !slices.Contains(w.Graph.Supports(task), i) {
			support.Choices = append(support.Choices, choice{overlay.Change{Kind: overlay.Supporter, Task: id, To: org.ID}.String(), name})
		}
	}
	return []offer{move, lead, support}
}

// handed lists the handoffs that a task takes part in.
func (w world) handed(id string) document.Section {
	s := document.Section{ID: "handoffs", Title: w.p.Plain("Handoffs")}
	var items []document.Phrase
	for _, f := range w.Graph.Flows() {
		for _, h := range f.Handoffs {
			if h.From == id || h.To == id {
				items = append(items, w.p.Say("{1}: {2} → {3}, {4}", w.link(w.p.FlowName(f.ID).String(), w.At(FlowView, f.ID)), w.p.Task(h.From), w.p.Task(h.To), section.HandedOver(w.p, h)))
			}
		}
	}
	s.Blocks = []document.Block{{Items: items}}
	if len(items) == 0 {
		s.Blocks = []document.Block{{Text: w.p.Say("It takes part in no flow.")}}
	}
	return s
}
