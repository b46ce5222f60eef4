package ladder

import (
	"slices"
	"strconv"

	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/pages"
	"tasuki/render/report/section"
)

// EscalationsWith returns the ladders with their drawings, below a table of the flows.
func EscalationsWith(p messages.Printer, list []escalation.Escalation, drawings []document.Drawing) []document.Block {
	blocks := Escalations(p, list, drawings)
	if len(list) == 0 {
		return blocks
	}
	return slices.Insert(blocks, 1, document.Block{Table: flows(p, list)})
}

// Escalations gives the ladder of each flow: organization by organization, with
// what each is handed, and who is reached when.
func Escalations(p messages.Printer, list []escalation.Escalation, drawings []document.Drawing) []document.Block {
	if len(list) == 0 {
		return section.Undeclared(p, p.Say("Whom to call next needs flows, and none is declared."))
	}
	blocks := []document.Block{{Text: escalationOrder(p, list[0])}}
	if slices.ContainsFunc(list, escalation.Escalation.HasOpenLeads) {
		blocks = append(blocks, document.Block{Note: document.Words(messages.OpenLeadNote(p.Language))})
	}
	if slices.ContainsFunc(list, escalation.Escalation.HasBranches) {
		blocks = append(blocks, document.Block{Note: p.Say("Where a flow has branches that are all needed, a path takes every one of them, and the optional ones besides. Its steps and minutes are those of the longest branch, for what several bring together waits for the last. Alternates stand first that do without an organization of the best path.")})
	}
	if !hasTimes(p) {
		blocks = append(blocks, document.Block{Note: p.Say("No times are declared. To see minutes and a dry run of the calls, declare minutes on handoffs, contacts with wait_minutes and escalates_to on organizations, and objective_minutes on flows.")})
	}
	if list[0].Aside {
		blocks = append(blocks, document.Block{Note: p.Say("Hours are left aside; --at asks for an hour.")})
	}
	for _, e := range list {
		blocks = append(blocks, document.Block{Group: &document.Group{
			ID: messages.AnchorOf("escalation", e.Flow), Page: pages.FlowPage(e.Flow), Title: p.FlowTitle(e.Flow), Folded: true, Printed: true, Gist: ladderGist(p, e),
			Blocks: slices.Concat(section.FlowFigures(p, drawings, document.LadderDrawing, e.Flow), escalationBlocks(p, e), spofOf(p, e.Flow)),
		}})
	}
	return blocks
}

// ladderGist says in a few words how far the first ladder leads.
func ladderGist(p messages.Printer, e escalation.Escalation) document.Phrase {
	for _, l := range e.Ladders {
		if len(l.Paths) > 0 {
			steps := p.Many(l.Paths[0].Length(), "{1} step from {2}", "{1} steps from {2}", l.Start)
			return p.List([]document.Phrase{steps, alternates(p, l)})
		}
	}
	return p.Say("no goal can be reached")
}

// alternates counts the paths behind the best one; where the number asked for
// has cut them off, it does not say that they are all.
func alternates(p messages.Printer, l escalation.Ladder) document.Phrase {
	if l.More {
		return p.Many(len(l.Paths), "at least {1} alternate", "at least {1} alternates")
	}
	return p.Many(len(l.Paths)-1, "{1} alternate", "{1} alternates")
}

// escalationOrder says from where to where paths lead, and in which order.
func escalationOrder(p messages.Printer, e escalation.Escalation) document.Phrase {
	said := p.Say("Each ladder leads from a start of the flow to its goal by the fewest steps; the alternates follow in order of length.")
	if e.By == escalation.ByMinutes {
		said = p.Say("Each ladder leads from a start of the flow to its goal in the fewest declared minutes; the alternates follow in order of minutes.")
	}
	if e.From != nil {
		said = p.Sentences(said, p.Say("The starts are those of the reporter, {1}.", p.Subject(*e.From)))
	}
	if e.To != nil {
		said = p.Sentences(said, p.Say("The goal is to reach {1}.", p.Subject(*e.To)))
	}
	return said
}

func escalationBlocks(p messages.Printer, e escalation.Escalation) []document.Block {
	blocks := hour(p, e)
	if starts := p.Starts(e); len(starts) > 0 {
		blocks = append(blocks, document.Block{Text: starts})
	}
	if len(e.Without) > 0 {
		removed := p.Many(len(e.Removed), "Without {2} ({3}), {1} task of the flow is left out: {4}.", "Without {2} ({3}), {1} tasks of the flow are left out: {4}.",
			p.OrganizationList(e.Without), p.Premises(e.Rules).String(), p.List(messages.Each(e.Removed, p.Task)))
		switch {
		case len(e.Removed) == 0 && len(e.MayLose) == 0:
			removed = p.Say("Without {1} ({2}), the flow keeps all its tasks.", p.OrganizationList(e.Without), p.Premises(e.Rules).String())
		case len(e.Removed) == 0:
			removed = p.Say("Without {1} ({2}), the flow keeps all its tasks as the marks are read.", p.OrganizationList(e.Without), p.Premises(e.Rules).String())
		}
		blocks = append(blocks, document.Block{Text: p.Sentences(removed, mayLose(p, e))})
	}
	if otherwise := escalationOtherwise(p, e); len(otherwise) > 0 {
		blocks = append(blocks, document.Block{Text: otherwise})
	}
	for _, l := range e.Ladders {
		blocks = append(blocks, ladder(p, e, l)...)
	}
	if len(e.DeadEnds) > 0 {
		blocks = append(blocks, document.Block{Note: p.Say("Dead ends, from which work reaches no goal: {1}.", p.List(messages.Each(e.DeadEnds, p.Task)))})
	}
	return slices.Concat(blocks, due(p, e), informed(p, e), gaps(p, e.Gaps))
}

