package paint

import (
	"math"
	"slices"

	"tasuki/render/layout"
)

// path is a line or an outline in points, y upwards.
type path []step

// step leads to a place: M lifts the pen, L draws a straight line, C a Bézier
// curve by way of two control points, Z a line back to the last M.
type step struct {
	kind byte
	by   [2]layout.Point
	to   layout.Point
}

// point returns a place of a picture, whose y grows downwards.
func point(p layout.Point) layout.Point { return layout.Point{X: p.X, Y: -p.Y} }

// pathOf returns the path of an outline.
func pathOf(o layout.Outline) path {
	first, last := o.Points[0], o.Points[len(o.Points)-1]
	switch {
	case o.Kind == layout.EllipsePath:
		return rounded(first, last, (last.X-first.X)/2, (last.Y-first.Y)/2)
	case o.Kind == layout.BoxPath && o.Corner > 0:
		return rounded(first, last, o.Corner, o.Corner)
	case o.Kind == layout.BoxPath:
		return append(lines(first, layout.Point{X: last.X, Y: first.Y}, last, layout.Point{X: first.X, Y: last.Y}), step{kind: 'Z'})
	case o.Kind == layout.CurvePath:
		return curve(o.Points)
	case o.Kind == layout.PolygonPath:
		return append(lines(o.Points...), step{kind: 'Z'})
	}
	return lines(o.Points...)
}

func lines(points ...layout.Point) path {
	var p path
	for i, to := range points {
		kind := byte('L')
		if i == 0 {
			kind = 'M'
		}
		p = append(p, step{kind: kind, to: point(to)})
	}
	return p
}

// curve returns a Bézier curve of a start, then two control points and an end
// for each part.
func curve(points []layout.Point) path {
	p := lines(points[0])
	for i := 1; i+2 < len(points); i += 3 {
		p = append(p, step{'C', [2]layout.Point{point(points[i]), point(points[i+1])}, point(points[i+2])})
	}
	return p
}

// rounded returns a box whose corners are quarters of ellipses with the radii a
// and b, as curves. The constant makes a curve that is off a quarter circle by less
// than 0.03 %.
func rounded(first, last layout.Point, a, b float64) path {
	const k = 1 - 0.5522847498
	p := lines(layout.Point{X: first.X + a, Y: first.Y})
	corner := func(x, y, dx, dy float64, along bool) {
		// Along the upper and the lower edge into a corner, or along a side.
		from, to := layout.Point{X: x + dx*a, Y: y}, layout.Point{X: x, Y: y + dy*b}
		c, d := layout.Point{X: x + dx*a*k, Y: y}, layout.Point{X: x, Y: y + dy*b*k}
		if !along {
			from, to, c, d = to, from, d, c
		}
		if p[len(p)-1].to != point(from) {
			p = append(p, step{kind: 'L', to: point(from)})
		}
		p = append(p, step{'C', [2]layout.Point{point(c), point(d)}, point(to)})
	}
	corner(last.X, first.Y, -1, 1, true)
	corner(last.X, last.Y, -1, -1, false)
	corner(first.X, last.Y, 1, -1, true)
	corner(first.X, first.Y, 1, 1, false)
	return append(p, step{kind: 'Z'})
}

// circle returns a circle around a place where y grows upwards.
func circle(at layout.Point, r float64) path {
	return rounded(layout.Point{X: at.X - r, Y: -at.Y - r}, layout.Point{X: at.X + r, Y: r - at.Y}, r, r)
}

// projection takes places of a drawing to those of a picture, whose y grows
// downwards.
type projection struct{ scale, left, top float64 }

func (v projection) at(p layout.Point) layout.Point {
	return layout.Point{X: v.left + p.X*v.scale, Y: v.top - p.Y*v.scale}
}

// lengths returns lengths in a picture.
func (v projection) lengths(of []float64) []float64 {
	list := slices.Clone(of)
	for i := range list {
		list[i] *= v.scale
	}
	return list
}

// polyline is a chain of straight lines.
type polyline struct {
	points []layout.Point
	closed bool
}

// flat returns a path in a picture, its curves as lines that are short enough to
// look like them.
func (v projection) flat(p path) (list []polyline) {
	var pen layout.Point
	for _, s := range p {
		if s.kind == 'M' || len(list) == 0 {
			list = append(list, polyline{})
		}
		last := &list[len(list)-1]
		to := v.at(s.to)
		switch s.kind {
		case 'Z':
			last.closed = true
			continue
		case 'C':
			a, b := v.at(s.by[0]), v.at(s.by[1])
			n := 2 + math.Ceil(2*math.Sqrt(distance(pen, a)+distance(a, b)+distance(b, to)))
			for i := 1.0; i < n; i++ {
				t, u := i/n, 1-i/n
				last.points = append(last.points, sum(pen, u*u*u, a, 3*u*u*t, b, 3*u*t*t, to, t*t*t))
			}
		}
		last.points = append(last.points, to)
		pen = to
	}
	return list
}

// sum returns the weighted sum of the four points of a Bézier curve.
func sum(p layout.Point, i float64, q layout.Point, j float64, r layout.Point, k float64, s layout.Point, l float64) layout.Point {
	return layout.Point{X: p.X*i + q.X*j + r.X*k + s.X*l, Y: p.Y*i + q.Y*j + r.Y*k + s.Y*l}
}

func distance(a, b layout.Point) float64 { return math.Hypot(b.X-a.X, b.Y-a.Y) }

// between returns the point at a part of the way from a to b.
func between(a, b layout.Point, part float64) layout.Point {
	return layout.Point{X: a.X + (b.X-a.X)*part, Y: a.Y + (b.Y-a.Y)*part}
}

// chainOf returns points along a path, near enough to each other for straight lines between.
func chainOf(p path) []layout.Point {
	var chain []layout.Point
	for _, s := range p {
		switch s.kind {
		case 'C':
			from := chain[len(chain)-1]
			for k := 1.0; k <= 4; k++ {
				t := k / 4
				u := 1 - t
				mix := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
				chain = append(chain, layout.Point{X: mix(from.X, s.by[0].X, s.by[1].X, s.to.X), Y: mix(from.Y, s.by[0].Y, s.by[1].Y, s.to.Y)})
			}
		case 'M', 'L':
			chain = append(chain, s.to)
		}
	}
	return chain
}
