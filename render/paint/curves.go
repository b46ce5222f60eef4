package paint

import (
	"image/color"
	"math"
	"slices"

	"tasuki/render/chart"
	"tasuki/render/layout"
	"tasuki/render/typeset"
)

// curveStyle tells curves apart without colour.
type curveStyle struct {
	width  float64
	dashes []float64
	sign   string // the shape at its points as a character
}

// curveStyles are those of [chart.Curve.Style]. A later curve that runs along
// an earlier one leaves it visible: its line is thinner or has gaps.
var curveStyles = []curveStyle{
	{1.4, nil, "●"},
	{2.6, []float64{7, 4}, "□"},
	{1.4, []float64{1.5, 2.5}, "▲"},
	{1.4, []float64{8, 2, 2, 2}, "×"},
}

func styleOf(c chart.Curve) curveStyle { return curveStyles[c.Style%len(curveStyles)] }

// shape draws the shape of a style at a place.
func (d *chartDrawing) shape(sign string, at layout.Point, c color.Color) {
	by := func(x, y float64) layout.Point { return layout.Point{X: at.X + x, Y: at.Y + y} }
	k := stroke{fill: c}
	switch sign {
	case "●":
		k.path = circle(at, 2.6)
	case "▲":
		k.path = around(by(-3, -1.8), by(3, -1.8), by(0, 3.4))
	case "□":
		k = stroke{path: around(by(-3, -3), by(3, -3), by(3, 3), by(-3, 3)), line: c, width: 0.7}
	case "×":
		k = stroke{path: append(through(by(-2.3, -2.3), by(2.3, 2.3)), through(by(-2.3, 2.3), by(2.3, -2.3))...), line: c, width: 0.9}
	}
	d.strokes = append(d.strokes, k)
}

// curves draws a panel of curves, each with its name beside it.
func (d *chartDrawing) curves(p chart.Panel) {
	f := frame{Panel: p, left: chartPad + textSize*lineGap + tickLength + 5, right: chartRight - 5, top: d.y + 6}
	var numbers []string
	for _, y := range ticks(p.Y) {
		numbers = append(numbers, thousands(y))
	}
	f.left += room(numbers...)
	f.right = min(f.right, chartRight-room(thousands(p.X.Max))/2)
	f.bottom = f.top + curveHeight
	d.y = f.bottom
	d.grid(f)
	d.axes(f)
	lines := make([][]layout.Point, len(p.Curves))
	for i, curve := range p.Curves {
		for _, pt := range curve.Points {
			lines[i] = append(lines[i], place(f.at(pt.X, pt.Y)))
		}
		style, c := styleOf(curve), colorOf(curve.Color)
		d.rule(c, style.width, style.dashes, lines[i]...)
		for _, at := range lines[i] {
			d.shape(style.sign, at, c)
		}
	}
	d.curveNames(f, lines)
}

// curveNames puts the name of each curve as near to one of its points as neither
// a curve nor another name is in the way.
func (d *chartDrawing) curveNames(f frame, lines [][]layout.Point) {
	var taken []area
	for i, curve := range f.Curves {
		var name []string
		var at area
		for _, width := range []float64{300, 110} {
			var free bool
			name = typeset.Wrap(styleOf(curve).sign+" "+curve.Name, width/textSize)
			if at, free = placeName(lines[i], room(name...), textSize*lineGap*float64(len(name)), func(a area) bool {
				return a.within(f) && !slices.ContainsFunc(taken, a.overlaps) && !a.crossed(lines)
			}); free {
				break
			}
		}
		taken = append(taken, at)
		d.label(at.left, -(at.low+at.high)/2, atBegin, name, colorOf(curve.Color), "")
	}
}

// area is a part of a chart.
type area struct{ left, right, low, high float64 }

// placeName finds a place for the name of a curve. Points in the middle of a
// curve come before those at its ends.
func placeName(curve []layout.Point, w, h float64, free func(area) bool) (best area, found bool) {
	best = namePlaces(curve[0], w, h)[0]
	least := math.Inf(1)
	for i, pt := range curve {
		for k, a := range namePlaces(pt, w, h) {
			cost := math.Abs(float64(i)-float64(len(curve)-1)/2) + float64(k)*0.9
			if cost < least && free(a) {
				least, best, found = cost, a, true
			}
		}
	}
	return best, found
}

// namePlaces returns the places of a name around a point, better ones first.
func namePlaces(at layout.Point, w, h float64) []area {
	var list []area
	for _, far := range []float64{6, 14, 26} {
		for _, corner := range []layout.Point{
			{X: at.X + far, Y: at.Y - h/2}, {X: at.X + far/2, Y: at.Y + far/2},
			{X: at.X - w - far, Y: at.Y - h/2}, {X: at.X - w - far/2, Y: at.Y - h - far/2},
		} {
			list = append(list, area{corner.X, corner.X + w, corner.Y, corner.Y + h})
		}
	}
	return list
}

func (a area) within(f frame) bool {
	return a.left > f.left && a.right < f.right && -a.high > f.top && -a.low < f.bottom
}

func (a area) overlaps(b area) bool {
	return a.left < b.right && b.left < a.right && a.low < b.high && b.low < a.high
}

// crossed reports whether a curve, or a shape at its points, touches an area.
func (a area) crossed(curves [][]layout.Point) bool {
	const room, steps = 4, 60
	for _, curve := range curves {
		for i := 1; i < len(curve); i++ {
			for k := range steps + 1 {
				p := between(curve[i-1], curve[i], float64(k)/steps)
				if p.X > a.left-room && p.X < a.right+room && p.Y > a.low-room && p.Y < a.high+room {
					return true
				}
			}
		}
	}
	return false
}