// mayLose says which other tasks are lost if uncertain marks are read otherwise.
func mayLose(p messages.Printer, e escalation.Escalation) document.Phrase {
	if len(e.MayLose) == 0 {
		return nil
	}
	return p.Many(len(e.MayLose), "If uncertain marks are read otherwise, {1} more task may be lost: {2}.", "If uncertain marks are read otherwise, {1} more tasks may be lost: {2}.",
		p.List(messages.Each(e.MayLose, p.Task)))
}

// ladder gives the best path from one start and when it reaches whom, and its
// alternates on demand.
func ladder(p messages.Printer, e escalation.Escalation, l escalation.Ladder) []document.Block {
	blocks := absence(p, l)
	switch {
	case l.Lost:
		return append([]document.Block{{Text: p.Say("From {1}: the start itself is lost.", p.Task(l.Start))}}, blocks...)
	case len(l.Paths) == 0:
		return append([]document.Block{{Text: p.Say("From {1}: no goal can be reached.", p.Task(l.Start))}}, append(blocks, block(p, l)...)...)
	}
	blocks = append(blocks, times(p, e, l.Start, l.Paths[0])...)
	blocks = append(blocks, document.Block{Table: pathTable(p, l.Start, 1, l.Paths[0])})
	blocks = append(blocks, dryRun(p, e, l.Start, l.Paths[0])...)
	if l.Only != "" {
		blocks = append(blocks, document.Block{Note: oneOrganization(p, e, l)})
	}
	return append(blocks, otherPaths(p, e, l)...)
}

// oneOrganization says that every path from a start is the work of one organization.
func oneOrganization(p messages.Printer, e escalation.Escalation, l escalation.Ladder) document.Phrase {
	if e.HasOpenLeads() {
		return p.Say("As the marks are read, every path from {1} is the work of {2} alone.", p.TaskID(l.Start), p.Organization(l.Only))
	}
	return p.Say("Every path from {1} is the work of {2} alone.", p.TaskID(l.Start), p.Organization(l.Only))
}

// otherPaths gives the paths behind the best one, and says whether they are all.
func otherPaths(p messages.Printer, e escalation.Escalation, l escalation.Ladder) []document.Block {
	start, listed := p.TaskID(l.Start), len(l.Paths)-1
	switch {
	case listed == 0 && l.More:
		return []document.Block{{Note: p.Say("There are other paths from {1}; the number of paths asked for (--paths) leaves them out.", start)}}
	case listed == 0:
		return []document.Block{{Note: p.Say("There is no other path from {1}.", start)}}
	}
	g := &document.Group{Title: p.Many(listed, "{1} alternate from {2}", "{1} alternates from {2}", start), Folded: true}
	if l.More {
		g.Title = p.Say("{1} of at least {2} alternates from {3}", listed, listed+1, start)
	}
	for i, path := range l.Paths[1:] {
		g.Blocks = append(g.Blocks, times(p, e, l.Start, path)...)
		if b := path.Branches; b != nil && len(b.Without) > 0 {
			g.Blocks = append(g.Blocks, document.Block{Text: p.Say("Path {1} does without {2}.", i+2, p.OrganizationList(b.Without))})
		}
		g.Blocks = append(g.Blocks, document.Block{Table: pathTable(p, l.Start, i+2, path)})
	}
	return []document.Block{{Group: g}}
}

// absence says what the absence of organizations changes.
func absence(p messages.Printer, l escalation.Ladder) []document.Block {
	switch a := l.Absence; {
	case a == nil:
		return nil
	case a.Before == nil:
		return []document.Block{{Text: p.Say("No path led from {1} with everybody present either.", p.TaskID(l.Start))}}
	case len(l.Paths) == 0:
		return []document.Block{{Text: p.Say("With everybody present the best path from {1} was {2}.", p.TaskID(l.Start), Way(p, *a.Before))}}
	case Way(p, *a.Before).String() == Way(p, l.Paths[0]).String():
		return []document.Block{{Text: p.Say("The best path from {1} is the same as with everybody present.", p.TaskID(l.Start))}}
	}
	said := p.Say("With everybody present the best path from {1} was {2}.", p.TaskID(l.Start), Way(p, *l.Absence.Before))
	return []document.Block{{Text: p.Sentences(said, longer(p, *l.Absence, l.Paths[0]))}}
}

