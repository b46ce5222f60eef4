package layout

import (
	"fmt"

	"tasuki/render/diagram"
	"tasuki/render/look"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// The measures of a legend, in points.
const (
	sampleWidth  = 34.0
	sampleHeight = 13.0
	sampleGap    = 14.0
)

// AddLegend puts the legend and the notes below the drawing.
func (s *Scene) AddLegend(d diagram.Diagram, top, width float64) {
	s.addNotes(d, s.addSamples(d, "legend", top, width), width)
}

// addSamples puts the legend under names that begin with one, and returns where the rest
// begins.
func (s *Scene) addSamples(d diagram.Diagram, names string, top, width float64) float64 {
	width = max(width, minWidth)
	x, y, row := 0.0, top, 0.0
	for i, sample := range d.Legend {
		lines := look.SmallFont.Wrap(sample.Text, width-sampleWidth-labelGap-1, 3)
		w, h := look.SmallFont.Width(lines)+1, max(sampleHeight, look.SmallFont.Height(len(lines)))
		if x > 0 && x+sampleWidth+labelGap+w > width {
			x, y, row = 0, y+row+3, 0
		}
		name := fmt.Sprintf("%s %d", names, i+1)
		s.addSample(d, name, sample.Sign, Point{x + sampleWidth/2, y + h/2})
		x += sampleWidth + labelGap
		s.AddText(name+" text", lines, look.SmallFont, Point{x + w/2, y + h/2}, w, true, "")
		x += w + sampleGap
		row = max(row, h)
	}
	return y + row + 6
}

// addNotes puts the notes.
func (s *Scene) addNotes(d diagram.Diagram, y, width float64) {
	width = max(width, minWidth)
	for i, note := range d.Notes {
		lines := typeset.Wrap(note, width/look.SmallFont.Em())
		h := look.SmallFont.Height(len(lines))
		s.AddText(fmt.Sprintf("note %d", i+1), lines, look.SmallFont, Point{width / 2, y + h/2}, width, true, "")
		y += h + 3
	}
}

// addSample puts a specimen of what a legend entry explains.
func (s *Scene) addSample(d diagram.Diagram, name string, sign diagram.Sign, at Point) {
	switch sign.What {
	case diagram.ClassSign:
		sh := Shape{Name: name, Look: look.Of(sign.Class), At: at, W: sampleWidth - 10, H: sampleHeight - 2}
		if sign.Class == diagram.AllGate || sign.Class == diagram.ChoiceGate {
			sh.W, sh.H, sh.Lines, sh.Font = gateSize, gateSize-2, []string{gateText(sign.Class)}, look.LabelFont
		}
		if sign.Class >= diagram.LeadCell {
			sh.Ink, sh.Lines, sh.Font = look.InkOn(sign.Class), []string{diagram.RoleSign(sign.Class)}, look.LabelFont
		}
		s.Add(sh)
	case diagram.StatusSign:
		if sign.Status.OfHandoff() {
			s.addArrowSample(d, name, diagram.Edge{Status: sign.Status, Width: sign.Width}, at)
			if sign.Status.Sign() != "" {
				s.addStatus(name, sign.Status, at.plus(-2, 0), arrowStatus)
				s.Shapes[len(s.Shapes)-1].Over = true
			}
			return
		}
		sh := Shape{Name: name, Look: look.Look{Form: "box", Fill: look.Paper, Stroke: look.Ink, Pen: 1}, At: at.plus(2, 0), W: sampleWidth - 12, H: sampleHeight - 3}
		s.Add(sh.stated(sign.Status))
		s.addStatus(name, sign.Status, Point{at.X - sampleWidth/2 + 8, at.Y}, arrowStatus)
	case diagram.MarkSign:
		s.addSign(d, name, sign.Mark, at)
	default:
		s.addArrowSample(d, name, diagram.Edge{Kind: sign.Kind, Inferred: sign.What != diagram.EdgeSign && sign.What != diagram.WeightSign}, at)
	}
}

// addArrowSample puts an arrow as a specimen.
func (s *Scene) addArrowSample(d diagram.Diagram, name string, e diagram.Edge, at Point) {
	ends := []Point{{at.X - sampleWidth/2, at.Y}, {at.X + sampleWidth/2 - 2, at.Y}}
	var names []string
	for k, p := range ends {
		names = append(names, s.Add(Shape{Name: fmt.Sprintf("%s end %d", name, k+1), Look: look.Look{Form: "point"}, At: p, W: 0.01, H: 0.01}))
	}
	e.From, e.To = names[0], names[1]
	s.Arrows = append(s.Arrows, arrowOf(diagram.Diagram{ID: d.ID + "." + messages.Suffix(name), Edges: []diagram.Edge{e}}, 0, ends).stated(e.Status).seen(e.Status, e.Width))
}
