package section

import (
	"tasuki/analysis/bottleneck"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// served says what a server has computed.
func served(p messages.Printer, s *bottleneck.Served) []document.Block {
	if s == nil {
		return nil
	}
	columns := []document.Column{p.Wide("Tasks")}
	points := &document.Table{Caption: p.Plain("Articulation points"), Columns: columns}
	for _, id := range s.ArticulationPoints {
		points.Rows = append(points.Rows, document.Row{Cells: []document.Cell{{Text: p.Task(id)}}})
	}
	bridges := &document.Table{Caption: p.Plain("Bridges"), Columns: columns}
	for _, ends := range s.Bridges {
		bridges.Rows = append(bridges.Rows, document.Row{Cells: []document.Cell{{Text: p.Say("{1} – {2}", p.TaskID(ends[0]), p.TaskID(ends[1]))}}})
	}
	g := &document.Group{Folded: true, Title: p.Say("If handoffs are followed both ways (articulation points: {1}, bridges: {2})", len(points.Rows), len(bridges.Rows))}
	for _, t := range []*document.Table{points, bridges} {
		if len(t.Rows) > 0 {
			g.Blocks = append(g.Blocks, document.Block{Table: t})
		}
	}
	blocks := []document.Block{{Note: p.Say("Betweenness, articulation points and bridges were computed on the server of the database, by {1}.", s.Engine)}}
	if len(g.Blocks) > 0 {
		blocks = append(blocks, document.Block{Group: g})
	}
	return blocks
}
