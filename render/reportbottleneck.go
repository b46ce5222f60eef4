package render

import (
	"math"
	"slices"
	"strconv"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/findings"
)

// bottleneckWith returns the ranking with its drawing and how sure the first
// place is.
func (p reporter) bottleneckWith(r findings.Review, drawings []Drawing) []block {
	blocks := p.bottleneck(r.Bottleneck)
	if r.Totals.LeadMarks > 0 {
		first := blocks[0].Text
		blocks[0].Text = p.sentences(first, p.badge(r.Certainties.First.Certainty))
	}
	at := 2 // behind the ranking and the notes on it
	for at < len(blocks) && blocks[at].Note != nil {
		at++
	}
	return slices.Insert(blocks, at, p.figures(drawings, DependencyDrawing, "")...)
}

// bottleneck returns a sentence about the first, the ranking, and what it rests
// on.
func (p reporter) bottleneck(b bottleneck.Bottleneck) []block {
	blocks := []block{{Text: p.firstOf(b)}, {Table: p.ranking(b)}}
	if b.Handoffs > 0 {
		blocks = append(blocks, block{Note: p.say("Betweenness counts how often an organization lies on a shortest way between two others; normalized, it is a part of the most possible, from 0 to 1.")})
	}
	blocks = append(blocks, p.uncounted(b.Uncounted)...)
	if fractional(b.Handovers) {
		blocks = append(blocks, block{Note: p.say("A handoff between tasks with several leads is shared equally among them, so figures can be fractions of a handoff.")})
	}
	if loadKnown(b) {
		blocks = append(blocks, p.timedLoadNote(b.TimingWeights))
	}
	if b.Handoffs == 0 {
		return append(blocks, p.undeclared(p.say("How much work passes through an organization needs handoffs, and none is declared."))...)
	}
	if b.Unassigned > 0 {
		blocks = append(blocks, block{Note: p.many(b.Unassigned,
			"{1} handoff begins or ends at a task that nobody leads, so it is in no organization's figures.",
			"{1} handoffs begin or end at a task that nobody leads, so they are in no organization's figures.")})
	}
	blocks = append(blocks, p.circles(b.Circles)...)
	blocks = append(blocks, p.returns(b)...)
	blocks = append(blocks, p.placings(b.Organizations), p.handovers(b))
	if slices.Contains(b.Uncounted, bottleneck.UncountedTasks) {
		return blocks
	}
	return append(blocks, p.taskLoads(b), p.handoffLoads(b))
}

// fractional reports whether an organization hands over a part of a handoff.
func fractional(handovers []bottleneck.Handover) bool {
	return slices.ContainsFunc(handovers, func(h bottleneck.Handover) bool { return h.Handoffs != math.Trunc(h.Handoffs) })
}

// loadKnown reports whether loads by timing are known, at least in part.
func loadKnown(b bottleneck.Bottleneck) bool {
	return slices.ContainsFunc(b.Organizations, func(o bottleneck.OrganizationLoad) bool { return o.TimedLoad != nil })
}

func (p reporter) firstOf(b bottleneck.Bottleneck) phrase {
	marks := 0
	for _, o := range b.Organizations {
		marks += o.LeadMarks
	}
	if marks == 0 {
		return p.say("No task has a lead, so no organization can be a bottleneck.")
	}
	first := b.Organizations[0]
	said := p.say("{1} leads {2} of the {3} lead marks, {4}.", strong(p.organization(first.Organization)),
		first.LeadMarks, marks, optional(first.LeadMarksPercent, percentage))
	if first.Handoffs == nil {
		return said
	}
	return p.sentences(said, p.many(b.Handoffs-b.Unassigned,
		"Of {1} handoff, {2} goes through it: {3} in from others, {4} out to others, {5} within.",
		"Of {1} handoffs, {2} go through it: {3} come in from others, {4} go out to others, {5} stay within.",
		tenths(first.Handoffs.Through), tenths(first.Handoffs.In), tenths(first.Handoffs.Out), tenths(first.Handoffs.Within)))
}

func (p reporter) ranking(b bottleneck.Bottleneck) *table {
	t := &table{
		Caption: p.plain("Organizations by the work that goes through them"),
		Over: []heading{
			{"", 2}, {p.plain("Work led"), 4}, {p.plain("Handoffs"), 4}, {p.plain("Betweenness"), 2},
		},
		Columns: []column{
			p.right("Rank"), p.left("Organization"),
			p.right("Lead marks"), p.right("% of marks"), p.right("Tasks, split"), p.right("Supports"),
			p.right("In"), p.right("Out"), p.right("Within"), p.right("Through"),
			p.right("Value"), p.right("Normalized"),
		},
	}
	if loadKnown(b) {
		t.Over = append(t.Over, heading{p.plain("Load by timing"), 2})
		t.Columns = append(t.Columns, p.right("Times a year"), p.right("Tasks not in it"))
	}
	for _, o := range b.Organizations {
		cells := []cell{
			text(strconv.Itoa(o.Rank)), {Text: p.organization(o.Organization)},
			text(whole(o.LeadMarks)), {Text: words(optional(o.LeadMarksPercent, tenths)), Bar: o.LeadMarksPercent},
			text(tenths(o.Tasks)), text(whole(o.SupportMarks)),
		}
		cells = append(cells, traffic(o.Handoffs)...)
		cells = append(cells, centrality(o.Betweenness)...)
		if o.TimedLoad != nil {
			cells = append(cells, timedLoad(o.TimedLoad)...)
		}
		t.Rows = append(t.Rows, row{Cells: cells})
	}
	return t
}

