package observed

import (
	"slices"

	"tasuki/render/document"
	"tasuki/render/messages"
)

// mostRows is how many rows a table of a report has at most; results.json has all.
const mostRows = 1000

// Chapter says in a report what a log shows: what was read, and of each part what is said in
// sentences; of handoffs and flows the first table, too. The other tables and the drawings of
// flows are shown on demand.
func Chapter(p messages.Printer, o Observation, drawings []document.Drawing) []document.Block {
	blocks := Read(p, o)
	for _, part := range Parts(p, o, mostRows) {
		g := &document.Group{ID: "observed-" + part.ID, Title: part.Title, Blocks: parted(part)}
		if part.ID == "flows" {
			g.Blocks = append(g.Blocks, drawn(p, o, drawings)...)
		}
		blocks = append(blocks, document.Block{Group: g})
	}
	return blocks
}

// parted returns the blocks of a part, its tables folded but for the first of handoffs and of
// flows, each with the notes behind it.
func parted(part Part) (blocks []document.Block) {
	open := part.ID == "handoffs" || part.ID == "flows"
	for i := 0; i < len(part.Blocks); i++ {
		list := slices.Clone(part.Blocks[i : i+1])
		if list[0].Table == nil {
			blocks = append(blocks, list...)
			continue
		}
		for i+1 < len(part.Blocks) && len(part.Blocks[i+1].Note) > 0 {
			i++
			list = append(list, part.Blocks[i])
		}
		if open {
			open = false
			blocks = append(blocks, list...)
			continue
		}
		t := *list[0].Table
		t.Caption, t.Label = "", list[0].Table.Caption
		list[0] = document.Block{Table: &t}
		blocks = append(blocks, document.Block{Group: &document.Group{Title: document.Words(t.Label), Folded: true, Blocks: list}})
	}
	return blocks
}

// drawn shows the flows with what the log shows of them.
func drawn(p messages.Printer, o Observation, drawings []document.Drawing) (blocks []document.Block) {
	for _, f := range o.Observed.Flows {
		if list := p.Figures(drawings, document.ObservedDrawing, f.Flow); len(list) > 0 {
			blocks = append(blocks, document.Block{Group: &document.Group{Title: p.Say("Drawing: {1}", list[0].Figure.Title), Folded: true, Blocks: list}})
		}
	}
	return blocks
}
