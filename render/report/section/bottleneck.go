package section

import (
	"math"
	"slices"
	"strconv"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/exact"
	"tasuki/analysis/findings"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// BottleneckWith returns the ranking with its drawing and how sure the first
// place is.
func BottleneckWith(p messages.Printer, r findings.Review, drawings []document.Drawing) []document.Block {
	blocks := Bottleneck(p, r.Bottleneck)
	if r.Totals.LeadMarks > 0 {
		first := blocks[0].Text
		blocks[0].Text = p.Sentences(first, p.Badge(r.Certainties.First.Certainty))
	}
	at := 2 // behind the ranking and the notes on it
	for at < len(blocks) && blocks[at].Note != nil {
		at++
	}
	return slices.Insert(blocks, at, p.Figures(drawings, document.DependencyDrawing, "")...)
}

// Bottleneck returns a sentence about the first, the ranking, and what it rests
// on.
func Bottleneck(p messages.Printer, b bottleneck.Bottleneck) []document.Block {
	blocks := []document.Block{{Text: firstOf(p, b)}, {Table: ranking(p, b)}}
	if b.Handoffs > 0 {
		blocks = append(blocks, document.Block{Note: p.Say("Betweenness counts how often an organization lies on a shortest way between two others; normalized, it is a part of the most possible, from 0 to 1.")})
	}
	blocks = append(blocks, served(p, b.Served)...)
	blocks = append(blocks, uncounted(p, b.Uncounted)...)
	if fractional(b.Handovers) {
		blocks = append(blocks, document.Block{Note: p.Say("A handoff between tasks with several leads is shared equally among them, so figures can be fractions of a handoff.")})
	}
	if loadKnown(b) {
		blocks = append(blocks, timedLoadNote(p, b.TimingWeights))
	}
	if b.Handoffs == 0 {
		return append(blocks, Undeclared(p, p.Say("How much work passes through an organization needs handoffs, and none is declared."))...)
	}
	if b.Unassigned > 0 {
		blocks = append(blocks, document.Block{Note: p.Many(b.Unassigned,
			"{1} handoff begins or ends at a task that nobody leads, so it is in no organization's figures.",
			"{1} handoffs begin or end at a task that nobody leads, so they are in no organization's figures.")})
	}
	blocks = append(blocks, circles(p, b.Circles)...)
	blocks = append(blocks, returns(p, b)...)
	blocks = append(blocks, placings(p, b.Organizations), handovers(p, b))
	if slices.Contains(b.Uncounted, bottleneck.UncountedTasks) {
		return blocks
	}
	return append(blocks, taskLoads(p, b), handoffLoads(p, b))
}

// fractional reports whether an organization hands over a part of a handoff.
func fractional(handovers []bottleneck.Handover) bool {
	return slices.ContainsFunc(handovers, func(h bottleneck.Handover) bool { return h.Handoffs != math.Trunc(h.Handoffs) })
}

// loadKnown reports whether loads by timing are known, at least in part.
func loadKnown(b bottleneck.Bottleneck) bool {
	return slices.ContainsFunc(b.Organizations, func(o bottleneck.OrganizationLoad) bool { return o.TimedLoad != nil })
}

func firstOf(p messages.Printer, b bottleneck.Bottleneck) document.Phrase {
	marks := 0
	for _, o := range b.Organizations {
		marks += o.LeadMarks
	}
	if marks == 0 {
		return p.Say("No task has a lead, so no organization can be a bottleneck.")
	}
	first, tasks := b.Organizations[0], len(p.Graph.Tasks())
	share := messages.Percentage(exact.Percent(float64(first.LeadMarks), float64(tasks)))
	tied := 1
	for tied < len(b.Organizations) && b.Organizations[tied].LeadMarks == first.LeadMarks {
		tied++
	}
	if tied > 1 {
		return p.Say("{1} organizations lead most, {2} of {3} tasks each, {4}: a tie, so none is the bottleneck. The ranking below goes on by handoffs and betweenness.", tied, first.LeadMarks, tasks, share)
	}
	said := p.Say("{1} leads {2} of {3} tasks, {4}.", messages.Strong(p.Organization(first.Organization)), first.LeadMarks, tasks, share)
	if first.Handoffs == nil {
		return said
	}
	return p.Sentences(said, p.Many(b.Handoffs-b.Unassigned,
		"Of {1} handoff, {2} goes through it: {3} in from others, {4} out to others, {5} within.",
		"Of {1} handoffs, {2} go through it: {3} come in from others, {4} go out to others, {5} stay within.",
		messages.Tenths(first.Handoffs.Through), messages.Tenths(first.Handoffs.In), messages.Tenths(first.Handoffs.Out), messages.Tenths(first.Handoffs.Within)))
}

func ranking(p messages.Printer, b bottleneck.Bottleneck) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Organizations by the work that goes through them"),
		Over: []document.Heading{
			{Text: "", Width: 2}, {Text: p.Plain("Work led"), Width: 4}, {Text: p.Plain("Handoffs"), Width: 4}, {Text: p.Plain("Betweenness"), Width: 2},
		},
		Columns: []document.Column{
			p.Right("Rank"), p.Left("Organization"),
			p.Right("Lead marks"), p.Right("% of marks"), p.Right("Tasks, split"), p.Right("Supports"),
			p.Right("In"), p.Right("Out"), p.Right("Within"), p.Right("Through"),
			p.Right("Value"), p.Right("Normalized"),
		},
	}
	if loadKnown(b) {
		t.Over = append(t.Over, document.Heading{Text: p.Plain("Load by timing"), Width: 2})
		t.Columns = append(t.Columns, p.Right("Times a year"), p.Right("Tasks not in it"))
	}
	for _, o := range b.Organizations {
		cells := []document.Cell{
			document.Text(strconv.Itoa(o.Rank)), {Text: p.Organization(o.Organization)},
			document.Text(messages.Whole(o.LeadMarks)), {Text: document.Words(messages.Optional(o.LeadMarksPercent, messages.Tenths)), Bar: o.LeadMarksPercent},
			document.Text(messages.Tenths(o.Tasks)), document.Text(messages.Whole(o.SupportMarks)),
		}
		cells = append(cells, traffic(o.Handoffs)...)
		cells = append(cells, centrality(o.Betweenness)...)
		if o.TimedLoad != nil {
			cells = append(cells, timedLoad(o.TimedLoad)...)
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	return t
}

func traffic(t *bottleneck.Traffic) []document.Cell {
	if t == nil {
		return []document.Cell{document.Text(messages.Unknown), document.Text(messages.Unknown), document.Text(messages.Unknown), document.Text(messages.Unknown)}
	}
	return []document.Cell{document.Text(messages.Tenths(t.In)), document.Text(messages.Tenths(t.Out)), document.Text(messages.Tenths(t.Within)), document.Text(messages.Tenths(t.Through))}
}

func centrality(c *bottleneck.Centrality) []document.Cell {
	if c == nil {
		return []document.Cell{document.Text(messages.Unknown), document.Text(messages.Unknown)}
	}
	return []document.Cell{document.Text(messages.Tenths(c.Value)), document.Text(messages.Optional(c.Normalized, messages.Ratio))}
}

// handovers lists who hands work to whom.
func handovers(p messages.Printer, b bottleneck.Bottleneck) document.Block {
	t := &document.Table{
		Caption: p.Plain("Handoffs from organization to organization"),
		Columns: []document.Column{p.Left("From"), p.Left("To"), p.Right("Handoffs"), p.Right("%"), p.Right("Betweenness"), p.Wide("Between the tasks")},
	}
	for _, h := range b.Handovers {
		var pairs []document.Phrase
		for _, task := range h.Tasks {
			pairs = append(pairs, p.Way([]string{task.From, task.To}))
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: p.Organization(h.From)}, {Text: p.Organization(h.To)},
			document.Text(messages.Tenths(h.Handoffs)), {Text: document.Words(messages.Tenths(h.Percent)), Bar: &h.Percent},
			document.Text(messages.Optional(h.Betweenness, centralityValue)), {Text: p.List(pairs)},
		}})
	}
	return document.Block{Group: &document.Group{
		Title:  p.Many(len(t.Rows), "Who hands over to whom: {1} pair of organizations", "Who hands over to whom: {1} pairs of organizations"),
		Folded: true, Blocks: []document.Block{{Table: t}},
	}}
}

