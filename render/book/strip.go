package book

import "tasuki/render/paint"

// strip is what stands on a page from its left to its right: a line, a row of a
// table, a figure. A page is never cut through one.
type strip struct {
	before, height float64                   // of the space above it, which is dropped at the top of a page, and of itself
	keep           bool                      // stands on one page with what follows
	need           float64                   // of the page that is left, at least
	head           []strip                   // stand above it again, when it begins a page
	floats         bool                      // what follows may go before it, when it does not fit the page
	fit            func(height float64) bool // makes it lower, if it can be
	places         []string                  // that it is
	chapter        string                    // that it begins
	mark           string                    // its line in the outline, "" for none
	level          int                       // of mark
	paint          func(on *leaf, y float64)
	aside          []strip // in its place: strips on pages that are turned
}

// leaf is a page that is not whole yet: where its links lead is not known.
type leaf struct {
	paint.Leaf
	chapter string
	links   []link
	numbers []number
}

// link is a part of a page that leads to what has an ID.
type link struct {
	x, y, w, h float64
	to         string
}

// number is where the number of the page of what has an ID stands, its end at x.
type number struct {
	x, y, size float64
	to         string
}
