package paint

import (
	"tasuki/render/chart"
	"tasuki/render/messages"
	"tasuki/render/paint/pen"
	"tasuki/render/typeset"
)

// The measures of bars, in points.
const (
	barThick    = 11.0
	barPitch    = 24.0
	nameWidth   = 150.0 // of the names beside bars
	behindWidth = 140.0 // of the texts behind them
)

// barRoom returns the height of a bar with the space around it.
func barRoom(b chart.Bar) float64 {
	return max(barPitch, float64(max(len(barName(b)), len(barText(b))))*textSize*lineGap+9)
}

func barName(b chart.Bar) []string { return typeset.Wrap(b.Name, nameWidth/textSize) }

func barText(b chart.Bar) []string { return typeset.Wrap(b.Text, behindWidth/textSize) }

// bars draws a panel of bars, the first on top, each with its name beside it.
func (d *chartDrawing) bars(p chart.Panel) {
	f := frame{Panel: p, left: chartPad + d.names + 4, top: d.y}
	f.right = f.left + barsWidth(p, chartRight-f.left)
	if p.At != nil {
		d.y += barPitch
	}
	first := d.y
	for _, b := range p.Bars {
		d.y += barRoom(b)
	}
	f.bottom = d.y
	d.grid(f)
	middle := first
	for _, b := range p.Bars {
		middle += barRoom(b) / 2
		d.bar(f, b, middle)
		middle += barRoom(b) / 2
	}
	d.axes(f)
	if p.At != nil {
		d.limit(f)
	}
}

// barsWidth returns how wide the axis of a panel may be, so that all texts that
// stand beside its data fit a width.
func barsWidth(p chart.Panel, width float64) float64 {
	widest := width
	fit := func(value, beyond float64) {
		if share := min(1, value/p.X.Max); share > 0 {
			widest = min(widest, (width-beyond)/share)
		}
	}
	for _, x := range ticks(p.X) {
		fit(x, room(thousands(x))/2)
	}
	if p.At != nil {
		fit(p.At.Value, room(p.At.Text)/2)
	}
	for _, b := range p.Bars {
		end := 0.0
		for _, part := range b.Parts {
			fit(end, 2+room(part.Text))
			end += part.Length
		}
		fit(end, 4+room(barText(b)...))
	}
	return widest
}

func (d *chartDrawing) bar(f frame, b chart.Bar, middle float64) {
	link := ""
	if b.Ref != "" {
		link = "#" + messages.Anchor(b.Ref)
	}
	d.label(f.left-3, middle, atEnd, barName(b), inkColor, link)
	end, at := 0.0, f.left
	var starts []float64
	for _, part := range b.Parts {
		starts = append(starts, at)
		end += part.Length
		to, _ := f.at(min(end, f.X.Max), 0)
		if to > at {
			d.strokes = append(d.strokes, stroke{path: pen.Rectangle(at, middle-barThick/2, to, middle+barThick/2), fill: colorOf(part.Fill)})
		}
		at = to
	}
	for i, part := range b.Parts {
		if part.Text != "" {
			d.label(starts[i]+2, middle, atBegin, []string{part.Text}, inkColor, "")
		}
	}
	d.label(at+4, middle, atBegin, barText(b), inkColor, "")
}

// limit rules a line across the bars, its text above them.
func (d *chartDrawing) limit(f frame) {
	x, _ := f.at(f.At.Value, 0)
	d.rule(inkColor, 1.5, nil, place(x, f.top+barPitch*0.75), place(x, f.bottom))
	d.label(max(x, chartPad+room(f.At.Text)/2), f.top+barPitch*0.35, atMiddle, []string{f.At.Text}, inkColor, "")
}
