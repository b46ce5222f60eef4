package layout

import (
	"fmt"
	"math"

	"tasuki/render/diagram"
)

// addArrow draws an arrow around the boxes that stand between its ends, with
// its number on it.
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
	a := Arrow{From: e.From, To: e.To, Points: piece[:], HeadTip: tip, Color: Slate, Pen: pen, Dashed: e.Passes > 0, HeadSize: head / 10,
		ID: edgeIDOf(r.d, i), Hint: e.Hint}
	s.Arrows = append(s.Arrows, a)
	r.addNumber(s, i, e, c, begin, end)
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

// addNumber puts the label of an arrow on it, as near to its middle as no other
// label or box is in the way.
func (r *ring) addNumber(s *Scene, i int, e diagram.Edge, c curve, begin, end float64) {
	lines := []string{e.Label}
	w, h := signFont.Width(lines)+5, signFont.Height(1)+1
	place := Around(c.at((begin+end)/2), w, h)
	for _, t := range []float64{0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82} {
		candidate := Around(c.at(begin+(end-begin)*t), w, h)
		free := true
		for _, other := range r.labels {
			free = free && !candidate.overlaps(other.Grown(1))
		}
		for k := range r.d.Nodes {
			free = free && !candidate.overlaps(Around(r.centre[k], r.w[k], r.h[k]).Grown(2))
		}
		if free {
			place = candidate
			break
		}
	}
	r.labels = append(r.labels, place)
	at := Point{(place.Left + place.Right) / 2, (place.Top + place.Bottom) / 2}
	s.Add(Shape{Name: fmt.Sprintf("edge %d label", i+1), Look: Look{Form: "box", Rounded: true, Fill: Paper, Stroke: Slate, Pen: 0.5}, At: at, W: w, H: h, Lines: lines, Font: signFont, Hint: e.Hint})
}
