package observed

import (
	"slices"

	"tasuki/render/document"
	"tasuki/render/messages"
)

// mostRows is how many rows a table of a report has at most; results.json has all.
const mostRows = 1000

// Chapter says in a report what a log shows: what was read, of each part what is said in
// sentences and the first table; the other tables and the drawings of flows are shown on
// demand, but that the flow of the most cases is drawn on paper, too.
func Chapter(p messages.Printer, o Observation, drawings []document.Drawing) []document.Block {
	blocks := Read(p, o)
	for _, part := range Parts(p, o, mostRows) {
		blocks = append(blocks, document.Block{Head: part.Title})
		tables := 0
		for i := 0; i < len(part.Blocks); i++ {
			b := part.Blocks[i]
			if b.Table == nil {
				blocks = append(blocks, b)
				continue
			}
			list := []document.Block{b}
			for i+1 < len(part.Blocks) && len(part.Blocks[i+1].Note) > 0 {
				i++
				list = append(list, part.Blocks[i])
			}
			if tables++; tables == 1 && (part.ID == "handoffs" || part.ID == "flows") {
				blocks = append(blocks, list...)
				continue
			}
			t := *b.Table
			t.Caption, t.Label = "", b.Table.Caption
			list[0] = document.Block{Table: &t}
			blocks = append(blocks, document.Block{Group: &document.Group{Title: document.Words(t.Label), Folded: true, Blocks: list}})
		}
		if part.ID == "flows" {
			blocks = append(blocks, drawn(p, o, drawings)...)
		}
	}
	return blocks
}

// drawn shows the flows with what the log shows of them, that of the most cases first.
func drawn(p messages.Printer, o Observation, drawings []document.Drawing) (blocks []document.Block) {
	flows := slices.Clone(o.Observed.Flows)
	for i, f := range flows {
		if f.Cases > flows[0].Cases {
			flows[0], flows[i] = flows[i], flows[0]
		}
	}
	for i, f := range flows {
		if list := p.Figures(drawings, document.ObservedDrawing, f.Flow); len(list) > 0 {
			blocks = append(blocks, document.Block{Group: &document.Group{Title: p.Say("Drawing: {1}", p.Say("{1}: what a log shows", p.FlowName(f.Flow).String())), Folded: true, Printed: i == 0, Blocks: list}})
		}
	}
	return blocks
}
