package diagram

import (
	"slices"

	"tasuki/graph"
	"tasuki/render/messages"
)

// LegendOf explains the classes, marks and arrows that d has, and no others.
func LegendOf(d Diagram) []Sample {
	var legend []Sample
	add := func(present bool, s Sign, name graph.Name) {
		if present {
			legend = append(legend, Sample{s, name.In(d.Lang)})
		}
	}
	for c := TaskNode; c <= InformedCell; c++ {
		add(slices.ContainsFunc(d.Nodes, func(n Node) bool { return n.Class == c }) && !WordClass[c].IsZero(), Sign{What: ClassSign, Class: c}, WordClass[c])
	}
	for m := StartMark; m <= DifferMark; m++ {
		marked := slices.ContainsFunc(d.Nodes, func(n Node) bool { return slices.Contains(n.Marks, m) }) ||
			slices.ContainsFunc(d.Lanes, func(l Lane) bool { return slices.Contains(l.Marks, m) })
		add(marked, Sign{What: MarkSign, Mark: m}, WordMark[m])
	}
	for _, word := range graph.Words("handoff kind") {
		k := graph.HandoffKind(word)
		add(slices.ContainsFunc(d.Edges, func(e Edge) bool { return e.Kind == k }), Sign{What: EdgeSign, Kind: k}, messages.WordHandoff[k])
	}
	add(slices.ContainsFunc(d.Edges, func(e Edge) bool { return e.Inferred }), Sign{What: InferredSign}, messages.WordInferred)
	add(slices.ContainsFunc(d.Edges, func(e Edge) bool { return e.Passes > 0 }), Sign{What: ViaSign}, messages.WordViaSign)
	add(slices.ContainsFunc(d.Edges, func(e Edge) bool { return e.Weight > 0 }), Sign{What: WeightSign}, messages.WordWeight)
	return legend
}

// RoleSign is the sign of a role.
func RoleSign(c Class) string {
	switch c {
	case LeadCell:
		return "○"
	case SupportCell:
		return "△"
	}
	return "◇"
}
