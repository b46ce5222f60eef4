package layout

import (
	"fmt"
	"slices"
	"strings"

	"tasuki/render/diagram"
	"tasuki/render/look"
	"tasuki/render/messages"
)

// sceneOfGrid arranges a diagram of lanes.
func sceneOfGrid(d diagram.Diagram) *Scene {
	g := NewGrid(diagram.Gated(d))
	g.PlaceColumns()
	s := NewScene(d)
	s.ArrowsLast = true
	width := g.edge[len(g.edge)-1]
	top := s.AddTitle(d, width)
	titles, height := g.laneTitles()
	keyTop, legend := top, d.Legend
	if g.PlaceRows(top + height); g.bottom > tallest && len(d.Legend) > 0 {
		d.Legend = entries(legend, false)
		top = NewScene(d).addSamples(d, "key", top, width) + 4
		g.PlaceRows(top + height)
		s.addChangeKey(d, entries(legend, true), keyTop, width)
	}
	g.addLanes(s, titles, top, height)
	for i, n := range g.D.Nodes {
		if isGate(n) {
			g.addGate(s, n)
			continue
		}
		g.addNode(s, i, n)
	}
	for i := range g.D.Edges {
		g.addArrow(s, i)
	}
	if keyTop != top {
		s.addSamples(d, "key", keyTop, width)
		d.Legend = legend
	}
	if n := g.count(func(l leftOut) bool { return l.name }); n > 0 {
		d.Notes = append(slices.Clip(d.Notes), d.Count(n, "Left out for lack of room: {1} name of what is handed over.", "Left out for lack of room: {1} names of what is handed over."))
	}
	if n := g.count(func(l leftOut) bool { return l.when }); n > 0 {
		d.Notes = append(slices.Clip(d.Notes), d.Count(n, "Left out for lack of room: {1} condition of a handoff.", "Left out for lack of room: {1} conditions of handoffs."))
	}
	if list := g.without(); len(list) > 0 {
		d.Notes = append(slices.Clip(d.Notes), d.Plain("Without room for its figure: {1}.", strings.Join(list, d.Plain(", ||names"))))
	}
	s.AddLegend(d, g.bottom+12, width)
	return s
}

// without names the arrows whose figure found no room, each with it.
func (g *grid) without() (list []string) {
	for i, e := range g.D.Edges {
		if e.Short != "" && len(g.ends[i].label) == 0 {
			list = append(list, e.From+" → "+e.To+" "+e.Short)
		}
	}
	return list
}

// tallest is how tall a drawing is on one page of A4, in points; of a taller one the
// legend stands at its top, too.
const tallest = 720.0

// Dropped counts the labels of which not all found room.
func (g *grid) Dropped() int { return g.count(func(l leftOut) bool { return l.name || l.when }) }

// count returns how many labels lack what is asked for.
func (g *grid) count(lacks func(leftOut) bool) int {
	n := 0
	for _, e := range g.ends {
		if lacks(e.left) {
			n++
		}
	}
	return n
}

// laneTitles returns the lines of each lane's title, and the height of the
// tallest with the space around it.
func (g *grid) laneTitles() (titles [][]string, height float64) {
	for i, l := range g.D.Lanes {
		lines := look.LaneFont.Wrap(l.Title, g.edge[i+1]-g.edge[i]-2*titlePad, maxTitleLines)
		titles = append(titles, lines)
		h := look.LaneFont.Height(len(lines)) + 2*titlePad
		if len(l.Marks) > 0 {
			h += SignSize + titlePad
		}
		height = max(height, h)
	}
	return titles, height
}

// The measures of lane titles.
const (
	titlePad      = 4.0
	maxTitleLines = 8
)

