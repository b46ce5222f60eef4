package layout

import (
	"math"
	"slices"

	"tasuki/render/diagram"
	"tasuki/render/look"
)

// addArrow draws an arrow around the boxes that stand between its ends.
func (r *ring) addArrow(s *Scene, i int, e diagram.Edge) {
	from, to := r.at[e.From], r.at[e.To]
	c := r.clear(from, to)
	pen := 1.0
	for _, other := range r.d.Edges {
		pen = max(pen, other.Weight)
	}
	pen = 0.8 + (WidestArrow-0.8)*e.Weight/pen
	head := HeadLength * (0.8 + pen/4)
	begin := leaves(c, Around(r.centre[from], r.w[from], r.h[from]), 0, 1)
	end := leaves(c, Around(r.centre[to], r.w[to], r.h[to]), 1, 0)
	tip := c.at(end)
	cut := end
	for cut > begin && math.Hypot(c.at(cut).X-tip.X, c.at(cut).Y-tip.Y) < head {
		cut -= 0.002
	}
	piece := c.part(begin, cut)
	a := Arrow{From: e.From, To: e.To, FromName: r.d.Nodes[from].Head, ToName: r.d.Nodes[to].Head, Points: piece[:], HeadTip: tip, Color: look.Slate, Pen: pen, Dashed: e.Passes > 0, HeadSize: head / 10,
		ID: edgeIDOf(r.d, i), Hint: e.Hint}
	if k := r.opposite(i); k >= 0 && e.Passes > 0 {
		a.Tail, a.TailTip = ringTail, piece[0]
		a.Points = tailCut(c, begin, cut, head)
		a.Hint += "\n" + r.d.Edges[k].Hint
	}
	if a = a.stated(e.Status); e.Status != diagram.Same {
		a.Pen = pen
	}
	s.Arrows = append(s.Arrows, a)
	r.ways = append(r.ways, ringWay{i, c, begin, end, a})
}

// ringTail is the head at the tail of an arrow that stands for both directions.
const ringTail = "normal"

// opposite returns the arrow back that passes as many hidden boxes as arrow i, or -1.
func (r *ring) opposite(i int) int {
	e := r.d.Edges[i]
	return slices.IndexFunc(r.d.Edges, func(o diagram.Edge) bool { return o.From == e.To && o.To == e.From && o.Passes == e.Passes })
}

// returns reports whether an arrow by way of hidden boxes is drawn as the other head of
// an earlier one.
func (r *ring) returns(i int) bool {
	k := r.opposite(i)
	return r.d.Edges[i].Passes > 0 && k >= 0 && k < i
}

// tailCut returns the piece of a curve that leaves room for a head at its beginning.
func tailCut(c curve, begin, end, head float64) []Point {
	tip, cut := c.at(begin), begin
	for cut < end && math.Hypot(c.at(cut).X-tip.X, c.at(cut).Y-tip.Y) < head {
		cut += 0.002
	}
	piece := c.part(cut, end)
	return piece[:]
}

// clear returns the least bent curve between two nodes that touches no other
// node, stays inside the ring, and is not that of the opposite arrow. To the
// left of the arrow comes before its right.
func (r *ring) clear(from, to int) curve {
	for step := 1; step < 40; step++ {
		for _, bow := range []float64{ringBow * float64(step+1) / 2, -ringBow * float64(step+1) / 2} {
			c := bent(r.centre[from], r.centre[to], bow)
			taken := r.bows[[2]int{to, from}]
			if !(taken != 0 && math.Abs(taken+bow) < 1.5*ringBow) && !r.touches(c, from, to) {
				r.bows[[2]int{from, to}] = bow
				return c
			}
		}
	}
	return bent(r.centre[from], r.centre[to], ringBow)
}

func (r *ring) touches(c curve, from, to int) bool {
	page := Rect{0, r.top, r.width, r.bottom}
	for i := range r.d.Nodes {
		box := Around(r.centre[i], r.w[i], r.h[i]).Grown(6)
		for k := range 41 {
			if !page.contains(c.at(float64(k) / 40)) {
				return true
			}
			if i != from && i != to && box.contains(c.at(float64(k)/40)) {
				return true
			}
		}
	}
	return false
}
