package layout

import (
	"fmt"

	"tasuki/render/diagram"
	"tasuki/render/look"
)

// ringWay is an arrow that has been drawn: the curve on which it lies between two
// parameters.
type ringWay struct {
	edge       int
	curve      curve
	begin, end float64
	arrow      Arrow
}

// addNumbers puts the labels of arrows on them, as near to their middle as no other
// arrow, label or box is in the way, and returns how many found no room. It takes time
// in proportion to the square of the arrows.
func (r *ring) addNumbers(s *Scene) (left int) {
	lines := make([][]Point, len(r.ways))
	for i, w := range r.ways {
		lines[i] = traced(w.arrow)
	}
	var placed []Rect
	for i, w := range r.ways {
		e := r.d.Edges[w.edge]
		if e.Label == "" {
			continue
		}
		text := []string{e.Label}
		width, height := look.SignFont.Width(text)+5, look.SignFont.Height(1)+1
		place, ok := r.roomFor(i, width, height, lines, placed)
		if !ok {
			left++
			continue
		}
		placed = append(placed, place)
		at := Point{(place.Left + place.Right) / 2, (place.Top + place.Bottom) / 2}
		s.Add(Shape{Name: fmt.Sprintf("edge %d label", w.edge+1), Look: look.Look{Form: "box", Rounded: true, Fill: look.Paper, Stroke: look.Slate, Pen: 0.5}, At: at, W: width, H: height, Lines: text, Font: look.SignFont, Hint: e.Hint})
	}
	return left
}

// roomFor returns the place nearest to the middle of an arrow, on it or else beside it,
// where a label stands on nothing else.
func (r *ring) roomFor(i int, w, h float64, lines [][]Point, placed []Rect) (Rect, bool) {
	way := r.ways[i]
	for _, aside := range []Point{{}, {0, -h/2 - 3}, {0, h/2 + 3}, {w/2 + 3, 0}, {-w/2 - 3, 0}} {
		for step := range 45 {
			for _, side := range []float64{1, -1} {
				t := 0.5 + side*float64(step)/100
				place := Around(way.curve.at(way.begin+(way.end-way.begin)*t).plus(aside.X, aside.Y), w, h)
				if r.free(place, i, lines, placed) && (aside == Point{} || !crosses(lines[i], place)) {
					return place, true
				}
			}
		}
	}
	return Rect{}, false
}

func (r *ring) free(place Rect, own int, lines [][]Point, placed []Rect) bool {
	for _, other := range placed {
		if place.overlaps(other.Grown(2)) {
			return false
		}
	}
	for i, n := range r.d.Nodes {
		if place.overlaps(Around(r.centre[i], r.w[i], r.h[i]).Grown(2)) || place.overlaps(r.signs(n, i)) {
			return false
		}
	}
	for i, line := range lines {
		if i != own && crosses(line, place.Grown(1+r.ways[i].arrow.Pen/2)) {
			return false
		}
	}
	// The head of its own arrow is seen, too.
	return !place.Grown(1).contains(r.ways[own].arrow.HeadTip) && !place.Grown(1).contains(r.ways[own].arrow.Points[0])
}

// signs returns what the marks at the corner of a box cover.
func (r *ring) signs(n diagram.Node, i int) Rect {
	if len(n.Marks) == 0 {
		return Rect{}
	}
	x, y := r.centre[i].X+r.w[i]/2-2, r.centre[i].Y-r.h[i]/2+3
	return Rect{x - SignSize/2, y - SignSize/2, x + SignSize/2, y + SignSize/2 + float64(len(n.Marks)-1)*(SignSize+1)}.Grown(1)
}

// traced returns points along an arrow, the tips of its heads included, near enough to
// each other to be joined by straight lines.
func traced(a Arrow) []Point {
	var points []Point
	if a.Tail != "" {
		points = append(points, a.TailTip)
	}
	for i := 0; i+3 < len(a.Points); i += 3 {
		for k := range 33 {
			points = append(points, curve(a.Points[i:i+4]).at(float64(k)/32))
		}
	}
	return append(points, a.HeadTip)
}

// crosses reports whether a chain of straight lines comes into a rectangle.
func crosses(chain []Point, r Rect) bool {
	for i := 0; i+1 < len(chain); i++ {
		if r.meets(chain[i], chain[i+1]) {
			return true
		}
	}
	return false
}

// meets reports whether the line from p to q comes into the rectangle (Liang and Barsky,
// ACM Transactions on Graphics 3, 1984).
func (r Rect) meets(p, q Point) bool {
	from, to := 0.0, 1.0
	for _, side := range [][2]float64{{p.X - q.X, p.X - r.Left}, {q.X - p.X, r.Right - p.X}, {p.Y - q.Y, p.Y - r.Top}, {q.Y - p.Y, r.Bottom - p.Y}} {
		switch step, room := side[0], side[1]; {
		case step == 0 && room <= 0:
			return false
		case step < 0:
			from = max(from, room/step)
		case step > 0:
			to = min(to, room/step)
		}
	}
	return from < to
}