// addLanes paints the lanes from top to the last row, with their titles and
// signs in the given height.
func (g *grid) addLanes(s *Scene, titles [][]string, top, height float64) {
	for i, l := range g.D.Lanes {
		x, w, h := g.edge[i], g.edge[i+1]-g.edge[i], g.bottom+4-top
		ground := look.Paper
		if i%2 == 0 {
			ground = look.Shade
		}
		name := fmt.Sprintf("lane %d", i+1)
		s.Add(Shape{Name: name, Look: look.Look{Form: "box", Fill: ground, Stroke: look.Rule, Pen: 0.7}, At: Point{x + w/2, top + h/2}, W: w, H: h, Hint: l.Title})
		head := Shape{Name: name + " head", Head: true, Look: look.Look{Form: "box", Fill: look.Header, Stroke: look.Rule, Pen: 0.7}, At: Point{x + w/2, top + height/2}, W: w, H: height, Hint: l.Title}
		if l.Ref != "" {
			head.Href, head.Subject = "#"+messages.Anchor(l.Ref), diagram.Subject{Organization: l.Ref}
		}
		struck := head.stated(l.Status).Struck
		s.Add(head.stated(l.Status))
		room := height
		if len(l.Marks) > 0 {
			room -= SignSize + titlePad
		}
		s.AddText(name+" title", titles[i], look.LaneFont, Point{x + w/2, top + room/2}, w-2*titlePad, false, l.Title)
		s.Shapes[len(s.Shapes)-1].Struck = struck
		s.addStatus(name, l.Status, Point{x + statusSize, top}, statusSize)
		for k, m := range l.Marks {
			offset := (float64(k) - float64(len(l.Marks)-1)/2) * SignSize * 1.5
			s.addSign(g.D, fmt.Sprintf("%s mark %d", name, k+1), m, Point{x + w/2 + offset, top + height - titlePad - SignSize/2})
		}
	}
}

func (g *grid) addNode(s *Scene, i int, n diagram.Node) {
	x, y := g.LaneX[n.Lane], g.RowY[n.Row]
	w, h := g.Boxes[n.Lane], g.RowHeight[n.Row]
	if n.Class == diagram.HeadingNode {
		x, w = g.edge[0], g.edge[len(g.edge)-1]-g.edge[0]
	}
	s.addBox(g.D, n, Point{x + w/2, y + h/2}, w, h, g.head[i], g.text[i], look.NodeFont, true)
}

// addArrow draws an arrow on its way, and its label to the right of its end or
// of its beginning.
func (g *grid) addArrow(s *Scene, i int) {
	e, chain := g.D.Edges[i], g.Chain(i)
	gated := g.toGates(i, chain)
	a := arrowOf(g.D, i, gated).stated(e.Status).seen(e.Status, e.Width)
	a.FromName, a.ToName = g.nameOf(g.from(e)), g.nameOf(g.to(e))
	s.Arrows = append(s.Arrows, a)
	s.addArrowStatus(i, e.Status, gated)
	lines := g.ends[i].label
	if lines == nil {
		return
	}
	w, h := look.LabelFont.Width(lines)+1, look.LabelFont.Height(len(lines))
	begin, end := chain[0], chain[len(chain)-1]
	at := Point{end.X + gapOf(e) + w/2, end.Y - 2 - h/2}
	if g.ends[i].atExit {
		at = Point{begin.X + gapOf(e) + w/2, begin.Y + 3 + h/2}
	}
	s.AddText(fmt.Sprintf("edge %d label", i+1), lines, look.LabelFont, at, w, true, e.Hint)
}

// nameOf returns how a box is called on other pages: a task by its ID, a level by its
// number, and a gate as the box that it belongs to.
func (g *grid) nameOf(n diagram.Node) string {
	if isGate(n) {
		if at, ok := g.at[strings.TrimRight(n.ID, " +")]; ok {
			n = g.D.Nodes[at]
		}
	}
	if number, _, ok := strings.Cut(n.Head, ". "); ok {
		return number
	}
	return n.Ref
}

// labelGap is the distance of a label from its arrow.
const labelGap = 5.0

// gapOf is the distance of the label of an arrow, more from a wide one.
func gapOf(e diagram.Edge) float64 { return labelGap + 4*e.Width }
