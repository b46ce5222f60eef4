package render

import "tasuki/graph"

// The colours are those of Okabe and Ito (Color Universal Design, 2008), which
// differ for every kind of colour vision. No meaning rests on colour alone:
// each also has a shape, a line style, a sign or a word.
const (
	ink           = "#1a1a1a"
	paper         = "#ffffff"
	rule          = "#8c8c8c"
	hairline      = "#cfd4da" // between rows
	shade         = "#f3f4f6" // every other lane
	header        = "#dde3ea" // lane titles
	tint          = "#fff0e0" // single points of failure
	vermilion     = "#d55e00"
	darkVermilion = "#b84a00" // for text and thin lines
	orange        = "#e69f00"
	skyBlue       = "#56b4e9"
	blue          = "#0072b2"
	paleBlue      = "#c4e0f3"
	palestBlue    = "#eaf4fa"
	green         = "#00785a" // bluish green, darkened so that thin lines keep a contrast of 4.5
	purple        = "#a8457c" // reddish purple, darkened likewise
	brown         = "#8a5a00" // orange, darkened likewise
	slate         = "#595959"
	fontFamily    = "Noto Sans CJK JP,Noto Sans JP,Hiragino Sans,Hiragino Kaku Gothic ProN,Yu Gothic,Meiryo,Arial,sans-serif"
)

// look is how a class of nodes is painted.
type look struct {
	form    string
	rounded bool
	dashed  bool
	double  bool // a second border outside the first
	fill    string
	stroke  string
	pen     float64
}

func lookOf(c Class) look {
	switch c {
	case JointNode, SameRungNode:
		return look{form: "box", dashed: true, fill: paper, stroke: slate, pen: 1}
	case HeadingNode:
		return look{form: "box", fill: header, stroke: header, pen: 1}
	case ClientNode:
		return look{form: "box", rounded: true, fill: "#e3f1fb", stroke: ink, pen: 1}
	case IncumbentNode:
		return look{form: "box", double: true, fill: "#f0f0f0", stroke: ink, pen: 1}
	case UnknownKindNode:
		return look{form: "box", dashed: true, fill: paper, stroke: ink, pen: 1}
	case GroupNode:
		return look{form: "box", fill: header, stroke: rule, pen: 0.7}
	case SubgroupNode:
		return look{form: "box", fill: shade, stroke: hairline, pen: 0.5}
	case RowNode:
		return look{form: "box", fill: paper, stroke: hairline, pen: 0.5}
	case LeadCell:
		return look{form: "box", fill: blue, stroke: blue, pen: 0.5}
	case SupportCell:
		return look{form: "box", fill: paleBlue, stroke: "#7fb4d8", pen: 0.5}
	case InformedCell:
		return look{form: "box", fill: paper, stroke: "#7fb4d8", pen: 0.5}
	}
	return look{form: "box", fill: paper, stroke: ink, pen: 1}
}

// inkOn returns the colour of the text on a class of nodes, "" for that of all
// text.
func inkOn(c Class) string {
	if c == LeadCell {
		return paper
	}
	return ""
}

// roleSign is the sign of a role.
func roleSign(c Class) string {
	switch c {
	case LeadCell:
		return "○"
	case SupportCell:
		return "△"
	}
	return "◇"
}

// signLook is how a mark is painted: a small shape, with a character where the
// shape alone says too little.
type signLook struct {
	form, text, fill, stroke string
	pen, inset               float64 // the inset makes room for a second circle
}

func signOf(m Mark) signLook {
	switch m {
	case StartMark:
		return signLook{form: "circle", text: " ", fill: paper, stroke: green, pen: 2.2}
	case GoalMark:
		return signLook{form: "doublecircle", text: " ", inset: 7, fill: ink, stroke: ink, pen: 1}
	case SPOFMark:
		return signLook{form: "diamond", text: "!", fill: vermilion, stroke: ink, pen: 1}
	case BottleneckMark:
		return signLook{form: "invtriangle", text: " ", fill: blue, stroke: ink, pen: 1}
	}
	if m == DifferMark {
		return signLook{form: "box", text: "≠", fill: paper, stroke: ink, pen: 1}
	}
	return signLook{form: "circle", text: "?", fill: "#ffe680", stroke: ink, pen: 1}
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
		return stroke{blue, "odot"}
	case graph.Report:
		return stroke{green, "dot"}
	case graph.Instruction:
		return stroke{purple, "diamond"}
	case graph.Delivery:
		return stroke{ink, "box"}
	case graph.Decision:
		return stroke{brown, "odiamond"}
	}
	return stroke{slate, ""}
}