// taskLoads lists the tasks that lie between others.
func taskLoads(p messages.Printer, b bottleneck.Bottleneck) document.Block {
	loads := b.Tasks
	t := &document.Table{
		Caption: p.Plain("Tasks that lie on the shortest ways between others"),
		Columns: []document.Column{p.Left("Task"), p.Left("Leads"), p.Right("In"), p.Right("Out"), p.Right("Betweenness")},
	}
	for _, l := range loads {
		if l.Betweenness.Value > 0 {
			t.Rows = append(t.Rows, document.Row{Cells: append([]document.Cell{
				{Text: p.Task(l.Task)}, {Text: p.OrganizationList(l.Leads)},
				document.Text(messages.Whole(l.In)), document.Text(messages.Whole(l.Out)), document.Text(messages.Tenths(l.Betweenness.Value)),
			}, byMinutes(l.WeightedBetweenness)...)})
		}
	}
	if len(loads) > 0 && loads[0].WeightedBetweenness != nil {
		t.Columns = append(t.Columns, p.Right("By minutes"))
	}
	title := p.Say("Through which tasks: those with a betweenness above zero ({1})", len(t.Rows))
	if Estimated(b) {
		title = p.Say("Through which tasks: those whose estimated betweenness is above zero ({1})", len(t.Rows))
	}
	return document.Block{Group: &document.Group{Title: title, Folded: true, Blocks: append(estimate(p, b.Estimate), document.Block{Table: t})}}
}

