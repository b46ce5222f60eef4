package layout

import (
	"tasuki/graph"
	"tasuki/render/diagram"
)

// The colours are those of Okabe and Ito (Color Universal Design, 2008), which
// differ for every kind of colour vision. No meaning rests on colour alone:
// each also has a shape, a line style, a sign or a word.
const (
	Ink           = "#1a1a1a"
	Paper         = "#ffffff"
	rule          = "#8c8c8c"
	hairline      = "#cfd4da" // between rows
	shade         = "#f3f4f6" // every other lane
	Header        = "#dde3ea" // lane titles
	tint          = "#fff0e0" // single points of failure
	Vermilion     = "#d55e00"
	DarkVermilion = "#b84a00" // for text and thin lines
	orange        = "#e69f00"
	SkyBlue       = "#56b4e9"
	Blue          = "#0072b2"
	PaleBlue      = "#c4e0f3"
	PalestBlue    = "#eaf4fa"
	Green         = "#00785a" // bluish green, darkened so that thin lines keep a contrast of 4.5
	Purple        = "#a8457c" // reddish purple, darkened likewise
	brown         = "#8a5a00" // orange, darkened likewise
	Slate         = "#595959"
	broken        = "#d9d9d9" // what breaks through a change
)

// Look is how a class of nodes is painted.
type Look struct {
	Form    string
	Rounded bool
	Dashed  bool
	Double  bool // a second border outside the first
	Fill    string
	Stroke  string
	Pen     float64
}

// LookOf returns how a class of nodes is painted.
func LookOf(c diagram.Class) Look {
	switch c {
	case diagram.JointNode, diagram.SameRungNode:
		return Look{Form: "box", Dashed: true, Fill: Paper, Stroke: Slate, Pen: 1}
	case diagram.CandidateNode:
		return Look{Form: "box", Rounded: true, Dashed: true, Fill: Paper, Stroke: Slate, Pen: 1}
	case diagram.TotalNode:
		return Look{Form: "box", Rounded: true, Fill: shade, Stroke: rule, Pen: 0.7}
	case diagram.HeadingNode:
		return Look{Form: "box", Fill: Header, Stroke: Header, Pen: 1}
	case diagram.ClientNode:
		return Look{Form: "box", Rounded: true, Fill: "#e3f1fb", Stroke: Ink, Pen: 1}
	case diagram.IncumbentNode:
		return Look{Form: "box", Double: true, Fill: "#f0f0f0", Stroke: Ink, Pen: 1}
	case diagram.UnknownKindNode:
		return Look{Form: "box", Dashed: true, Fill: Paper, Stroke: Ink, Pen: 1}
	case diagram.AllGate, diagram.ChoiceGate:
		return Look{Form: "diamond", Fill: Paper, Stroke: Ink, Pen: 1.2}
	case diagram.GroupNode:
		return Look{Form: "box", Fill: Header, Stroke: rule, Pen: 0.7}
	case diagram.SubgroupNode:
		return Look{Form: "box", Fill: shade, Stroke: hairline, Pen: 0.5}
	case diagram.RowNode:
		return Look{Form: "box", Fill: Paper, Stroke: hairline, Pen: 0.5}
	case diagram.LeadCell:
		return Look{Form: "box", Fill: Blue, Stroke: Blue, Pen: 0.5}
	case diagram.AccountableCell:
		return Look{Form: "box", Fill: Paper, Stroke: Ink, Pen: 1.2}
	case diagram.SupportCell:
		return Look{Form: "box", Fill: PaleBlue, Stroke: "#7fb4d8", Pen: 0.5}
	case diagram.InformedCell:
		return Look{Form: "box", Fill: Paper, Stroke: "#7fb4d8", Pen: 0.5}
	}
	return Look{Form: "box", Fill: Paper, Stroke: Ink, Pen: 1}
}

// inkOn returns the colour of the text on a class of nodes, "" for that of all
// text.
func inkOn(c diagram.Class) string {
	if c == diagram.LeadCell {
		return Paper
	}
	return ""
}

// signLook is how a mark is painted: a small shape, with a character where the
// shape alone says too little.
type signLook struct {
	form, text, fill, stroke string
	pen, inset               float64 // the inset makes room for a second circle
}

func signOf(m diagram.Mark) signLook {
	switch m {
	case diagram.StartMark:
		return signLook{form: "circle", text: " ", fill: Paper, stroke: Green, pen: 2.2}
	case diagram.GoalMark:
		return signLook{form: "doublecircle", text: " ", inset: 7, fill: Ink, stroke: Ink, pen: 1}
	case diagram.SPOFMark, diagram.WorstMark:
		return signLook{form: "diamond", text: "!", fill: Vermilion, stroke: Ink, pen: 1}
	case diagram.BottleneckMark:
		return signLook{form: "invtriangle", text: " ", fill: Blue, stroke: Ink, pen: 1}
	}
	if m == diagram.DifferMark {
		return signLook{form: "box", text: "≠", fill: Paper, stroke: Ink, pen: 1}
	}
	return signLook{form: "circle", text: "?", fill: "#ffe680", stroke: Ink, pen: 1}
}

func (s signLook) font() font {
	if s.text == " " {
		return font{1, false}
	}
	return signFont
}

// stroke is how an arrow is painted.
type stroke struct{ color, tail string }

func strokeOf(k graph.HandoffKind) stroke {
	switch k {
	case graph.Request:
		return stroke{Blue, "odot"}
	case graph.Report:
		return stroke{Green, "dot"}
	case graph.Instruction:
		return stroke{Purple, "diamond"}
	case graph.Delivery:
		return stroke{Ink, "box"}
	case graph.Decision:
		return stroke{brown, "odiamond"}
	}
	return stroke{Slate, ""}
}
