package paint

import "image/color"

// Leaf is a page on which everything has its place, in points from its upper left
// corner, and y down.
type Leaf struct {
	Width, Height float64
	Panels        []Panel
	Words         []Word
	Cuts          []Placed
	Links         []Link
}

// Panel is an upright box under the words. What is nil is not painted.
type Panel struct {
	X, Y, W, H float64
	Fill, Line color.Color
}

// Word is text on one line, whose characters can all be painted ([Painter.Paintable]).
type Word struct {
	Text  string
	X, Y  float64 // where it begins, on the baseline
	Size  float64
	Bold  bool
	Color color.Color
}

// Placed is a part of a figure, hung from its upper left corner.
type Placed struct {
	Cut
	X, Y float64
}

// Link leads from a part of a leaf to a place.
type Link struct {
	X, Y, W, H float64
	To         Place
}

// Place is a height on a leaf, the first being 0.
type Place struct {
	Leaf int
	Y    float64
}

// Bookmark is a line of the outline beside the pages.
type Bookmark struct {
	Title string
	Level int // 0 for a chapter; at most one more than the one before
	Place
}
