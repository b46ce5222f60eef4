package section

import (
	"slices"

	"tasuki/analysis/spof"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// structure says what holds all handoffs together; nothing when there are none.
func structure(p messages.Printer, s *spof.Structure) []document.Block {
	if s == nil || s.Tasks == 0 {
		return nil
	}
	said := p.Sentences(
		p.Say("{1} tasks have a handoff.", s.Tasks),
		p.Many(s.Pairs, "Handoffs in one or both directions join {1} pair of them.", "Handoffs in one or both directions join {1} pairs of them."),
		p.Many(len(s.Components), "All of these tasks are connected.", "The tasks form {1} connected parts."),
		holding(p, s.Separation))
	g := &document.Group{Title: p.Say("The tables of what holds together"), Folded: true}
	if len(s.Components) > 1 {
		t := &document.Table{Caption: p.Plain("Connected parts"), Columns: []document.Column{p.Right("Tasks"), p.Wide("Which")}}
		for _, c := range s.Components {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Text(messages.Whole(c.Size)), {Text: members(p, c)}}})
		}
		g.Blocks = append(g.Blocks, document.Block{Table: t})
	}
	g.Blocks = append(g.Blocks, separations(p, s.Separation)...)
	blocks := []document.Block{{Text: said}}
	if len(g.Blocks) > 0 {
		blocks = append(blocks, document.Block{Group: g})
	}
	return []document.Block{{Group: &document.Group{ID: "structure", Title: p.Say("All handoffs together, followed both ways"), Folded: true, Blocks: blocks}}}
}

// undirected says what holds a flow together when its handoffs are followed both
// ways.
func undirected(p messages.Printer, s spof.FlowSPOF) *document.Group {
	return &document.Group{
		Title: p.Say("If handoffs are followed both ways (articulation points: {1}, bridges: {2})",
			len(s.Undirected.ArticulationPoints), len(s.Undirected.Bridges)),
		Folded: true,
		Blocks: append([]document.Block{{Text: holding(p, s.Undirected)}}, separations(p, s.Undirected)...),
	}
}

// holding says how many tasks and pairs hold others together.
func holding(p messages.Printer, s spof.Separation) document.Phrase {
	return p.Sentences(
		p.Say("Articulation points, tasks without which others fall apart: {1}.", len(s.ArticulationPoints)),
		p.Say("Bridges, pairs of tasks whose handoffs alone hold others together: {1}.", len(s.Bridges)))
}

// separations lists articulation points and bridges with what they alone hold to
// the rest.
func separations(p messages.Printer, s spof.Separation) []document.Block {
	columns := []document.Column{p.Left("Without this"), p.Wide("Cut off from the largest part")}
	points := &document.Table{Caption: p.Plain("Articulation points"), Columns: columns}
	for _, a := range s.ArticulationPoints {
		points.Rows = append(points.Rows, document.Row{Cells: []document.Cell{{Text: p.Task(a.Task)}, {Items: cutOff(p, a.Parts)}}})
	}
	bridges := &document.Table{Caption: p.Plain("Bridges"), Columns: columns}
	for _, b := range s.Bridges {
		bridges.Rows = append(bridges.Rows, document.Row{Cells: []document.Cell{
			{Text: p.Say("{1} – {2}", p.TaskID(b.Tasks[0]), p.TaskID(b.Tasks[1]))}, {Items: cutOff(p, b.Parts[:])},
		}})
	}
	var blocks []document.Block
	for _, t := range []*document.Table{points, bridges} {
		if len(t.Rows) > 0 {
			blocks = append(blocks, document.Block{Table: t})
		}
	}
	return blocks
}

// cutOff lists all parts but the first of the largest.
func cutOff(p messages.Printer, parts []spof.Part) []document.Phrase {
	largest := 0
	for i, part := range parts {
		if part.Size > parts[largest].Size {
			largest = i
		}
	}
	return messages.Each(slices.Delete(slices.Clone(parts), largest, largest+1), func(x spof.Part) document.Phrase { return part(p, x) })
}

// part says how large a part is, and what is in it.
func part(p messages.Printer, part spof.Part) document.Phrase {
	if part.Size == 1 {
		return p.Task(part.Tasks[0])
	}
	return p.Say("{1} tasks: {2}", part.Size, members(p, part))
}

// members lists the tasks of a part.
func members(p messages.Printer, part spof.Part) document.Phrase {
	ids := taskIDs(p, part.Tasks)
	if len(part.Tasks) < part.Size {
		return p.Say("{1} and others", ids)
	}
	return ids
}
