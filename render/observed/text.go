package observed

import (
	"io"

	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/document/text"
	"tasuki/render/messages"
)

// shown is how many rows of a table a terminal shows.
const shown = 6

// Text writes what a log shows of a dataset, what was read first: of each table the first
// rows, the others counted. Errors are those of w.
func Text(w io.Writer, g *graph.Graph, o Observation, lang messages.Language) error {
	p := messages.Printer{Graph: g, Language: lang}
	blocks := Read(p, o)
	for _, part := range Parts(p, o, shown) {
		blocks = append(blocks, document.Block{Head: part.Title, Level: 2})
		blocks = append(blocks, part.Blocks...)
	}
	return text.WriteText(w, blocks)
}

// Part is a group of answers with what it is called by.
type Part struct {
	ID     string
	Title  document.Phrase
	Blocks []document.Block
}

// Parts says what a log shows of a dataset, each table with so many rows at most; 0 is all.
func Parts(p messages.Printer, o Observation, most int) []Part {
	t := newTeller(p, o, most)
	return []Part{
		{"handoffs", p.Say("Handoffs"), t.handoffs()},
		{"performers", p.Say("Who performed the tasks"), t.performers()},
		{"flows", p.Say("Flows as they ran"), t.flows()},
		{"network", p.Say("The network that was seen"), t.network()},
		{"social", p.Say("Who works with whom"), t.social()},
	}
}
