package report

import (
	"strings"

	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// elements accounts for the elements of models, by type, and names those that are left out.
func elements(p messages.Printer, list []graph.ElementCount) []document.Block {
	if len(list) == 0 {
		return nil
	}
	t := &document.Table{
		Caption: p.Plain("Every element of the models"),
		Columns: []document.Column{p.Left("Element"), p.Right("In"), p.Right("Became a fact"), p.Right("Left out"), p.Left("Why")},
	}
	var named []document.Phrase
	for _, e := range list {
		var why document.Phrase
		for i, l := range e.Left {
			reason := document.Words(p.Told(l.Reason))
			if why = p.Say("{1}; {2}", why, reason); i == 0 {
				why = reason
			}
			named = append(named, p.Say("{1}: {2}", e.Type, strings.Join(l.IDs, ", ")))
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			document.Text(e.Type), document.Text(messages.Whole(e.In)), document.Text(messages.Whole(e.Mapped)), document.Text(messages.Whole(e.In - e.Mapped)), {Text: why},
		}})
	}
	blocks := []document.Block{{Table: t}}
	if len(named) > 0 {
		title := p.Say("Elements left out, by their IDs ({1})", len(named))
		blocks = append(blocks, document.Block{Group: &document.Group{Title: title, Folded: true, Blocks: []document.Block{{Items: named}}}})
	}
	return blocks
}
