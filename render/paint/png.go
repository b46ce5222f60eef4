package paint

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/vector"

	"tasuki/graph/said"
	"tasuki/render/layout"
	"tasuki/render/paint/pen"
)

// resolution is that of PNG pictures, in dots per inch: sharp when printed at
// the size of the drawing, and on dense screens.
const resolution = 144

// pngCanvas is a picture of dots.
type pngCanvas struct {
	pen.Projection
	font   *Font
	img    *image.RGBA
	raster vector.Rasterizer
}

// png paints a scene as a picture.
func (p Painter) png(w io.Writer, s *scene) error {
	const scale = resolution / 72.0
	c := &pngCanvas{Projection: pen.Projection{Scale: scale, Left: -s.min.X * scale, Top: s.max.Y * scale}, font: p.Font}
	c.img = image.NewRGBA(image.Rect(0, 0, int(math.Round((s.max.X-s.min.X)*scale)), int(math.Round((s.max.Y-s.min.Y)*scale))))
	draw.Draw(c.img, c.img.Bounds(), image.White, image.Point{}, draw.Src)
	p.paint(c, s)
	if err := png.Encode(w, c.img); err != nil {
		return said.Errorf("writing a PNG: %w", err)
	}
	return nil
}

// path implements [canvas].
func (c *pngCanvas) path(k stroke) {
	flat := c.Flat(k.path)
	if k.fill != nil {
		c.cover(pen.Filled(flat), k.fill)
	}
	if k.line != nil && k.width > 0 {
		c.cover(pen.Drawn(flat, k.width*c.Scale, c.Lengths(k.dashes)), k.line)
	}
}

// text implements [canvas]. Bold text is struck twice.
func (c *pngCanvas) text(k stroke) {
	var glyphs pen.Path
	at := layout.Point{X: -c.font.Width(k.text, k.size) * k.align}
	for _, r := range shown(k.text) {
		glyphs = append(glyphs, c.font.outline(r, at, k.size)...)
		at.X += c.font.Width(string(r), k.size)
	}
	if k.turned {
		glyphs = glyphs.Turned()
	}
	glyphs = glyphs.Placed(k.at, 1)
	c.cover(pen.Filled(c.Flat(glyphs)), k.fill)
	if k.bold {
		c.Left += Boldness * k.size * c.Scale
		c.cover(pen.Filled(c.Flat(glyphs)), k.fill)
		c.Left -= Boldness * k.size * c.Scale
	}
}

// cover paints what outlines enclose.
func (c *pngCanvas) cover(outlines [][]layout.Point, fill color.Color) {
	pen.Cover(c.img, &c.raster, outlines, fill)
}
