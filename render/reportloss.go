package render

import (
	"slices"

	"tasuki/analysis/findings"
	"tasuki/analysis/loss"
	"tasuki/graph"
)

// lossesWith returns the losses with the drawing of the loss of several.
func (p reporter) lossesWith(r findings.Review, drawings []Drawing) []block {
	blocks := p.losses(loss.LossResult{Losses: r.Losses, LossSets: r.LossSets})
	if n := len(p.lossSets(r.LossSets)); n > 0 {
		several := blocks[len(blocks)-n].Group
		several.Blocks = slices.Insert(several.Blocks, 2, p.figures(drawings, LossDrawing, "")...)
	}
	return blocks
}

// losses compares the rules in force with the other lead rule, gives the
// witness of every claim, then says what the loss of several organizations does.
func (p reporter) losses(l loss.LossResult) []block {
	inForce, other := compared(l.Losses)
	if inForce == nil {
		return nil
	}
	said := p.sentences(p.leadRule(inForce.Rules.Leads), p.supportRule(inForce.Rules.Support))
	if other != nil {
		said = p.sentences(said, p.say("The figures beside them show what the other reading of joint leads would give."))
	}
	blocks := []block{{Text: said}, {Table: p.lossTable(inForce, other)}}
	if len(inForce.Unled) > 0 {
		blocks = append(blocks, block{Note: p.many(len(inForce.Unled),
			"{1} task is led by nobody. Nobody's loss changes that, so it is not counted here: {2}.",
			"{1} tasks are led by nobody. Nobody's loss changes that, so they are not counted here: {2}.", p.list(each(inForce.Unled, p.task)))})
	}
	if len(p.g.Flows()) == 0 {
		blocks = append(blocks, p.undeclared(p.say("Which flows break needs flows, and none is declared."))...)
		return append(blocks, p.lossSets(l.LossSets)...)
	}
	for _, o := range inForce.Organizations {
		if len(o.Lost)+len(o.Degraded) > 0 {
			blocks = append(blocks, p.lossOf(o))
		}
	}
	return append(blocks, p.lossSets(l.LossSets)...)
}

// compared returns the losses under the rules in force, and under the other
// lead rule with the same support rule.
func compared(losses []loss.Loss) (inForce, other *loss.Loss) {
	for i := range losses {
		if losses[i].InForce {
			inForce = &losses[i]
		}
	}
	for i, l := range losses {
		if inForce != nil && l.Rules.Leads != inForce.Rules.Leads && l.Rules.Support == inForce.Rules.Support {
			other = &losses[i]
		}
	}
	return inForce, other
}

func (p reporter) lossTable(inForce, other *loss.Loss) *table {
	t := &table{
		Caption: p.plain("What the loss of each organization does"),
		Over:    []heading{{"", 1}},
		Columns: []column{p.left("Organization")},
	}
	head := func(l *loss.Loss, english string) {
		t.Over = append(t.Over, heading{p.plain(english, string(l.Rules.Leads), string(l.Rules.Support)), 4})
		t.Columns = append(t.Columns, p.right("Tasks lost"), p.right("Degraded"),
			p.right("Flows broken"), p.right("Degraded"))
	}
	head(inForce, "In force: leads {1}, support {2}")
	if other != nil {
		head(other, "If it were: leads {1}, support {2}")
	}
	for i, o := range inForce.Organizations {
		cells := append([]cell{{Text: p.organization(o.Organization)}}, p.lossCells(o)...)
		if other != nil {
			cells = append(cells, p.lossCells(other.Organizations[i])...)
		}
		t.Rows = append(t.Rows, row{Cells: cells})
	}
	return t
}

func (p reporter) lossCells(o loss.OrganizationLoss) []cell {
	broken, degraded := whole(len(o.Broken)), whole(len(o.DegradedFlows))
	if len(p.g.Flows()) == 0 {
		broken, degraded = unknown, unknown
	}
	return []cell{text(whole(len(o.Lost))), text(whole(len(o.Degraded))), text(broken), text(degraded)}
}

// lossOf lists what the loss of one organization does, with the witnesses.
func (p reporter) lossOf(o loss.OrganizationLoss) block {
	g := &group{
		Title:  p.many(len(p.g.Flows()), "Without {2}: {3} of {1} flow broken", "Without {2}: {3} of {1} flows broken", p.organization(o.Organization), len(o.Broken)),
		Folded: true,
	}
	list := func(title phrase, flows []loss.FlowLoss, describe func(loss.FlowLoss) phrase) {
		if len(flows) == 0 {
			return
		}
		var items []phrase
		for _, f := range flows {
			items = append(items, describe(f))
		}
		g.Blocks = append(g.Blocks, block{Head: title}, block{Items: items})
	}
	list(p.say("Broken: without these tasks no way is left"), o.Broken, func(f loss.FlowLoss) phrase {
		return p.say("{1}: {2}", p.flow(f.Flow), p.list(each(f.Lost, p.task)))
	})
	list(p.say("Degraded: the best way that is left passes a task whose lead is missing"), o.DegradedFlows, p.remaining)
	list(p.say("Touched, but a way without any lost or degraded task is left"), o.Touched, p.remaining)
	g.Blocks = append(g.Blocks, p.taskItems(p.say("Tasks lost"), o.Lost)...)
	g.Blocks = append(g.Blocks, p.taskItems(p.say("Tasks degraded"), o.Degraded)...)
	return block{Group: g}
}

func (p reporter) remaining(f loss.FlowLoss) phrase {
	return p.say("{1}: {2}", p.flow(f.Flow), p.way(f.Way))
}

// taskItems lists tasks under a title; of no tasks, it says nothing.
func (p reporter) taskItems(title phrase, ids []string) []block {
	if len(ids) == 0 {
		return nil
	}
	return []block{{Head: p.say("{1} ({2})", title, len(ids))}, {Items: each(ids, p.task)}}
}

// ruleOf names the two rules of a result.
func ruleOf(leads graph.LeadRule, support graph.SupportRule) string {
	return "leads: " + string(leads) + ", support: " + string(support)
}
