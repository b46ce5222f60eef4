package render

import "fmt"

// The measures of a legend, in points.
const (
	sampleWidth  = 34.0
	sampleHeight = 13.0
	sampleGap    = 14.0
)

// addLegend puts the legend and the notes below the drawing.
func (s *scene) addLegend(d Diagram, top, width float64) {
	s.addNotes(d, s.addSamples(d, top, width), width)
}

// addSamples puts the legend and returns where the rest begins.
func (s *scene) addSamples(d Diagram, top, width float64) float64 {
	width = max(width, minWidth)
	x, y, row := 0.0, top, 0.0
	for i, sample := range d.Legend {
		lines := smallFont.wrap(sample.Text, width-sampleWidth-labelGap-1, 3)
		w, h := smallFont.width(lines)+1, max(sampleHeight, smallFont.height(len(lines)))
		if x > 0 && x+sampleWidth+labelGap+w > width {
			x, y, row = 0, y+row+3, 0
		}
		name := fmt.Sprintf("legend %d", i+1)
		s.addSample(d, name, sample.Sign, point{x + sampleWidth/2, y + h/2})
		x += sampleWidth + labelGap
		s.addText(name+" text", lines, smallFont, point{x + w/2, y + h/2}, w, true, "")
		x += w + sampleGap
		row = max(row, h)
	}
	return y + row + 6
}

// addNotes puts the notes.
func (s *scene) addNotes(d Diagram, y, width float64) {
	width = max(width, minWidth)
	for i, note := range d.Notes {
		lines := Wrap(note, width/smallFont.em())
		h := smallFont.height(len(lines))
		s.addText(fmt.Sprintf("note %d", i+1), lines, smallFont, point{width / 2, y + h/2}, width, true, "")
		y += h + 3
	}
}

// addSample puts a specimen of what a legend entry explains.
func (s *scene) addSample(d Diagram, name string, sign Sign, at point) {
	switch sign.What {
	case ClassSign:
		sh := shape{name: name, look: lookOf(sign.Class), at: at, w: sampleWidth - 10, h: sampleHeight - 2}
		if sign.Class >= LeadCell {
			sh.ink, sh.lines, sh.font = inkOn(sign.Class), []string{roleSign(sign.Class)}, labelFont
		}
		s.add(sh)
	case MarkSign:
		s.addSign(name, sign.Mark, at)
	default:
		ends := []point{{at.x - sampleWidth/2, at.y}, {at.x + sampleWidth/2 - 2, at.y}}
		var names []string
		for k, p := range ends {
			names = append(names, s.add(shape{name: fmt.Sprintf("%s end %d", name, k+1), look: look{form: "point"}, at: p, w: 0.01, h: 0.01}))
		}
		e := Edge{From: names[0], To: names[1], Kind: sign.Kind, Inferred: sign.What == InferredSign || sign.What == ViaSign}
		s.arrows = append(s.arrows, arrowOf(Diagram{ID: d.ID + "." + suffix(name), Edges: []Edge{e}}, 0, ends))
	}
}
