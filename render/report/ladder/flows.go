package ladder

import (
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/grounds"
)

// flows sets the best path of each flow side by side: whom to call first, and how long it
// takes to the goal.
func flows(p messages.Printer, list []escalation.Escalation) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Whom to call, flow by flow, on the best path"),
		Columns: []document.Column{
			p.Left("Flow"), p.Left("First contact"), p.Right("Steps"), p.Right("Organizations"), p.Right("At best"), p.Right("At worst"), p.Left("Objective"),
		},
	}
	var several, sole []document.Row
	for _, e := range list {
		row := document.Row{Cells: append([]document.Cell{{Text: p.FlowName(e.Flow)}}, bestPath(p, e)...)}
		if grounds.SoleLead(p, e.Flow) != "" {
			sole = append(sole, row)
		} else {
			several = append(several, row)
		}
	}
	t.Rows = grounds.Apart(p, several, sole)
	return t
}

// bestPath gives the figures of the best path of a flow.
func bestPath(p messages.Printer, e escalation.Escalation) []document.Cell {
	unknown := document.Text(messages.Unknown)
	l := e.Best()
	if l == nil || len(l.Paths) == 0 {
		return []document.Cell{{Text: p.Say("no goal can be reached")}, unknown, unknown, unknown, unknown, unknown}
	}
	path, best, worst := l.Paths[0], unknown, unknown
	if t := path.Timeline; t != nil {
		best, worst = document.Text(minute(&t.Best)), document.Text(minute(&t.Worst))
	}
	return []document.Cell{
		{Text: firstContact(p, path)}, document.Text(messages.Whole(path.Length())), document.Text(messages.Whole(organizationsOn(path))),
		best, worst, {Text: kept(p, e, path)},
	}
}

// firstContact is who is called first on a path; where no contact is declared, who leads
// what the start hands on to.
func firstContact(p messages.Printer, path escalation.Path) document.Phrase {
	if path.Timeline != nil {
		for _, event := range path.Timeline.Events {
			if !event.Contact.IsZero() {
				return p.Say("{1}: {2}", p.Organization(event.Organization), event.Contact.In(p.Lang))
			}
		}
	}
	return p.OrganizationList(path.Rungs[min(1, len(path.Rungs)-1)].Organizations)
}

// organizationsOn counts those who lead a task of a path.
func organizationsOn(path escalation.Path) int {
	var all []string
	for _, r := range path.Rungs {
		all = append(all, r.Organizations...)
	}
	slices.Sort(all)
	return len(slices.Compact(all))
}

// kept says whether a path keeps to the objective of its flow, at best and at worst.
func kept(p messages.Printer, e escalation.Escalation, path escalation.Path) document.Phrase {
	switch {
	case e.Objective == nil:
		return document.Words(messages.Unknown)
	case path.Timeline == nil:
		return p.Say("{1}: {2}", Objective(p, e), verdict(p, path.Objective))
	}
	best, worst := verdict(p, path.Timeline.BestObjective), verdict(p, path.Timeline.WorstObjective)
	if best.String() == worst.String() {
		return p.Say("{1}: {2}", Objective(p, e), best)
	}
	return p.Say("{1}: at best {2}, at worst {3}", Objective(p, e), best, worst)
}
