package observed

import (
	"slices"

	"tasuki/analysis/observe"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// mostAbout is how many rows a table about one flow or organization has.
const mostAbout = 50

// OfFlow says what a log shows of one flow: in how many cases it ran as declared and how the
// others deviate, its handoffs, and pairs of its tasks that were seen without being declared.
func OfFlow(p messages.Printer, o Observation, f graph.Flow) []document.Block {
	tasks := map[string]bool{}
	for _, id := range graph.FlowTasks(f) {
		tasks[id] = true
	}
	h := observe.Handoffs{}
	for _, d := range o.Observed.Handoffs.Declared {
		if slices.ContainsFunc(d.Declarations, func(x observe.Declaration) bool { return x.Flow == f.ID }) {
			h.Declared = append(h.Declared, d)
		}
	}
	for _, u := range o.Observed.Handoffs.Undeclared {
		if tasks[u.From] && tasks[u.To] {
			h.Undeclared = append(h.Undeclared, u)
		}
	}
	t := newTeller(p, o, mostAbout)
	var blocks []document.Block
	for _, x := range o.Observed.Flows {
		if x.Flow == f.ID {
			blocks = append(blocks, document.Block{Text: t.Say("Cases with its tasks: {1}; started: {2}; reached a goal: {3}; explained by a solution: {4}; perhaps still running: {5}.", x.Cases, x.Started, x.Reached, t.share(x.Explained), x.Unfinished)})
			if len(x.Deviations) > 0 {
				blocks = append(blocks, t.deviations(x)...)
			}
		}
	}
	return append(blocks, t.handoffTables(h)...)
}

// OfOrganization says what a log shows of one organization: what it performed by its marks,
// and with whom it exchanged work.
func OfOrganization(p messages.Printer, o Observation, id string) []document.Block {
	t := newTeller(p, o, mostAbout)
	var pairs []observe.Performed
	for _, x := range o.Observed.Performers.Pairs {
		if x.Organization == id {
			pairs = append(pairs, x)
		}
	}
	if len(pairs) == 0 {
		return []document.Block{{Text: t.Say("The log shows no task that it performed.")}}
	}
	blocks := table(t, t.Say("Tasks that it performed, by its mark on them ({1})", len(pairs)), pairs, func(x observe.Performed) []document.Cell {
		return []document.Cell{{Text: t.Task(x.Task)}, document.Text(t.standing(x.Standing)), whole(x.Events), whole(x.Cases), document.Text(t.time(x.First)), document.Text(t.time(x.Last)), t.examples(x.Examples)}
	}, t.Left("Task"), t.Left("Mark"), t.Right("Events"), t.Right("Cases"), t.Left("First"), t.Left("Last"), t.Left("Example cases"))
	var edges []observe.NetworkEdge
	for _, e := range o.Observed.Network.Edges {
		if e.From == id || e.To == id {
			edges = append(edges, e)
		}
	}
	if len(edges) == 0 {
		return blocks
	}
	return append(blocks, table(t, t.Say("Work that was seen to pass from it and to it ({1})", len(edges)), edges, func(e observe.NetworkEdge) []document.Cell {
		declared := t.Say("not declared")
		if e.Declared {
			declared = t.Say("declared")
		}
		return []document.Cell{{Text: t.Organization(e.From)}, {Text: t.Organization(e.To)}, {Text: declared}, whole(e.Count), whole(e.Cases), document.Text(minutes(e.Wait.P50)), document.Text(minutes(e.Wait.P90))}
	}, t.Left("From||handoff"), t.Left("To||handoff"), t.Left("Declared"), t.Right("Seen"), t.Right("Cases"), t.Right("P50"), t.Right("P90"))...)
}
