package paint

import (
	"image/color"

	"tasuki/render/paint/pen"
)

// pdfCanvas is a page of a PDF. Its text is in the font, of which the file gets
// the glyphs in use, and can be selected and searched.
type pdfCanvas struct {
	pen.Projection
	font *Font
	doc  *printout
}

// path implements [canvas].
func (c pdfCanvas) path(k stroke) {
	if k.fill != nil {
		c.color(k.fill)
		c.trace(k.path, "F")
	}
	if k.line != nil && k.width > 0 {
		c.color(k.line)
		c.doc.pdf.SetLineWidth(k.width * c.Scale)
		c.doc.pdf.SetDashPattern(c.Lengths(k.dashes), 0)
		c.trace(k.path, "D")
	}
}

func (c pdfCanvas) trace(p pen.Path, style string) {
	c.Trace(p, c.doc.pdf)
	c.doc.pdf.DrawPath(style)
}

// color sets the colour of all that follows.
func (c pdfCanvas) color(clr color.Color) {
	n := color.NRGBAModel.Convert(clr).(color.NRGBA)
	r, g, b := int(n.R), int(n.G), int(n.B)
	c.doc.pdf.SetFillColor(r, g, b)
	c.doc.pdf.SetDrawColor(r, g, b)
	c.doc.pdf.SetTextColor(r, g, b)
	c.doc.pdf.SetAlpha(float64(n.A)/255, "Normal")
}

// text implements [canvas]. Bold text has thicker outlines.
func (c pdfCanvas) text(k stroke) {
	size, at := k.size*c.Scale, c.At(k.at)
	c.color(k.fill)
	c.doc.pdf.SetFont(typeface, "", size)
	if k.bold {
		c.doc.pdf.SetLineWidth(Boldness * size)
		c.doc.pdf.SetDashPattern(nil, 0)
		c.doc.pdf.SetTextRenderingMode(2)
		defer c.doc.pdf.SetTextRenderingMode(0)
	}
	if k.turned {
		c.doc.pdf.TransformBegin()
		c.doc.pdf.TransformRotate(90, at.X, at.Y)
		defer c.doc.pdf.TransformEnd()
	}
	c.doc.write(at.X-c.font.Width(k.text, size)*k.align, at.Y, k.text)
}
