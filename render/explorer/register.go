package explorer

import (
	"strconv"

	"tasuki/graph"
	"tasuki/render/document"
)

// registered shows what registers hold of an organization: nothing where nothing is declared.
func (w world) registered(at int, o graph.Organization) []document.Block {
	t := &document.Table{Columns: []document.Column{w.p.Left("Entry"), w.p.Left("Value||register")}}
	row := func(entry string, value document.Phrase) {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: w.p.Say(entry)}, {Text: value}}})
	}
	if o.Region != "" {
		row("Region", document.Words(string(o.Region)))
	}
	if o.LEI != "" {
		row("Legal Entity Identifier", document.Words(o.LEI))
	}
	if o.Serves != "" {
		row("Serves", w.p.Organization(o.Serves))
	}
	if rank := graph.Ranks(w.Graph.Dataset())[at]; rank > 0 {
		row("Place in the chain of sub-contractors", document.Words(strconv.Itoa(rank)))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []document.Block{{Head: w.p.Say("Entries of registers")}, {Table: t}}
}
