package layout

import (
	"tasuki/render/diagram"
	"tasuki/render/look"
)

// The measures of a tree, in points.
const (
	treeIndent = 26.0  // of a box to the right of the one above it
	treeGap    = 10.0  // between boxes
	treeLeast  = 220.0 // the least width of a box, however deep it stands
)

// sceneOfTree arranges a diagram as a tree that grows down: each box below the one before,
// as far to the right as its lane says, and joined to the one that an edge leads from by
// a line at its left. The legend stands above, the first box heads every page.
func sceneOfTree(d diagram.Diagram) *Scene {
	s := NewScene(d)
	top := s.addSamples(d, "legend", s.AddTitle(d, PageWidth), PageWidth) + 6
	boxes := map[string]Rect{}
	for i, n := range d.Nodes {
		left := min(float64(n.Lane)*treeIndent, PageWidth-treeLeast)
		width := PageWidth - left
		pad := boxPad
		if look.Of(n.Class).Double {
			pad += borderGap
		}
		head, text := look.HeadFont.Wrap(n.Head, width-2*pad, maxBoxLines), look.NodeFont.Wrap(n.Text, width-2*pad, maxBoxLines)
		h := look.HeadFont.Height(len(head)) + 2*pad
		if len(text) > 0 {
			h += HeadGap + look.NodeFont.Height(len(text))
		}
		boxes[n.ID] = Rect{left, top, left + width, top + h}
		s.addBox(d, n, Point{left + width/2, top + h/2}, width, h, head, text, look.NodeFont, true)
		if i == 0 {
			s.Add(Shape{Name: "root", Head: true, Look: look.Look{Form: "box"}, At: Point{PageWidth / 2, top + h/2}, W: PageWidth, H: h + 2})
		}
		top += h + treeGap
	}
	for i, e := range d.Edges {
		from, to := boxes[e.From], boxes[e.To]
		x, y := min(from.Left+treeIndent/2, to.Left-HeadLength-2), to.Top+boxPad+look.HeadFont.Height(1)/2
		s.Arrows = append(s.Arrows, arrowOf(d, i, []Point{{x, from.Bottom}, {x, y}, {to.Left, y}}))
	}
	s.addNotes(d, top, PageWidth)
	return s
}
