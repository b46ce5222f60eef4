package diagram

import (
	"slices"

	"tasuki/graph"
)

// LegendOf explains the classes, marks and arrows that d has, and no others.
func LegendOf(d Diagram) []Sample {
	var legend []Sample
	add := func(present bool, s Sign, name string) {
		if present {
			legend = append(legend, Sample{s, name})
		}
	}
	gated := Gated(d)
	nodes := gated.Nodes
	for c := TaskNode; c <= InformedCell; c++ {
		add(slices.ContainsFunc(nodes, func(n Node) bool { return n.Class == c }) && NameOfClass(c, d.Language) != "", Sign{What: ClassSign, Class: c}, NameOfClass(c, d.Language))
	}
	for m := StartMark; m <= WorstMark; m++ {
		marked := slices.ContainsFunc(d.Nodes, func(n Node) bool { return slices.Contains(n.Marks, m) }) ||
			slices.ContainsFunc(d.Lanes, func(l Lane) bool { return slices.Contains(l.Marks, m) })
		add(marked, Sign{What: MarkSign, Mark: m}, NameOfMark(m, d.Language))
	}
	for _, word := range graph.Words("handoff kind") {
		k := graph.HandoffKind(word)
		add(slices.ContainsFunc(d.Edges, func(e Edge) bool { return e.Kind == k }), Sign{What: EdgeSign, Kind: k}, d.Plain(word))
	}
	add(len(gated.Nodes) > len(d.Nodes) && slices.ContainsFunc(gated.Edges, func(e Edge) bool { return e.Kind == "" && e.Weight == 0 && e.Passes == 0 }),
		Sign{What: EdgeSign}, d.Plain("between a task and the sign at which its branches part or meet"))
	add(slices.ContainsFunc(d.Edges, func(e Edge) bool { return e.Inferred }), Sign{What: InferredSign}, d.Plain("dashed: inferred handoff"))
	add(slices.ContainsFunc(d.Edges, func(e Edge) bool { return e.Optional }), Sign{What: OptionalSign}, d.Plain("dashed, marked (optional): a branch that the procedure can do without"))
	via := d.Plain("dashed: by way of hidden boxes, as few as the number says")
	if d.Arrangement == Ring {
		via = d.Plain("dashed: by way of one hidden organization, or of as many as the number says")
	}
	add(slices.ContainsFunc(d.Edges, func(e Edge) bool { return e.Passes > 0 }), Sign{What: ViaSign}, via)
	add(slices.ContainsFunc(d.Edges, func(e Edge) bool { return e.Weight > 0 }), Sign{What: WeightSign}, d.Plain("number and width: handoffs"))
	has := d.statuses()
	for st := GoneStatus; st <= UndeclaredStatus; st++ {
		if st == SeenStatus {
			legend = append(legend, d.scale()...)
			continue
		}
		add(has[st], Sign{What: StatusSign, Status: st}, NameOfStatus(st, d.Language))
	}
	return legend
}

// scale shows how wide arrows of two counts are: of the most, and of about a quarter of it.
func (d Diagram) scale() []Sample {
	var most Edge
	for _, e := range d.Edges {
		if e.Status == SeenStatus && e.Seen > most.Seen {
			most = e
		}
	}
	if most.Seen == 0 {
		return nil
	}
	list := []Sample{{Sign{What: StatusSign, Status: SeenStatus, Width: most.Width}, d.Count(most.Seen, "declared and seen: as wide as it was often seen, here {1} time", "declared and seen: as wide as it was often seen, here {1} times")}}
	if few := most.Seen / 4; few > 0 {
		list = append(list, Sample{Sign{What: StatusSign, Status: SeenStatus, Width: most.Width * float64(few) / float64(most.Seen)}, d.Count(few, "here {1} time", "here {1} times")})
	}
	return list
}

// RoleSign is the sign of a role.
func RoleSign(c Class) string {
	switch c {
	case LeadCell:
		return "○"
	case AccountableCell:
		return "A"
	case SupportCell:
		return "△"
	}
	return "◇"
}
