package pen

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"tasuki/render/layout"
)

// Rasterizer paints what outlines enclose, as the one of golang.org/x/image/vector does.
type Rasterizer interface {
	// Reset makes it empty, of a width and a height in dots.
	Reset(w, h int)
	// MoveTo begins an outline.
	MoveTo(x, y float32)
	// LineTo leads on from where the last call ended.
	LineTo(x, y float32)
	// ClosePath ends an outline where it began.
	ClosePath()
	// Draw paints what is enclosed.
	Draw(dst draw.Image, r image.Rectangle, src image.Image, sp image.Point)
}

// tile is how large the pieces are in which a picture is painted, in dots: what
// is long and thin covers few of them.
const tile = 128

// Cover paints on a picture what outlines, in its dots, enclose. An outline that turns
// against the one around it is a hole. Each piece of 128 by 128 dots that an outline may
// touch is painted once: time is linear in the pieces, and in the points of each outline
// times its pieces.
func Cover(img draw.Image, with Rasterizer, outlines [][]layout.Point, fill color.Color) {
	type piece struct {
		bounds   image.Rectangle
		outlines [][]layout.Point
	}
	pieces := map[image.Point]*piece{}
	for _, o := range outlines {
		r := extent(o).Intersect(img.Bounds())
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
		with.Reset(p.bounds.Dx(), p.bounds.Dy())
		for _, o := range p.outlines {
			for i, pt := range o {
				x, y := float32(pt.X-float64(p.bounds.Min.X)), float32(pt.Y-float64(p.bounds.Min.Y))
				if i == 0 {
					with.MoveTo(x, y)
				} else {
					with.LineTo(x, y)
				}
			}
			with.ClosePath()
		}
		with.Draw(img, p.bounds, src, image.Point{})
	}
}

// extent returns the dots that an outline touches.
func extent(outline []layout.Point) image.Rectangle {
	low, high := Corners(outline)
	return image.Rect(int(math.Floor(low.X)), int(math.Floor(low.Y)), int(math.Ceil(high.X)), int(math.Ceil(high.Y)))
}
