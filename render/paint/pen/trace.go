package pen

import (
	"strings"

	"tasuki/render/layout"
)

// Tracer draws paths step by step in its own unit, as a PDF of codeberg.org/go-pdf/fpdf does.
type Tracer interface {
	// MoveTo lifts the pen.
	MoveTo(x, y float64)
	// LineTo draws a straight line.
	LineTo(x, y float64)
	// CurveBezierCubicTo draws a curve by way of two control points.
	CurveBezierCubicTo(cx0, cy0, cx1, cy1, x, y float64)
	// ClosePath draws a line to where the pen was last lifted.
	ClosePath()
}

// Trace leads a tracer along a path in the picture, in time linear in its steps.
func (v Projection) Trace(p Path, with Tracer) {
	for _, s := range p {
		to := v.At(s.To)
		switch s.Kind {
		case 'M':
			with.MoveTo(to.X, to.Y)
		case 'L':
			with.LineTo(to.X, to.Y)
		case 'C':
			a, b := v.At(s.By[0]), v.At(s.By[1])
			with.CurveBezierCubicTo(a.X, a.Y, b.X, b.Y, to.X, to.Y)
		case 'Z':
			with.ClosePath()
		}
	}
}

// Data returns a path in the picture as SVG has it, its numbers as number writes them, in
// time linear in its steps.
func (v Projection) Data(p Path, number func(float64) string) string {
	var b strings.Builder
	pair := func(p layout.Point) string {
		p = v.At(p)
		return number(p.X) + "," + number(p.Y)
	}
	for _, s := range p {
		b.WriteByte(s.Kind)
		switch s.Kind {
		case 'C':
			b.WriteString(pair(s.By[0]) + " " + pair(s.By[1]) + " " + pair(s.To))
		case 'M', 'L':
			b.WriteString(pair(s.To))
		}
	}
	return b.String()
}
