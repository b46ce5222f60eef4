package changed

import (
	"slices"
	"strconv"

	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/messages"
)

// Lanes draws a flow of the union as [drawings.Lanes] does, with the change marked. What is
// highlighted is said of Base.
func (x *Change) Lanes(f graph.Flow, o diagram.Overlay, lang messages.Language) diagram.Diagram {
	d := drawings.LanesOver(x.Union, x.Base, f, o, lang)
	for i, l := range d.Lanes {
		d.Lanes[i].Status = x.organizations[l.Ref]
	}
	for i, n := range d.Nodes {
		d.Nodes[i] = x.box(d, n)
	}
	for i, h := range f.Handoffs { // the arrows stand in their order
		d.Edges[i].Status = x.handoffs[handoff{f.ID, h.From, h.To, h.Kind}]
		x.hint(&d.Edges[i].Hint, d.Edges[i].Status, lang)
	}
	x.finish(&d, x.outcome(f.ID, lang))
	if x.apart[f.ID] {
		d.Notes = append(d.Notes, lang.Plain("Handoffs that only the old dataset has are not drawn: together with the new ones they make no valid flow."))
	}
	return d
}

// box returns a box of a flow as the change leaves it. The box that names a task is taken
// away with the task alone; a lead that has handed it on has left it.
func (x *Change) box(d diagram.Diagram, n diagram.Node) diagram.Node {
	org := d.Lanes[n.Lane].Ref
	task := x.tasks[n.Ref]
	lead := x.marks[mark{n.Ref, org, graph.Lead}]
	n.Status = task
	switch {
	case task == diagram.GoneStatus || task == diagram.CameStatus:
	case n.Class == diagram.CandidateNode: // whatever becomes of the task when its mark is read as printed
		n.Status = diagram.Same
		if x.organizations[org] == diagram.GoneStatus {
			n.Status = diagram.LeftStatus
		}
	case n.Class == diagram.JointNode && lead == diagram.GoneStatus:
		n.Status = diagram.LeftStatus
	case n.Class == diagram.JointNode && lead == diagram.CameStatus:
		n.Status = diagram.CameStatus
	case n.Class == diagram.JointNode && task != diagram.BreaksStatus:
		n.Status = diagram.Same // what is otherwise is said where the task is named
	case n.Class == diagram.TaskNode && lead == diagram.GoneStatus && task == diagram.ChangedStatus:
		n.Status = diagram.LeftStatus
	}
	if n.Class == diagram.TaskNode {
		n.Text = messages.TaskName(x.Union, n.Ref, d.Lang)
		// No line more than in the drawing of Base, so that nothing moves.
		if of := leadsOf(x.Base, n.Ref); of > 1 {
			joint := strconv.Itoa(of - 1)
			if was, now := leadsOf(x.Before, n.Ref), leadsOf(x.After, n.Ref); was > 0 && now > 0 && was != now {
				joint = strconv.Itoa(was-1) + "→" + strconv.Itoa(now-1)
			}
			n.Text += "\n" + d.Plain("+ joint leads: {1}", joint)
		}
	}
	x.hint(&n.Hint, n.Status, d.Language)
	if now := x.doers(n.Ref); n.Status != diagram.Same && len(now) > 0 {
		n.Hint += d.Plain(" — ") + d.Plain("done now by {1}", messages.OrganizationNames(x.Union, now, d.Language))
	}
	return n
}

// leadsOf returns how many organizations lead a task.
func leadsOf(g *graph.Graph, task string) int {
	t, ok := g.TaskIndex(task)
	if !ok {
		return 0
	}
	return len(g.Leads(t))
}

// doers returns who does a task behind the change: its leads or, where it has lost them, its
// supporters.
func (x *Change) doers(task string) []string {
	t, ok := x.After.TaskIndex(task)
	if !ok || x.tasks[task] == diagram.BreaksStatus {
		return nil
	}
	orgs := x.After.Leads(t)
	if x.tasks[task] == diagram.StandInStatus {
		orgs = x.After.Supports(t)
	}
	var ids []string
	for _, org := range orgs {
		ids = append(ids, x.After.Organizations()[org].ID)
	}
	return ids
}

// hint adds to what is shown under the pointer what the change does.
func (x *Change) hint(hint *string, st diagram.Status, lang messages.Language) {
	if st != diagram.Same {
		*hint += lang.Plain(" — ") + diagram.NameOfStatus(st, lang)
	}
}

// outcome says what becomes of a flow; nothing where nothing does, or where it did not work
// before.
func (x *Change) outcome(flow string, lang messages.Language) string {
	switch x.flows[flow] {
	case diagram.BreaksStatus:
		return lang.Plain("this flow stops")
	case diagram.StandInStatus:
		return lang.Plain("this flow goes on only where a supporter stands in")
	case diagram.ChangedStatus:
		return lang.Plain("a way of this flow is left untouched")
	case diagram.GoneStatus:
		return lang.Plain("this flow is taken away")
	case diagram.CameStatus:
		return lang.Plain("this flow is new")
	}
	return ""
}

// finish says above a drawing what is changed, and what becomes of what it shows, and below it
// what the signs mean. A drawing of no change stays as it is.
func (x *Change) finish(d *diagram.Diagram, outcome string) {
	if d.Change = x.say(d.Language); d.Change == "" {
		return
	}
	if outcome != "" {
		d.Change += d.Plain(" — ") + outcome
	}
	d.Legend = diagram.LegendOf(*d)
	of := func(m diagram.Mark) bool {
		return m == diagram.SPOFMark || m == diagram.WorstMark || m == diagram.BottleneckMark
	}
	if slices.ContainsFunc(d.Legend, func(s diagram.Sample) bool { return s.Sign.What == diagram.MarkSign && of(s.Sign.Mark) }) {
		note := d.Plain("Single points of failure and the bottleneck are those before the change.")
		if x.since {
			note = d.Plain("Single points of failure and the bottleneck are those of the new dataset.")
		}
		d.Notes = append(d.Notes, note)
	}
}
