package truetype

import "math"

// Point is a place in units of the font, x to the right and y up from the baseline.
type Point struct{ X, Y float64 }

// Step goes on with an outline: 'M' begins a contour at To, 'L' goes straight there, and
// 'C' along a cubic curve that By pulls. Every contour is closed.
type Step struct {
	Kind byte
	By   [2]Point
	To   Point
}

// tolerance is how far, in units of the font, a curve may be from the cubic that it stands for.
const tolerance = 0.5

// corner is a point of a contour as a font keeps it: on the line, or pulling it.
type corner struct {
	x, y int16
	on   bool
}

// contours returns the contours of an outline. TrueType knows quadratic curves only: a cubic
// becomes as many as keep within tolerance, and one that was quadratic becomes that one again.
func contours(outline []Step) [][]corner {
	var list [][]corner
	var at Point
	for _, s := range outline {
		if s.Kind == 'M' {
			list = append(list, nil)
		}
		if len(list) == 0 {
			continue
		}
		last := &list[len(list)-1]
		if s.Kind == 'C' {
			*last = append(*last, quadratics(at, s)...)
		} else {
			*last = append(*last, rounded(s.To, true))
		}
		at = s.To
	}
	kept := list[:0]
	for _, c := range list {
		if n := len(c); n > 1 && c[0] == c[n-1] {
			c = c[:n-1]
		}
		if len(c) > 1 {
			kept = append(kept, c)
		}
	}
	return kept
}

// quadratics returns the curves that stand for a cubic one, without their first point. A
// quadratic curve with the same ends and the control point (3(b+c)-a-d)/4 is at most
// |d-3c+3b-a|·√3/36 away (Sederberg, Computer Aided Geometric Design, 2012); cut into n equal
// parts, n³ times less.
func quadratics(a Point, s Step) []corner {
	b, c, d := s.By[0], s.By[1], s.To
	away := math.Hypot(d.X-3*c.X+3*b.X-a.X, d.Y-3*c.Y+3*b.Y-a.Y) * math.Sqrt(3) / 36
	n := max(1, int(math.Ceil(math.Cbrt(away/tolerance)-1e-9)))
	var list []corner
	from := a
	for i := range n {
		t, u := float64(i)/float64(n), float64(i+1)/float64(n)
		to := d
		if i < n-1 {
			to = bezier(a, b, c, d, u)
		}
		// The control points of the part are where its tangents lead in a third of its time.
		v, w := slope(a, b, c, d, t), slope(a, b, c, d, u)
		third := (u - t) / 3
		pull := Point{
			(3*(from.X+v.X*third+to.X-w.X*third) - from.X - to.X) / 4,
			(3*(from.Y+v.Y*third+to.Y-w.Y*third) - from.Y - to.Y) / 4,
		}
		list = append(list, rounded(pull, false), rounded(to, true))
		from = to
	}
	return list
}

// bezier returns the place on a cubic curve at a time from 0 to 1.
func bezier(a, b, c, d Point, t float64) Point {
	u := 1 - t
	k := [4]float64{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t}
	return Point{k[0]*a.X + k[1]*b.X + k[2]*c.X + k[3]*d.X, k[0]*a.Y + k[1]*b.Y + k[2]*c.Y + k[3]*d.Y}
}

// slope returns its derivative there.
func slope(a, b, c, d Point, t float64) Point {
	u := 1 - t
	k := [3]float64{3 * u * u, 6 * u * t, 3 * t * t}
	return Point{k[0]*(b.X-a.X) + k[1]*(c.X-b.X) + k[2]*(d.X-c.X), k[0]*(b.Y-a.Y) + k[1]*(c.Y-b.Y) + k[2]*(d.Y-c.Y)}
}

// rounded returns a point on the grid of the font.
func rounded(p Point, on bool) corner {
	whole := func(x float64) int16 { return int16(max(math.MinInt16, min(math.MaxInt16, math.Round(x)))) }
	return corner{whole(p.X), whole(p.Y), on}
}
