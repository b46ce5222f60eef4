package explorer

import (
	"strconv"

	"tasuki/graph"
	"tasuki/render/document"
)

// registered shows what registers hold of an organization: nothing where nothing is declared.
func (w world) registered(at int, o graph.Organization) []document.Block {
	t := &document.Table{Columns: []document.Column{w.p.Left("Entry"), w.p.Left("Value||register")}}
	row := func(entry, value document.Phrase) {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: entry}, {Text: value}}})
	}
	if o.Region != "" {
		row(w.p.Say("Region"), document.Words(string(o.Region)))
	}
	if o.LEI != "" {
		row(w.p.Say("Legal Entity Identifier"), document.Words(o.LEI))
	}
	if o.Serves != "" {
		row(w.p.Say("Serves"), w.p.Organization(o.Serves))
	}
	if rank := graph.Ranks(w.Graph.Dataset())[at]; rank > 0 {
		row(w.p.Say("Place in the chain of sub-contractors"), document.Words(strconv.Itoa(rank)))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []document.Block{{Head: w.p.Say("Entries of registers")}, {Table: t}}
}
