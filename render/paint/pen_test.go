package paint

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"slices"
	"testing"

	"tasuki/render/layout"
)

// inkOf paints strokes on a white picture of 100 by 100 points and returns how
// much of it they cover, in square points.
func inkOf(t *testing.T, strokes ...stroke) (image.Image, float64) {
	t.Helper()
	var b bytes.Buffer
	if err := (Painter{Font: DefaultFont()}).png(&b, &scene{max: layout.Point{X: 100, Y: 100}, strokes: strokes}); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	const dots = resolution / 72
	ink := 0.0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			g := color.GrayModel.Convert(img.At(x, y)).(color.Gray)
			ink += float64(255-g.Y) / 255 / dots / dots
		}
	}
	return img, ink
}

// A stroke covers its length times its width, and a fill what it encloses.
func TestStrokesCoverWhatTheyShould(t *testing.T) {
	line := func(p path, width float64, dashes ...float64) stroke {
		return stroke{path: p, line: color.Black, width: width, dashes: dashes}
	}
	fill := func(p path) stroke { return stroke{path: p, fill: color.Black} }
	at := func(x, y float64) layout.Point { return layout.Point{X: x, Y: y} }
	ring := append(around(at(10, 10), at(90, 10), at(90, 90), at(10, 90)), around(at(30, 30), at(30, 70), at(70, 70), at(70, 30))...)
	for _, c := range []struct {
		what string
		k    stroke
		want float64
	}{
		{"a level line", line(through(at(5, 50), at(95, 50)), 2), 180},
		{"a slanting line, longer than a piece", line(through(at(10, 10), at(90, 70)), 3), 300},
		{"a line there and back", line(through(at(10, 50), at(90, 50), at(10, 50)), 2), 160 + math.Pi/2},
		{"a box", line(around(at(10, 10), at(90, 10), at(90, 90), at(10, 90)), 4), 4*80*4 - 16 + 4*math.Pi},
		{"a circle", line(circle(layout.Point{X: 50, Y: 50}, 40), 2), 2 * math.Pi * 40 * 2},
		{"a small circle", line(circle(layout.Point{X: 50, Y: 50}, 4), 1.5), 2 * math.Pi * 4 * 1.5},
		{"dashes", line(through(at(10, 50), at(90, 50)), 2, 10, 6), (5 * 10) * 2},
		{"dashes round a corner", line(through(at(10, 10), at(60, 10), at(60, 40)), 2, 8, 8), (5 * 8) * 2},
		{"a filled circle", fill(circle(layout.Point{X: 50, Y: 50}, 40)), math.Pi * 1600},
		{"a square with a hole", fill(ring), 6400 - 1600},
		{"two that overlap", fill(append(around(at(10, 10), at(50, 10), at(50, 50), at(10, 50)), around(at(30, 10), at(70, 10), at(70, 50), at(30, 50))...)), 2400},
		{"what leaves the picture", fill(around(at(-900, -900), at(50, -900), at(50, 900), at(-900, 900))), 5000},
		{"no width", line(through(at(5, 50), at(95, 50)), 0), 0},
		{"no length", line(through(at(5, 50), at(5, 50)), 3), 0},
	} {
		if _, got := inkOf(t, c.k); math.Abs(got-c.want) > 0.3+c.want*0.012 {
			t.Errorf("%s covers %.1f square points, want %.1f", c.what, got, c.want)
		}
	}
}

// A text covers as much turned as it does upright, in the place that is its own.
func TestTurnedTextRunsUpwards(t *testing.T) {
	k := stroke{text: "窓口 ab", at: layout.Point{X: 50, Y: 50}, align: atMiddle, size: 12, fill: color.Black, bold: true}
	_, upright := inkOf(t, k)
	k.turned = true
	img, turned := inkOf(t, k)
	if upright < 20 || math.Abs(upright-turned) > 0.02*upright {
		t.Errorf("the text covers %.1f square points upright and %.1f turned", upright, turned)
	}
	var rows, columns []int
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if g := color.GrayModel.Convert(img.At(x, y)).(color.Gray); g.Y < 128 {
				rows, columns = append(rows, y), append(columns, x)
			}
		}
	}
	if high, wide := slices.Max(rows)-slices.Min(rows), slices.Max(columns)-slices.Min(columns); high < 2*wide {
		t.Errorf("the turned text is %d dots high and %d wide", high, wide)
	}
}
