package layout

import (
	"math"
)

// curve is a cubic Bézier curve.
type curve [4]Point

func (c curve) at(t float64) Point {
	u := 1 - t
	mix := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
	return Point{mix(c[0].X, c[1].X, c[2].X, c[3].X), mix(c[0].Y, c[1].Y, c[2].Y, c[3].Y)}
}

// part returns the piece of the curve between two parameters.
func (c curve) part(from, to float64) curve {
	lerp := func(p, q Point, t float64) Point { return Point{p.X + (q.X-p.X)*t, p.Y + (q.Y-p.Y)*t} }
	blossom := func(a, b, d float64) Point {
		p, q, r := lerp(c[0], c[1], a), lerp(c[1], c[2], a), lerp(c[2], c[3], a)
		return lerp(lerp(p, q, b), lerp(q, r, b), d)
	}
	return curve{blossom(from, from, from), blossom(from, from, to), blossom(from, to, to), blossom(to, to, to)}
}

// Straight reports whether the curve from a to d lies on the line between them.
func Straight(a, b, c, d Point) bool {
	const unseen = 1e-3
	length := math.Hypot(d.X-a.X, d.Y-a.Y)
	off := func(p Point) float64 { return math.Abs(cross(a, p, d)) }
	within := func(p Point) bool {
		return math.Hypot(p.X-a.X, p.Y-a.Y) <= length+unseen && math.Hypot(p.X-d.X, p.Y-d.Y) <= length+unseen
	}
	return max(off(b), off(c)) <= unseen*length && within(b) && within(c)
}

// bent returns the curve from p to q that bends aside by bow in its middle, to
// the left of its direction.
func bent(p, q Point, bow float64) curve {
	length := max(1, math.Hypot(q.X-p.X, q.Y-p.Y))
	nx, ny := (q.Y-p.Y)/length, -(q.X-p.X)/length
	k := bow * 4 / 3
	return curve{p,
		{p.X + (q.X-p.X)/3 + nx*k, p.Y + (q.Y-p.Y)/3 + ny*k},
		{p.X + (q.X-p.X)*2/3 + nx*k, p.Y + (q.Y-p.Y)*2/3 + ny*k}, q}
}

// leaves returns the parameter at which a curve, walked from one parameter
// towards another, last stands in a box.
func leaves(c curve, box Rect, from, to float64) float64 {
	in, out := from, to
	for range 40 {
		if mid := (in + out) / 2; box.contains(c.at(mid)) {
			in = mid
		} else {
			out = mid
		}
	}
	return out
}

// Rect is an upright rectangle.
type Rect struct{ Left, Top, Right, Bottom float64 }

// Around returns the rectangle of a size around a point.
func Around(at Point, w, h float64) Rect {
	return Rect{at.X - w/2, at.Y - h/2, at.X + w/2, at.Y + h/2}
}

func (r Rect) contains(p Point) bool {
	return r.Left < p.X && p.X < r.Right && r.Top < p.Y && p.Y < r.Bottom
}

func (r Rect) overlaps(o Rect) bool {
	return r.Left < o.Right && o.Left < r.Right && r.Top < o.Bottom && o.Top < r.Bottom
}

// Grown returns the rectangle with a margin on every side.
func (r Rect) Grown(by float64) Rect {
	return Rect{r.Left - by, r.Top - by, r.Right + by, r.Bottom + by}
}
