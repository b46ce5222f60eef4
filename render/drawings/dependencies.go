package drawings

import (
	"fmt"
	"slices"
	"strconv"

	"tasuki/analysis/bottleneck"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// DependencyMap draws the organizations and the handoffs between them, summed
// up as b has them: the width of an arrow grows with their number, which stands
// beside it. The organization with the most handoffs through it stands in the
// centre. The smallest handovers are left out, and counted.
func DependencyMap(g *graph.Graph, b bottleneck.Bottleneck, o diagram.Overlay, lang messages.Language) diagram.Diagram {
	d := diagram.Diagram{ID: "map-" + string(lang.Lang), Language: lang, Title: lang.Plain("Dependencies between organizations"), Arrangement: diagram.Ring}
	within := map[string]float64{}
	for _, h := range b.Handovers {
		if h.From == h.To {
			within[h.From] += h.Handoffs
		}
	}
	drawn, left := drawnHandovers(b.Handovers)
	b.Handovers = drawn
	worst := worstOf(b, o)
	for _, org := range ringOrder(b) {
		i, ok := g.OrganizationIndex(org.Organization)
		if !ok {
			continue
		}
		n := organizationNode(g.Organizations()[i], org, len(g.Tasks()), within[org.Organization], o, lang)
		if at := slices.Index(n.Marks, diagram.SPOFMark); at >= 0 && org.Organization == worst {
			n.Marks[at] = diagram.WorstMark
		}
		d.Nodes = append(d.Nodes, n)
	}
	shareLoads(d.Nodes, b)
	for _, h := range drawn {
		d.Edges = append(d.Edges, diagram.Edge{
			From: h.From, To: h.To, Weight: h.Handoffs, Label: messages.Number(h.Handoffs),
			Hint: fmt.Sprintf("%s → %s: %s", messages.OrganizationNames(g, []string{h.From}, lang), messages.OrganizationNames(g, []string{h.To}, lang), messages.Number(h.Handoffs)),
		})
	}
	d.Legend = diagram.LegendOf(d)
	d.Notes = append(left.notes(lang), lang.Plain("Arrows are handoffs from lead to lead. A handoff between jointly led tasks is split equally among the pairs of leads. Organizations without an arrow stand at the bottom; the larger a box among the arrows, the more tasks are led."))
	noteAssumed(&d, len(o.Assumed) > 0, lang)
	return d
}

func organizationNode(party graph.Organization, load bottleneck.OrganizationLoad, tasks int, within float64, o diagram.Overlay, lang messages.Language) diagram.Node {
	n := diagram.Node{ID: party.ID, Class: classOf(party.Kind), Head: party.Name.In(lang.Lang), Ref: party.ID, Hint: party.ID + " " + party.Name.In(lang.Lang)}
	n.Text = lang.Plain("leads {1} of {2} tasks", strconv.Itoa(load.LeadMarks), strconv.Itoa(tasks))
	if within > 0 {
		n.Text += "\n" + lang.Plain("handoffs within {1}", messages.Number(within))
	}
	if stops := len(o.Stops[party.ID]); stops > 0 {
		n.Text += "\n" + lang.Plain("loss stops {1} of {2} flows", strconv.Itoa(stops), strconv.Itoa(o.Flows))
		n.Marks = append(n.Marks, diagram.SPOFMark)
	}
	if party.ID == o.Bottleneck {
		n.Marks = append(n.Marks, diagram.BottleneckMark)
	}
	return n
}

func classOf(k graph.Kind) diagram.Class {
	switch k {
	case graph.Client:
		return diagram.ClientNode
	case graph.Vendor:
		return diagram.VendorNode
	case graph.Incumbent:
		return diagram.IncumbentNode
	}
	return diagram.UnknownKindNode
}
