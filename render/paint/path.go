package paint

import (
	"fmt"
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

// point returns a place of Graphviz's JSON.
func point(p [2]float64) layout.Point { return layout.Point{X: p[0], Y: p[1]} }

// pathOf returns the path of an instruction.
func pathOf(o op) (path, error) {
	switch o.Op {
	case "P", "p":
		return append(lines(o.Points), step{kind: 'Z'}), nil
	case "L":
		return lines(o.Points), nil
	case "E", "e":
		return ellipse(o.Rect), nil
	case "B", "b":
		return curve(o.Points), nil
	}
	return nil, fmt.Errorf("the instruction %q is not known", o.Op)
}

func lines(points [][2]float64) path {
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
func curve(points [][2]float64) path {
	if len(points) == 0 {
		return nil
	}
	p := lines(points[:1])
	for i := 1; i+2 < len(points); i += 3 {
		p = append(p, step{'C', [2]layout.Point{point(points[i]), point(points[i+1])}, point(points[i+2])})
	}
	return p
}

// ellipse returns an ellipse, of a centre and two radii, as four curves, each of
// which is off a quarter circle by less than 0.03 %.
func ellipse(rect [4]float64) path {
	const k = 0.5522847498
	x, y, a, b := rect[0], rect[1], rect[2], rect[3]
	return curve([][2]float64{
		{x + a, y},
		{x + a, y + k*b}, {x + k*a, y + b}, {x, y + b},
		{x - k*a, y + b}, {x - a, y + k*b}, {x - a, y},
		{x - a, y - k*b}, {x - k*a, y - b}, {x, y - b},
		{x + k*a, y - b}, {x + a, y - k*b}, {x + a, y},
	})
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
