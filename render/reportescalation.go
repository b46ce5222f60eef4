package render

import (
	"slices"
	"strconv"

	"tasuki/analysis/escalation"
	"tasuki/graph"
)

// escalations gives the ladder of each flow: organization by organization, with
// what each is handed, and who is reached when.
func (p reporter) escalations(list []escalation.Escalation, drawings []Drawing) []block {
	if len(list) == 0 {
		return p.undeclared(p.say("Whom to call next needs flows, and none is declared."))
	}
	blocks := []block{{Text: p.escalationOrder(list[0])}}
	if !p.hasTimes() {
		blocks = append(blocks, block{Note: p.say("No times are declared. To see minutes and a dry run of the calls, declare minutes on handoffs, contacts with wait_minutes and escalates_to on organizations, and objective_minutes on flows.")})
	}
	for _, e := range list {
		blocks = append(blocks, block{Group: &group{
			ID: anchor("escalation", e.Flow), Title: p.flowTitle(e.Flow), Folded: true, Printed: true, Gist: p.ladderGist(e),
			Blocks: slices.Concat(p.figures(drawings, LadderDrawing, e.Flow), p.escalation(e), p.spofOf(e.Flow)),
		}})
	}
	return blocks
}

// ladderGist says in a few words how far the first ladder leads.
func (p reporter) ladderGist(e escalation.Escalation) phrase {
	for _, l := range e.Ladders {
		if len(l.Paths) > 0 {
			steps := p.many(len(l.Paths[0].Steps)-1, "{1} step from {2}", "{1} steps from {2}", l.Start)
			return p.list([]phrase{steps, p.alternates(l)})
		}
	}
	return p.say("no goal can be reached")
}

// alternates counts the paths behind the best one; where the number asked for
// has cut them off, it does not say that they are all.
func (p reporter) alternates(l escalation.Ladder) phrase {
	if l.More {
		return p.many(len(l.Paths), "at least {1} alternate", "at least {1} alternates")
	}
	return p.many(len(l.Paths)-1, "{1} alternate", "{1} alternates")
}

// escalationOrder says from where to where paths lead, and in which order.
func (p reporter) escalationOrder(e escalation.Escalation) phrase {
	said := p.say("Each ladder leads from a start of the flow to its goal by the fewest steps; the alternates follow in order of length.")
	if e.By == escalation.ByMinutes {
		said = p.say("Each ladder leads from a start of the flow to its goal in the fewest declared minutes; the alternates follow in order of minutes.")
	}
	if e.From != nil {
		said = p.sentences(said, p.say("The starts are those of the reporter, {1}.", p.subject(*e.From)))
	}
	if e.To != nil {
		said = p.sentences(said, p.say("The goal is to reach {1}.", p.subject(*e.To)))
	}
	return said
}

func (p reporter) escalation(e escalation.Escalation) []block {
	var blocks []block
	if len(e.Without) > 0 {
		removed := p.many(len(e.Removed), "Without {2} ({3}), {1} task of the flow is left out: {4}.", "Without {2} ({3}), {1} tasks of the flow are left out: {4}.",
			p.organizationList(e.Without), ruleOf(e.Rules.Leads, e.Rules.Support), p.list(each(e.Removed, p.task)))
		switch {
		case len(e.Removed) == 0 && len(e.MayLose) == 0:
			removed = p.say("Without {1} ({2}), the flow keeps all its tasks.", p.organizationList(e.Without), ruleOf(e.Rules.Leads, e.Rules.Support))
		case len(e.Removed) == 0:
			removed = p.say("Without {1} ({2}), the flow keeps all its tasks as the marks are read.", p.organizationList(e.Without), ruleOf(e.Rules.Leads, e.Rules.Support))
		}
		blocks = append(blocks, block{Text: p.sentences(removed, p.mayLose(e))})
	}
	for _, l := range e.Ladders {
		blocks = append(blocks, p.ladder(e, l)...)
	}
	if len(e.DeadEnds) > 0 {
		blocks = append(blocks, block{Note: p.say("Dead ends, from which work reaches no goal: {1}.", p.list(each(e.DeadEnds, p.task)))})
	}
	return append(blocks, p.gaps(e.Gaps)...)
}

// mayLose says which other tasks are lost if uncertain marks are read otherwise.
func (p reporter) mayLose(e escalation.Escalation) phrase {
	if len(e.MayLose) == 0 {
		return nil
	}
	return p.many(len(e.MayLose), "If uncertain marks are read otherwise, {1} more task may be lost: {2}.", "If uncertain marks are read otherwise, {1} more tasks may be lost: {2}.",
		p.list(each(e.MayLose, p.task)))
}

// ladder gives the best path from one start and when it reaches whom, and its
// alternates on demand.
func (p reporter) ladder(e escalation.Escalation, l escalation.Ladder) []block {
	blocks := p.absence(l)
	switch {
	case l.Lost:
		return append([]block{{Text: p.say("From {1}: the start itself is lost.", p.task(l.Start))}}, blocks...)
	case len(l.Paths) == 0:
		return append([]block{{Text: p.say("From {1}: no goal can be reached.", p.task(l.Start))}}, append(blocks, p.block(l)...)...)
	}
	blocks = append(blocks, p.times(e, l.Start, l.Paths[0])...)
	blocks = append(blocks, block{Table: p.path(l.Start, 1, l.Paths[0])})
	blocks = append(blocks, p.dryRun(e, l.Start, l.Paths[0])...)
	return append(blocks, p.otherPaths(e, l)...)
}

