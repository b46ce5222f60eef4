package grounds

import (
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// SoleLead returns the organization that alone leads every task of a flow, as the marks
// are read; nothing where several do, or nobody.
func SoleLead(p messages.Printer, flow string) string {
	f, _ := p.Graph.Flow(flow)
	sole := ""
	for _, id := range graph.FlowTasks(f) {
		i, ok := p.Graph.TaskIndex(id)
		if !ok || len(p.Graph.Leads(i)) != 1 {
			return ""
		}
		lead := p.Graph.Organizations()[p.Graph.Leads(i)[0]].ID
		if sole != "" && sole != lead {
			return ""
		}
		sole = lead
	}
	return sole
}

// Apart puts rows about flows that one organization leads from start to goal behind the
// others, under a heading, so that what has to be agreed between several comes first.
func Apart(p messages.Printer, several, sole []document.Row) []document.Row {
	if len(sole) == 0 {
		return several
	}
	title := p.Many(len(sole), "{1} flow that one organization leads from start to goal", "{1} flows that one organization leads from start to goal")
	return append(append(several, document.Row{Heading: title.String()}), sole...)
}
