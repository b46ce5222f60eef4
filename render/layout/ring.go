package layout

import (
	"math"

	"tasuki/render/diagram"
)

// The measures of a ring, in points.
const (
	ringBox     = 132.0
	ringGap     = 12.0 // between boxes that stand in rows
	ringHeight  = 1.2  // of the circle, as a share of its width
	ringBow     = 16.0 // how far an arrow bends aside at least
	WidestArrow = 5.0
)

// ring arranges nodes in a circle, the first in its centre.
type ring struct {
	d      diagram.Diagram
	at     map[string]int
	head   [][]string
	text   [][]string
	centre []Point
	w, h   []float64
	bottom float64
	width  float64
	top    float64
	labels []Rect
	bows   map[[2]int]float64 // of the arrows drawn so far
}

// sceneOfRing arranges a diagram of organizations.
func sceneOfRing(d diagram.Diagram) *Scene {
	s := NewScene(d)
	r := &ring{d: d, at: map[string]int{}, width: PageWidth, bows: map[[2]int]float64{}}
	top := s.AddTitle(d, r.width)
	r.measure()
	r.place(top)
	for i, n := range d.Nodes {
		s.addBox(d, n, r.centre[i], r.w[i], r.h[i], r.head[i], r.text[i], smallFont, false)
	}
	for i, e := range d.Edges {
		r.addArrow(s, i, e)
	}
	s.AddLegend(d, r.bottom+16, r.width)
	return s
}

func (r *ring) measure() {
	for i, n := range r.d.Nodes {
		r.at[n.ID] = i
		head := HeadFont.wrap(n.Head, ringBox-2*boxPad-2*signRoom(n), 6)
		text := smallFont.wrap(n.Text, ringBox-2*boxPad, 6)
		r.head, r.text = append(r.head, head), append(r.text, text)
		r.w = append(r.w, ringBox)
		r.h = append(r.h, HeadFont.Height(len(head))+smallFont.Height(len(text))+2*boxPad+4)
	}
}

// place puts the first node into the centre, those with edges around it and the
// rest into rows below.
func (r *ring) place(top float64) {
	linked := map[string]bool{}
	for _, e := range r.d.Edges {
		linked[e.From], linked[e.To] = true, true
	}
	var inside, outside []int
	for i, n := range r.d.Nodes {
		if linked[n.ID] {
			inside = append(inside, i)
		} else {
			outside = append(outside, i)
		}
	}
	r.centre = make([]Point, len(r.d.Nodes))
	r.top, r.bottom = top, top
	r.placeCircle(inside, top)
	r.placeRest(outside)
}

// placeCircle puts the first of nodes into the centre and the others around it,
// clockwise, the place straight above the centre left free. Two stand below its
// sides: beside it, they would have it between them, and no room for an arrow
// from the one to the other.
func (r *ring) placeCircle(nodes []int, top float64) {
	n := float64(len(nodes) - 1)
	rx := max((PageWidth-ringBox)/2, n*ringBox/5)
	r.width = 2*rx + ringBox
	highest := math.Inf(1)
	for k, i := range nodes {
		if k > 0 {
			turn := (float64(k) - 0.5) / n
			if n == 2 {
				turn = float64(k) / 3
			}
			sin, cos := math.Sincos(2 * math.Pi * turn)
			r.centre[i] = Point{rx * sin, -rx * cos * ringHeight}
		}
		highest = min(highest, r.centre[i].Y-r.h[i]/2)
	}
	for _, i := range nodes {
		r.centre[i].X += r.width / 2
		r.centre[i].Y += top + 10 - highest
		r.bottom = max(r.bottom, r.centre[i].Y+r.h[i]/2)
	}
}

// placeRest puts nodes into rows below the circle.
func (r *ring) placeRest(nodes []int) {
	perRow := max(1, int((r.width+ringGap)/(ringBox+ringGap)))
	for len(nodes) > 0 {
		row := nodes[:min(perRow, len(nodes))]
		nodes = nodes[len(row):]
		tallest := 0.0
		for _, i := range row {
			tallest = max(tallest, r.h[i])
		}
		for k, i := range row {
			r.centre[i] = Point{ringBox/2 + float64(k)*(ringBox+ringGap), r.bottom + 2*ringGap + tallest/2}
		}
		r.bottom += 2*ringGap + tallest
	}
}
