package layout

import (
	"fmt"
	"math"

	"tasuki/render/diagram"
	"tasuki/render/look"
)

// The measures of arrows, in points.
const (
	HeadLength   = 7.0
	tailLength   = 5.6
	cornerRadius = 4.0
	ArrowSize    = 0.7 // of a head, as Graphviz measures it
)

// arrowOf paints edge i of d along a chain of straight lines.
func arrowOf(d diagram.Diagram, i int, chain []Point) Arrow {
	e := d.Edges[i]
	stroke := look.StrokeOf(e.Kind)
	a := Arrow{
		From: e.From, To: e.To, Dashed: e.Inferred || e.Optional || e.Passes > 0, Color: stroke.Color, Pen: 1.3,
		Tail: stroke.Tail, HeadSize: ArrowSize, ID: edgeIDOf(d, i), Hint: e.Hint,
	}
	a.TailTip, a.HeadTip = chain[0], chain[len(chain)-1]
	chain = Straightened(chain)
	if a.Tail != "" {
		chain[0] = Towards(chain[0], chain[1], tailLength)
	}
	n := len(chain)
	chain[n-1] = Towards(chain[n-1], chain[n-2], HeadLength)
	a.Points = Rounded(chain)
	return a
}

// edgeID begins the ids of arrows.
const edgeID = "edge"

// edgeIDOf returns the id of arrow i in the drawing.
func edgeIDOf(d diagram.Diagram, i int) string { return fmt.Sprintf("%s.%s%d", d.ID, edgeID, i+1) }

// Straightened returns a chain without repeated points and without points in
// the middle of a straight line.
func Straightened(chain []Point) []Point {
	var out []Point
	for _, p := range chain {
		if n := len(out); n > 0 && near(out[n-1], p) {
			continue
		}
		if n := len(out); n > 1 && math.Abs(cross(out[n-2], out[n-1], p)) < 1e-6 {
			out = out[:n-1]
		}
		out = append(out, p)
	}
	return out
}

func near(p, q Point) bool { return math.Hypot(p.X-q.X, p.Y-q.Y) < 1e-6 }

func cross(a, b, c Point) float64 { return (b.X-a.X)*(c.Y-b.Y) - (b.Y-a.Y)*(c.X-b.X) }

// Towards returns the point at a distance from p on the way to q.
func Towards(p, q Point, distance float64) Point {
	length := math.Hypot(q.X-p.X, q.Y-p.Y)
	if length == 0 {
		return p
	}
	t := min(1, distance/length)
	return Point{p.X + (q.X-p.X)*t, p.Y + (q.Y-p.Y)*t}
}

// Rounded returns a chain as Bézier curves, its corners rounded.
func Rounded(chain []Point) []Point {
	points := []Point{chain[0]}
	line := func(to Point) {
		from := points[len(points)-1]
		points = append(points, Towards(from, to, math.Hypot(to.X-from.X, to.Y-from.Y)/3), Towards(to, from, math.Hypot(to.X-from.X, to.Y-from.Y)/3), to)
	}
	for i := 1; i+1 < len(chain); i++ {
		before, corner, after := chain[i-1], chain[i], chain[i+1]
		r := min(cornerRadius, math.Hypot(corner.X-before.X, corner.Y-before.Y)/2, math.Hypot(after.X-corner.X, after.Y-corner.Y)/2)
		begin, end := Towards(corner, before, r), Towards(corner, after, r)
		line(begin)
		points = append(points, Towards(begin, corner, r/2), Towards(end, corner, r/2), end)
	}
	line(chain[len(chain)-1])
	return points
}
