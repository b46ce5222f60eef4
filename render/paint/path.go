package paint

import (
	"gonum.org/v1/plot/vg"

	"tasuki/render/layout"
)

// point returns a place; on a canvas y grows upwards.
func point(p layout.Point) vg.Point { return vg.Point{X: vg.Length(p.X), Y: vg.Length(-p.Y)} }

// pathOf returns the path of an outline.
func pathOf(o layout.Outline) vg.Path {
	first, last := o.Points[0], o.Points[len(o.Points)-1]
	switch o.Kind {
	case layout.BoxPath:
		return boxPath(first, last, o.Corner)
	case layout.EllipsePath:
		a, b := (last.X-first.X)/2, (last.Y-first.Y)/2
		return rounded(first, last, a, b)
	case layout.CurvePath:
		return curve(o.Points)
	}
	var path vg.Path
	for i, p := range o.Points {
		if i == 0 {
			path.Move(point(p))
			continue
		}
		path.Line(point(p))
	}
	if o.Kind == layout.PolygonPath {
		path.Close()
	}
	return path
}

// curve returns a Bézier curve of a start, then two control points and an end
// for each part.
func curve(points []layout.Point) vg.Path {
	var path vg.Path
	path.Move(point(points[0]))
	for i := 1; i+2 < len(points); i += 3 {
		path.CubeTo(point(points[i]), point(points[i+1]), point(points[i+2]))
	}
	return path
}

// boxPath returns a box, its corners rounded by a radius.
func boxPath(first, last layout.Point, r float64) vg.Path {
	if r > 0 {
		return rounded(first, last, r, r)
	}
	return pathOf(layout.Outline{Kind: layout.PolygonPath, Points: []layout.Point{first, {X: last.X, Y: first.Y}, last, {X: first.X, Y: last.Y}}})
}

// rounded returns a box whose corners are quarters of ellipses with the radii a
// and b, as curves: arcs are circles only. The constant makes a curve that is off
// a quarter circle by less than 0.03 %.
func rounded(first, last layout.Point, a, b float64) vg.Path {
	const k = 1 - 0.5522847498
	var path vg.Path
	path.Move(point(layout.Point{X: first.X + a, Y: first.Y}))
	corner := func(x, y, dx, dy float64, along bool) {
		// Along the upper and the lower edge into a corner, or along a side.
		from, to := layout.Point{X: x + dx*a, Y: y}, layout.Point{X: x, Y: y + dy*b}
		c, d := layout.Point{X: x + dx*a*k, Y: y}, layout.Point{X: x, Y: y + dy*b*k}
		if !along {
			from, to, c, d = to, from, d, c
		}
		if path[len(path)-1].Pos != point(from) {
			path.Line(point(from))
		}
		path.CubeTo(point(c), point(d), point(to))
	}
	corner(last.X, first.Y, -1, 1, true)
	corner(last.X, last.Y, -1, -1, false)
	corner(first.X, last.Y, 1, -1, true)
	corner(first.X, first.Y, 1, 1, false)
	path.Close()
	return path
}
