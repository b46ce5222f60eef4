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
