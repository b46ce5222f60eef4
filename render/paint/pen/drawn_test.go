package pen

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"testing"

	"golang.org/x/image/vector"

	"tasuki/render/layout"
)

// inkOf paints what leaves outlines at a projection on a white picture of 100 by 100
// points, two dots a point, and returns how much of it they cover, in square points.
func inkOf(leaves func(v Projection) [][]layout.Point) float64 {
	const dots = 2
	img := image.NewRGBA(image.Rect(0, 0, 100*dots, 100*dots))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	Cover(img, &vector.Rasterizer{}, leaves(Projection{Scale: dots, Top: 100 * dots}), color.Black)
	ink := 0.0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			g := color.GrayModel.Convert(img.At(x, y)).(color.Gray)
			ink += float64(255-g.Y) / 255 / dots / dots
		}
	}
	return ink
}

// A stroke covers its length times its width, and a fill what it encloses.
func TestStrokesCoverWhatTheyShould(t *testing.T) {
	line := func(p Path, width float64, dashes ...float64) func(Projection) [][]layout.Point {
		return func(v Projection) [][]layout.Point { return Drawn(v.Flat(p), width*v.Scale, v.Lengths(dashes)) }
	}
	fill := func(p Path) func(Projection) [][]layout.Point {
		return func(v Projection) [][]layout.Point { return Filled(v.Flat(p)) }
	}
	at := func(x, y float64) layout.Point { return layout.Point{X: x, Y: y} }
	ring := append(Around(at(10, 10), at(90, 10), at(90, 90), at(10, 90)), Around(at(30, 30), at(30, 70), at(70, 70), at(70, 30))...)
	for _, c := range []struct {
		what  string
		leave func(Projection) [][]layout.Point
		want  float64
	}{
		{"a level line", line(Through(at(5, 50), at(95, 50)), 2), 180},
		{"a slanting line, longer than a piece", line(Through(at(10, 10), at(90, 70)), 3), 300},
		{"a line there and back", line(Through(at(10, 50), at(90, 50), at(10, 50)), 2), 160 + math.Pi/2},
		{"a box", line(Around(at(10, 10), at(90, 10), at(90, 90), at(10, 90)), 4), 4*80*4 - 16 + 4*math.Pi},
		{"a circle", line(Circle(layout.Point{X: 50, Y: 50}, 40), 2), 2 * math.Pi * 40 * 2},
		{"a small circle", line(Circle(layout.Point{X: 50, Y: 50}, 4), 1.5), 2 * math.Pi * 4 * 1.5},
		{"dashes", line(Through(at(10, 50), at(90, 50)), 2, 10, 6), (5 * 10) * 2},
		{"dashes round a corner", line(Through(at(10, 10), at(60, 10), at(60, 40)), 2, 8, 8), (5 * 8) * 2},
		{"a filled circle", fill(Circle(layout.Point{X: 50, Y: 50}, 40)), math.Pi * 1600},
		{"a square with a hole", fill(ring), 6400 - 1600},
		{"two that overlap", fill(append(Around(at(10, 10), at(50, 10), at(50, 50), at(10, 50)), Around(at(30, 10), at(70, 10), at(70, 50), at(30, 50))...)), 2400},
		{"what leaves the picture", fill(Around(at(-900, -900), at(50, -900), at(50, 900), at(-900, 900))), 5000},
		{"no width", line(Through(at(5, 50), at(95, 50)), 0), 0},
		{"no length", line(Through(at(5, 50), at(5, 50)), 3), 0},
	} {
		if got := inkOf(c.leave); math.Abs(got-c.want) > 0.3+c.want*0.012 {
			t.Errorf("%s covers %.1f square points, want %.1f", c.what, got, c.want)
		}
	}
}
