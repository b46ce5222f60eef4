package section

import (
	"cmp"
	"slices"

	"tasuki/analysis/findings"
	"tasuki/analysis/loss"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/grounds"
)

// LossesWith returns the losses with the drawing of the loss of several.
func LossesWith(p messages.Printer, r findings.Review, drawings []document.Drawing) []document.Block {
	blocks := Losses(p, loss.LossResult{Losses: r.Losses, LossSets: r.LossSets})
	if n := len(lossSets(p, r.LossSets)); n > 0 {
		several := blocks[len(blocks)-n].Group
		several.Blocks = slices.Insert(several.Blocks, 2, p.Figures(drawings, document.LossDrawing, "")...)
	}
	return blocks
}

// Losses compares the rules in force with the other lead rule, gives the
// witness of every claim, then says what the loss of several organizations does.
func Losses(p messages.Printer, l loss.LossResult) []document.Block {
	inForce, other := compared(l.Losses)
	if inForce == nil {
		return nil
	}
	said := lossRules(p, l.Losses, inForce)
	if other != nil {
		said = p.Sentences(said, p.Say("The figures beside them show what the other reading of joint leads would give."))
	}
	blocks := append([]document.Block{{Text: said}}, mostLost(p, l.Losses, inForce)...)
	blocks = append(blocks, document.Block{Table: lossTable(p, inForce, other)})
	blocks = append(append(blocks, p.OpenTasks()...), lossesOtherwise(p, l.Losses, inForce, other)...)
	if len(inForce.Unled) > 0 {
		blocks = append(blocks, document.Block{Note: p.Many(len(inForce.Unled),
			"{1} task is led by nobody. Nobody's loss changes that, so it is not counted here: {2}.",
			"{1} tasks are led by nobody. Nobody's loss changes that, so they are not counted here: {2}.", p.List(messages.Each(inForce.Unled, p.Task)))})
	}
	if len(p.Graph.Flows()) == 0 {
		blocks = append(blocks, Undeclared(p, p.Say("Which flows break needs flows, and none is declared."))...)
		return append(blocks, lossSets(p, l.LossSets)...)
	}
	for _, i := range byDamage(inForce.Organizations) {
		if o := inForce.Organizations[i]; len(o.Lost)+len(o.Degraded) > 0 {
			blocks = append(blocks, lossOf(p, o, document.Block{Text: p.Assumed(inForce.Rules, lossOtherwise(p, l.Losses, inForce, i))}))
		}
	}
	return append(blocks, lossSets(p, l.LossSets)...)
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

// byDamage returns where the losses stand, those that do most damage first: by flows
// broken, then by tasks lost, flows degraded and tasks degraded.
func byDamage(list []loss.OrganizationLoss) []int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := list[i], list[j]
		return cmp.Or(len(b.Broken)-len(a.Broken), len(b.Lost)-len(a.Lost), len(b.DegradedFlows)-len(a.DegradedFlows), len(b.Degraded)-len(a.Degraded))
	})
	return order
}

func lossTable(p messages.Printer, inForce, other *loss.Loss) *document.Table {
	t := &document.Table{
		Caption: p.Plain("What the loss of each organization does"),
		Over:    []document.Heading{{Text: "", Width: 1}},
		Columns: []document.Column{p.Left("Organization")},
	}
	head := func(l *loss.Loss, english string) {
		t.Over = append(t.Over, document.Heading{Text: p.Plain(english, p.Premises(l.Rules).String()), Width: 4})
		t.Columns = append(t.Columns, p.Right("Tasks lost"), p.Right("Tasks degraded"),
			p.Right("Flows broken"), p.Right("Flows degraded"))
	}
	head(inForce, "In force: {1}")
	if other != nil {
		head(other, "If it were: {1}")
	}
	for _, i := range byDamage(inForce.Organizations) {
		o := inForce.Organizations[i]
		cells := append([]document.Cell{{Text: p.Organization(o.Organization)}}, lossCells(p, o)...)
		if other != nil {
			cells = append(cells, lossCells(p, other.Organizations[i])...)
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	return t
}

func lossCells(p messages.Printer, o loss.OrganizationLoss) []document.Cell {
	broken, degraded := messages.Whole(len(o.Broken)), messages.Whole(len(o.DegradedFlows))
	if len(p.Graph.Flows()) == 0 {
		broken, degraded = messages.Unknown, messages.Unknown
	}
	return []document.Cell{document.Text(messages.Whole(len(o.Lost))), document.Text(messages.Whole(len(o.Degraded))), document.Text(broken), document.Text(degraded)}
}

// lossOf lists what the loss of one organization does, with the witnesses, behind
// what it assumes.
func lossOf(p messages.Printer, o loss.OrganizationLoss, assumed document.Block) document.Block {
	g := &document.Group{
		Title:  p.Many(len(p.Graph.Flows()), "Without {2}: {3} of {1} flow broken", "Without {2}: {3} of {1} flows broken", p.Organization(o.Organization), len(o.Broken)),
		Folded: true,
	}
	if len(assumed.Text) > 0 {
		g.Blocks = append(g.Blocks, assumed)
	}
	list := func(title document.Phrase, flows []loss.FlowLoss, describe func(loss.FlowLoss) document.Phrase) {
		if len(flows) == 0 {
			return
		}
		var items []document.Phrase
		for _, f := range flows {
			items = append(items, describe(f))
		}
		g.Blocks = append(g.Blocks, document.Block{Head: title}, document.Block{Items: items})
	}
	list(p.Say("Broken: without these tasks no way is left"), o.Broken, func(f loss.FlowLoss) document.Phrase {
		return p.Say("{1}: {2}", p.Flow(f.Flow), p.List(messages.Each(f.Lost, p.Task)))
	})
	list(p.Say("Degraded: the best way that is left passes a task whose lead is missing"), o.DegradedFlows, func(f loss.FlowLoss) document.Phrase { return remaining(p, f) })
	list(p.Say("Touched, but a way without any lost or degraded task is left"), o.Touched, func(f loss.FlowLoss) document.Phrase { return remaining(p, f) })
	if len(o.PartlyBroken) > 0 {
		g.Blocks = append(g.Blocks, document.Block{Head: p.Say("Broken for work from these starts, but not from every one")}, document.Block{Items: failedStarts(p, o)})
	}
	g.Blocks = append(g.Blocks, taskItems(p, p.Say("Tasks lost"), o.Lost)...)
	g.Blocks = append(g.Blocks, taskItems(p, p.Say("Tasks degraded"), o.Degraded)...)
	return document.Block{Group: g}
}

// failedStarts names, of each flow that no longer works from every start, the starts from
// which it does not.
func failedStarts(p messages.Printer, o loss.OrganizationLoss) []document.Phrase {
	var items []document.Phrase
	for _, f := range slices.Concat(o.DegradedFlows, o.Touched) {
		if len(f.FailedStarts) > 0 {
			items = append(items, p.Say("{1}: {2}", p.Flow(f.Flow), p.List(messages.Each(f.FailedStarts, p.Task))))
		}
	}
	return items
}

func remaining(p messages.Printer, f loss.FlowLoss) document.Phrase {
	return p.Say("{1}: {2}", p.Flow(f.Flow), grounds.Left(p, f.Remaining))
}

// taskItems lists tasks under a title; of no tasks, it says nothing.
func taskItems(p messages.Printer, title document.Phrase, ids []string) []document.Block {
	if len(ids) == 0 {
		return nil
	}
	return []document.Block{{Head: p.Say("{1} ({2})", title, len(ids))}, {Items: messages.Each(ids, p.Task)}}
}
