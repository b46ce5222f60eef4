package paint

import (
	"image/color"

	"codeberg.org/go-pdf/fpdf"
)

// pdfCanvas is a page of a PDF. Its text is in the font, of which the file gets
// the glyphs in use, and can be selected and searched.
type pdfCanvas struct {
	projection
	font *Font
	doc  *fpdf.Fpdf
}

// path implements [canvas].
func (c pdfCanvas) path(k stroke) {
	if k.fill != nil {
		c.color(k.fill)
		c.trace(k.path, "F")
	}
	if k.line != nil && k.width > 0 {
		c.color(k.line)
		c.doc.SetLineWidth(k.width * c.scale)
		c.doc.SetDashPattern(c.lengths(k.dashes), 0)
		c.trace(k.path, "D")
	}
}

func (c pdfCanvas) trace(p path, style string) {
	for _, s := range p {
		to := c.at(s.to)
		switch s.kind {
		case 'M':
			c.doc.MoveTo(to.X, to.Y)
		case 'L':
			c.doc.LineTo(to.X, to.Y)
		case 'C':
			a, b := c.at(s.by[0]), c.at(s.by[1])
			c.doc.CurveBezierCubicTo(a.X, a.Y, b.X, b.Y, to.X, to.Y)
		case 'Z':
			c.doc.ClosePath()
		}
	}
	c.doc.DrawPath(style)
}

// color sets the colour of all that follows.
func (c pdfCanvas) color(clr color.Color) {
	n := color.NRGBAModel.Convert(clr).(color.NRGBA)
	r, g, b := int(n.R), int(n.G), int(n.B)
	c.doc.SetFillColor(r, g, b)
	c.doc.SetDrawColor(r, g, b)
	c.doc.SetTextColor(r, g, b)
	c.doc.SetAlpha(float64(n.A)/255, "Normal")
}

// text implements [canvas]. Bold text has thicker outlines.
func (c pdfCanvas) text(k stroke) {
	size, at := k.size*c.scale, c.at(k.at)
	c.color(k.fill)
	c.doc.SetFont(typeface, "", size)
	if k.bold {
		c.doc.SetLineWidth(Boldness * size)
		c.doc.SetDashPattern(nil, 0)
		c.doc.SetTextRenderingMode(2)
		defer c.doc.SetTextRenderingMode(0)
	}
	if k.turned {
		c.doc.TransformBegin()
		c.doc.TransformRotate(90, at.X, at.Y)
		defer c.doc.TransformEnd()
	}
	write(c.doc, at.X-c.font.Width(k.text, size)*k.align, at.Y, k.text)
}
