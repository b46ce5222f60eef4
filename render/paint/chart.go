package paint

import (
	"image/color"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"tasuki/render/chart"
	"tasuki/render/layout"
	"tasuki/render/look"
	"tasuki/render/paint/pen"
	"tasuki/render/typeset"
)

// The measures of charts, in points.
const (
	chartWidth  = 510.0
	chartPad    = 8.0
	chartRight  = chartPad + chartWidth
	titleSize   = 15.0
	headingSize = 10.0
	textSize    = 9.0
	lineGap     = 1.25 // between lines of text, in ems
)

var (
	inkColor  = color.NRGBA{0x1a, 0x1a, 0x1a, 255}
	grayColor = color.NRGBA{0x59, 0x59, 0x59, 255}
	gridColor = color.NRGBA{0xcf, 0xd4, 0xda, 255}
)

// ChartPNG paints a chart.
func (p Painter) ChartPNG(w io.Writer, shown chart.Chart) error {
	return p.png(w, p.noted(func(p Painter) *scene { return p.chart(shown, p.paintable) }))
}

// ChartPDF paints a chart on one page of paper, made smaller where it has to.
func (p Painter) ChartPDF(w io.Writer, paper Paper, shown chart.Chart) error {
	s := p.noted(func(p Painter) *scene { return p.chart(shown, p.paintable) })
	scale := min(1, (paper.width-2*margin)/(s.max.X-s.min.X), (paper.height-2*margin)/(s.max.Y-s.min.Y))
	return p.printed(w, paper, shown.Title, func(doc *printout) {
		doc.pdf.AddPageFormat("", fpdf.SizeType{Wd: paper.width, Ht: paper.height})
		p.paint(pdfCanvas{pen.Projection{Scale: scale, Left: margin - s.min.X*scale, Top: margin + s.max.Y*scale}, p.Font, doc}, s)
	})
}

// ChartSVG writes a chart with its texts as text, in the first of some families
// of fonts that the reader has, whatever characters they hold. Names of bars link
// to the rows of what they stand for.
func (p Painter) ChartSVG(w io.Writer, shown chart.Chart) error {
	return p.svg(w, p.chart(shown, typeset.InOrder), shown.ID, string(shown.Lang))
}

// chart places what a chart shows, with texts that can be painted.
func (p Painter) chart(shown chart.Chart, paintable func(string) string) *scene {
	s := chartScene(shown)
	p.setTexts(s, paintable)
	return s
}

// chartDrawing is a chart that is drawn so far down. It makes as much room for
// texts as drawings do, since an SVG is shown in the fonts of its reader.
type chartDrawing struct {
	*scene
	y     float64
	names float64 // the room for the names of bars, so that all begin below each other
}

// chartScene places what a chart shows.
func chartScene(shown chart.Chart) *scene {
	d := &chartDrawing{scene: &scene{title: shown.Title}, y: chartPad}
	for _, panel := range shown.Panels {
		for _, b := range panel.Bars {
			d.names = max(d.names, typeset.Widest(barName(b))*textSize)
		}
	}
	d.lines(titleSize, true, shown.Title)
	d.y += 6
	for _, panel := range shown.Panels {
		d.panel(panel)
	}
	for _, note := range shown.Notes {
		d.lines(textSize, false, note)
		d.y += 3
	}
	d.min, d.max = place(0, d.y+chartPad), place(chartRight+chartPad, 0)
	return d.scene
}

// place returns the place that is so far to the right and down from the upper
// left corner of a chart.
func place(x, y float64) layout.Point { return layout.Point{X: x, Y: -y} }

// lines writes a text in as many lines as it needs.
func (d *chartDrawing) lines(size float64, bold bool, text string) {
	em := chartWidth / size
	if bold {
		em /= look.BoldWidth
	}
	for _, line := range typeset.Wrap(text, em) {
		d.write(stroke{text: line, at: place(chartPad, d.y+size), size: size, bold: bold, fill: inkColor})
		d.y += size * lineGap
	}
}

// write adds a text, unless it is empty.
func (d *chartDrawing) write(k stroke) {
	if k.text != "" {
		d.strokes = append(d.strokes, k)
	}
}

// label writes lines about a middle, which lead somewhere unless link is "".
func (d *chartDrawing) label(x, middle float64, align float64, lines []string, c color.Color, link string) {
	for i, line := range lines {
		y := middle + (float64(i)-float64(len(lines)-1)/2)*lineGap*textSize + 0.37*textSize
		d.write(stroke{text: line, at: place(x, y), align: align, size: textSize, fill: c, link: link})
	}
}

// rule draws a line through places.
func (d *chartDrawing) rule(c color.Color, width float64, dashes []float64, places ...layout.Point) {
	d.strokes = append(d.strokes, stroke{path: pen.Through(places...), line: c, width: width, dashes: dashes})
}

// room is the width that is left for lines.
func room(lines ...string) float64 { return typeset.Widest(lines) * textSize }

// colorOf returns a colour that a chart names.
func colorOf(text string) color.Color {
	if c := paintOf(text); c != nil {
		return c
	}
	return inkColor
}
