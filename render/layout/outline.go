package layout

import "math"

// The measures of outlines, in points.
const (
	roundness = 12.0 // radius of the corners of a rounded box that is large enough
	borderGap = 4.0  // between two borders
)

// outlines returns the borders of a shape.
func (sh Shape) outlines() []Outline {
	o := Outline{Fill: sh.Fill, Line: sh.Stroke, Pen: sh.Pen, Dashed: sh.Dashed}
	w, h := sh.W/2, sh.H/2
	at := func(x, y float64) Point { return Point{sh.At.X + x*w, sh.At.Y + y*h} }
	polygon := func(corners ...Point) Outline {
		p := o
		p.Kind, p.Points = PolygonPath, corners
		return p
	}
	r := min(roundness, sh.W/3, sh.H/3)
	switch sh.Form {
	case "diamond":
		return []Outline{polygon(at(0, -1), at(1, 0), at(0, 1), at(-1, 0))}
	case "invtriangle":
		return []Outline{polygon(at(-1, -0.5), at(1, -0.5), at(0, 1))}
	case "hexagon":
		return []Outline{polygon(at(1, 0), at(0.5, -1), at(-0.5, -1), at(-1, 0), at(-0.5, 1), at(0.5, 1))}
	case "folder":
		tab := at(1, -1)
		return []Outline{polygon(tab, tab.plus(-r/4, -r/3), tab.plus(-2*r, -r/3), tab.plus(-2.25*r, 0), at(-1, -1), at(-1, 1), at(1, 1))}
	case "box3d":
		d := r / 3
		edge := at(1, -1).plus(-d, d)
		list := []Outline{polygon(at(1, -1), at(-1, -1).plus(d, 0), at(-1, -1).plus(0, d), at(-1, 1), at(1, 1).plus(-d, 0), at(1, 1).plus(0, -d))}
		for _, end := range []Point{at(-1, -1).plus(0, d), at(1, 1).plus(-d, 0), at(1, -1)} {
			list = append(list, Outline{Kind: LinePath, Points: []Point{edge, end}, Line: o.Line, Pen: o.Pen})
		}
		return list
	case "circle", "doublecircle", "ellipse":
		o.Kind = EllipsePath
	}
	sized := func(grown float64) Outline {
		r := Around(sh.At, sh.W, sh.H).Grown(grown)
		o.Points = []Point{{r.Left, r.Top}, {r.Right, r.Bottom}}
		if sh.Rounded {
			o.Corner = min(roundness, (r.Right-r.Left)/3, (r.Bottom-r.Top)/3)
		}
		return o
	}
	var list []Outline
	switch {
	case sh.Form == "doublecircle":
		list = []Outline{sized(0), sized(borderGap)}
	case sh.Double:
		list = []Outline{sized(-borderGap), sized(0)}
	default:
		return []Outline{sized(0)}
	}
	list[1].Fill = ""
	return list
}

// plus returns the point that lies so far to the right and down.
func (p Point) plus(x, y float64) Point { return Point{p.X + x, p.Y + y} }

// outlines returns the line of an arrow, the sign at its tail and its head.
func (a Arrow) outlines() []Outline {
	list := []Outline{{Kind: CurvePath, Points: a.Points, Line: a.Color, Pen: a.Pen, Dashed: a.Dashed, Dotted: a.Dotted}}
	if a.Tail != "" {
		list = append(list, a.tail()...)
	}
	if a.HeadSize > 0 {
		// A wide line would hide a head that is not wider than it.
		half := headSlope * max(1, a.Pen/4)
		d := pointer{a.HeadTip, a.Points[len(a.Points)-1], 10 * a.HeadSize}
		back := a.miter(half, 1) / d.unit
		list = append(list, a.sign(true, d.at(back, 0), d.at(back+1, -half), d.at(back+1, half)))
	}
	return list
}

// headSlope is half the width of a head as a share of its length.
const headSlope = 0.35

// tail returns the sign at the tail of an arrow.
func (a Arrow) tail() []Outline {
	d := pointer{a.TailTip, a.Points[0], 10 * a.HeadSize}
	flat := a.Pen / 2 / d.unit
	switch a.Tail {
	case ringTail:
		return []Outline{a.sign(true, d.at(0, 0), d.at(1, -headSlope), d.at(1, headSlope))}
	case "dot", "odot":
		o := a.sign(a.Tail == "dot")
		centre, r := d.at(flat+0.4, 0), 0.4*d.unit
		o.Kind, o.Points = EllipsePath, []Point{{centre.X - r, centre.Y - r}, {centre.X + r, centre.Y + r}}
		return []Outline{o}
	case "box":
		stem := a.sign(false, d.at(flat+0.8, 0), d.at(flat+1, 0))
		stem.Kind = LinePath
		return []Outline{a.sign(true, d.at(flat, -0.4), d.at(flat, 0.4), d.at(flat+0.8, 0.4), d.at(flat+0.8, -0.4)), stem}
	}
	tip := a.miter(0.4, 0.6) / d.unit
	return []Outline{a.sign(a.Tail == "diamond", d.at(tip, 0), d.at(tip+0.6, -0.4), d.at(tip+1.2, 0), d.at(tip+0.6, 0.4))}
}

// sign returns a polygon in the colour of the arrow.
func (a Arrow) sign(filled bool, corners ...Point) Outline {
	o := Outline{Kind: PolygonPath, Points: corners, Line: a.Color, Pen: a.Pen}
	if filled {
		o.Fill = a.Color
	}
	return o
}

// miter returns how far the line around a point reaches beyond it, the sides of
// which go aside while they go along.
func (a Arrow) miter(aside, along float64) float64 {
	return a.Pen / 2 * math.Hypot(aside, along) / aside
}

// pointer measures an end of an arrow: from its tip towards the rest of it.
type pointer struct {
	tip, rest Point
	unit      float64 // of what it measures
}

// at returns the place that lies along the arrow, and aside to its right.
func (d pointer) at(along, aside float64) Point {
	x, y := d.rest.X-d.tip.X, d.rest.Y-d.tip.Y
	length := math.Hypot(x, y)
	if length == 0 {
		return d.tip
	}
	x, y = x*d.unit/length, y*d.unit/length
	return Point{d.tip.X + x*along - y*aside, d.tip.Y + y*along + x*aside}
}
