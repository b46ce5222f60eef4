package render

import (
	"slices"

	"tasuki/analysis/spof"
)

// structure says what holds all handoffs together; nothing when there are none.
func (p reporter) structure(s *spof.Structure) []block {
	if s == nil || s.Tasks == 0 {
		return nil
	}
	said := p.sentences(
		p.say("{1} tasks have a handoff.", s.Tasks),
		p.many(s.Pairs, "Handoffs in one or both directions join {1} pair of them.", "Handoffs in one or both directions join {1} pairs of them."),
		p.many(len(s.Components), "All of these tasks are connected.", "The tasks form {1} connected parts."),
		p.holding(s.Separation))
	g := &group{Title: p.say("The tables of what holds together"), Folded: true}
	if len(s.Components) > 1 {
		t := &table{Caption: p.plain("Connected parts"), Columns: []column{p.right("Tasks"), p.wide("Which")}}
		for _, c := range s.Components {
			t.Rows = append(t.Rows, row{Cells: []cell{text(whole(c.Size)), {Text: p.members(c)}}})
		}
		g.Blocks = append(g.Blocks, block{Table: t})
	}
	g.Blocks = append(g.Blocks, p.separations(s.Separation)...)
	blocks := []block{{Text: said}}
	if len(g.Blocks) > 0 {
		blocks = append(blocks, block{Group: g})
	}
	return []block{{Group: &group{ID: "structure", Title: p.say("All handoffs together, followed both ways"), Blocks: blocks}}}
}

// undirected says what holds a flow together when its handoffs are followed both
// ways.
func (p reporter) undirected(s spof.FlowSPOF) *group {
	return &group{
		Title: p.say("If handoffs are followed both ways (articulation points: {1}, bridges: {2})",
			len(s.Undirected.ArticulationPoints), len(s.Undirected.Bridges)),
		Folded: true,
		Blocks: append([]block{{Text: p.holding(s.Undirected)}}, p.separations(s.Undirected)...),
	}
}

// holding says how many tasks and pairs hold others together.
func (p reporter) holding(s spof.Separation) phrase {
	return p.sentences(
		p.say("Articulation points, tasks without which others fall apart: {1}.", len(s.ArticulationPoints)),
		p.say("Bridges, pairs of tasks whose handoffs alone hold others together: {1}.", len(s.Bridges)))
}

// separations lists articulation points and bridges with what they alone hold to
// the rest.
func (p reporter) separations(s spof.Separation) []block {
	columns := []column{p.left("Without this"), p.wide("Cut off from the largest part")}
	points := &table{Caption: p.plain("Articulation points"), Columns: columns}
	for _, a := range s.ArticulationPoints {
		points.Rows = append(points.Rows, row{Cells: []cell{{Text: p.task(a.Task)}, {Items: p.cutOff(a.Parts)}}})
	}
	bridges := &table{Caption: p.plain("Bridges"), Columns: columns}
	for _, b := range s.Bridges {
		bridges.Rows = append(bridges.Rows, row{Cells: []cell{
			{Text: p.say("{1} – {2}", p.taskID(b.Tasks[0]), p.taskID(b.Tasks[1]))}, {Items: p.cutOff(b.Parts[:])},
		}})
	}
	var blocks []block
	for _, t := range []*table{points, bridges} {
		if len(t.Rows) > 0 {
			blocks = append(blocks, block{Table: t})
		}
	}
	return blocks
}

// cutOff lists all parts but the first of the largest.
func (p reporter) cutOff(parts []spof.Part) []phrase {
	largest := 0
	for i, part := range parts {
		if part.Size > parts[largest].Size {
			largest = i
		}
	}
	return each(slices.Delete(slices.Clone(parts), largest, largest+1), p.part)
}

// part says how large a part is, and what is in it.
func (p reporter) part(part spof.Part) phrase {
	if part.Size == 1 {
		return p.task(part.Tasks[0])
	}
	return p.say("{1} tasks: {2}", part.Size, p.members(part))
}

// members lists the tasks of a part.
func (p reporter) members(part spof.Part) phrase {
	ids := p.taskIDs(part.Tasks)
	if len(part.Tasks) < part.Size {
		return p.say("{1} and others", ids)
	}
	return ids
}
