package render

import (
	"fmt"
	"slices"
)

// signSize is the width and height of a sign in points.
const signSize = 12.0

// signRoom is the width that the signs of a node take inside its box.
func signRoom(n Node) float64 {
	if len(n.Marks) == 0 {
		return 0
	}
	return signSize/2 - 1
}

// addBox puts the box of a node with its signs at its corner. A head stands
// above the text, which is in f; left text begins at the left edge, and its
// head at the top.
func (s *scene) addBox(d Diagram, n Node, at point, w, h float64, head, text []string, f font, left bool) {
	box := shape{name: n.ID, look: lookOf(n.Class), at: at, w: w, h: h, hint: n.Hint}
	if slices.Contains(n.Marks, SPOFMark) {
		box.pen, box.stroke = 3, vermilion
		if n.Class == TaskNode {
			box.fill = tint
		}
	}
	if n.Ref != "" {
		box.id, box.href = d.ID+"."+suffix(n.ID), "#"+Anchor(n.Ref)
	}
	if len(head) == 0 {
		box.lines, box.font, box.left = text, f, left
	}
	s.shapes = append(s.shapes, box)
	if len(head) > 0 {
		headHeight, textHeight := headFont.height(len(head)), f.height(len(text))
		top := at.y - (headHeight+headGap+textHeight)/2
		if left {
			top = at.y - h/2 + boxPad
		}
		s.addText(n.ID+" head", head, headFont, point{at.x, top + headHeight/2}, w-2*boxPad, left, n.Hint)
		s.addText(n.ID+" text", text, f, point{at.x, top + headHeight + headGap + textHeight/2}, w-2*boxPad, left, n.Hint)
	}
	for k, m := range n.Marks {
		s.addSign(fmt.Sprintf("%s mark %d", n.ID, k+1), m, point{at.x + w/2 - 2, at.y - h/2 + 3 + float64(k)*(signSize+1)})
	}
}

// headGap is the distance between a head and the text below it.
const headGap = 2.0

// addSign puts a mark.
func (s *scene) addSign(name string, m Mark, at point) {
	sign := signOf(m)
	size := signSize - sign.inset
	s.add(shape{name: name, look: look{form: sign.form, fill: sign.fill, stroke: sign.stroke, pen: sign.pen}, at: at, w: size, h: size, lines: []string{sign.text}, font: sign.font()})
}
