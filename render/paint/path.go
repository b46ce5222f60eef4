package paint

import (
	"fmt"

	"gonum.org/v1/plot/vg"
)

func point(p [2]float64) vg.Point { return vg.Point{X: vg.Length(p[0]), Y: vg.Length(p[1])} }

// pathOf returns the path of an instruction.
func pathOf(o op) (vg.Path, error) {
	switch o.Op {
	case "P", "p":
		path := lines(o.Points)
		path.Close()
		return path, nil
	case "L":
		return lines(o.Points), nil
	case "E", "e":
		return ellipse(o.Rect), nil
	case "B", "b":
		return curve(o.Points), nil
	}
	return nil, fmt.Errorf("the instruction %q is not known", o.Op)
}

func lines(points [][2]float64) vg.Path {
	var path vg.Path
	for i, p := range points {
		if i == 0 {
			path.Move(point(p))
			continue
		}
		path.Line(point(p))
	}
	return path
}

// curve returns a Bézier curve of a start, then two control points and an end
// for each part.
func curve(points [][2]float64) vg.Path {
	var path vg.Path
	if len(points) == 0 {
		return path
	}
	path.Move(point(points[0]))
	for i := 1; i+2 < len(points); i += 3 {
		path.CubeTo(point(points[i]), point(points[i+1]), point(points[i+2]))
	}
	return path
}

// ellipse returns an ellipse, of a centre and two radii, as four curves: arcs
// are circles only. The constant makes a curve that is off a quarter circle by
// less than 0.03 %.
func ellipse(rect [4]float64) vg.Path {
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
