package render

import "math"

// curve is a cubic Bézier curve.
type curve [4]point

func (c curve) at(t float64) point {
	u := 1 - t
	mix := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
	return point{mix(c[0].x, c[1].x, c[2].x, c[3].x), mix(c[0].y, c[1].y, c[2].y, c[3].y)}
}

// part returns the piece of the curve between two parameters.
func (c curve) part(from, to float64) curve {
	lerp := func(p, q point, t float64) point { return point{p.x + (q.x-p.x)*t, p.y + (q.y-p.y)*t} }
	blossom := func(a, b, d float64) point {
		p, q, r := lerp(c[0], c[1], a), lerp(c[1], c[2], a), lerp(c[2], c[3], a)
		return lerp(lerp(p, q, b), lerp(q, r, b), d)
	}
	return curve{blossom(from, from, from), blossom(from, from, to), blossom(from, to, to), blossom(to, to, to)}
}

// bent returns the curve from p to q that bends aside by bow in its middle, to
// the left of its direction.
func bent(p, q point, bow float64) curve {
	length := max(1, math.Hypot(q.x-p.x, q.y-p.y))
	nx, ny := (q.y-p.y)/length, -(q.x-p.x)/length
	k := bow * 4 / 3
	return curve{p,
		{p.x + (q.x-p.x)/3 + nx*k, p.y + (q.y-p.y)/3 + ny*k},
		{p.x + (q.x-p.x)*2/3 + nx*k, p.y + (q.y-p.y)*2/3 + ny*k}, q}
}

// leaves returns the parameter at which a curve, walked from one parameter
// towards another, last stands in a box.
func leaves(c curve, box rect, from, to float64) float64 {
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

// rect is an upright rectangle.
type rect struct{ left, top, right, bottom float64 }

func around(at point, w, h float64) rect {
	return rect{at.x - w/2, at.y - h/2, at.x + w/2, at.y + h/2}
}

func (r rect) contains(p point) bool {
	return r.left < p.x && p.x < r.right && r.top < p.y && p.y < r.bottom
}

func (r rect) overlaps(o rect) bool {
	return r.left < o.right && o.left < r.right && r.top < o.bottom && o.top < r.bottom
}

func (r rect) grown(by float64) rect {
	return rect{r.left - by, r.top - by, r.right + by, r.bottom + by}
}
