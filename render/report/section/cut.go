package section

import (
	"tasuki/analysis/flow"
	"tasuki/analysis/spof"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/grounds"
)

// taskCut says how many tasks between the ends it takes to stop a flow.
func taskCut(p messages.Printer, s spof.FlowSPOF) document.Phrase {
	switch {
	case s.Splits:
		return grounds.SplitCut(p, s)
	case s.Cut == nil:
		return p.Say("The way {1} passes no task between the ends, so no loss of tasks there can stop the flow.", p.Way(s.Direct))
	case len(s.Cut.Tasks) < 2:
		return p.Say("No two ways are independent of each other: one missing task is enough to stop the flow.")
	}
	return p.Sentences(
		p.Say("No single task between the ends stops the flow, but these {1} together do: {2}.", len(s.Cut.Tasks), p.List(messages.Each(s.Cut.Tasks, p.Task))),
		p.Say("There are {1} independent ways, which share no task between the ends.", len(s.Cut.Ways)))
}

// organizationCut says how many organizations it takes to stop a flow.
func organizationCut(p messages.Printer, s spof.FlowSPOF) document.Phrase {
	c := s.OrganizationCut
	if c == nil {
		return p.Say("Even without all organizations a way is left, of tasks that nobody leads: {1}.", grounds.LeftTasks(p, s, s.Unstoppable))
	}
	var sets []document.Phrase
	for _, set := range c.Sets {
		sets = append(sets, together(p, set.Organizations))
	}
	all := p.List(sets)
	if !c.All {
		all = p.Say("{1} and perhaps others", all)
	}
	switch {
	case !c.Size.Exact:
		return p.Sentences(p.Say("Whichever one organization is missing, a way is left."),
			p.Say("It takes at least {1} organizations to stop the flow, and these {2} are enough: {3}.", c.Size.Lower, c.Size.Upper, together(p, c.Sets[0].Organizations)))
	case c.Size.Lower < 2:
		return p.Say("The loss of one organization is enough to stop the flow.")
	}
	return p.Sentences(p.Say("Whichever one organization is missing, a way is left."),
		p.Say("At the fewest, the loss of {1} organizations together stops the flow: {2}.", c.Size.Lower, all))
}

// together names organizations of which all are meant.
func together(p messages.Printer, ids []string) document.Phrase {
	var all document.Phrase
	for i, id := range ids {
		if i > 0 {
			all = append(all, document.Piece{Text: " + "})
		}
		all = append(all, p.Organization(id)...)
	}
	return all
}

// needed proves that no way is left without what a flow needs: what work still
// reaches holds no goal.
func needed(p messages.Printer, s spof.FlowSPOF) *document.Group {
	g := &document.Group{Title: p.Say("What the flow cannot do without, and what work still reaches"), Folded: true}
	t := &document.Table{
		Caption: p.Plain("Work reaches these tasks at most, and no goal is among them"),
		Columns: []document.Column{p.Left("Without this"), p.Wide("Tasks lost"), p.Wide("Tasks that work still reaches")},
	}
	add := func(what document.Phrase, lost []string, reached flow.Stopped) {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: what}, {Text: taskIDs(p, lost)}, {Text: grounds.Reaches(p, reached)}}})
	}
	for i, proof := range s.Proofs {
		add(p.Task(s.Tasks[i]), proof.Removed, proof.Stopped)
	}
	for _, a := range s.Ends {
		if len(a.Way) == 0 {
			add(p.Task(a.ID), []string{a.ID}, a.Stopped)
		}
	}
	if s.Cut != nil && len(s.Cut.Tasks) > 1 {
		add(p.Say("these {1} tasks together", len(s.Cut.Tasks)), s.Cut.Tasks, s.Cut.Stopped)
	}
	for _, o := range s.Organizations {
		add(p.Organization(o.Organization), o.Lost, o.Stopped)
	}
	if c := s.OrganizationCut; c != nil && c.Size.Upper > 1 {
		for _, set := range c.Sets {
			add(together(p, set.Organizations), set.Lost, set.Stopped)
		}
	}
	if len(t.Rows) > 0 {
		g.Blocks = append(g.Blocks, document.Block{Table: t})
	}
	if s.Cut != nil && len(s.Cut.Ways) > 1 {
		g.Blocks = append(g.Blocks, document.Block{Head: p.Say("Ways that share no task between the ends")}, document.Block{Items: messages.Each(s.Cut.Ways, p.Way)})
	}
	return g
}

// taskIDs lists tasks by number.
func taskIDs(p messages.Printer, ids []string) document.Phrase {
	if len(ids) == 0 {
		return p.Say("none")
	}
	return p.List(messages.Each(ids, p.TaskID))
}

// dominance lists what every way to each task, and from it, passes.
func dominance(p messages.Printer, s spof.FlowSPOF) *document.Group {
	t := &document.Table{
		Caption: p.Plain("The nearest task before and behind each that no way avoids"),
		Columns: []document.Column{p.Left("Task"), p.Left("Last before it on every way from a start"), p.Left("Next behind it on every way to a goal")},
	}
	side := func(id *string, isOn bool, off string) document.Cell {
		switch {
		case !isOn:
			return document.Text(off)
		case id == nil:
			return document.Text(p.Plain("none"))
		}
		return document.Cell{Text: p.Task(*id)}
	}
	for _, d := range s.Dominance {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: p.Task(d.Task)}, side(d.Dominator, d.Reached, p.Plain("no start leads to it")),
			side(d.PostDominator, d.Finishes, p.Plain("it leads to no goal")),
		}})
	}
	return &document.Group{Title: p.Say("What every way to and from each task has in common"), Folded: true, Blocks: []document.Block{{Table: t}}}
}
