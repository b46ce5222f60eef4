package render

import (
	"tasuki/analysis/spof"
)

// taskCut says how many tasks between the ends it takes to stop a flow.
func (p reporter) taskCut(s spof.FlowSPOF) phrase {
	switch {
	case s.Cut == nil:
		return p.say("The way {1} passes no task between the ends, so no loss of tasks there can stop the flow.", p.way(s.Direct))
	case len(s.Cut.Tasks) < 2:
		return p.say("No two ways are independent of each other: one missing task is enough to stop the flow.")
	}
	return p.sentences(
		p.say("No single task between the ends stops the flow, but these {1} together do: {2}.", len(s.Cut.Tasks), p.list(each(s.Cut.Tasks, p.task))),
		p.say("There are {1} independent ways, which share no task between the ends.", len(s.Cut.Ways)))
}

// organizationCut says how many organizations it takes to stop a flow.
func (p reporter) organizationCut(s spof.FlowSPOF) phrase {
	c := s.OrganizationCut
	if c == nil {
		return p.say("Even without all organizations a way is left, of tasks that nobody leads: {1}.", p.way(s.Unstoppable))
	}
	var sets []phrase
	for _, set := range c.Sets {
		sets = append(sets, p.together(set.Organizations))
	}
	all := p.list(sets)
	if !c.All {
		all = p.say("{1} and perhaps others", all)
	}
	switch {
	case !c.Size.Exact:
		return p.sentences(p.say("Whichever one organization is missing, a way is left."),
			p.say("It takes at least {1} organizations to stop the flow, and these {2} are enough: {3}.", c.Size.Lower, c.Size.Upper, p.together(c.Sets[0].Organizations)))
	case c.Size.Lower < 2:
		return p.say("The loss of one organization is enough to stop the flow.")
	}
	return p.sentences(p.say("Whichever one organization is missing, a way is left."),
		p.say("At the fewest, the loss of {1} organizations together stops the flow: {2}.", c.Size.Lower, all))
}

// together names organizations of which all are meant.
func (p reporter) together(ids []string) phrase {
	var all phrase
	for i, id := range ids {
		if i > 0 {
			all = append(all, piece{Text: " + "})
		}
		all = append(all, p.organization(id)...)
	}
	return all
}

// needed proves that no way is left without what a flow needs: what work still
// reaches holds no goal.
func (p reporter) needed(s spof.FlowSPOF) *group {
	g := &group{Title: p.say("What the flow cannot do without, and what work still reaches"), Folded: true}
	t := &table{
		Caption: p.plain("Work reaches these tasks at most, and no goal is among them"),
		Columns: []column{p.left("Without this"), p.wide("Tasks lost"), p.wide("Tasks that work still reaches")},
	}
	add := func(what phrase, lost, reached []string) {
		t.Rows = append(t.Rows, row{Cells: []cell{{Text: what}, {Text: p.taskIDs(lost)}, {Text: p.taskIDs(reached)}}})
	}
	for i, proof := range s.Proofs {
		add(p.task(s.Tasks[i]), proof.Removed, proof.Reached)
	}
	for _, a := range s.Ends {
		if len(a.Way) == 0 {
			add(p.task(a.ID), []string{a.ID}, a.Reached)
		}
	}
	if s.Cut != nil && len(s.Cut.Tasks) > 1 {
		add(p.say("these {1} tasks together", len(s.Cut.Tasks)), s.Cut.Tasks, s.Cut.Reached)
	}
	for _, o := range s.Organizations {
		add(p.organization(o.Organization), o.Lost, o.Reached)
	}
	if c := s.OrganizationCut; c != nil && c.Size.Upper > 1 {
		for _, set := range c.Sets {
			add(p.together(set.Organizations), set.Lost, set.Reached)
		}
	}
	if len(t.Rows) > 0 {
		g.Blocks = append(g.Blocks, block{Table: t})
	}
	if s.Cut != nil && len(s.Cut.Ways) > 1 {
		g.Blocks = append(g.Blocks, block{Head: p.say("Ways that share no task between the ends")}, block{Items: each(s.Cut.Ways, p.way)})
	}
	return g
}

// taskIDs lists tasks by number.
func (p reporter) taskIDs(ids []string) phrase {
	if len(ids) == 0 {
		return p.say("none")
	}
	return p.list(each(ids, p.taskID))
}

// dominance lists what every way to each task, and from it, passes.
func (p reporter) dominance(s spof.FlowSPOF) *group {
	t := &table{
		Caption: p.plain("The nearest task before and behind each that no way avoids"),
		Columns: []column{p.left("Task"), p.left("Last before it on every way from a start"), p.left("Next behind it on every way to a goal")},
	}
	side := func(id *string, isOn bool, off string) cell {
		switch {
		case !isOn:
			return text(off)
		case id == nil:
			return text(p.plain("none"))
		}
		return cell{Text: p.task(*id)}
	}
	for _, d := range s.Dominance {
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Text: p.task(d.Task)}, side(d.Dominator, d.Reached, p.plain("no start leads to it")),
			side(d.PostDominator, d.Finishes, p.plain("it leads to no goal")),
		}})
	}
	return &group{Title: p.say("What every way to and from each task has in common"), Folded: true, Blocks: []block{{Table: t}}}
}
