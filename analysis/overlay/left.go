package overlay

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/graph"
)

// left returns what is left of the dataset without those who are missing, and without what
// is taken out.
func (o Overlay) left() graph.Dataset {
	d := o.Present
	out := func(task string) bool { return slices.Contains(o.Tasks, task) }
	absent := func(org string) bool { return slices.Contains(o.Without, org) }
	d.Assignments = slices.DeleteFunc(slices.Clone(d.Assignments), func(a graph.Assignment) bool { return out(a.Task) || absent(a.Organization) })
	d.Supplies = slices.DeleteFunc(slices.Clone(d.Supplies), func(s graph.Supply) bool { return absent(s.Organization) })
	if len(o.Tasks)+len(o.Handoffs) == 0 {
		return d
	}
	d.Tasks = slices.DeleteFunc(slices.Clone(d.Tasks), func(t graph.Task) bool { return out(t.ID) })
	if d.Account != nil {
		a := *d.Account
		a.Unread = slices.DeleteFunc(slices.Clone(a.Unread), func(u graph.UnreadMark) bool { return out(u.Task) })
		gone := len(d.Account.Unread) - len(a.Unread)
		a.Marks.Unread, a.Marks.In = a.Marks.Unread-gone, a.Marks.In-gone
		d.Account = &a
	}
	d = d.WithBranches() // before handoffs go, whose rules of forks name branches
	d.Handoffs = o.handoffsLeft(d.Handoffs)
	flows := d.Flows
	d.Flows = nil
	for _, f := range flows {
		before := len(graph.FlowTasks(f)) + len(f.Handoffs)
		f.Start = slices.DeleteFunc(slices.Clone(f.Start), out)
		f.Goal = slices.DeleteFunc(slices.Clone(f.Goal), out)
		f.Handoffs = o.handoffsLeft(f.Handoffs)
		if before == len(graph.FlowTasks(f))+len(f.Handoffs) || stands(d.Tasks, f) {
			d.Flows = append(d.Flows, f)
		}
	}
	if len(d.Flows) < len(flows) {
		d.Organizations, d.OutsideReports = callsLeft(d)
	}
	return d
}

// callsLeft returns the organizations without their lists of contacts for flows that are
// no more, and the outside reports that are owed in a flow that is left.
func callsLeft(d graph.Dataset) ([]graph.Organization, []graph.OutsideReport) {
	gone := func(flow string) bool {
		return !slices.ContainsFunc(d.Flows, func(f graph.Flow) bool { return f.ID == flow })
	}
	organizations := slices.Clone(d.Organizations)
	for i, o := range organizations {
		organizations[i].ContactLists = slices.DeleteFunc(slices.Clone(o.ContactLists), func(l graph.ContactList) bool { return l.Flow != "" && gone(l.Flow) })
	}
	var reports []graph.OutsideReport
	for _, r := range d.OutsideReports {
		all := len(r.Flows)
		if r.Flows = slices.DeleteFunc(slices.Clone(r.Flows), gone); all == 0 || len(r.Flows) > 0 {
			reports = append(reports, r)
		}
	}
	return organizations, reports
}

// handoffsLeft returns the handoffs that are made, on a copy.
func (o Overlay) handoffsLeft(list []graph.Handoff) []graph.Handoff {
	out := func(task string) bool { return slices.Contains(o.Tasks, task) }
	list = slices.DeleteFunc(slices.Clone(list), func(h graph.Handoff) bool {
		return out(h.From) || out(h.To) || slices.Contains(o.Handoffs, flow.TaskHandoff{From: h.From, To: h.To})
	})
	for i := range list {
		list[i].Basis.Rows = slices.DeleteFunc(slices.Clone(list[i].Basis.Rows), out)
	}
	return list
}

// stands reports whether a flow is one that facts can state.
func stands(tasks []graph.Task, f graph.Flow) bool {
	var own []graph.Task
	ids := graph.FlowTasks(f)
	for _, t := range tasks {
		if _, found := slices.BinarySearchFunc(ids, t.ID, graph.Compare); found {
			own = append(own, graph.Task{ID: t.ID, Name: t.Name})
		}
	}
	f.Handoffs = slices.Clone(f.Handoffs)
	for i := range f.Handoffs {
		f.Handoffs[i].Basis.Rows = nil
	}
	_, err := graph.New(graph.Dataset{Tasks: own, Flows: []graph.Flow{f}})
	return err == nil
}
