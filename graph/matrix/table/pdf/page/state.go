package page

import "math"

// matrix is a transformation of the plane, as PDF writes it.
type matrix [6]float64

// times returns what does m first and then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// turn returns by how many quarters, clockwise, what ran to the right runs afterwards.
func (m matrix) turn() int {
	if math.Abs(m[0]) >= math.Abs(m[1]) {
		if m[0] < 0 {
			return 2
		}
		return 0
	}
	if m[1] > 0 {
		return 1
	}
	return 3
}

// area is a rectangle.
type area struct{ left, top, right, bottom float64 }

// none is the area of nothing, to be widened.
var none = area{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func (a area) with(x, y float64) area {
	return area{min(a.left, x), min(a.top, y), max(a.right, x), max(a.bottom, y)}
}

func (a area) within(b area) area {
	return area{max(a.left, b.left), max(a.top, b.top), min(a.right, b.right), min(a.bottom, b.bottom)}
}

// covers reports whether a point is in the area, or next to it.
func (a area) covers(x, y, near float64) bool {
	return x >= a.left-near && x <= a.right+near && y >= a.top-near && y <= a.bottom+near
}

// around returns the area that a rectangle covers when it is transformed.
func (m matrix) around(x0, y0, x1, y1 float64) area {
	a := none
	for _, corner := range [4][2]float64{{x0, y0}, {x1, y0}, {x0, y1}, {x1, y1}} {
		a = a.with(m.apply(corner[0], corner[1]))
	}
	return a
}

// state is what q saves and Q restores.
type state struct {
	ctm     matrix
	clip    area
	font    *font
	size    float64
	spacing float64 // between characters
	blank   float64 // added to blanks
	scale   float64 // of widths
	leading float64
	rise    float64
	mode    int // how text is painted
}
