package paint

import (
	"image/color"
	"slices"

	"tasuki/render/chart"
	"tasuki/render/layout"
	"tasuki/render/paint/pen"
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
		k.path = pen.Circle(at, 2.6)
	case "▲":
		k.path = pen.Around(by(-3, -1.8), by(3, -1.8), by(0, 3.4))
	case "□":
		k = stroke{path: pen.Around(by(-3, -3), by(3, -3), by(3, 3), by(-3, 3)), line: c, width: 0.7}
	case "×":
		k = stroke{path: append(pen.Through(by(-2.3, -2.3), by(2.3, 2.3)), pen.Through(by(-2.3, 2.3), by(2.3, -2.3))...), line: c, width: 0.9}
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
	var taken []pen.Area
	for i, curve := range f.Curves {
		var name []string
		var at pen.Area
		for _, width := range []float64{300, 110} {
			var free bool
			name = typeset.Wrap(styleOf(curve).sign+" "+curve.Name, width/textSize)
			if at, free = pen.RoomBeside(lines[i], room(name...), textSize*lineGap*float64(len(name)), func(a pen.Area) bool {
				return f.holds(a) && !slices.ContainsFunc(taken, a.Overlaps) && !a.Crossed(lines)
			}); free {
				break
			}
		}
		taken = append(taken, at)
		d.label(at.Left, -(at.Low+at.High)/2, atBegin, name, colorOf(curve.Color), "")
	}
}

// holds reports whether an area is inside the frame.
func (f frame) holds(a pen.Area) bool {
	return a.Left > f.left && a.Right < f.right && -a.High > f.top && -a.Low < f.bottom
}
