package paint

import (
	"image/color"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"tasuki/render/chart"
	"tasuki/render/layout"
	"tasuki/render/typeset"
)

// The measures of panels, in points.
const (
	barThick    = 11.0
	barPitch    = 23.0
	nameWidth   = 150.0 // of the names beside bars
	behindWidth = 140.0 // of the texts behind them
	axisRoom    = 44.0  // below the data, for numbers and the title of the axis
	curveHeight = 260.0
	panelGap    = 12.0
)

func panelHeight(p chart.Panel) vg.Length {
	h := vg.Length(axisRoom + panelGap)
	if p.Title != "" {
		h += textHeight(headingSize, len(typeset.Wrap(p.Title, chartWidth/headingSize/layout.BoldWidth))) + 4
	}
	if p.At != nil {
		h += barPitch
	}
	if len(p.Curves) > 0 {
		return h + curveHeight
	}
	for _, b := range p.Bars {
		h += barRoom(b)
	}
	return h
}

// barRoom returns the height of a bar with the space around it.
func barRoom(b chart.Bar) vg.Length {
	return max(barPitch, textHeight(textSize, max(len(barName(b)), len(barText(b))))+6)
}

func barName(b chart.Bar) []string { return typeset.Wrap(b.Name, nameWidth/textSize) }

func barText(b chart.Bar) []string { return typeset.Wrap(b.Text, behindWidth/textSize) }

// panel paints a panel into a canvas of its size.
func (d *chartDrawing) panel(c draw.Canvas, p chart.Panel) {
	if p.Title != "" {
		d.lines(&c, headingSize, true, typeset.Wrap(p.Title, chartWidth/headingSize/layout.BoldWidth))
		c.Max.Y -= 4
	}
	c.Min.Y += panelGap
	c.Min.X += d.indent(p)
	pl := d.newPlot(p)
	if len(p.Curves) > 0 {
		d.addCurves(pl, p, c)
	} else {
		d.addBars(pl, p)
	}
	pl.Draw(c)
}

// indent returns how far the names of a panel's bars stand back, so that the
// bars of all panels begin below each other.
func (d *chartDrawing) indent(p chart.Panel) vg.Length {
	font := d.text.style(textSize, false, nil).Font
	widest := func(bars []chart.Bar) (w vg.Length) {
		for _, b := range bars {
			for _, line := range barName(b) {
				w = max(w, d.text.room(line, font))
			}
		}
		return w
	}
	var all []chart.Bar
	for _, other := range d.chart.Panels {
		all = append(all, other.Bars...)
	}
	if len(p.Bars) == 0 {
		return 0
	}
	return widest(all) - widest(p.Bars)
}

// newPlot returns a plot with the axes of a panel.
func (d *chartDrawing) newPlot(p chart.Panel) *plot.Plot {
	pl := plot.New()
	pl.TextHandler, pl.Title.TextStyle.Handler, pl.Legend.TextStyle.Handler = d.text, d.text, d.text
	style := d.text.style(textSize, false, inkColor)
	pl.Title.TextStyle.Font, pl.Legend.TextStyle.Font = style.Font, style.Font
	for _, a := range []*plot.Axis{&pl.X, &pl.Y} {
		a.Label.TextStyle.Handler, a.Tick.Label.Handler = d.text, d.text
		a.Label.TextStyle.Font, a.Tick.Label.Font = style.Font, style.Font
		a.Label.TextStyle.Color, a.Tick.Label.Color = inkColor, inkColor
		a.Label.Padding = 3
		a.Tick.Length, a.Padding, a.Min = 3, 0, 0
		a.LineStyle.Color, a.Tick.LineStyle.Color = grayColor, grayColor
	}
	pl.X.Label.Text, pl.X.Max, pl.X.Tick.Marker = p.X.Title, p.X.Max, ticks(p.X)
	pl.Y.Label.Text, pl.Y.Max, pl.Y.Tick.Marker = p.Y.Title, p.Y.Max, ticks(p.Y)
	grid := plotter.NewGrid()
	grid.Vertical.Color, grid.Vertical.Width = color.NRGBA{0xcf, 0xd4, 0xda, 255}, 0.5
	grid.Horizontal = grid.Vertical
	if len(p.Curves) == 0 {
		grid.Horizontal.Color = nil
	}
	pl.Add(grid)
	return pl
}

// ticks returns the numbers of an axis.
func ticks(a chart.Axis) plot.ConstantTicks {
	list := plot.ConstantTicks{}
	for i := 0; a.Step > 0 && float64(i)*a.Step <= a.Max; i++ {
		x := float64(i) * a.Step
		list = append(list, plot.Tick{Value: x, Label: thousands(x)})
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

// label returns a plotter of a text at a place, moved by an offset in points.
func (d *chartDrawing) label(x, y float64, txt string, offset vg.Point, align draw.XAlignment, c color.Color) *plotter.Labels {
	style := d.text.style(textSize, false, c)
	style.XAlign, style.YAlign = align, draw.YCenter
	offset.Y += style.FontExtents().Descent
	return &plotter.Labels{XYs: plotter.XYs{{X: x, Y: y}}, Labels: []string{txt}, TextStyle: []draw.TextStyle{style}, Offset: offset}
}
