package pen

import (
	"math"

	"tasuki/render/layout"
)

// Area is an upright part of a drawing, in points, y upwards.
type Area struct{ Left, Right, Low, High float64 }

// RoomBeside finds an area of a width and a height, in points, that is free beside a line
// of at least one point: as near to the middle of the line as there is one, though the
// nine tenths of a step of the line that each less good side of a point costs count as
// well. The first of equal ones is taken. Where none is free it returns the best of the
// first point, and false. It asks twelve times a point at most.
func RoomBeside(line []layout.Point, w, h float64, free func(Area) bool) (best Area, found bool) {
	best = about(line[0], w, h)[0]
	least := math.Inf(1)
	for i, pt := range line {
		for k, a := range about(pt, w, h) {
			cost := math.Abs(float64(i)-float64(len(line)-1)/2) + float64(k)*0.9
			if cost < least && free(a) {
				least, best, found = cost, a, true
			}
		}
	}
	return best, found
}

// about returns areas around a point, better ones first.
func about(at layout.Point, w, h float64) []Area {
	var list []Area
	for _, far := range []float64{6, 14, 26} {
		for _, corner := range []layout.Point{
			{X: at.X + far, Y: at.Y - h/2}, {X: at.X + far/2, Y: at.Y + far/2},
			{X: at.X - w - far, Y: at.Y - h/2}, {X: at.X - w - far/2, Y: at.Y - h - far/2},
		} {
			list = append(list, Area{corner.X, corner.X + w, corner.Y, corner.Y + h})
		}
	}
	return list
}

// Overlaps reports whether two areas have more than an edge in common.
func (a Area) Overlaps(b Area) bool {
	return a.Left < b.Right && b.Left < a.Right && a.Low < b.High && b.Low < a.High
}

// Crossed reports whether one of several lines, or a shape that reaches 4 points from its
// points, touches the area. It looks at 61 places of each straight part.
func (a Area) Crossed(lines [][]layout.Point) bool {
	const room, steps = 4, 60
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			for k := range steps + 1 {
				p := Between(line[i-1], line[i], float64(k)/steps)
				if p.X > a.Left-room && p.X < a.Right+room && p.Y > a.Low-room && p.Y < a.High+room {
					return true
				}
			}
		}
	}
	return false
}
