package layout

import (
	"math"
	"strings"

	"tasuki/render/diagram"
	"tasuki/render/look"
)

// Picture is what is painted: parts in the order in which they are painted, later
// ones over earlier ones, in points, x to the right and y down. A scene becomes
// one by [Scene.Picture], a graph of unknown order by package graphviz; package
// encode writes one as SVG, package paint as PNG and PDF.
type Picture struct {
	ID, Title string
	Frame     Rect // what is shown, on a ground of Paper
	Parts     []Part
}

// Part is a shape or an arrow as it is painted: its outlines, then its texts.
type Part struct {
	ID, Href, Hint string // "" for none
	Subject        diagram.Subject
	Head           bool   // says what stands below it: repeated on each further page
	Stub           bool   // what stands in it is repeated on pages further to the right
	Bold           bool   // its texts are
	Band           bool   // heads what stands below it up to the next band: repeated on a page that begins there
	Room           Rect   // a page is not cut through it; empty for arrows
	From, To       string // of an arrow, its ends as they are called where it goes on to another page
	Outlines       []Outline
	Texts          []Text
}

// Outline is a path that is filled and drawn.
type Outline struct {
	Kind       PathKind
	Points     []Point
	Corner     float64 // radius of the corners of a BoxPath
	Fill, Line string  // colours such as #ffffff, "" for none
	Pen        float64 // width of the line
	Dashed     bool
	Dotted     bool
}

// PathKind says what the points of an outline are.
type PathKind int

// The kinds of paths.
const (
	BoxPath     PathKind = iota // the upper left and the lower right corner of an upright box
	EllipsePath                 // the same corners, of the box around an ellipse
	PolygonPath                 // corners; the last is joined to the first
	LinePath                    // corners
	CurvePath                   // a beginning, then two control points and an end for each cubic Bézier curve
)

// Seen reports whether the outline leaves anything on the page.
func (o Outline) Seen() bool { return o.Fill != "" || o.Line != "" && o.Pen > 0 }

// Text is a line of text.
type Text struct {
	Text  string
	At    Point   // on the baseline
	Align float64 // where At stands in the line: 0 at its beginning, 0.5 in its middle, 1 at its end
	Size  float64
	Color string
}

// Picture returns the scene as it is painted.
func (s *Scene) Picture() Picture {
	p := Picture{ID: s.Name, Title: s.Title}
	var arrows []Part
	for _, a := range s.Arrows {
		arrows = append(arrows, Part{ID: a.ID, Hint: a.Hint, Outlines: a.outlines(), From: a.FromName, To: a.ToName})
	}
	if !s.ArrowsLast {
		p.Parts = arrows
	}
	var over []Part
	for _, sh := range s.Shapes {
		switch {
		case sh.Form == "point": // only names the end of an arrow
		case sh.Over:
			over = append(over, sh.part())
		default:
			p.Parts = append(p.Parts, sh.part())
		}
	}
	if s.ArrowsLast {
		p.Parts = append(p.Parts, arrows...)
	}
	p.Parts = append(p.Parts, over...)
	link(p.Parts)
	p.Frame = p.bounds().Grown(PagePad)
	return p
}

// bounds returns the rectangle around all parts.
func (p Picture) bounds() Rect {
	var all []Outline
	for _, part := range p.Parts {
		all = append(all, part.Outlines...)
	}
	return hull(all)
}

// hull returns the rectangle around the points of outlines.
func hull(outlines []Outline) Rect {
	r := Rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, o := range outlines {
		for _, p := range o.Points {
			r = Rect{min(r.Left, p.X), min(r.Top, p.Y), max(r.Right, p.X), max(r.Bottom, p.Y)}
		}
	}
	if r.Left > r.Right {
		return Rect{}
	}
	return r
}

// strike returns the line through a line of text.
func (sh Shape) strike(line string, at Point, align float64, color string) Outline {
	w := sh.Font.Width([]string{line})
	left := Point{at.X - align*w, at.Y - 0.32*sh.Font.Size}
	return Outline{Kind: LinePath, Points: []Point{left, left.plus(w, 0)}, Line: color, Pen: 0.9}
}

func (sh Shape) part() Part {
	p := Part{ID: sh.ID, Href: sh.Href, Subject: sh.Subject, Hint: sh.Hint, Head: sh.Head, Stub: sh.Stub, Band: sh.Band, Bold: sh.Font.Bold, Outlines: sh.outlines()}
	p.Room = hull(p.Outlines)
	color := sh.Ink
	if color == "" {
		color = look.Ink
	}
	at, align := sh.At, 0.5
	if sh.Left {
		at.X, align = at.X-sh.W/2+sh.Margin(), 0
		if sh.Double {
			at.X += borderGap
		}
	}
	at.Y += (look.Ascent - look.LineHeight/2*float64(len(sh.Lines))) * sh.Font.Size
	for _, line := range sh.Lines {
		if strings.TrimSpace(line) != "" {
			if sh.Struck {
				p.Outlines = append(p.Outlines, sh.strike(line, at, align, color))
			}
			p.Texts = append(p.Texts, Text{Text: line, At: at, Align: align, Size: sh.Font.Size, Color: color})
		}
		at.Y += look.LineHeight * sh.Font.Size
	}
	return p
}
