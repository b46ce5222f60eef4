package pen

import "tasuki/render/layout"

// Path is a line or an outline in points, y upwards. It begins with an M.
type Path []Step

// Step leads to a place: M lifts the pen, L draws a straight line, C a Bézier
// curve by way of two control points, Z a line back to the last M.
type Step struct {
	Kind byte            // M, L, C or Z
	By   [2]layout.Point // the control points of a C
	To   layout.Point    // nothing for a Z
}

// Upwards returns where y grows upwards a place of a picture whose y grows downwards.
func Upwards(p layout.Point) layout.Point { return layout.Point{X: p.X, Y: -p.Y} }

// Of returns the path of an outline of a picture, which has at least one point, in time
// linear in its points.
func Of(o layout.Outline) Path {
	first, last := o.Points[0], o.Points[len(o.Points)-1]
	switch {
	case o.Kind == layout.EllipsePath:
		return rounded(first, last, (last.X-first.X)/2, (last.Y-first.Y)/2)
	case o.Kind == layout.BoxPath && o.Corner > 0:
		return rounded(first, last, o.Corner, o.Corner)
	case o.Kind == layout.BoxPath:
		return Rectangle(first.X, first.Y, last.X, last.Y)
	case o.Kind == layout.CurvePath:
		return curve(o.Points)
	case o.Kind == layout.PolygonPath:
		return append(lines(o.Points...), Step{Kind: 'Z'})
	}
	return lines(o.Points...)
}

// lines returns the path through places of a picture.
func lines(points ...layout.Point) Path {
	p := Through(points...)
	for i := range p {
		p[i].To = Upwards(p[i].To)
	}
	return p
}

// curve returns a Bézier curve of a start, then two control points and an end
// for each part.
func curve(points []layout.Point) Path {
	p := lines(points[0])
	for i := 1; i+2 < len(points); i += 3 {
		p = append(p, Step{'C', [2]layout.Point{Upwards(points[i]), Upwards(points[i+1])}, Upwards(points[i+2])})
	}
	return p
}

// rounded returns a box whose corners are quarters of ellipses with the radii a
// and b, as curves. The constant makes a curve that is off a quarter circle by less
// than 0.03 %.
func rounded(first, last layout.Point, a, b float64) Path {
	const k = 1 - 0.5522847498
	p := lines(layout.Point{X: first.X + a, Y: first.Y})
	corner := func(x, y, dx, dy float64, along bool) {
		// Along the upper and the lower edge into a corner, or along a side.
		from, to := layout.Point{X: x + dx*a, Y: y}, layout.Point{X: x, Y: y + dy*b}
		c, d := layout.Point{X: x + dx*a*k, Y: y}, layout.Point{X: x, Y: y + dy*b*k}
		if !along {
			from, to, c, d = to, from, d, c
		}
		if p[len(p)-1].To != Upwards(from) {
			p = append(p, Step{Kind: 'L', To: Upwards(from)})
		}
		p = append(p, Step{'C', [2]layout.Point{Upwards(c), Upwards(d)}, Upwards(to)})
	}
	corner(last.X, first.Y, -1, 1, true)
	corner(last.X, last.Y, -1, -1, false)
	corner(first.X, last.Y, 1, -1, true)
	corner(first.X, first.Y, 1, 1, false)
	return append(p, Step{Kind: 'Z'})
}

// Rectangle returns the path around a rectangle of a picture, whose y grows downwards,
// from its left upper corner to the right.
func Rectangle(left, top, right, bottom float64) Path {
	return Around(layout.Point{X: left, Y: -top}, layout.Point{X: right, Y: -top}, layout.Point{X: right, Y: -bottom}, layout.Point{X: left, Y: -bottom})
}

// Circle returns a circle of a radius around a place, both in points where y grows
// upwards: four curves, off it by less than 0.03 % of the radius.
func Circle(at layout.Point, r float64) Path {
	return rounded(layout.Point{X: at.X - r, Y: -at.Y - r}, layout.Point{X: at.X + r, Y: r - at.Y}, r, r)
}

// Through returns the path of straight lines through places where y grows upwards, empty
// for none, in time linear in them.
func Through(places ...layout.Point) Path {
	var p Path
	for i, at := range places {
		kind := byte('L')
		if i == 0 {
			kind = 'M'
		}
		p = append(p, Step{Kind: kind, To: at})
	}
	return p
}

// Around returns the path of [Through], closed.
func Around(places ...layout.Point) Path { return append(Through(places...), Step{Kind: 'Z'}) }

// Placed returns a path with its origin at a place and as wide as it was times narrow, in
// time linear in its steps.
func (p Path) Placed(at layout.Point, narrow float64) Path {
	return p.mapped(func(q layout.Point) layout.Point { return layout.Point{X: at.X + q.X*narrow, Y: at.Y + q.Y} })
}

// Turned returns a path after a quarter turn to the left about the origin, in time linear
// in its steps.
func (p Path) Turned() Path {
	return p.mapped(func(q layout.Point) layout.Point { return layout.Point{X: -q.Y, Y: q.X} })
}

func (p Path) mapped(f func(layout.Point) layout.Point) Path {
	out := make(Path, len(p))
	for i, s := range p {
		out[i] = Step{s.Kind, [2]layout.Point{f(s.By[0]), f(s.By[1])}, f(s.To)}
	}
	return out
}

// Points returns the ends and the control points of the steps, a path being inside their
// convex hull, in time linear in the steps.
func (p Path) Points() []layout.Point {
	var list []layout.Point
	for _, s := range p {
		switch s.Kind {
		case 'Z':
			continue // which has no place of its own
		case 'C':
			list = append(list, s.By[:]...)
		}
		list = append(list, s.To)
	}
	return list
}

// Chain returns points along a path, near enough to each other for straight lines between
// them where a page is cut: its ends, and three more in each curve. Time is linear in the steps.
func (p Path) Chain() []layout.Point {
	var chain []layout.Point
	for _, s := range p {
		switch s.Kind {
		case 'C':
			from := chain[len(chain)-1]
			for k := 1.0; k <= 4; k++ {
				t := k / 4
				u := 1 - t
				mix := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
				chain = append(chain, layout.Point{X: mix(from.X, s.By[0].X, s.By[1].X, s.To.X), Y: mix(from.Y, s.By[0].Y, s.By[1].Y, s.To.Y)})
			}
		case 'M', 'L':
			chain = append(chain, s.To)
		}
	}
	return chain
}