// Estimated reports whether the betweenness of tasks may be off.
func Estimated(b bottleneck.Bottleneck) bool { return b.Estimate != nil && b.Estimate.Error > 0 }

// estimate says how far an estimated betweenness may be off.
func estimate(p messages.Printer, e *bottleneck.Estimate) []document.Block {
	switch {
	case e == nil:
		return nil
	case e.Error == 0:
		return []document.Block{{Note: p.Say("Betweenness of tasks is exact: a sample would have been no smaller than all {1} of them.", e.Searches)}}
	}
	return []document.Block{{Note: p.Say("Betweenness of tasks is estimated from the shortest ways that begin at {1} random tasks. With a chance of {2} no normalized value (value / ((n - 1)(n - 2)) for n tasks with a handoff) is off by more than {3}.",
		e.Searches, messages.Percentage(100*e.Chance), messages.Decimals(e.Error, 3))}}
}

// mostHandoffs is how many of the handoffs with the largest betweenness are
// shown.
const mostHandoffs = 10

// handoffLoads lists the handoffs that most shortest ways take.
func handoffLoads(p messages.Printer, b bottleneck.Bottleneck) document.Block {
	loads := b.TaskHandoffs
	if b.Estimate != nil {
		return document.Block{Note: p.Say("Betweenness of handoffs is left out where that of tasks is estimated.")}
	}
	if b.Served != nil {
		return document.Block{Note: p.Say("Betweenness of handoffs is left out: the server computes that of tasks and of organizations only.")}
	}
	t := &document.Table{
		Caption: p.Plain("Handoffs on the shortest ways between tasks"),
		Columns: []document.Column{p.Left("From"), p.Left("To"), p.Right("Betweenness")},
	}
	for _, l := range loads[:min(mostHandoffs, len(loads))] {
		t.Rows = append(t.Rows, document.Row{Cells: append([]document.Cell{
			{Text: p.Task(l.From)}, {Text: p.Task(l.To)}, document.Text(messages.Tenths(l.Betweenness.Value)),
		}, byMinutes(l.WeightedBetweenness)...)})
	}
	if len(loads) > 0 && loads[0].WeightedBetweenness != nil {
		t.Columns = append(t.Columns, p.Right("By minutes"))
	}
	return document.Block{Group: &document.Group{
		Title:  p.Say("Over which handoffs: the first {1} of {2} by betweenness", len(t.Rows), len(loads)),
		Folded: true, Blocks: []document.Block{{Table: t}},
	}}
}

// byMinutes returns a betweenness by minutes, and nothing where it is not known.
func byMinutes(c *bottleneck.Centrality) []document.Cell {
	if c == nil {
		return nil
	}
	return []document.Cell{document.Text(centralityValue(*c))}
}

func centralityValue(c bottleneck.Centrality) string { return messages.Tenths(c.Value) }
