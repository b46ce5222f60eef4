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
)

// resolution is that of PNG pictures, in dots per inch: sharp when printed at
// the size of the drawing, and on dense screens.
const resolution = 144

// pngCanvas is a picture of dots.
type pngCanvas struct {
	projection
	font   *Font
	img    *image.RGBA
	raster vector.Rasterizer
}

// png paints a scene as a picture.
func (p Painter) png(w io.Writer, s *scene) error {
	const scale = resolution / 72.0
	c := &pngCanvas{projection: projection{scale, -s.min.X * scale, s.max.Y * scale}, font: p.Font}
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
	flat := c.flat(k.path)
	if k.fill != nil {
		c.cover(outlines(flat), k.fill)
	}
	if k.line != nil && k.width > 0 {
		c.cover(penned(flat, k.width*c.scale, c.lengths(k.dashes)), k.line)
	}
}

// outlines returns the points of lines.
func outlines(flat []polyline) (list [][]layout.Point) {
	for _, l := range flat {
		list = append(list, l.points)
	}
	return list
}

// text implements [canvas]. Bold text is struck twice.
func (c *pngCanvas) text(k stroke) {
	var glyphs path
	at := layout.Point{X: -c.font.Width(k.text, k.size) * k.align}
	for _, r := range shown(k.text) {
		glyphs = append(glyphs, c.font.outline(r, at, k.size)...)
		at.X += c.font.Width(string(r), k.size)
	}
	for i, s := range glyphs {
		for _, p := range []*layout.Point{&s.by[0], &s.by[1], &s.to} {
			if k.turned {
				p.X, p.Y = -p.Y, p.X
			}
			p.X, p.Y = p.X+k.at.X, p.Y+k.at.Y
		}
		glyphs[i] = s
	}
	flat := c.flat(glyphs)
	c.cover(outlines(flat), k.fill)
	if k.bold {
		c.left += Boldness * k.size * c.scale
		c.cover(outlines(c.flat(glyphs)), k.fill)
		c.left -= Boldness * k.size * c.scale
	}
}

// tile is how large the pieces are in which a picture is painted, in dots: what
// is long and thin covers few of them.
const tile = 128

// cover paints what outlines enclose. An outline that turns against the one
// around it is a hole.
func (c *pngCanvas) cover(outlines [][]layout.Point, fill color.Color) {
	type piece struct {
		bounds   image.Rectangle
		outlines [][]layout.Point
	}
	pieces := map[image.Point]*piece{}
	for _, o := range outlines {
		r := extent(o).Intersect(c.img.Bounds())
		if r.Empty() {
			continue
		}
		for y := r.Min.Y / tile; y*tile < r.Max.Y; y++ {
			for x := r.Min.X / tile; x*tile < r.Max.X; x++ {
				p := pieces[image.Pt(x, y)]
				if p == nil {
					p = &piece{}
					pieces[image.Pt(x, y)] = p
				}
				p.bounds = p.bounds.Union(r.Intersect(image.Rect(x*tile, y*tile, (x+1)*tile, (y+1)*tile)))
				p.outlines = append(p.outlines, o)
			}
		}
	}
	src := image.NewUniform(fill)
	for _, p := range pieces {
		c.raster.Reset(p.bounds.Dx(), p.bounds.Dy())
		for _, o := range p.outlines {
			for i, pt := range o {
				x, y := float32(pt.X-float64(p.bounds.Min.X)), float32(pt.Y-float64(p.bounds.Min.Y))
				if i == 0 {
					c.raster.MoveTo(x, y)
				} else {
					c.raster.LineTo(x, y)
				}
			}
			c.raster.ClosePath()
		}
		c.raster.Draw(c.img, p.bounds, src, image.Point{})
	}
}

// extent returns the dots that an outline touches.
func extent(outline []layout.Point) image.Rectangle {
	low, high := outline[0], outline[0]
	for _, p := range outline {
		low = layout.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}
		high = layout.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
	}
	return image.Rect(int(math.Floor(low.X)), int(math.Floor(low.Y)), int(math.Ceil(high.X)), int(math.Ceil(high.Y)))
}
