package page

import "math"

const (
	thin  = 3.0 // points; what is filled and no thicker is a line
	slant = 0.5 // points by which a line may miss being straight
)

// outline is what is drawn next: its parts, each a line of corners.
type outline struct {
	parts  [][]corner
	points int
	clips  bool // it bounds what is drawn afterwards
}

type corner struct{ x, y float64 }

func (o *outline) move(x, y float64) {
	if o.points++; o.points <= maxPoints {
		o.parts = append(o.parts, []corner{{x, y}})
	}
}

func (o *outline) line(x, y float64) {
	n := len(o.parts)
	if n == 0 {
		o.move(x, y)
		return
	}
	if o.points++; o.points <= maxPoints {
		o.parts[n-1] = append(o.parts[n-1], corner{x, y})
	}
}

// closePart draws a line back to where the part began.
func (o *outline) closePart() {
	if n := len(o.parts); n > 0 {
		o.line(o.parts[n-1][0].x, o.parts[n-1][0].y)
	}
}

// rectangle adds the four corners of one.
func (o *outline) rectangle(m matrix, x, y, w, h float64) {
	o.move(m.apply(x, y))
	o.line(m.apply(x+w, y))
	o.line(m.apply(x+w, y+h))
	o.line(m.apply(x, y+h))
	o.closePart()
}

func boundsOf(part []corner) area {
	a := none
	for _, c := range part {
		a = a.with(c.x, c.y)
	}
	return a
}

// paint keeps the lines that an outline draws when it is stroked or filled.
func (c *canvas) paint(stroke, fill bool) {
	o := &c.outline
	if o.points > maxPoints {
		return
	}
	for i, part := range o.parts {
		a := boundsOf(part)
		switch {
		case min(a.right-a.left, a.bottom-a.top) <= thin && (fill || stroke && len(part) > 2):
			c.thinRule(a)
		case stroke:
			for j := 1; j < len(part); j++ {
				c.rule(part[j-1], part[j])
			}
		case fill && o.frames(i, a):
			c.frame(a)
		}
	}
}

// frames reports whether the inside of a part is left out by another one, so that the
// two draw the frame of a box.
func (o *outline) frames(part int, a area) bool {
	if len(o.parts) > 8 {
		return false
	}
	for i, other := range o.parts {
		b := boundsOf(other)
		if i != part && b.left >= a.left && b.top >= a.top && b.right <= a.right && b.bottom <= a.bottom &&
			max(b.left-a.left, b.top-a.top, a.right-b.right, a.bottom-b.bottom) <= thin {
			return true
		}
	}
	return false
}

func (c *canvas) frame(a area) {
	c.rule(corner{a.left, a.top}, corner{a.right, a.top})
	c.rule(corner{a.left, a.bottom}, corner{a.right, a.bottom})
	c.rule(corner{a.left, a.top}, corner{a.left, a.bottom})
	c.rule(corner{a.right, a.top}, corner{a.right, a.bottom})
}

// thinRule keeps a thin rectangle as a line.
func (c *canvas) thinRule(a area) {
	x, y := (a.left+a.right)/2, (a.top+a.bottom)/2
	if a.right-a.left >= a.bottom-a.top {
		c.rule(corner{a.left, y}, corner{a.right, y})
	} else {
		c.rule(corner{x, a.top}, corner{x, a.bottom})
	}
}

// rule keeps a line that runs across or down, as far as it shows.
func (c *canvas) rule(a, b corner) {
	r := Rule{Across: math.Abs(a.y-b.y) <= slant}
	clip := c.state.clip
	switch {
	case r.Across && (a.y >= clip.top-thin && a.y <= clip.bottom+thin):
		r.At, r.From, r.To = (a.y+b.y)/2, max(min(a.x, b.x), clip.left-thin), min(max(a.x, b.x), clip.right+thin)
	case !r.Across && math.Abs(a.x-b.x) <= slant && a.x >= clip.left-thin && a.x <= clip.right+thin:
		r.At, r.From, r.To = (a.x+b.x)/2, max(min(a.y, b.y), clip.top-thin), min(max(a.y, b.y), clip.bottom+thin)
	default:
		return
	}
	if r.To-r.From > slant {
		c.page.Rules = append(c.page.Rules, r)
	}
}

// endPath forgets the outline, and lets it bound what follows if it is to.
func (c *canvas) endPath() {
	if c.outline.clips && c.outline.points <= maxPoints {
		a := none
		for _, part := range c.outline.parts {
			b := boundsOf(part)
			a = a.with(b.left, b.top).with(b.right, b.bottom)
		}
		c.state.clip = c.state.clip.within(a)
	}
	c.outline = outline{parts: c.outline.parts[:0]}
}
