package render

import (
	"fmt"
	"math"
)

// The measures of arrows, in points.
const (
	headLength   = 7.0
	tailLength   = 5.6
	cornerRadius = 4.0
	arrowSize    = 0.7 // of a head, as Graphviz measures it
)

// arrowOf paints edge i of d along a chain of straight lines.
func arrowOf(d Diagram, i int, chain []point) arrow {
	e := d.Edges[i]
	look := strokeOf(e.Kind)
	a := arrow{
		from: e.From, to: e.To, dashed: e.Inferred || e.Passes > 0, color: look.color, pen: 1.3,
		tail: look.tail, headSize: arrowSize, id: fmt.Sprintf("%s.edge%d", d.ID, i+1), hint: e.Hint,
	}
	a.tailTip, a.headTip = chain[0], chain[len(chain)-1]
	chain = straightened(chain)
	if a.tail != "" {
		chain[0] = towards(chain[0], chain[1], tailLength)
	}
	n := len(chain)
	chain[n-1] = towards(chain[n-1], chain[n-2], headLength)
	a.points = rounded(chain)
	return a
}

// straightened returns a chain without repeated points and without points in
// the middle of a straight line.
func straightened(chain []point) []point {
	var out []point
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

func near(p, q point) bool { return math.Hypot(p.x-q.x, p.y-q.y) < 1e-6 }

func cross(a, b, c point) float64 { return (b.x-a.x)*(c.y-b.y) - (b.y-a.y)*(c.x-b.x) }

// towards returns the point at a distance from p on the way to q.
func towards(p, q point, distance float64) point {
	length := math.Hypot(q.x-p.x, q.y-p.y)
	if length == 0 {
		return p
	}
	t := min(1, distance/length)
	return point{p.x + (q.x-p.x)*t, p.y + (q.y-p.y)*t}
}

// rounded returns a chain as Bézier curves, its corners rounded.
func rounded(chain []point) []point {
	points := []point{chain[0]}
	line := func(to point) {
		from := points[len(points)-1]
		points = append(points, towards(from, to, math.Hypot(to.x-from.x, to.y-from.y)/3), towards(to, from, math.Hypot(to.x-from.x, to.y-from.y)/3), to)
	}
	for i := 1; i+1 < len(chain); i++ {
		before, corner, after := chain[i-1], chain[i], chain[i+1]
		r := min(cornerRadius, math.Hypot(corner.x-before.x, corner.y-before.y)/2, math.Hypot(after.x-corner.x, after.y-corner.y)/2)
		begin, end := towards(corner, before, r), towards(corner, after, r)
		line(begin)
		points = append(points, towards(begin, corner, r/2), towards(end, corner, r/2), end)
	}
	line(chain[len(chain)-1])
	return points
}
