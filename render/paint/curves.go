package paint

import (
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"tasuki/render/chart"
	"tasuki/render/typeset"
)

// curveStyle tells curves apart without colour.
type curveStyle struct {
	width  vg.Length
	dashes []vg.Length
	shape  draw.GlyphDrawer
	radius vg.Length
	sign   string // the shape as a character
}

// curveStyles are those of [render.Curve.Style]. A later curve that runs along
// an earlier one leaves it visible: its line is thinner or has gaps.
var curveStyles = []curveStyle{
	{1.4, nil, draw.CircleGlyph{}, 2.6, "●"},
	{2.6, []vg.Length{7, 4}, draw.SquareGlyph{}, 3.6, "□"},
	{1.4, []vg.Length{1.5, 2.5}, draw.PyramidGlyph{}, 3.2, "▲"},
	{1.4, []vg.Length{8, 2, 2, 2}, draw.CrossGlyph{}, 3.2, "×"},
}

func styleOf(c chart.Curve) curveStyle { return curveStyles[c.Style%len(curveStyles)] }

// addCurves adds the curves of a panel, each with its name beside it, in a panel
// that is drawn on c.
func (d *chartDrawing) addCurves(pl *plot.Plot, p chart.Panel, c draw.Canvas) {
	for _, curve := range p.Curves {
		style := styleOf(curve)
		xys := make(plotter.XYs, len(curve.Points))
		for i, pt := range curve.Points {
			xys[i] = plotter.XY{X: pt.X, Y: pt.Y}
		}
		color := colorOf(curve.Color)
		pl.Add(
			&plotter.Line{XYs: xys, LineStyle: draw.LineStyle{Color: color, Width: style.width, Dashes: style.dashes}},
			&plotter.Scatter{XYs: xys, GlyphStyle: draw.GlyphStyle{Color: color, Radius: style.radius, Shape: style.shape}},
		)
	}
	d.addCurveNames(pl, p, pl.DataCanvas(c))
}

// addCurveNames puts the name of each curve as near to one of its points as
// neither a curve nor another name is in the way.
func (d *chartDrawing) addCurveNames(pl *plot.Plot, p chart.Panel, data draw.Canvas) {
	toX, toY := pl.Transforms(&data)
	place := func(pt chart.CurvePoint) vg.Point { return vg.Point{X: toX(pt.X), Y: toY(pt.Y)} }
	var taken []vg.Rectangle
	for _, curve := range p.Curves {
		var name curveName
		for _, width := range []float64{300, 110} {
			if name = d.placeName(curve, width, place, func(r vg.Rectangle) bool {
				return within(r, data) && !overlapsAny(r, taken) && !crossed(r, p.Curves, place)
			}); name.free {
				break
			}
		}
		taken = append(taken, name.place)
		offset := vg.Point{X: name.place.Min.X, Y: (name.place.Min.Y + name.place.Max.Y) / 2}.Sub(place(name.at))
		pl.Add(d.label(name.at.X, name.at.Y, name.text, offset, draw.XLeft, colorOf(curve.Color)))
	}
}

// curveName is where the name of a curve stands.
type curveName struct {
	text  string
	at    chart.CurvePoint
	place vg.Rectangle
	free  bool // nothing is in the way
}

// placeName finds a place for the name of a curve in lines of a width. Points in
// the middle of a curve come before those at its ends.
func (d *chartDrawing) placeName(curve chart.Curve, width float64, place func(chart.CurvePoint) vg.Point, free func(vg.Rectangle) bool) curveName {
	lines := typeset.Wrap(styleOf(curve).sign+" "+curve.Name, width/textSize)
	font, w := d.text.style(textSize, false, nil).Font, vg.Length(0)
	for _, line := range lines {
		w = max(w, d.text.room(line, font))
	}
	h := textHeight(textSize, len(lines))
	name, best := curveName{text: strings.Join(lines, "\n"), at: curve.Points[0]}, math.Inf(1)
	name.place = namePlaces(place(name.at), w, h)[0]
	for i, pt := range curve.Points {
		for k, r := range namePlaces(place(pt), w, h) {
			cost := math.Abs(float64(i)-float64(len(curve.Points)-1)/2) + float64(k)*0.9
			if cost < best && free(r) {
				best, name.at, name.place, name.free = cost, pt, r, true
			}
		}
	}
	return name
}

// namePlaces returns the places of a name around a point, better ones first.
func namePlaces(at vg.Point, w, h vg.Length) []vg.Rectangle {
	var list []vg.Rectangle
	for _, far := range []vg.Length{6, 14, 26} {
		for _, corner := range []vg.Point{
			{X: at.X + far, Y: at.Y - h/2}, {X: at.X + far/2, Y: at.Y + far/2},
			{X: at.X - w - far, Y: at.Y - h/2}, {X: at.X - w - far/2, Y: at.Y - h - far/2},
		} {
			list = append(list, vg.Rectangle{Min: corner, Max: corner.Add(vg.Point{X: w, Y: h})})
		}
	}
	return list
}

func within(r vg.Rectangle, c draw.Canvas) bool {
	return r.Min.X > c.Min.X && r.Max.X < c.Max.X && r.Min.Y > c.Min.Y && r.Max.Y < c.Max.Y
}

func overlapsAny(r vg.Rectangle, others []vg.Rectangle) bool {
	for _, o := range others {
		if r.Min.X < o.Max.X && o.Min.X < r.Max.X && r.Min.Y < o.Max.Y && o.Min.Y < r.Max.Y {
			return true
		}
	}
	return false
}

// crossed reports whether a curve, or a shape at its points, touches a
// rectangle.
func crossed(r vg.Rectangle, curves []chart.Curve, place func(chart.CurvePoint) vg.Point) bool {
	const room, steps = 4, 60
	for _, curve := range curves {
		for i := 1; i < len(curve.Points); i++ {
			a, b := place(curve.Points[i-1]), place(curve.Points[i])
			for k := range steps + 1 {
				p := a.Add(b.Sub(a).Scale(vg.Length(k) / steps))
				if p.X > r.Min.X-room && p.X < r.Max.X+room && p.Y > r.Min.Y-room && p.Y < r.Max.Y+room {
					return true
				}
			}
		}
	}
	return false
}
