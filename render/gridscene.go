package render

import (
	"fmt"
	"slices"
	"strconv"
)

// sceneOfGrid arranges a diagram of lanes.
func sceneOfGrid(d Diagram) *scene {
	g := newGrid(d)
	g.placeColumns()
	s := newScene(d)
	s.arrowsLast = true
	width := g.edge[len(g.edge)-1]
	top := s.addTitle(d, width)
	titles, height := g.laneTitles()
	g.placeRows(top + height)
	g.addLanes(s, titles, top, height)
	for i, n := range d.Nodes {
		g.addNode(s, i, n)
	}
	for i := range d.Edges {
		g.addArrow(s, i)
	}
	if n := g.dropped(); n > 0 {
		d.Notes = append(slices.Clip(d.Notes), fill(wordDropped, d.Lang, strconv.Itoa(n)))
	}
	s.addLegend(d, g.bottom+12, width)
	return s
}

// dropped counts the labels that found no room.
func (g *grid) dropped() int {
	n := 0
	for _, e := range g.ends {
		if e.dropped {
			n++
		}
	}
	return n
}

// laneTitles returns the lines of each lane's title, and the height of the
// tallest with the space around it.
func (g *grid) laneTitles() (titles [][]string, height float64) {
	for i, l := range g.d.Lanes {
		lines := laneFont.wrap(l.Title, g.edge[i+1]-g.edge[i]-2*titlePad, maxTitleLines)
		titles = append(titles, lines)
		h := laneFont.height(len(lines)) + 2*titlePad
		if len(l.Marks) > 0 {
			h += signSize + titlePad
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
func (g *grid) addLanes(s *scene, titles [][]string, top, height float64) {
	for i, l := range g.d.Lanes {
		x, w, h := g.edge[i], g.edge[i+1]-g.edge[i], g.bottom+4-top
		ground := paper
		if i%2 == 0 {
			ground = shade
		}
		name := fmt.Sprintf("lane %d", i+1)
		s.add(shape{name: name, look: look{form: "box", fill: ground, stroke: rule, pen: 0.7}, at: point{x + w/2, top + h/2}, w: w, h: h, hint: l.Title})
		s.add(shape{name: name + " head", head: true, look: look{form: "box", fill: header, stroke: rule, pen: 0.7}, at: point{x + w/2, top + height/2}, w: w, h: height, hint: l.Title})
		room := height
		if len(l.Marks) > 0 {
			room -= signSize + titlePad
		}
		s.addText(name+" title", titles[i], laneFont, point{x + w/2, top + room/2}, w-2*titlePad, false, l.Title)
		for k, m := range l.Marks {
			offset := (float64(k) - float64(len(l.Marks)-1)/2) * signSize * 1.5
			s.addSign(fmt.Sprintf("%s mark %d", name, k+1), m, point{x + w/2 + offset, top + height - titlePad - signSize/2})
		}
	}
}

func (g *grid) addNode(s *scene, i int, n Node) {
	x, y := g.laneX[n.Lane], g.rowY[n.Row]
	w, h := g.boxes[n.Lane], g.rowHeight[n.Row]
	if n.Class == HeadingNode {
		x, w = g.edge[0], g.edge[len(g.edge)-1]-g.edge[0]
	}
	s.addBox(g.d, n, point{x + w/2, y + h/2}, w, h, g.head[i], g.text[i], nodeFont, true)
}

// addArrow draws an arrow on its way, and its label to the right of its end or
// of its beginning.
func (g *grid) addArrow(s *scene, i int) {
	e, chain := g.d.Edges[i], g.chain(i)
	s.arrows = append(s.arrows, arrowOf(g.d, i, chain))
	lines := g.ends[i].label
	if lines == nil {
		return
	}
	w, h := labelFont.width(lines)+1, labelFont.height(len(lines))
	begin, end := chain[0], chain[len(chain)-1]
	at := point{end.x + labelGap + w/2, end.y - 2 - h/2}
	if g.ends[i].atExit {
		at = point{begin.x + labelGap + w/2, begin.y + 3 + h/2}
	}
	s.addText(fmt.Sprintf("edge %d label", i+1), lines, labelFont, at, w, true, e.Hint)
}

// labelGap is the distance of a label from its arrow.
const labelGap = 5.0

// chain returns the corners of an arrow from the border of the box that it
// leaves to the top of the box that it leads to.
func (g *grid) chain(i int) []point {
	from, to := g.from(g.d.Edges[i]), g.to(g.d.Edges[i])
	x, w := g.laneX[from.Lane], g.boxes[from.Lane]
	begin := point{x + w/2, g.rowY[from.Row] + g.rowHeight[from.Row]}
	end := point{g.laneX[to.Lane] + g.portX(to.Lane, g.ends[i].port), g.rowY[to.Row]}
	way := g.ways[i]
	if len(way) == 0 {
		return []point{begin, end}
	}
	columns := len(g.maze.x)
	chain := []point{begin}
	for _, st := range way {
		chain = append(chain, point{g.columnAt[st.vertex%columns], g.rowAt[st.vertex/columns]})
	}
	switch way[0].dir {
	case down:
		chain[0].x = chain[1].x
	case left:
		chain[0] = point{x, chain[1].y}
	case right:
		chain[0] = point{x + w, chain[1].y}
	}
	return append(chain, end)
}