func traffic(t *bottleneck.Traffic) []cell {
	if t == nil {
		return []cell{text(unknown), text(unknown), text(unknown), text(unknown)}
	}
	return []cell{text(tenths(t.In)), text(tenths(t.Out)), text(tenths(t.Within)), text(tenths(t.Through))}
}

func centrality(c *bottleneck.Centrality) []cell {
	if c == nil {
		return []cell{text(unknown), text(unknown)}
	}
	return []cell{text(tenths(c.Value)), text(optional(c.Normalized, ratio))}
}

// handovers lists who hands work to whom.
func (p reporter) handovers(b bottleneck.Bottleneck) block {
	t := &table{
		Caption: p.plain("Handoffs from organization to organization"),
		Columns: []column{p.left("From"), p.left("To"), p.right("Handoffs"), p.right("%"), p.right("Betweenness"), p.wide("Between the tasks")},
	}
	for _, h := range b.Handovers {
		var pairs []phrase
		for _, task := range h.Tasks {
			pairs = append(pairs, p.way([]string{task.From, task.To}))
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Text: p.organization(h.From)}, {Text: p.organization(h.To)},
			text(tenths(h.Handoffs)), {Text: words(tenths(h.Percent)), Bar: &h.Percent},
			text(optional(h.Betweenness, centralityValue)), {Text: p.list(pairs)},
		}})
	}
	return block{Group: &group{
		Title:  p.many(len(t.Rows), "Who hands over to whom: {1} pair of organizations", "Who hands over to whom: {1} pairs of organizations"),
		Folded: true, Blocks: []block{{Table: t}},
	}}
}

// taskLoads lists the tasks that lie between others.
func (p reporter) taskLoads(b bottleneck.Bottleneck) block {
	loads := b.Tasks
	t := &table{
		Caption: p.plain("Tasks that lie on the shortest ways between others"),
		Columns: []column{p.left("Task"), p.left("Leads"), p.right("In"), p.right("Out"), p.right("Betweenness")},
	}
	for _, l := range loads {
		if l.Betweenness.Value > 0 {
			t.Rows = append(t.Rows, row{Cells: append([]cell{
				{Text: p.task(l.Task)}, {Text: p.organizationList(l.Leads)},
				text(whole(l.In)), text(whole(l.Out)), text(tenths(l.Betweenness.Value)),
			}, byMinutes(l.WeightedBetweenness)...)})
		}
	}
	if len(loads) > 0 && loads[0].WeightedBetweenness != nil {
		t.Columns = append(t.Columns, p.right("By minutes"))
	}
	title := p.say("Through which tasks: those with a betweenness above zero ({1})", len(t.Rows))
	if estimated(b) {
		title = p.say("Through which tasks: those whose estimated betweenness is above zero ({1})", len(t.Rows))
	}
	return block{Group: &group{Title: title, Folded: true, Blocks: append(p.estimate(b.Estimate), block{Table: t})}}
}

// estimated reports whether the betweenness of tasks may be off.
func estimated(b bottleneck.Bottleneck) bool { return b.Estimate != nil && b.Estimate.Error > 0 }

// estimate says how far an estimated betweenness may be off.
func (p reporter) estimate(e *bottleneck.Estimate) []block {
	switch {
	case e == nil:
		return nil
	case e.Error == 0:
		return []block{{Note: p.say("Betweenness of tasks is exact: a sample would have been no smaller than all {1} of them.", e.Searches)}}
	}
	return []block{{Note: p.say("Betweenness of tasks is estimated from the shortest ways that begin at {1} random tasks. With a chance of {2} no normalized value (value / ((n - 1)(n - 2)) for n tasks with a handoff) is off by more than {3}.",
		e.Searches, percentage(100*e.Chance), decimals(e.Error, 3))}}
}

// mostHandoffs is how many of the handoffs with the largest betweenness are
// shown.
const mostHandoffs = 10

// handoffLoads lists the handoffs that most shortest ways take.
func (p reporter) handoffLoads(b bottleneck.Bottleneck) block {
	loads := b.TaskHandoffs
	if b.Estimate != nil {
		return block{Note: p.say("Betweenness of handoffs is left out where that of tasks is estimated.")}
	}
	t := &table{
		Caption: p.plain("Handoffs on the shortest ways between tasks"),
		Columns: []column{p.left("From"), p.left("To"), p.right("Betweenness")},
	}
	for _, l := range loads[:min(mostHandoffs, len(loads))] {
		t.Rows = append(t.Rows, row{Cells: append([]cell{
			{Text: p.task(l.From)}, {Text: p.task(l.To)}, text(tenths(l.Betweenness.Value)),
		}, byMinutes(l.WeightedBetweenness)...)})
	}
	if len(loads) > 0 && loads[0].WeightedBetweenness != nil {
		t.Columns = append(t.Columns, p.right("By minutes"))
	}
	return block{Group: &group{
		Title:  p.say("Over which handoffs: the first {1} of {2} by betweenness", len(t.Rows), len(loads)),
		Folded: true, Blocks: []block{{Table: t}},
	}}
}

// byMinutes returns a betweenness by minutes, and nothing where it is not known.
func byMinutes(c *bottleneck.Centrality) []cell {
	if c == nil {
		return nil
	}
	return []cell{text(centralityValue(*c))}
}

func centralityValue(c bottleneck.Centrality) string { return tenths(c.Value) }