// longer says what a path takes more or less than the one before; of what is
// equal, nothing.
func longer(p messages.Printer, a escalation.Absence, now escalation.Path) document.Phrase {
	var said document.Phrase
	if was, is := a.Before.Length(), now.Length(); was != is {
		said = p.Say("The steps to the goal are now {2} instead of {1}.", was, is)
	}
	if a.MoreMinutes != nil && *a.MoreMinutes != 0 {
		said = p.Sentences(said, p.Say("The minutes to the goal are now {2} instead of {1}.", *a.Before.Minutes.Total, *now.Minutes.Total))
	}
	return said
}

// block proves that no path is left.
func block(p messages.Printer, l escalation.Ladder) []document.Block {
	reached := p.List(messages.Each(l.Block.Reached, p.TaskID))
	if len(l.Block.Stuck) > 0 {
		return stuck(p, *l.Block)
	}
	if len(l.Block.Removed) == 0 {
		return []document.Block{{Note: p.Say("From there work reaches {1}, none of them a goal, and nothing else.", reached)}}
	}
	return []document.Block{{Note: p.Say("From there work still reaches {1}, none of them a goal. Every handoff out of these leads to a lost task: {2}.",
		reached, p.List(messages.Each(l.Block.Removed, p.Task)))}}
}

// stuck proves that no solution is left, task by task.
func stuck(p messages.Printer, b escalation.Block) []document.Block {
	said := p.Say("These tasks cannot be brought to an end, for a needed branch of each leads only to others of them or to a lost task:")
	var items []document.Phrase
	for _, s := range b.Stuck {
		switch {
		case len(s.Next) == 0:
			items = append(items, p.Say("{1}: nothing leaves it, and it is no goal", p.Task(s.Task)))
		case s.Branch == "":
			items = append(items, p.Say("{1}: to {2}", p.Task(s.Task), p.List(messages.Each(s.Next, p.TaskID))))
		default:
			items = append(items, p.Say("{1}: branch {2}, to {3}", p.Task(s.Task), s.Branch, p.List(messages.Each(s.Next, p.TaskID))))
		}
	}
	blocks := []document.Block{{Note: said}, {Items: items}}
	if len(b.Removed) > 0 {
		blocks = append(blocks, document.Block{Note: p.Say("Lost of these: {1}.", p.List(messages.Each(b.Removed, p.Task)))})
	}
	return blocks
}

// TasksOf returns the tasks of a path, from start to goal.
func TasksOf(path escalation.Path) []string {
	var ids []string
	for _, s := range path.Steps {
		ids = append(ids, s.Task)
	}
	return ids
}

// receives says what comes into a step; where the path has branches, from where.
func receives(p messages.Printer, path escalation.Path, step int) document.Cell {
	var items []document.Phrase
	for _, a := range path.Arrivals(step) {
		things := handedOver(p, a.Handoffs)
		if a.Minutes != nil {
			things = append(things, p.Many(*a.Minutes, "{1} minute", "{1} minutes"))
		}
		if path.Branches == nil {
			return document.Cell{Text: p.List(things)}
		}
		items = append(items, p.Say("from {1}: {2}", p.TaskID(a.From), p.List(things)))
	}
	return document.Cell{Items: items}
}

func handedOver(p messages.Printer, list []graph.Handoff) []document.Phrase {
	return messages.Each(list, func(h graph.Handoff) document.Phrase { return section.HandedOver(p, h) })
}

// stepTask names the task of a step, and says when its lead is uncertain.
func stepTask(p messages.Printer, s escalation.Step) document.Phrase {
	return slices.Concat(p.Task(s.Task), p.OpenLead(s.Open))
}

func pathTable(p messages.Printer, start string, number int, path escalation.Path) *document.Table {
	counts := []document.Phrase{p.Many(len(path.Steps), "{1} task", "{1} tasks"), p.Many(len(path.Rungs)-1, "{1} change of hands", "{1} changes of hands")}
	if path.Branches != nil {
		counts[1] = p.Many(path.Length(), "{1} step on the longest branch", "{1} steps on the longest branch")
	}
	caption := p.Say("From {1}, path {2}: {3}", start, number, p.List(counts))
	if path.Minutes.AtLeast > 0 {
		caption = p.List([]document.Phrase{caption, Minutes(p, path.Minutes)})
	}
	t := &document.Table{
		Caption: caption.String(),
		Columns: []document.Column{p.Right("Rung"), p.Left("Organization"), p.Left("Tasks"), p.Left("Receives")},
	}
	step := 0
	for i, r := range path.Rungs {
		received := receives(p, path, step)
		first := step
		step += len(r.Tasks)
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			document.Text(strconv.Itoa(i + 1)), p.OrganizationCell(r.Organizations), {Items: messages.Each(path.Steps[first:step], func(s escalation.Step) document.Phrase { return stepTask(p, s) })}, received,
		}})
	}
	return t
}

// spofOf leads to the single points of failure of a flow.
func spofOf(p messages.Printer, id string) []document.Block {
	return []document.Block{{Link: document.Phrase{{Text: p.Plain("Single points of failure of this flow"), Href: "#" + messages.AnchorOf("flow", id)}}}}
}
