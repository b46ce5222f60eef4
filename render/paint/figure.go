package paint

import (
	"math"

	"tasuki/render/chart"
	"tasuki/render/layout"
)

// Figure is a drawing that can be put on a leaf.
type Figure struct{ scene *scene }

// Figure returns a picture as it is put on a leaf.
func (p Painter) Figure(picture layout.Picture) Figure { return Figure{p.read(picture, p.paintable)} }

// ChartFigure returns a chart as it is put on a leaf.
func (p Painter) ChartFigure(shown chart.Chart) Figure { return Figure{p.chart(shown, p.paintable)} }

// Cut is a part of a figure: all of it, or what stands between two cuts, below the
// head that is repeated.
type Cut struct {
	scene  *scene
	scale  float64
	pages  []page
	number int
}

// Size returns the width and the height of the figure as it was drawn.
func (f Figure) Size() (width, height float64) {
	return f.scene.max.X - f.scene.min.X, f.scene.max.Y - f.scene.min.Y
}

// Least returns the scale at which the smallest text of the figure has a size.
func (f Figure) Least(size float64) float64 {
	least := math.Inf(1)
	for _, k := range f.scene.strokes {
		if k.text != "" {
			least = min(least, k.size)
		}
	}
	return size / least
}

// Whole returns all of the figure at a scale.
func (f Figure) Whole(scale float64) Cut {
	s := f.scene
	return Cut{s, scale, []page{{s.min.X, s.max.X, s.min.Y, s.max.Y}}, 0}
}

// CutTo cuts the figure, at a scale, into parts that fit a width and a height.
func (f Figure) CutTo(width, height, scale float64) []Cut {
	var cuts []Cut
	pages := f.scene.cutUp(width/scale, height/scale)
	for i := range pages {
		cuts = append(cuts, Cut{f.scene, scale, pages, i})
	}
	return cuts
}

// Size returns how much of a leaf the cut takes.
func (c Cut) Size() (width, height float64) {
	at, s := c.pages[c.number], c.scene
	width, height = at.right-at.left, at.high-at.low
	if head := s.head(at); c.number > 0 && at.high < s.max.Y {
		height += head.high - head.low
	}
	if stub := s.stub(); at.left > stub.left {
		width += stub.right - stub.left
	}
	return width * c.scale, height * c.scale
}
