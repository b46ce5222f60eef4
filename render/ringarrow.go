package render

import (
	"fmt"
	"math"
)

// addArrow draws an arrow around the boxes that stand between its ends, with
// its number on it.
func (r *ring) addArrow(s *scene, i int, e Edge) {
	from, to := r.at[e.From], r.at[e.To]
	c := r.clear(from, to)
	pen := 1.0
	for _, other := range r.d.Edges {
		pen = max(pen, other.Weight)
	}
	pen = 0.8 + (widestArrow-0.8)*e.Weight/pen
	head := headLength * (0.8 + pen/4)
	begin := leaves(c, around(r.centre[from], r.w[from], r.h[from]), 0, 1)
	end := leaves(c, around(r.centre[to], r.w[to], r.h[to]), 1, 0)
	tip := c.at(end)
	cut := end
	for cut > begin && math.Hypot(c.at(cut).x-tip.x, c.at(cut).y-tip.y) < head {
		cut -= 0.002
	}
	piece := c.part(begin, cut)
	a := arrow{from: e.From, to: e.To, points: piece[:], headTip: tip, color: slate, pen: pen, dashed: e.Passes > 0, headSize: head / 10,
		id: fmt.Sprintf("%s.edge%d", r.d.ID, i+1), hint: e.Hint}
	s.arrows = append(s.arrows, a)
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
	page := rect{0, r.top, r.width, r.bottom}
	for i := range r.d.Nodes {
		box := around(r.centre[i], r.w[i], r.h[i]).grown(6)
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
func (r *ring) addNumber(s *scene, i int, e Edge, c curve, begin, end float64) {
	lines := []string{e.Label}
	w, h := signFont.width(lines)+5, signFont.height(1)+1
	place := around(c.at((begin+end)/2), w, h)
	for _, t := range []float64{0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82} {
		candidate := around(c.at(begin+(end-begin)*t), w, h)
		free := true
		for _, other := range r.labels {
			free = free && !candidate.overlaps(other.grown(1))
		}
		for k := range r.d.Nodes {
			free = free && !candidate.overlaps(around(r.centre[k], r.w[k], r.h[k]).grown(2))
		}
		if free {
			place = candidate
			break
		}
	}
	r.labels = append(r.labels, place)
	at := point{(place.left + place.right) / 2, (place.top + place.bottom) / 2}
	s.add(shape{name: fmt.Sprintf("edge %d label", i+1), look: look{form: "box", rounded: true, fill: paper, stroke: slate, pen: 0.5}, at: at, w: w, h: h, lines: lines, font: signFont, hint: e.Hint})
}
