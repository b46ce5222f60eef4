package layout

import (
	"math"
	"slices"

	"tasuki/render/diagram"
	"tasuki/render/look"
)

// The measures of a ring, in points.
const (
	ringBox     = 132.0
	ringGrowth  = 0.12 // how much wider than ringBox the box with the largest load is
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
	bows   map[[2]int]float64 // of the arrows drawn so far
	ways   []ringWay
}

// sceneOfRing arranges a diagram of organizations.
func sceneOfRing(d diagram.Diagram) *Scene {
	s := NewScene(d)
	r := &ring{d: d, at: map[string]int{}, width: PageWidth, bows: map[[2]int]float64{}}
	top := s.AddTitle(d, r.width)
	r.measure()
	r.place(top)
	for i, n := range d.Nodes {
		s.addBox(d, n, r.centre[i], r.w[i], r.h[i], r.head[i], r.text[i], look.SmallFont, false)
	}
	for i, e := range d.Edges {
		if !r.returns(i) {
			r.addArrow(s, i, e)
		}
	}
	if n := r.addNumbers(s); n > 0 {
		d.Notes = append(slices.Clip(d.Notes), d.Count(n, "Left out for lack of room: the number of {1} arrow.", "Left out for lack of room: the numbers of {1} arrows."))
	}
	s.AddLegend(d, r.bottom+16, r.width)
	return s
}

// measure wraps the texts and sizes the boxes. The areas of those with arrows are in
// proportion to 1 + load, the least of them so that every text fits.
func (r *ring) measure() {
	least := 0.0
	for i, n := range r.d.Nodes {
		r.at[n.ID] = i
		w := ringBox * (1 + ringGrowth*n.Load)
		head := look.HeadFont.Wrap(n.Head, w-2*boxPad-2*signRoom(n), 6)
		text := look.SmallFont.Wrap(n.Text, w-2*boxPad, 6)
		r.head, r.text = append(r.head, head), append(r.text, text)
		r.w = append(r.w, w)
		r.h = append(r.h, look.HeadFont.Height(len(head))+look.SmallFont.Height(len(text))+2*boxPad+4)
		if r.linked(n) {
			least = max(least, r.w[i]*r.h[i]/(1+n.Load))
		}
	}
	for i, n := range r.d.Nodes {
		if r.linked(n) {
			r.h[i] = least * (1 + n.Load) / r.w[i]
		}
	}
}

func (r *ring) linked(n diagram.Node) bool {
	return slices.ContainsFunc(r.d.Edges, func(e diagram.Edge) bool { return e.From == n.ID || e.To == n.ID })
}

// place puts the first node into the centre, those with edges around it and the
// rest into rows below.
func (r *ring) place(top float64) {
	var inside, outside []int
	for i, n := range r.d.Nodes {
		if r.linked(n) {
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
	widest := ringBox
	for _, i := range nodes[min(1, len(nodes)):] {
		widest = max(widest, r.w[i])
	}
	rx := max((PageWidth-widest)/2, n*widest/5)
	r.width = 2*rx + widest
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
			r.w[i] = ringBox
			r.centre[i] = Point{ringBox/2 + float64(k)*(ringBox+ringGap), r.bottom + 2*ringGap + tallest/2}
		}
		r.bottom += 2*ringGap + tallest
	}
}
