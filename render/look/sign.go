package look

import "tasuki/render/diagram"

// Sign is how a mark is painted: a small shape, with a character where the
// shape alone says too little.
type Sign struct {
	Form, Text, Fill, Stroke string
	Pen, Inset               float64 // the inset makes room for a second circle
}

// SignOf returns how a mark is painted.
func SignOf(m diagram.Mark) Sign {
	switch m {
	case diagram.StartMark:
		return Sign{Form: "circle", Text: " ", Fill: Paper, Stroke: Green, Pen: 2.2}
	case diagram.GoalMark:
		return Sign{Form: "doublecircle", Text: " ", Inset: 7, Fill: Ink, Stroke: Ink, Pen: 1}
	case diagram.SPOFMark, diagram.WorstMark:
		return Sign{Form: "diamond", Text: "!", Fill: Vermilion, Stroke: Ink, Pen: 1}
	case diagram.BottleneckMark:
		return Sign{Form: "invtriangle", Text: " ", Fill: Blue, Stroke: Ink, Pen: 1}
	}
	if m == diagram.DifferMark {
		return Sign{Form: "box", Text: "≠", Fill: Paper, Stroke: Ink, Pen: 1}
	}
	return Sign{Form: "circle", Text: "?", Fill: "#ffe680", Stroke: Ink, Pen: 1}
}

// Font returns the font of the text of a sign.
func (s Sign) Font() Font {
	if s.Text == " " {
		return Font{1, false}
	}
	return SignFont
}
