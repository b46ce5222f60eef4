package paint

import (
	"image"
	"image/color"
	"math"

	"codeberg.org/go-pdf/fpdf"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// pdfCanvas is a page of a PDF as a canvas of the plotting library. Its text is
// in the font, of which the file gets the glyphs in use, and can be selected and
// searched. The origin is the page's lower left corner.
type pdfCanvas struct {
	doc   *fpdf.Fpdf
	stack []pdfState
}

// pdfState is what Push keeps besides transformations.
type pdfState struct {
	width  vg.Length
	dashes []vg.Length
	offset vg.Length
	color  color.Color
}

var _ vg.Canvas = (*pdfCanvas)(nil)

// newPDFCanvas returns the canvas of the page that doc has just begun.
func newPDFCanvas(doc *fpdf.Fpdf, height float64) *pdfCanvas {
	c := &pdfCanvas{doc: doc, stack: make([]pdfState, 1)}
	doc.TransformBegin()
	doc.TransformTranslate(0, height)
	doc.TransformScale(100, -100, 0, 0)
	vg.Initialize(c)
	return c
}

// end ends the page's transformation.
func (c *pdfCanvas) end() { c.doc.TransformEnd() }

func (c *pdfCanvas) state() *pdfState { return &c.stack[len(c.stack)-1] }

// SetLineWidth implements [vg.Canvas].
func (c *pdfCanvas) SetLineWidth(w vg.Length) {
	c.state().width = w
	c.doc.SetLineWidth(w.Points())
}

// SetLineDash implements [vg.Canvas].
func (c *pdfCanvas) SetLineDash(dashes []vg.Length, offset vg.Length) {
	c.state().dashes, c.state().offset = dashes, offset
	list := make([]float64, len(dashes))
	for i, d := range dashes {
		list[i] = d.Points()
	}
	c.doc.SetDashPattern(list, offset.Points())
}

// SetColor implements [vg.Canvas].
func (c *pdfCanvas) SetColor(clr color.Color) {
	if clr == nil {
		clr = color.Black
	}
	c.state().color = clr
	n := color.NRGBAModel.Convert(clr).(color.NRGBA)
	r, g, b := int(n.R), int(n.G), int(n.B)
	c.doc.SetFillColor(r, g, b)
	c.doc.SetDrawColor(r, g, b)
	c.doc.SetTextColor(r, g, b)
	c.doc.SetAlpha(float64(n.A)/255, "Normal")
}

// Rotate implements [vg.Canvas].
func (c *pdfCanvas) Rotate(rad float64) { c.doc.TransformRotate(-rad*180/math.Pi, 0, 0) }

// Translate implements [vg.Canvas].
func (c *pdfCanvas) Translate(pt vg.Point) { c.doc.TransformTranslate(pt.X.Points(), pt.Y.Points()) }

// Scale implements [vg.Canvas].
func (c *pdfCanvas) Scale(x, y float64) { c.doc.TransformScale(100*x, 100*y, 0, 0) }

// Push implements [vg.Canvas].
func (c *pdfCanvas) Push() {
	c.stack = append(c.stack, *c.state())
	c.doc.TransformBegin()
}

// Pop implements [vg.Canvas].
func (c *pdfCanvas) Pop() {
	c.doc.TransformEnd()
	c.stack = c.stack[:len(c.stack)-1]
	// The document remembers what it has set last, not what it was set back to.
	s := *c.state()
	c.SetLineWidth(s.width)
	c.SetLineDash(s.dashes, s.offset)
	c.SetColor(s.color)
}

// Stroke implements [vg.Canvas].
func (c *pdfCanvas) Stroke(p vg.Path) {
	if c.state().width > 0 {
		c.draw(p, "D")
	}
}

// Fill implements [vg.Canvas].
func (c *pdfCanvas) Fill(p vg.Path) { c.draw(p, "F") }

func (c *pdfCanvas) draw(path vg.Path, style string) {
	for _, comp := range path {
		x, y := comp.Pos.X.Points(), comp.Pos.Y.Points()
		switch comp.Type {
		case vg.MoveComp:
			c.doc.MoveTo(x, y)
		case vg.LineComp:
			c.doc.LineTo(x, y)
		case vg.ArcComp:
			c.arc(comp)
		case vg.CurveComp:
			a := comp.Control[0]
			if len(comp.Control) == 1 {
				c.doc.CurveTo(a.X.Points(), a.Y.Points(), x, y)
				continue
			}
			b := comp.Control[1]
			c.doc.CurveBezierCubicTo(a.X.Points(), a.Y.Points(), b.X.Points(), b.Y.Points(), x, y)
		case vg.CloseComp:
			c.doc.ClosePath()
		}
	}
	c.doc.DrawPath(style)
}

// arc draws an arc of a circle as short lines.
func (c *pdfCanvas) arc(comp vg.PathComp) {
	steps := 1 + int(math.Abs(comp.Angle)*16)
	for i := range steps + 1 {
		a := comp.Start + comp.Angle*float64(i)/float64(steps)
		c.doc.LineTo(comp.Pos.X.Points()+comp.Radius.Points()*math.Cos(a), comp.Pos.Y.Points()+comp.Radius.Points()*math.Sin(a))
	}
}

// FillString implements [vg.Canvas].
func (c *pdfCanvas) FillString(f font.Face, pt vg.Point, text string) { c.text(f, pt, text, false) }

// text writes a line; bold thickens its outlines.
func (c *pdfCanvas) text(f font.Face, pt vg.Point, text string, bold bool) {
	size := f.Font.Size.Points()
	if size == 0 || text == "" {
		return
	}
	c.doc.SetFont(typeface, "", size)
	c.Push()
	defer c.Pop()
	c.Translate(pt)
	c.Scale(1, -1)
	if bold {
		c.SetLineWidth(vg.Length(Boldness * size))
		c.SetLineDash(nil, 0)
		c.doc.SetTextRenderingMode(2)
		defer c.doc.SetTextRenderingMode(0)
	}
	c.doc.Text(0, 0, text)
}

// DrawImage implements [vg.Canvas]. No drawing of ours holds an image.
func (c *pdfCanvas) DrawImage(vg.Rectangle, image.Image) {}
