package paint

import (
	"image/color"
	"strconv"
	"strings"

	"tasuki/render/layout"
	"tasuki/render/look"
	"tasuki/render/paint/pen"
)

// scene is a picture: strokes in the order in which they are painted. Lengths are points, and y grows upwards.
type scene struct {
	title   string
	min     layout.Point
	max     layout.Point
	strokes []stroke
	boxes   []box
	arrows  []arrow
}

// arrow is an arrow whose ends have names.
type arrow struct {
	from, to string
	line     []layout.Point // from its tail to its head
}

// stroke is one thing to paint.
type stroke struct {
	path       pen.Path
	fill, line color.Color // nil: not painted
	width      float64
	dashes     []float64

	text   string // in place of a path
	at     layout.Point
	align  float64 // where it stands in the line: 0 at its beginning, 1 at its end
	size   float64
	bold   bool
	turned bool   // runs upwards
	link   string // where it leads, "" for nowhere
}

// Where the place of a text stands in its line.
const (
	atBegin  = 0.0
	atMiddle = 0.5
	atEnd    = 1.0
)

// box is the place of a node, which a page is not cut through.
type box struct {
	head        bool // repeated at the top of each further page
	stub        bool // repeated at the left of pages further to the right
	band        bool // repeated at the top of a page that begins between it and the next
	low, high   float64
	left, right float64
}

// sceneOf returns what is painted of a picture.
func sceneOf(p layout.Picture) *scene {
	s := &scene{title: p.Title}
	s.add(layout.Part{Outlines: []layout.Outline{{Points: []layout.Point{{X: p.Frame.Left, Y: p.Frame.Top}, {X: p.Frame.Right, Y: p.Frame.Bottom}}, Fill: look.Paper}}})
	s.min, s.max = s.bounds(0)
	for _, part := range p.Parts {
		s.add(part)
		if part.From != "" && part.To != "" && len(part.Outlines) > 0 {
			s.arrows = append(s.arrows, arrow{part.From, part.To, pen.Of(part.Outlines[0]).Chain()})
		}
		if r := part.Room; r != (layout.Rect{}) {
			s.boxes = append(s.boxes, box{part.Head, part.Stub, part.Band, -r.Bottom, -r.Top, r.Left, r.Right})
		}
	}
	return s
}

// head returns the part of the drawing that is repeated above a part of it, its
// height being 0 when the drawing has no head.
func (s *scene) head(below page) page {
	h := page{left: below.left, right: below.right}
	for _, b := range s.boxes {
		if b.head && h.high == h.low {
			h.low, h.high = b.low, b.high
		} else if b.head {
			h.low, h.high = min(h.low, b.low), max(h.high, b.high)
		}
	}
	return h
}

// stub returns what the drawing repeats at the left of pages further to the
// right, its left and right being equal when it repeats nothing.
func (s *scene) stub() page {
	for _, b := range s.boxes {
		if b.stub {
			return page{b.left, b.right, b.low, b.high}
		}
	}
	return page{}
}

// within returns the strokes that reach into a part of the drawing, whose texts
// are in a font.
func (s *scene) within(p page, f *Font) *scene {
	part := &scene{title: s.title}
	for i, k := range s.strokes {
		if k.text != "" && (k.at.Y > p.high || k.at.Y+k.size < p.low) {
			continue // to measure all texts for each page would take longer than to paint them
		}
		low, high := (&scene{strokes: s.strokes[i : i+1]}).bounds(0)
		if k.text != "" {
			width := f.Width(k.text, k.size)
			low = layout.Point{X: k.at.X - width*k.align, Y: k.at.Y}
			high = layout.Point{X: low.X + width, Y: low.Y + k.size}
		}
		if high.Y >= p.low && low.Y <= p.high && high.X >= p.left && low.X <= p.right {
			part.strokes = append(part.strokes, k)
		}
	}
	return part
}

// bounds returns the corners of the strokes from one on, their texts apart.
func (s *scene) bounds(from int) (low, high layout.Point) {
	var points []layout.Point
	for _, k := range s.strokes[from:] {
		points = append(points, k.path.Points()...)
	}
	return pen.Corners(points)
}

// add adds what a part paints.
func (s *scene) add(p layout.Part) {
	for _, o := range p.Outlines {
		k := stroke{path: pen.Of(o), fill: paintOf(o.Fill), line: paintOf(o.Line), width: o.Pen}
		if o.Dashed {
			k.dashes = []float64{4, 2.5}
		}
		if o.Dotted {
			k.dashes = []float64{1.5, 2.5}
		}
		s.strokes = append(s.strokes, k)
	}
	for _, t := range p.Texts {
		s.strokes = append(s.strokes, stroke{text: t.Text, at: pen.Upwards(t.At), align: t.Align, size: t.Size, fill: paintOf(t.Color), bold: p.Bold})
	}
}

// paintOf returns a colour such as #ffffff, or nil where there is none.
func paintOf(text string) color.Color {
	n, err := strconv.ParseUint(strings.TrimPrefix(text, "#"), 16, 24)
	if err != nil {
		return nil
	}
	return color.NRGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}
