package paint

import (
	"cmp"
	"strconv"
	"strings"

	"tasuki/render/chart"
)

// The measures of panels, in points.
const (
	tickLength  = 3.0
	axisRoom    = 30.0 // below the data, for numbers and the title of the axis
	curveHeight = 270.0
	panelGap    = 12.0
)

// frame is where the data of a panel stand.
type frame struct {
	chart.Panel
	left, right, top, bottom float64
}

// at returns how far to the right and down a point of the data is.
func (f frame) at(x, y float64) (right, down float64) {
	return f.left + (f.right-f.left)*x/cmp.Or(f.X.Max, 1), f.bottom - (f.bottom-f.top)*y/cmp.Or(f.Y.Max, 1)
}

// panel draws a panel below what is drawn so far.
func (d *chartDrawing) panel(p chart.Panel) {
	if p.Title != "" {
		d.lines(headingSize, true, p.Title)
		d.y += 4
	}
	if len(p.Curves) > 0 {
		d.curves(p)
	} else {
		d.bars(p)
	}
	d.y += axisRoom + panelGap
}

// grid rules lines at the numbers of an axis.
func (d *chartDrawing) grid(f frame) {
	for _, x := range ticks(f.X) {
		at, _ := f.at(x, 0)
		d.rule(gridColor, 0.5, nil, place(at, f.top), place(at, f.bottom))
	}
	for _, y := range ticks(f.Y) {
		_, at := f.at(0, y)
		d.rule(gridColor, 0.5, nil, place(f.left, at), place(f.right, at))
	}
}

// axes draws the axes with their numbers and titles.
func (d *chartDrawing) axes(f frame) {
	d.rule(grayColor, 0.5, nil, place(f.left, f.top), place(f.left, f.bottom), place(f.right, f.bottom))
	for _, x := range ticks(f.X) {
		at, _ := f.at(x, 0)
		d.rule(grayColor, 0.5, nil, place(at, f.bottom), place(at, f.bottom+tickLength))
		d.label(at, f.bottom+tickLength+7, atMiddle, []string{thousands(x)}, inkColor, "")
	}
	for _, y := range ticks(f.Y) {
		_, at := f.at(0, y)
		d.rule(grayColor, 0.5, nil, place(f.left-tickLength, at), place(f.left, at))
		d.label(f.left-tickLength-2, at, atEnd, []string{thousands(y)}, inkColor, "")
	}
	half := room(f.X.Title) / 2
	middle := max(chartPad+half, min(chartRight-half, (f.left+f.right)/2))
	d.label(middle, f.bottom+tickLength+20, atMiddle, []string{f.X.Title}, inkColor, "")
	d.write(stroke{text: f.Y.Title, at: place(chartPad+textSize, (f.top+f.bottom)/2), align: atMiddle, size: textSize, fill: inkColor, turned: true})
}

// ticks returns the numbers of an axis.
func ticks(a chart.Axis) (list []float64) {
	for i := 0; a.Step > 0 && float64(i)*a.Step <= a.Max; i++ {
		list = append(list, float64(i)*a.Step)
	}
	return list
}

// thousands writes a whole number with commas, another one as it is.
func thousands(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if strings.Contains(s, ".") {
		return s
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
