package drawings

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"tasuki/analysis/bottleneck"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// DependencyMap draws the organizations and the handoffs between them, summed
// up as b has them: the width of an arrow grows with their number, which stands
// beside it. The organization with the most handoffs through it stands in the
// centre.
func DependencyMap(g *graph.Graph, b bottleneck.Bottleneck, o diagram.Overlay, lang messages.Language) diagram.Diagram {
	d := diagram.Diagram{ID: "map-" + string(lang.Lang), Language: lang, Title: lang.Plain("Dependencies between organizations"), Arrangement: diagram.Ring}
	within := map[string]float64{}
	for _, h := range b.Handovers {
		if h.From == h.To {
			within[h.From] += h.Handoffs
		}
	}
	for _, org := range ringOrder(b) {
		i, ok := g.OrganizationIndex(org.Organization)
		if !ok {
			continue
		}
		d.Nodes = append(d.Nodes, organizationNode(g.Organizations()[i], org, len(g.Tasks()), within[org.Organization], o, lang))
	}
	for _, h := range b.Handovers {
		if h.From == h.To {
			continue
		}
		d.Edges = append(d.Edges, diagram.Edge{
			From: h.From, To: h.To, Weight: h.Handoffs, Label: messages.Number(h.Handoffs),
			Hint: fmt.Sprintf("%s → %s: %s", messages.OrganizationNames(g, []string{h.From}, lang), messages.OrganizationNames(g, []string{h.To}, lang), messages.Number(h.Handoffs)),
		})
	}
	d.Legend = diagram.LegendOf(d)
	d.Notes = []string{lang.Plain("Arrows are handoffs from lead to lead. A handoff between jointly led tasks is split equally among the pairs of leads. Organizations without handoffs stand at the bottom.")}
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
	if slices.Contains(o.Bottlenecks, party.ID) {
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

// ringOrder returns the organizations with the one that has the most handoffs
// through it first, ties by rank, and the others so that those that hand much
// to each other stand together, as far as swapping two at a time can reach.
func ringOrder(b bottleneck.Bottleneck) []bottleneck.OrganizationLoad {
	through := func(l bottleneck.OrganizationLoad) float64 {
		if l.Handoffs == nil {
			return 0
		}
		return l.Handoffs.In + l.Handoffs.Out
	}
	orgs := slices.SortedStableFunc(slices.Values(b.Organizations), func(x, y bottleneck.OrganizationLoad) int {
		return cmp.Compare(through(y), through(x))
	})
	linked := slices.IndexFunc(orgs, func(l bottleneck.OrganizationLoad) bool { return through(l) == 0 })
	if linked < 0 {
		linked = len(orgs)
	}
	best := ringSpan(orgs[:linked], b.Handovers)
	for improved := true; improved; {
		improved = false
		for i := 1; i < linked; i++ {
			for j := i + 1; j < linked; j++ {
				orgs[i], orgs[j] = orgs[j], orgs[i]
				if span := ringSpan(orgs[:linked], b.Handovers); span < best-1e-9 {
					best, improved = span, true
				} else {
					orgs[i], orgs[j] = orgs[j], orgs[i]
				}
			}
		}
	}
	return orgs
}

// ringSpan adds up how many places on the ring each handoff spans, those of the
// centre apart.
func ringSpan(orgs []bottleneck.OrganizationLoad, handovers []bottleneck.Handover) float64 {
	place := map[string]int{}
	for i, o := range orgs[min(1, len(orgs)):] {
		place[o.Organization] = i + 1
	}
	span := 0.0
	for _, h := range handovers {
		if from, to := place[h.From], place[h.To]; from > 0 && to > 0 {
			steps := typeset.Abs(from - to)
			span += h.Handoffs * float64(min(steps, len(orgs)-1-steps))
		}
	}
	return span
}