// otherPaths gives the paths behind the best one, and says whether they are all.
func (p reporter) otherPaths(e escalation.Escalation, l escalation.Ladder) []block {
	start, listed := p.taskID(l.Start), len(l.Paths)-1
	switch {
	case listed == 0 && l.More:
		return []block{{Note: p.say("There are other paths from {1}; the number of paths asked for (--paths) leaves them out.", start)}}
	case listed == 0:
		return []block{{Note: p.say("There is no other path from {1}.", start)}}
	}
	g := &group{Title: p.many(listed, "{1} alternate from {2}", "{1} alternates from {2}", start), Folded: true}
	if l.More {
		g.Title = p.say("{1} of at least {2} alternates from {3}", listed, listed+1, start)
	}
	for i, path := range l.Paths[1:] {
		g.Blocks = append(append(g.Blocks, p.times(e, l.Start, path)...), block{Table: p.path(l.Start, i+2, path)})
	}
	return []block{{Group: g}}
}

// absence says what the absence of organizations changes.
func (p reporter) absence(l escalation.Ladder) []block {
	switch a := l.Absence; {
	case a == nil:
		return nil
	case a.Before == nil:
		return []block{{Text: p.say("No path led from {1} with everybody present either.", p.taskID(l.Start))}}
	case len(l.Paths) == 0:
		return []block{{Text: p.say("With everybody present the best path from {1} was {2}.", p.taskID(l.Start), p.way(tasksOf(*a.Before)))}}
	case slices.Equal(tasksOf(*a.Before), tasksOf(l.Paths[0])):
		return []block{{Text: p.say("The best path from {1} is the same as with everybody present.", p.taskID(l.Start))}}
	}
	said := p.say("With everybody present the best path from {1} was {2}.", p.taskID(l.Start), p.way(tasksOf(*l.Absence.Before)))
	return []block{{Text: p.sentences(said, p.longer(*l.Absence, l.Paths[0]))}}
}

// longer says what a path takes more or less than the one before; of what is
// equal, nothing.
func (p reporter) longer(a escalation.Absence, now escalation.Path) phrase {
	var said phrase
	if was, is := len(a.Before.Steps)-1, len(now.Steps)-1; was != is {
		said = p.say("The steps to the goal are now {2} instead of {1}.", was, is)
	}
	if a.MoreMinutes != nil && *a.MoreMinutes != 0 {
		said = p.sentences(said, p.say("The minutes to the goal are now {2} instead of {1}.", *a.Before.Minutes.Total, *now.Minutes.Total))
	}
	return said
}

// block proves that no path is left.
func (p reporter) block(l escalation.Ladder) []block {
	reached := p.list(each(l.Block.Reached, p.taskID))
	if len(l.Block.Removed) == 0 {
		return []block{{Note: p.say("From there work reaches {1}, none of them a goal, and nothing else.", reached)}}
	}
	return []block{{Note: p.say("From there work still reaches {1}, none of them a goal. Every handoff out of these leads to a lost task: {2}.",
		reached, p.list(each(l.Block.Removed, p.task)))}}
}

func tasksOf(path escalation.Path) []string {
	var ids []string
	for _, s := range path.Steps {
		ids = append(ids, s.Task)
	}
	return ids
}

func (p reporter) path(start string, number int, path escalation.Path) *table {
	caption := p.say("From {1}, path {2}: {3}", start, number, p.list([]phrase{
		p.many(len(path.Steps), "{1} task", "{1} tasks"),
		p.many(len(path.Rungs)-1, "{1} change of hands", "{1} changes of hands"),
	}))
	if path.Minutes.AtLeast > 0 {
		caption = p.list([]phrase{caption, p.minutes(path.Minutes)})
	}
	t := &table{
		Caption: caption.String(),
		Columns: []column{p.right("Rung"), p.left("Organization"), p.left("Tasks"), p.left("Receives")},
	}
	step := 0
	for i, r := range path.Rungs {
		var received []phrase
		for _, h := range path.Steps[step].Handoffs {
			received = append(received, p.handedOver(h))
		}
		if minutes := path.Steps[step].Minutes; minutes != nil {
			received = append(received, p.many(*minutes, "{1} minute", "{1} minutes"))
		}
		step += len(r.Tasks)
		t.Rows = append(t.Rows, row{Cells: []cell{
			text(strconv.Itoa(i + 1)), p.organizationCell(r.Organizations), {Items: each(r.Tasks, p.task)}, {Text: p.list(received)},
		}})
	}
	return t
}

// handedOver says what a handoff passes on, and as what.
func (p reporter) handedOver(h graph.Handoff) phrase {
	kind := p.plain(string(h.Kind))
	if h.Artifact.IsZero() {
		return words(kind)
	}
	return p.say("{1} ({2})", h.Artifact.In(p.lang), kind)
}

// spofOf leads to the single points of failure of a flow.
func (p reporter) spofOf(id string) []block {
	return []block{{Link: phrase{{Text: p.plain("Single points of failure of this flow"), Href: "#" + anchor("flow", id)}}}}
}
