package paint

import (
	"fmt"
	"io"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"

	"tasuki/render/layout"
	"tasuki/render/typeset"
)

// Boldness is how much thicker bold outlines are, in ems.
const Boldness = 0.03

// Painter paints drawings in one font.
type Painter struct {
	Font     *Font
	StandIns *StandIns // collects what it paints as something else; nil: nobody asks
}

// resolution is that of PNG pictures, in dots per inch: sharp when printed at
// the size of the drawing, and on dense screens.
const resolution = 144

// PNG paints a picture.
func (p Painter) PNG(w io.Writer, picture layout.Picture) error {
	s := p.read(picture, p.forPNG)
	size := s.max.Sub(s.min)
	c := vgimg.NewWith(vgimg.UseWH(size.X, size.Y), vgimg.UseDPI(resolution))
	c.Translate(vg.Point{X: -s.min.X, Y: -s.min.Y})
	p.paint(c, s)
	if _, err := (vgimg.PngCanvas{Canvas: c}).WriteTo(w); err != nil {
		return fmt.Errorf("writing a PNG: %w", err)
	}
	return nil
}

// read returns what is painted of a picture, whose texts become what can be
// painted. A text that becomes wider than the room that was left for it is set
// smaller.
func (p Painter) read(picture layout.Picture, paintable func(string) string) *scene {
	s := sceneOf(picture)
	for i := range s.strokes {
		k := &s.strokes[i]
		if text := paintable(k.text); text != k.text {
			room, width := typeset.Width(k.text)*k.size, p.Font.Width(text, k.size)
			k.text, k.size = text, k.size*min(1, max(room, 1)/max(width, 1))
		}
	}
	return s
}

// paint paints a scene.
func (p Painter) paint(c vg.Canvas, s *scene) {
	for _, k := range s.strokes {
		if k.text != "" {
			p.text(c, k)
			continue
		}
		if k.fill != nil {
			c.SetColor(k.fill)
			c.Fill(k.path)
		}
		if k.line != nil && k.width > 0 {
			c.SetColor(k.line)
			c.SetLineWidth(vg.Length(k.width))
			c.SetLineDash(k.dashes, 0)
			c.Stroke(k.path)
		}
	}
}

// text paints a line of text, whose width is the font's own.
func (p Painter) text(c vg.Canvas, k stroke) {
	if k.fill == nil || strings.TrimSpace(k.text) == "" {
		return
	}
	at := k.at
	at.X -= vg.Length(p.Font.Width(k.text, k.size) * k.align)
	c.SetColor(k.fill)
	fillText(c, p.Font.face(k.size), at, k.text, k.bold)
}

// fillText paints a line of text that begins at a place.
func fillText(c vg.Canvas, face font.Face, at vg.Point, line string, bold bool) {
	line = shown(line)
	if pdf, ok := c.(*pdfCanvas); ok {
		pdf.text(face, at, line, bold)
		return
	}
	c.FillString(face, at, line)
	if bold {
		at.X += Boldness * face.Font.Size
		c.FillString(face, at, line)
	}
}
