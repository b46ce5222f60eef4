package render

import (
	"slices"
	"strconv"

	"tasuki/analysis"
	"tasuki/graph"
)

// escalations gives the ladder of each flow: organization by organization, with
// what each is handed.
func (p reporter) escalations(list []analysis.Escalation, drawings []Drawing) []block {
	if len(list) == 0 {
		return p.undeclared(p.say("Whom to call next needs flows, and none is declared."))
	}
	blocks := []block{{Text: p.say("Each ladder leads from a start of the flow to its goal by the fewest steps; the alternates follow in order of length.")}}
	for _, e := range list {
		blocks = append(blocks, block{Group: &group{
			ID: anchor("escalation", e.Flow), Title: p.flowTitle(e.Flow),
			Blocks: slices.Concat(p.figures(drawings, LadderDrawing, e.Flow), p.escalation(e), p.spofOf(e.Flow)),
		}})
	}
	return blocks
}

func (p reporter) escalation(e analysis.Escalation) []block {
	var blocks []block
	if len(e.Without) > 0 {
		blocks = append(blocks, block{Text: p.say("Without {1} ({2}), {3} tasks of the flow are left out: {4}.", p.organizationList(e.Without),
			ruleOf(e.Rules.Leads, e.Rules.Support), len(e.Removed), p.list(each(e.Removed, p.task)))})
	}
	for _, l := range e.Ladders {
		blocks = append(blocks, p.ladder(l)...)
	}
	if len(e.DeadEnds) > 0 {
		blocks = append(blocks, block{Note: p.say("Dead ends, from which work reaches no goal: {1}.", p.list(each(e.DeadEnds, p.task)))})
	}
	return blocks
}

// ladder gives the best path from one start, and its alternates on demand.
func (p reporter) ladder(l analysis.Ladder) []block {
	switch {
	case l.Lost:
		return []block{{Text: p.say("From {1}: the start itself is lost.", p.task(l.Start))}}
	case len(l.Paths) == 0:
		return []block{{Text: p.say("From {1}: no goal can be reached.", p.task(l.Start))}}
	}
	blocks := []block{{Table: p.path(l.Start, 1, l.Paths[0])}}
	if len(l.Paths) == 1 {
		return append(blocks, block{Note: p.say("There is no other path from {1}.", p.taskID(l.Start))})
	}
	alternates := &group{Title: p.many(len(l.Paths)-1, "{1} alternate from {2}", "{1} alternates from {2}", p.taskID(l.Start)), Folded: true}
	for i, path := range l.Paths[1:] {
		alternates.Blocks = append(alternates.Blocks, block{Table: p.path(l.Start, i+2, path)})
	}
	return append(blocks, block{Group: alternates})
}

func (p reporter) path(start string, number int, path analysis.Path) *table {
	t := &table{
		Caption: p.many(len(path.Rungs)-1, "From {2}, path {3}: {4} tasks, {1} change of hands",
			"From {2}, path {3}: {4} tasks, {1} changes of hands", start, number, len(path.Steps)).String(),
		Columns: []column{p.right("Rung"), p.left("Organization"), p.left("Tasks"), p.left("Receives")},
	}
	step := 0
	for i, r := range path.Rungs {
		var received []phrase
		for _, h := range path.Steps[step].Handoffs {
			received = append(received, p.handedOver(h))
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
