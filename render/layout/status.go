package layout

import (
	"fmt"
	"math"

	"tasuki/render/diagram"
	"tasuki/render/look"
)

// stated returns how a box is painted that a change does something to. Each status has a
// sign of its own, and differs in more than colour from the others.
func (sh Shape) stated(st diagram.Status) Shape {
	switch st {
	case diagram.GoneStatus, diagram.LeftStatus:
		sh.Dashed, sh.Pen, sh.Stroke, sh.Fill, sh.Ink = true, 1.2, look.Slate, look.Paper, look.Slate
		sh.Struck = st == diagram.GoneStatus
	case diagram.CameStatus:
		sh.Dashed, sh.Pen, sh.Stroke = false, 3, look.Ink
	case diagram.BreaksStatus:
		sh.Dashed, sh.Pen, sh.Stroke, sh.Fill, sh.Ink = true, 2.4, look.Ink, look.Broken, look.Ink
	case diagram.StandInStatus:
		sh.Pen, sh.Stroke = max(sh.Pen, 1.8), look.Blue
	}
	return sh
}

// addStatus puts the sign of a status, nothing for [diagram.Same].
func (s *Scene) addStatus(name string, st diagram.Status, at Point, size float64) {
	if st.Sign() == "" {
		return
	}
	sh := Shape{Name: name + " status", Look: look.Look{Form: "circle", Fill: look.Paper, Stroke: look.Ink, Pen: 1}, At: at, W: size, H: size, Lines: []string{st.Sign()}, Font: look.Font{Size: size - 2, Bold: true}}
	switch st {
	case diagram.CameStatus:
		sh.Fill, sh.Ink = look.Ink, look.Paper
	case diagram.BreaksStatus, diagram.NotPerformedStatus:
		sh.Form, sh.Fill, sh.Ink = "box", look.Ink, look.Paper
	}
	s.Add(sh)
}

// addArrowStatus puts the sign of a status on arrow i, in the middle of its longest straight
// line, the first of equally long ones.
func (s *Scene) addArrowStatus(i int, st diagram.Status, chain []Point) {
	if st.Sign() == "" {
		return
	}
	best, at := -1.0, chain[0]
	for k := 1; k < len(chain); k++ {
		p, q := chain[k-1], chain[k]
		if l := math.Hypot(q.X-p.X, q.Y-p.Y); l > best+1e-9 {
			best, at = l, Point{(p.X + q.X) / 2, (p.Y + q.Y) / 2}
		}
	}
	s.addStatus(fmt.Sprintf("edge %d", i+1), st, at, arrowStatus)
	s.Shapes[len(s.Shapes)-1].Over = true
}

// corner returns where the sign of a status stands at a box: outside its upper left corner,
// so that no text has to make room and nothing moves.
func corner(at Point, w, h float64) Point { return Point{at.X - w/2 - 1.5, at.Y - h/2 - 1} }

// The sizes of the signs of statuses in points, arrowStatus that on arrows and in cells.
const (
	statusSize  = 11.0
	arrowStatus = 9.0
)

// The widths of arrows of handoffs that were seen, in points: of one that was hardly seen,
// and of the most often seen one.
const (
	leastSeen = 0.8
	mostSeen  = 4.5
)

// seen returns how an arrow is painted that a log shows, as wide as a share of the most says.
func (a Arrow) seen(st diagram.Status, width float64) Arrow {
	switch st {
	case diagram.SeenStatus:
		a.Dashed, a.Pen = false, leastSeen+(mostSeen-leastSeen)*width
	case diagram.UndeclaredStatus:
		a.Dashed, a.Dotted, a.Color, a.Pen = false, true, look.Ink, 1.2
	}
	return a
}

// stated returns how an arrow is painted that a change does something to.
func (a Arrow) stated(st diagram.Status) Arrow {
	switch st {
	case diagram.GoneStatus, diagram.LeftStatus:
		a.Dashed, a.Color, a.Pen = true, look.Slate, 1
	case diagram.BreaksStatus:
		a.Dashed = true
	case diagram.CameStatus:
		a.Pen = max(a.Pen, 2.6)
	case diagram.ConfirmedStatus:
		a.Dashed, a.Color, a.Pen = false, look.Ink, 2.6
	case diagram.InconclusiveStatus:
		a.Dashed, a.Color, a.Pen = false, look.Ink, 1.6
	case diagram.NotPerformedStatus:
		a.Dashed, a.Color, a.Pen = true, look.Ink, 2.4
	case diagram.OverAYearStatus:
		a.Dashed, a.Color, a.Pen = false, look.Slate, 0.8
	case diagram.NotSeenStatus, diagram.NeverStatus, diagram.UnexercisedStatus:
		a.Dashed, a.Color, a.Pen = true, look.Slate, 1
	}
	return a
}

// addChangeKey puts what the signs of a change mean below a title that ends before top, and
// moves the title up for it.
func (s *Scene) addChangeKey(d diagram.Diagram, legend []diagram.Sample, top, width float64) {
	if len(legend) == 0 {
		return
	}
	d.Legend = legend
	h := NewScene(d).addSamples(d, "change key", 0, width)
	for i := range s.Shapes {
		s.Shapes[i].At.Y -= h
	}
	s.addSamples(d, "change key", top-h, width)
}

// entries returns the entries of a legend that explain a change, or the others.
func entries(legend []diagram.Sample, change bool) (list []diagram.Sample) {
	for _, sample := range legend {
		if (sample.Sign.What == diagram.StatusSign) == change {
			list = append(list, sample)
		}
	}
	return list
}
