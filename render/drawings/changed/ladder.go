package changed

import (
	"fmt"
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/analysis/overlay"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/messages"
)

// Escalations returns the escalations of a flow before changes that were laid over a dataset,
// and behind them: with who is missing absent, so that supporters stand in as the rules
// have it. Behind changes of which nothing is left of the flow there are no ladders. The
// options may ask for rules; those that changes ask for go before them. It takes the time of
// [escalation.Escalations], whose errors it has.
func (x *Change) Escalations(flow string, options escalation.EscalationOptions) (before, after escalation.Escalation, err error) {
	if before, err = escalation.Escalations(x.Before, flow, options); err != nil {
		return before, after, err
	}
	after = escalation.Escalation{Flow: flow}
	var others []overlay.Change
	for _, c := range x.laid.Changes {
		switch c.Kind {
		case overlay.Without:
			continue
		case overlay.LeadRule:
			options.Leads = ""
		case overlay.SupportRule:
			options.Support = ""
		}
		others = append(others, c)
	}
	o, err := overlay.Apply(x.Before.Dataset(), others)
	if err != nil {
		return before, after, err
	}
	g, err := graph.New(o.Dataset)
	if err != nil {
		return before, after, err
	}
	if _, ok := g.Flow(flow); ok && x.flows[flow] != diagram.BreaksStatus {
		options.Without = x.laid.Without
		after, err = escalation.Escalations(g, flow, options)
	}
	return before, after, err
}

// Ladder draws the ladder of a flow as [drawings.Ladder] does, with the change marked, and
// below it the ladders from the starts whose paths are others behind the change.
func (x *Change) Ladder(before, after escalation.Escalation, lang messages.Language) diagram.Diagram {
	d := drawings.Ladder(x.Before, before, lang)
	of := levels(before)
	status := map[string]diagram.Status{}
	for i, n := range d.Nodes {
		if rung, ok := of[n.ID]; ok {
			d.Nodes[i].Status = x.rung(rung)
			status[n.ID] = d.Nodes[i].Status
			x.hint(&d.Nodes[i].Hint, d.Nodes[i].Status, lang)
		}
	}
	for i, e := range d.Edges {
		ends := []diagram.Status{status[e.From], status[e.To]}
		switch {
		case x.cut(before.Flow, of[e.From], of[e.To]) || slices.Contains(ends, diagram.GoneStatus):
			d.Edges[i].Status = diagram.GoneStatus
		case slices.Contains(ends, diagram.BreaksStatus):
			d.Edges[i].Status = diagram.BreaksStatus
		}
	}
	differs := len(after.Ladders)
	after.Ladders = slices.DeleteFunc(slices.Clone(after.Ladders), func(l escalation.Ladder) bool {
		return slices.ContainsFunc(before.Ladders, func(b escalation.Ladder) bool { return l.Start == b.Start && alike(l, b) })
	})
	if len(after.Ladders) > 0 {
		x.below(&d, before, after)
	}
	x.finish(&d, x.outcome(before.Flow, lang))
	if differs > 0 && len(after.Ladders) == 0 && d.Change != "" {
		d.Notes = append(d.Notes, lang.Plain("Whom to call stays the same."))
	}
	return d
}

// below adds ladders behind the change below those before it. Levels that no path had are
// new.
func (x *Change) below(d *diagram.Diagram, before, after escalation.Escalation) {
	was := map[string]bool{}
	for _, rung := range levels(before) {
		was[fmt.Sprintf("%q", rung)] = true
	}
	rows := 0
	for _, n := range d.Nodes {
		rows = max(rows, n.Row+1)
	}
	now, of := drawings.Ladder(x.Union, after, d.Language), levels(after)
	for _, n := range now.Nodes {
		if rung, ok := of[n.ID]; ok && !was[fmt.Sprintf("%q", rung)] {
			n.Status = diagram.CameStatus
			x.hint(&n.Hint, n.Status, d.Language)
		}
		if n.Class == diagram.HeadingNode {
			n.Text = d.Plain("After the change: {1}", n.Text)
		}
		n.ID, n.Row = later+n.ID, n.Row+rows
		d.Nodes = append(d.Nodes, n)
	}
	for _, e := range now.Edges {
		e.From, e.To = later+e.From, later+e.To
		d.Edges = append(d.Edges, e)
	}
	if len(now.Lanes) > len(d.Lanes) {
		d.Lanes = append(d.Lanes, now.Lanes[len(d.Lanes):]...)
	}
	d.Notes = with(d.Notes, now.Notes, func(note string) string { return note })
}

// later begins the names of boxes of ladders behind the change.
const later = "after "

// levels returns the levels of an escalation by the names of their boxes.
func levels(e escalation.Escalation) map[string]escalation.Rung {
	of := map[string]escalation.Rung{}
	for i, l := range e.Ladders {
		for k, p := range l.Paths {
			for level, rung := range p.Rungs {
				of[fmt.Sprintf("ladder %d path %d level %d", i+1, k+1, level+1)] = rung
			}
		}
	}
	return of
}

// alike reports whether two ladders have the same paths.
func alike(a, b escalation.Ladder) bool {
	return slices.EqualFunc(a.Paths, b.Paths, func(p, q escalation.Path) bool {
		return slices.EqualFunc(p.Rungs, q.Rungs, func(r, s escalation.Rung) bool {
			return slices.Equal(r.Organizations, s.Organizations) && slices.Equal(r.Tasks, s.Tasks)
		})
	})
}

// rung returns what the change does to a level: the worst of what it does to its tasks.
func (x *Change) rung(r escalation.Rung) diagram.Status {
	has := map[diagram.Status]bool{}
	for _, id := range r.Tasks {
		has[x.tasks[id]] = true
	}
	switch {
	case has[diagram.GoneStatus] && len(has) == 1:
		return diagram.GoneStatus
	case has[diagram.GoneStatus] || has[diagram.BreaksStatus]:
		return diagram.BreaksStatus
	case has[diagram.StandInStatus]:
		return diagram.StandInStatus
	case has[diagram.ChangedStatus]:
		return diagram.ChangedStatus
	}
	return diagram.Same
}

// cut reports whether a handoff from one level to another is taken out.
func (x *Change) cut(flow string, from, to escalation.Rung) bool {
	f, _ := x.Union.Flow(flow)
	return slices.ContainsFunc(f.Handoffs, func(h graph.Handoff) bool {
		return slices.Contains(from.Tasks, h.From) && slices.Contains(to.Tasks, h.To) && x.handoffs[handoff{flow, h.From, h.To, h.Kind}] == diagram.GoneStatus
	})
}
