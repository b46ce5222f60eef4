package pen

import (
	"math"

	"tasuki/render/layout"
)

// Filled returns the outlines of what lines enclose, in time linear in the lists.
func Filled(list []Polyline) (outlines [][]layout.Point) {
	for _, l := range list {
		outlines = append(outlines, l.Points)
	}
	return outlines
}

// Drawn returns the outlines of what a round pen of a width leaves along lines, with gaps
// by dashes, which say by turns how much is drawn and how much is not, and are more than 0;
// none leave no gap. All lengths are dots. The outlines turn the same way, so that what two
// of them cover counts once, and each is short. Time is linear in the points, the dashes
// along them and the hundreds of dots.
func Drawn(list []Polyline, width float64, dashes []float64) (outlines [][]layout.Point) {
	for _, l := range list {
		points := l.Points
		if l.Closed {
			points = append(points[:len(points):len(points)], points[0])
		}
		if len(dashes) > 0 {
			for _, dash := range dashed(points, dashes) {
				outlines = append(outlines, stroked(dash, width, false)...)
			}
			continue
		}
		outlines = append(outlines, stroked(points, width, l.Closed)...)
	}
	return outlines
}

// stroked returns the outlines of a line without gaps: of its parts, and of the
// corners between them.
func stroked(points []layout.Point, width float64, closed bool) (outlines [][]layout.Point) {
	const most = 100 // dots: what is longer is cut
	half := width / 2
	var first, last layout.Point
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		long := distance(a, b)
		if long == 0 {
			continue
		}
		along := layout.Point{X: (b.X - a.X) / long, Y: (b.Y - a.Y) / long}
		if first == (layout.Point{}) {
			first = along
		} else {
			outlines = append(outlines, corner(a, last, along, half))
		}
		last = along
		for n, k := math.Ceil(long/most), 0.0; k < n; k++ {
			p, q := Between(a, b, k/n), Between(a, b, (k+1)/n)
			outlines = append(outlines, []layout.Point{beside(p, along, half), beside(q, along, half), beside(q, along, -half), beside(p, along, -half)})
		}
	}
	if closed && first != last {
		outlines = append(outlines, corner(points[0], last, first, half))
	}
	return outlines
}

// beside returns the point that is so far to the side of one on a line.
func beside(p, along layout.Point, by float64) layout.Point {
	return layout.Point{X: p.X - along.Y*by, Y: p.Y + along.X*by}
}

// corner returns what is missing between two parts of a line of different
// directions. A curve gets no discs, whose edges would be seen along its own.
func corner(at, from, to layout.Point, half float64) []layout.Point {
	switch cos, sin := from.X*to.X+from.Y*to.Y, from.X*to.Y-from.Y*to.X; {
	case cos < 0.9:
		return disc(at, half)
	case sin > 0:
		return []layout.Point{at, beside(at, to, -half), beside(at, from, -half)}
	default:
		return []layout.Point{at, beside(at, from, half), beside(at, to, half)}
	}
}

func disc(at layout.Point, radius float64) (outline []layout.Point) {
	const corners = 16
	for i := range corners {
		sin, cos := math.Sincos(-2 * math.Pi * float64(i) / corners)
		outline = append(outline, layout.Point{X: at.X + radius*cos, Y: at.Y + radius*sin})
	}
	return outline
}

// dashed returns the parts of a line that dashes leave: these say by turns how
// much is drawn and how much is not.
func dashed(points []layout.Point, dashes []float64) (parts [][]layout.Point) {
	which, left := 0, dashes[0]
	part := points[:1:1]
	for i := 1; i < len(points); i++ {
		at, long := points[i-1], distance(points[i-1], points[i])
		for long > left {
			at = Between(at, points[i], left/long)
			long -= left
			if which%2 == 0 {
				parts = append(parts, append(part, at))
			}
			part = []layout.Point{at}
			which++
			left = dashes[which%len(dashes)]
		}
		left -= long
		part = append(part, points[i])
	}
	if which%2 == 0 {
		parts = append(parts, part)
	}
	return parts
}
