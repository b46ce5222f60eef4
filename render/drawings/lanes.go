package drawings

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tasuki/analysis/placement"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// Lanes draws one flow in lanes, one for each organization that leads a task of
// it or may lead one, time running down. A task with several leads stands in the lane of the one
// that leads the most tasks of this flow, ties by ID, and each further lead has
// a box with the task's ID in its own lane, in the same row. Supporters are
// left out, and the drawing says so.
func Lanes(g *graph.Graph, f graph.Flow, o diagram.Overlay, lang messages.Language) diagram.Diagram {
	return LanesOver(g, g, f, o, lang)
}

// LanesOver draws a flow of g as [Lanes] does, but what stands in the drawing of the flow
// of base, to which g adds facts, stands there: its lanes come first, in their order, and
// so do its leads of a task.
func LanesOver(g, base *graph.Graph, f graph.Flow, o diagram.Overlay, lang messages.Language) diagram.Diagram {
	d := diagram.Diagram{ID: "lanes-" + string(lang.Lang) + "." + messages.Suffix(f.ID), Language: lang, Title: f.Name.In(lang.Lang)}
	open := placement.OpenLeads(g)
	orgs := withCandidates(g, f, laneOrderOver(g, base, f), open)
	at := map[int]int{}
	for i, org := range orgs {
		at[org] = i
		d.Lanes = append(d.Lanes, laneOf(g, f, org, o, lang))
	}
	led := map[int]int{}
	lanes := map[string][]int{}
	for _, id := range graph.FlowTasks(f) {
		for _, org := range leadsOf(g, id) {
			lanes[id] = append(lanes[id], at[org])
		}
		for _, org := range sameIn(g, base, leadsOf(base, id)) {
			led[org]++
		}
		for _, org := range candidatesOf(g, open[id]) {
			lanes[id] = append(lanes[id], at[org])
		}
	}
	rows := timeRows(f, lanes)
	for _, id := range graph.FlowTasks(f) {
		first := sameIn(g, base, leadsOf(base, id))
		leads := slices.SortedStableFunc(slices.Values(leadsOf(g, id)), func(a, b int) int {
			return cmp.Or(later(first, a)-later(first, b), cmp.Compare(led[b], led[a]))
		})
		d.Nodes = append(d.Nodes, taskNodes(g, f, id, leads, at, rows[id], o, lang)...)
		d.Nodes = append(d.Nodes, candidateNodes(g, id, candidatesOf(g, open[id]), at, rows[id], lang)...)
	}
	for _, h := range f.Handoffs {
		d.Edges = append(d.Edges, diagram.Edge{
			From: h.From, To: h.To, Kind: h.Kind, Inferred: h.Basis.Inferred,
			Branch: h.Branch, When: h.When.In(lang.Lang), Optional: h.Optional,
			Label: h.Artifact.In(lang.Lang), Hint: handoffHint(h, lang),
		})
	}
	d.Legend = diagram.LegendOf(d)
	d.Notes = []string{lang.Plain("Only leads are drawn, supporters are left out. Where handoffs fork or meet, one of them is enough to go on.")}
	if graph.Splits(f) {
		d.Notes = []string{lang.Plain("Only leads are drawn, supporters are left out. All branches that leave a task, at the sign + where one is drawn, are needed but for optional ones; elsewhere one handoff is enough to go on.")}
	}
	noteAssumed(&d, o.Assumed[f.ID], lang)
	return d
}

func laneOf(g *graph.Graph, f graph.Flow, org int, o diagram.Overlay, lang messages.Language) diagram.Lane {
	if org < 0 {
		return diagram.Lane{Title: lang.Plain("(nobody leads)")}
	}
	party := g.Organizations()[org]
	l := diagram.Lane{Title: party.Name.In(lang.Lang), Ref: party.ID}
	if o.StopsFlow(party.ID, f.ID) {
		l.Marks = append(l.Marks, diagram.SPOFMark)
	}
	if party.ID == o.Bottleneck {
		l.Marks = append(l.Marks, diagram.BottleneckMark)
	}
	return l
}

// taskNodes returns the box of a task in the lane of the first of its leads, and
// the boxes of the others.
func taskNodes(g *graph.Graph, f graph.Flow, id string, leads []int, at map[int]int, row int, o diagram.Overlay, lang messages.Language) []diagram.Node {
	n := diagram.Node{ID: id, Text: messages.TaskName(g, id, lang.Lang), Lane: at[leads[0]], Row: row, Ref: id, Hint: taskHint(g, id, lang)}
	if len(leads) > 1 {
		n.Text += "\n" + lang.Plain("+ joint leads: {1}", strconv.Itoa(len(leads)-1))
	}
	for _, m := range []struct {
		mark diagram.Mark
		set  bool
	}{
		{diagram.StartMark, slices.Contains(f.Start, id)},
		{diagram.GoalMark, slices.Contains(f.Goal, id)},
		{diagram.SPOFMark, slices.Contains(o.Tasks[f.ID], id)},
		{diagram.UncertainMark, uncertainLead(g, id, leads[0])},
	} {
		if m.set {
			n.Marks = append(n.Marks, m.mark)
		}
	}
	nodes := []diagram.Node{n}
	for _, org := range leads[1:] {
		joint := diagram.Node{
			ID: jointID(g, id, org), Class: diagram.JointNode, Text: id + " " + g.Organizations()[org].Name.In(lang.Lang),
			Lane: at[org], Row: row, Ref: id, Hint: n.Hint,
		}
		if uncertainLead(g, id, org) {
			joint.Marks = []diagram.Mark{diagram.UncertainMark}
		}
		nodes = append(nodes, joint)
	}
	return nodes
}

// jointID names the box of a further lead, unlike any task.
func jointID(g *graph.Graph, task string, org int) string {
	id := task + " + " + g.Organizations()[org].ID
	for taken := true; taken; {
		if _, taken = g.TaskIndex(id); taken {
			id += "'"
		}
	}
	return id
}

// uncertainLead reports whether the mark that makes org lead a task is
// uncertain.
func uncertainLead(g *graph.Graph, task string, org int) bool {
	return org >= 0 && slices.ContainsFunc(g.Assignments(), func(a graph.Assignment) bool {
		return a.Task == task && a.Role == graph.Lead && a.Reading == graph.Uncertain && a.Organization == g.Organizations()[org].ID
	})
}

// taskHint names a task and its leads in full.
func taskHint(g *graph.Graph, id string, lang messages.Language) string {
	t, ok := g.TaskIndex(id)
	if !ok {
		return id
	}
	var leads []string
	for _, org := range g.Leads(t) {
		leads = append(leads, g.Organizations()[org].Name.In(lang.Lang))
	}
	return messages.TaskName(g, id, lang.Lang) + lang.Plain(" — ") + cmp.Or(strings.Join(leads, ", "), lang.Plain("(nobody leads)"))
}

// handoffHint is the label with the rows that the handoff rests on and what
// they say.
func handoffHint(h graph.Handoff, lang messages.Language) string {
	hint := h.From + " → " + h.To + " " + messages.Terms(h.When.In(lang.Lang), h.Optional, lang) + messages.KindAndLabel(h.Kind, h.Artifact.In(lang.Lang), lang)
	if h.Branch != "" {
		hint += lang.Plain(" (branch {1})", h.Branch)
	}
	if h.Basis.Inferred {
		hint += " (" + lang.Plain("dashed: inferred handoff") + ")"
	}
	if !h.Basis.Says.IsZero() {
		hint += lang.Plain(" — ") + h.Basis.Says.In(lang.Lang)
	}
	return hint
}
