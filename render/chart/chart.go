package chart

import (
	"tasuki/render/messages"
)

// Chart says what a chart shows, and leaves where to its painter.
type Chart struct {
	ID string // of the drawing
	messages.Language
	Title  string
	Panels []Panel // from the top down
	Notes  []string
}

// Panel is a pair of axes with lying bars, the first on top, or with curves.
type Panel struct {
	Title  string
	X, Y   Axis // the Y axis of bars has their names instead
	Bars   []Bar
	Curves []Curve
	At     *Limit // a line across all bars
}

// Axis begins at 0.
type Axis struct {
	Title string // with the unit
	Max   float64
	Step  float64 // between its numbers
}

// Bar is a bar of one part or of several on end.
type Bar struct {
	Name  string
	Ref   string // the ID of what it stands for, "" for none
	Parts []Part
	Text  string // stands behind the bar
}

// Part is a stretch of a bar.
type Part struct {
	Length float64
	Fill   string // a colour such as #ffffff
	Text   string // stands in it
}

// Limit is a value that all bars are held against.
type Limit struct {
	Value float64
	Text  string
}

// Curve is a line through points, told from others by its colour, its dashes
// and the shape at its points.
type Curve struct {
	Name   string
	Points []CurvePoint // by X
	Color  string
	Style  int // 0, 1 and 2 are different dashes and shapes
}

// CurvePoint is a point of a curve.
type CurvePoint struct{ X, Y float64 }

// niceStep returns a step of 1, 2 or 5 times a power of ten, by which an axis up
// to most has at most n numbers after the first.
func niceStep(most float64, n int) float64 {
	for power := 1.0; ; power *= 10 {
		for _, digit := range []float64{1, 2, 5} {
			if step := digit * power; most <= step*float64(n) {
				return step
			}
		}
	}
}

// axisTo returns an axis that ends at the first number from most on.
func axisTo(title string, most float64, n int) Axis {
	a := Axis{Title: title, Step: niceStep(most, n)}
	for a.Max < most || a.Max == 0 {
		a.Max += a.Step
	}
	return a
}
