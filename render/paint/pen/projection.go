package pen

import (
	"math"
	"slices"

	"tasuki/render/layout"
)

// Projection takes places of a drawing, in points with y upwards, to those of a picture,
// in its own unit, whose y grows downwards.
type Projection struct {
	Scale     float64 // units of the picture in a point
	Left, Top float64 // where the origin of the drawing is in the picture
}

// At returns a place in the picture.
func (v Projection) At(p layout.Point) layout.Point {
	return layout.Point{X: v.Left + p.X*v.Scale, Y: v.Top - p.Y*v.Scale}
}

// Lengths returns lengths in the picture, in time linear in their number.
func (v Projection) Lengths(of []float64) []float64 {
	list := slices.Clone(of)
	for i := range list {
		list[i] *= v.Scale
	}
	return list
}

// Polyline is a chain of straight lines in a picture.
type Polyline struct {
	Points []layout.Point
	Closed bool // whether a line leads from the last to the first
}

// Flat returns a path in the picture, one chain for each M, its curves as lines that are
// short enough to look like them: about two times the square root of the length of its
// control polygon in the picture. Time is linear in the points returned.
func (v Projection) Flat(p Path) (list []Polyline) {
	var from layout.Point
	for _, s := range p {
		if s.Kind == 'M' || len(list) == 0 {
			list = append(list, Polyline{})
		}
		last := &list[len(list)-1]
		to := v.At(s.To)
		switch s.Kind {
		case 'Z':
			last.Closed = true
			continue
		case 'C':
			a, b := v.At(s.By[0]), v.At(s.By[1])
			n := 2 + math.Ceil(2*math.Sqrt(distance(from, a)+distance(a, b)+distance(b, to)))
			for i := 1.0; i < n; i++ {
				t, u := i/n, 1-i/n
				last.Points = append(last.Points, sum(from, u*u*u, a, 3*u*u*t, b, 3*u*t*t, to, t*t*t))
			}
		}
		last.Points = append(last.Points, to)
		from = to
	}
	return list
}

// sum returns the weighted sum of the four points of a Bézier curve.
func sum(p layout.Point, i float64, q layout.Point, j float64, r layout.Point, k float64, s layout.Point, l float64) layout.Point {
	return layout.Point{X: p.X*i + q.X*j + r.X*k + s.X*l, Y: p.Y*i + q.Y*j + r.Y*k + s.Y*l}
}

func distance(a, b layout.Point) float64 { return math.Hypot(b.X-a.X, b.Y-a.Y) }

// Between returns the point at a part of the way from a to b, 0 being a and 1 being b.
func Between(a, b layout.Point, part float64) layout.Point {
	return layout.Point{X: a.X + (b.X-a.X)*part, Y: a.Y + (b.Y-a.Y)*part}
}

// Corners returns the least and the greatest coordinates of points, or the origin twice
// if there are none, in time linear in them.
func Corners(points []layout.Point) (low, high layout.Point) {
	for i, p := range points {
		if i == 0 {
			low, high = p, p
		}
		low = layout.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}
		high = layout.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
	}
	return low, high
}
