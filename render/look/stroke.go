package look

import "tasuki/graph"

// Stroke is how an arrow is painted: its colour, and the form of the sign at its tail, ""
// for none.
type Stroke struct{ Color, Tail string }

// StrokeOf returns how an arrow of a kind of handoff is painted.
func StrokeOf(k graph.HandoffKind) Stroke {
	switch k {
	case graph.Request:
		return Stroke{Blue, "odot"}
	case graph.Report:
		return Stroke{Green, "dot"}
	case graph.Instruction:
		return Stroke{Purple, "diamond"}
	case graph.Delivery:
		return Stroke{Ink, "box"}
	case graph.Decision:
		return Stroke{brown, "odiamond"}
	}
	return Stroke{Slate, ""}
}
