package paint

import (
	"encoding/json"
	"errors"
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"tasuki/render/layout"
)

// scene is what Graphviz has laid out: strokes in the order in which they are
// painted. Lengths are points, and y grows upwards.
type scene struct {
	title   string
	min     layout.Point
	max     layout.Point
	strokes []stroke
	boxes   []box
}

// stroke is one thing to paint.
type stroke struct {
	path       path
	fill, line color.Color // nil: not painted
	width      float64
	dashes     []float64

	text   string // in place of a path
	at     layout.Point
	align  string // l, c or r
	size   float64
	bold   bool
	turned bool   // runs upwards
	link   string // where it leads, "" for nowhere
}

// box is the place of a node, which a page is not cut through.
type box struct {
	head        bool // repeated at the top of each further page
	stub        bool // repeated at the left of pages further to the right
	low, high   float64
	left, right float64
}

// sceneLayout is Graphviz's JSON, as far as it says what to paint.
type sceneLayout struct {
	Name    string   `json:"name"`
	Order   string   `json:"outputorder"`
	Draw    []op     `json:"_draw_"`
	Label   []op     `json:"_ldraw_"`
	Objects []object `json:"objects"`
	Edges   []object `json:"edges"`
}

type object struct {
	Class string `json:"class"`
	Draw  []op   `json:"_draw_"`
	Head  []op   `json:"_hdraw_"`
	Tail  []op   `json:"_tdraw_"`
	Label []op   `json:"_ldraw_"`
}

// is reports whether the object has a class.
func (o object) is(class string) bool {
	return class != "" && slices.Contains(strings.Fields(o.Class), class)
}

// op is one instruction of the drawing language xdot.
type op struct {
	Op     string       `json:"op"`
	Grad   string       `json:"grad"`
	Color  string       `json:"color"`
	Style  string       `json:"style"`
	Points [][2]float64 `json:"points"`
	Rect   [4]float64   `json:"rect"`
	Size   float64      `json:"size"`
	At     [2]float64   `json:"pt"`
	Align  string       `json:"align"`
	Text   string       `json:"text"`
}

// readScene reads a drawing in Graphviz's JSON format.
func readScene(text []byte, classes Classes) (*scene, error) {
	var l sceneLayout
	if err := json.Unmarshal(text, &l); err != nil {
		return nil, fmt.Errorf("reading a layout: %w", err)
	}
	s := &scene{title: l.Name}
	var err error
	paint := func(o object) {
		p := pen{bold: o.is(classes.Bold), line: color.Black, fill: color.Black, width: 1}
		for _, ops := range [][]op{o.Draw, o.Tail, o.Head, o.Label} {
			err = errors.Join(err, s.add(p, ops))
		}
	}
	paint(object{Draw: l.Draw, Label: l.Label})
	s.min, s.max = s.bounds(0)
	edges := func() {
		for _, e := range l.Edges {
			paint(e)
		}
	}
	if l.Order == "edgesfirst" {
		edges()
	}
	for _, o := range l.Objects {
		from := len(s.strokes)
		paint(o)
		if len(s.strokes) > from {
			low, high := s.bounds(from)
			s.boxes = append(s.boxes, box{o.is(classes.Head), o.is(classes.Stub), low.Y, high.Y, low.X, high.X})
		}
	}
	if l.Order != "edgesfirst" {
		edges()
	}
	if err != nil {
		return nil, fmt.Errorf("reading a layout: %w", err)
	}
	if len(s.strokes) == 0 {
		return nil, errors.New("reading a layout: there is nothing to paint in it")
	}
	return s, nil
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
		low, high := (&scene{strokes: s.strokes[i : i+1]}).bounds(0)
		if k.text != "" {
			width := f.Width(k.text, k.size)
			low = layout.Point{X: k.at.X + width*alignment(k.align), Y: k.at.Y}
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
	first := true
	for _, k := range s.strokes[from:] {
		for _, st := range k.path {
			of := []layout.Point{st.to}
			switch st.kind {
			case 'Z':
				continue // which has no place of its own
			case 'C':
				of = append(of, st.by[:]...)
			}
			for _, p := range of {
				if first {
					low, high, first = p, p, false
				}
				low = layout.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}
				high = layout.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
			}
		}
	}
	return low, high
}

// pen is what the instructions have set so far.
type pen struct {
	line, fill color.Color
	width      float64
	dashes     []float64
	size       float64
	bold       bool
}

// add adds what the instructions paint.
func (s *scene) add(p pen, ops []op) error {
	for _, o := range ops {
		switch o.Op {
		case "c", "C":
			c, err := parseColor(o)
			if err != nil {
				return err
			}
			if o.Op == "c" {
				p.line = c
			} else {
				p.fill = c
			}
		case "S":
			if err := p.style(o.Style); err != nil {
				return err
			}
		case "F":
			p.size = o.Size
		case "t": // bold and italic of HTML-like labels, which we have none of
		case "T":
			s.strokes = append(s.strokes, stroke{text: o.Text, at: point(o.At), align: o.Align, size: p.size, fill: p.line, bold: p.bold})
		default:
			path, err := pathOf(o)
			if err != nil {
				return err
			}
			k := stroke{path: path, line: p.line, width: p.width, dashes: p.dashes}
			if strings.Contains("PEB", o.Op) {
				k.fill = p.fill
			}
			s.strokes = append(s.strokes, k)
		}
	}
	return nil
}

func (p *pen) style(style string) error {
	switch {
	case style == "solid":
		p.dashes = nil
	case style == "dashed":
		p.dashes = []float64{4, 2.5}
	case style == "dotted":
		p.dashes = []float64{1, 2}
	case strings.HasPrefix(style, "setlinewidth("):
		width, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimPrefix(style, "setlinewidth("), ")"), 64)
		if err != nil {
			return fmt.Errorf("the line width %q: %w", style, err)
		}
		p.width = width
	}
	return nil
}

// parseColor returns a colour, or nil for one that cannot be seen.
func parseColor(o op) (color.Color, error) {
	var c color.NRGBA
	c.A = 255
	text, ok := strings.CutPrefix(o.Color, "#")
	n, err := strconv.ParseUint(text, 16, 32)
	switch {
	case o.Grad != "none" && o.Grad != "":
		return nil, fmt.Errorf("a gradient: only plain colours are painted")
	case !ok || err != nil || len(text) != 6 && len(text) != 8:
		return nil, fmt.Errorf("%q is not a colour such as #ffffff", o.Color)
	case len(text) == 8:
		c.A = uint8(n)
		n >>= 8
	}
	if c.A == 0 {
		return nil, nil
	}
	c.R, c.G, c.B = uint8(n>>16), uint8(n>>8), uint8(n)
	return c, nil
}
