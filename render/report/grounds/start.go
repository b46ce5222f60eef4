package grounds

import (
	"tasuki/analysis/spof"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Starts sets the starts of a flow side by side, where it has several: what each needs
// alone, and all of them together.
func Starts(p messages.Printer, s spof.FlowSPOF) *document.Group {
	g := &document.Group{Title: p.Say("What work from each single start needs"), Folded: true}
	if s.EveryStart == nil {
		return g
	}
	t := &document.Table{
		Caption: p.Plain("Without one of these, work that comes in at this start comes to no goal"),
		Columns: []document.Column{p.Left("Start"), p.Left("Tasks"), p.Left("Organizations")},
	}
	add := func(what document.Phrase, tasks, organizations []string) {
		needed := p.TaskCell(tasks)
		if len(tasks) == 0 {
			needed = document.Cell{Text: p.Say("none")}
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: what}, needed, p.OrganizationCell(organizations)}})
	}
	for _, x := range s.Starts {
		if x.NoWay {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: p.Task(x.Start)}, {Text: p.Say("no way is left")}, {Text: p.Say("no way is left")}}})
			continue
		}
		add(p.Task(x.Start), x.Tasks, x.Organizations)
	}
	add(p.Say("every start"), s.EveryStart.Tasks, s.EveryStart.Organizations)
	g.Blocks = append(g.Blocks, document.Block{Table: t})
	return g
}
