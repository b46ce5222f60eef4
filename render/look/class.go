package look

import "tasuki/render/diagram"

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

// Of returns how a class of nodes is painted.
func Of(c diagram.Class) Look {
	switch c {
	case diagram.JointNode, diagram.SameRungNode:
		return Look{Form: "box", Dashed: true, Fill: Paper, Stroke: Slate, Pen: 1}
	case diagram.CandidateNode:
		return Look{Form: "box", Rounded: true, Dashed: true, Fill: Paper, Stroke: Slate, Pen: 1}
	case diagram.TotalNode:
		return Look{Form: "box", Rounded: true, Fill: Shade, Stroke: Rule, Pen: 0.7}
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
		return Look{Form: "box", Fill: Header, Stroke: Rule, Pen: 0.7}
	case diagram.SubgroupNode:
		return Look{Form: "box", Fill: Shade, Stroke: Hairline, Pen: 0.5}
	case diagram.RowNode:
		return Look{Form: "box", Fill: Paper, Stroke: Hairline, Pen: 0.5}
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

// InkOn returns the colour of the text on a class of nodes, "" for that of all
// text.
func InkOn(c diagram.Class) string {
	if c == diagram.LeadCell {
		return Paper
	}
	return ""
}
