package paint

import (
	"image/color"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"tasuki/render/chart"
	"tasuki/render/messages"
)

// addBars adds the bars of a panel, the first on top, each with its name beside
// it. A bar takes up its share of the height by [barRoom].
func (d *chartDrawing) addBars(pl *plot.Plot, p chart.Panel) {
	at := 0.0
	var names plot.ConstantTicks
	if p.At != nil {
		at += barPitch
	}
	var places []float64
	for _, b := range p.Bars {
		room := float64(barRoom(b))
		places = append(places, -at-room/2)
		at += room
	}
	pl.Y.Min, pl.Y.Max = -at, 0
	pl.Y.Tick.Length = 0
	for i, b := range p.Bars {
		name := strings.Join(barName(b), "\n")
		if b.Ref != "" {
			name = linked(name, "#"+messages.Anchor(b.Ref))
		}
		names = append(names, plot.Tick{Value: places[i], Label: name})
		d.addBar(pl, b, places[i])
	}
	pl.Y.Tick.Marker = names
	if p.At != nil {
		d.addLimit(pl, *p.At, -at)
	}
}

func (d *chartDrawing) addBar(pl *plot.Plot, b chart.Bar, y float64) {
	var below *plotter.BarChart
	end := 0.0
	var texts []plot.Plotter
	for _, part := range b.Parts {
		// The only error is a value that is no number, or no width.
		bar, err := plotter.NewBarChart(plotter.Values{part.Length}, barThick)
		if err != nil {
			panic(err)
		}
		bar.Horizontal, bar.XMin = true, y
		bar.Color, bar.LineStyle.Width = colorOf(part.Fill), 0
		if below != nil {
			bar.StackOn(below)
		}
		below = bar
		pl.Add(bar)
		if part.Text != "" {
			texts = append(texts, d.label(end, y, part.Text, vg.Point{X: 2}, draw.XLeft, inkColor))
		}
		end += part.Length
	}
	pl.Add(texts...)
	pl.Add(d.label(min(end, pl.X.Max), y, strings.Join(barText(b), "\n"), vg.Point{X: 4}, draw.XLeft, inkColor))
}

// addLimit rules a line across the bars, its text above them.
func (d *chartDrawing) addLimit(pl *plot.Plot, l chart.Limit, low float64) {
	line := &plotter.Line{XYs: plotter.XYs{{X: l.Value, Y: low}, {X: l.Value, Y: -barPitch * 0.75}}, LineStyle: draw.LineStyle{Color: inkColor, Width: 1.5}}
	pl.Add(line, d.label(l.Value, -barPitch*0.35, l.Text, vg.Point{}, draw.XCenter, inkColor))
}

// colorOf returns a colour that a chart names.
func colorOf(text string) color.Color {
	if c := paintOf(text); c != nil {
		return c
	}
	return inkColor
}
