package layout

import (
	"fmt"
	"slices"
	"strings"

	"tasuki/render/diagram"
	"tasuki/render/look"
	"tasuki/render/messages"
)

// SignSize is the width and height of a sign in points.
const SignSize = 12.0

// signRoom is the width that the signs of a node take inside its box.
func signRoom(n diagram.Node) float64 {
	if len(n.Marks) == 0 {
		return 0
	}
	return SignSize/2 - 1
}

// addBox puts the box of a node with its signs at its corner. A head stands
// above the text, which is in f; left text begins at the left edge, and its
// head at the top.
func (s *Scene) addBox(d diagram.Diagram, n diagram.Node, at Point, w, h float64, head, text []string, f look.Font, left bool) {
	box := Shape{Name: n.ID, Look: look.Of(n.Class), At: at, W: w, H: h, Hint: n.Hint}
	box.Band = n.Class == diagram.HeadingNode
	switch {
	case slices.Contains(n.Marks, diagram.WorstMark):
		box.Pen, box.Stroke, box.Fill = 4.5, look.Vermilion, look.Tint
	case slices.Contains(n.Marks, diagram.SPOFMark) && d.Arrangement == diagram.Ring:
		box.Pen = 2.5
	case slices.Contains(n.Marks, diagram.SPOFMark):
		box.Pen, box.Stroke = 3, look.Vermilion
		if n.Class == diagram.TaskNode {
			box.Fill = look.Tint
		}
	}
	box = box.stated(n.Status)
	if n.Ref != "" {
		box.ID, box.Href, box.Subject = nodeID(d, n), "#"+messages.Anchor(n.Ref), d.SubjectOf(n)
	}
	if len(head) == 0 {
		box.Lines, box.Font, box.Left = text, f, left
	}
	s.Shapes = append(s.Shapes, box)
	if len(head) > 0 {
		headHeight, textHeight := look.HeadFont.Height(len(head)), f.Height(len(text))
		top, pad := at.Y-(headHeight+HeadGap+textHeight)/2, boxPad
		if box.Double && left {
			pad += borderGap
		}
		if left {
			top = at.Y - h/2 + pad
		}
		s.AddText(n.ID+" head", head, look.HeadFont, Point{at.X, top + headHeight/2}, w-2*pad, left, n.Hint)
		s.Shapes[len(s.Shapes)-1].Struck = box.Struck
		s.AddText(n.ID+" text", text, f, Point{at.X, top + headHeight + HeadGap + textHeight/2}, w-2*pad, left, n.Hint)
	}
	s.addStatus(n.ID, n.Status, corner(at, w, h), statusSize)
	for k, m := range n.Marks {
		s.addSign(d, fmt.Sprintf("%s mark %d", n.ID, k+1), m, Point{at.X + w/2 - 2, at.Y - h/2 + 3 + float64(k)*(SignSize+1)})
	}
}

// nodeID returns the id of a node in the drawing, which is unlike that of any
// arrow: a task may be called "edge1".
func nodeID(d diagram.Diagram, n diagram.Node) string {
	id := messages.Suffix(n.ID)
	if rest, ok := strings.CutPrefix(id, edgeID); ok {
		id = "_65" + edgeID[1:] + rest // the first letter as messages.Suffix writes other characters
	}
	return d.ID + "." + id
}

// HeadGap is the distance between a head and the text below it.
const HeadGap = 2.0

// addSign puts a mark. On a ring colour is left to the worst single point of failure.
func (s *Scene) addSign(d diagram.Diagram, name string, m diagram.Mark, at Point) {
	sign := look.SignOf(m)
	if m == diagram.SPOFMark && d.Arrangement == diagram.Ring {
		sign.Fill = look.Paper
	}
	size := SignSize - sign.Inset
	s.Add(Shape{Name: name, Look: look.Look{Form: sign.Form, Fill: sign.Fill, Stroke: sign.Stroke, Pen: sign.Pen}, At: at, W: size, H: size, Lines: []string{sign.Text}, Font: sign.Font()})
}
