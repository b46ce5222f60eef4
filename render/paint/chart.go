package paint

import (
	"fmt"
	"image/color"
	"io"
	"slices"

	"codeberg.org/go-pdf/fpdf"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"

	"tasuki/render/chart"
	"tasuki/render/layout"
	"tasuki/render/typeset"
)

// The measures of charts, in points.
const (
	chartWidth  = 510.0
	chartPad    = 8.0
	titleSize   = 15.0
	headingSize = 10.0
	textSize    = 9.0
	lineGap     = 1.25 // between lines of text, in ems
)

var (
	inkColor  = color.NRGBA{0x1a, 0x1a, 0x1a, 255}
	grayColor = color.NRGBA{0x59, 0x59, 0x59, 255}
)

// ChartPNG paints a chart.
func (p Painter) ChartPNG(w io.Writer, shown chart.Chart) error {
	d := p.arrange(mapTexts(shown, p.forPNG))
	c := vgimg.NewWith(vgimg.UseWH(d.width, d.height), vgimg.UseDPI(resolution))
	d.draw(c)
	if _, err := (vgimg.PngCanvas{Canvas: c}).WriteTo(w); err != nil {
		return fmt.Errorf("writing a PNG: %w", err)
	}
	return nil
}

// ChartPDF paints a chart on one page of paper, made smaller where it has to.
func (p Painter) ChartPDF(w io.Writer, paper Paper, shown chart.Chart) error {
	d := p.arrange(mapTexts(shown, p.forPDF))
	doc := newDocument(p.Font, paper, shown.Title)
	scale := min(1, (paper.width-2*margin)/float64(d.width), (paper.height-2*margin)/float64(d.height))
	doc.AddPageFormat("", fpdf.SizeType{Wd: paper.width, Ht: paper.height})
	c := newPDFCanvas(doc, paper.height)
	c.Translate(vg.Point{X: margin, Y: vg.Length(paper.height-margin) - d.height*vg.Length(scale)})
	c.Scale(scale, scale)
	d.draw(c)
	c.end()
	if err := doc.Output(w); err != nil {
		return fmt.Errorf("writing a PDF: %w", err)
	}
	return nil
}

// ChartSVG writes a chart with its texts as text, in the first of some families
// of fonts that the reader has, whatever characters they hold. Names of bars link
// to the rows of what they stand for.
func (p Painter) ChartSVG(w io.Writer, shown chart.Chart) error {
	shown = mapTexts(shown, typeset.InOrder)
	d := p.arrange(shown)
	c := vgsvg.NewWith(vgsvg.UseWH(d.width, d.height))
	d.text.spans = []span{}
	d.draw(c)
	return d.text.writeSVG(w, c, shown)
}

// chartDrawing is a chart whose size is decided.
type chartDrawing struct {
	chart         chart.Chart
	text          *chartText
	title         []string
	notes         [][]string
	width, height vg.Length
}

func (p Painter) arrange(shown chart.Chart) *chartDrawing {
	d := &chartDrawing{chart: shown, text: newChartText(p.Font), width: chartWidth + 2*chartPad}
	d.title = typeset.Wrap(shown.Title, chartWidth/titleSize/layout.BoldWidth)
	d.height = 2*chartPad + textHeight(titleSize, len(d.title)) + 6
	for _, panel := range shown.Panels {
		d.height += panelHeight(panel)
	}
	for _, note := range shown.Notes {
		lines := typeset.Wrap(note, chartWidth/textSize)
		d.notes = append(d.notes, lines)
		d.height += textHeight(textSize, len(lines)) + 3
	}
	return d
}

// draw paints the chart.
func (d *chartDrawing) draw(to vg.Canvas) {
	c := draw.NewCanvas(to, d.width, d.height)
	c.SetColor(color.White)
	c.Fill(c.Rectangle.Path())
	c = draw.Crop(c, chartPad, -chartPad, chartPad, -chartPad)
	d.lines(&c, titleSize, true, d.title)
	c.Max.Y -= 6
	for _, panel := range d.chart.Panels {
		below := c.Max.Y - panelHeight(panel)
		part := c
		part.Min.Y = below
		d.panel(part, panel)
		c.Max.Y = below
	}
	for _, note := range d.notes {
		d.lines(&c, textSize, false, note)
		c.Max.Y -= 3
	}
}

// lines writes lines of text at the top of a canvas and takes their room away.
func (d *chartDrawing) lines(c *draw.Canvas, size float64, bold bool, lines []string) {
	style := d.text.style(size, bold, inkColor)
	face := d.text.Fonts.Lookup(style.Font, style.Font.Size)
	c.SetColor(style.Color)
	for _, line := range lines {
		d.text.line(c, face, line, "", draw.XLeft, vg.Point{X: c.Min.X, Y: c.Max.Y - vg.Length(size)})
		c.Max.Y -= textHeight(size, 1)
	}
}

func textHeight(size float64, lines int) vg.Length { return vg.Length(size * lineGap * float64(lines)) }

// mapTexts returns a chart with what f makes of each of its texts.
func mapTexts(shown chart.Chart, f func(string) string) chart.Chart {
	shown.Title = f(shown.Title)
	shown.Panels = slices.Clone(shown.Panels)
	for i := range shown.Panels {
		p := &shown.Panels[i]
		p.Title, p.X.Title, p.Y.Title = f(p.Title), f(p.X.Title), f(p.Y.Title)
		p.Bars = slices.Clone(p.Bars)
		for j := range p.Bars {
			b := &p.Bars[j]
			b.Name, b.Text, b.Parts = f(b.Name), f(b.Text), slices.Clone(b.Parts)
			for k := range b.Parts {
				b.Parts[k].Text = f(b.Parts[k].Text)
			}
		}
		p.Curves = slices.Clone(p.Curves)
		for j := range p.Curves {
			p.Curves[j].Name = f(p.Curves[j].Name)
		}
		if p.At != nil {
			p.At = &chart.Limit{Value: p.At.Value, Text: f(p.At.Text)}
		}
	}
	shown.Notes = slices.Clone(shown.Notes)
	for i := range shown.Notes {
		shown.Notes[i] = f(shown.Notes[i])
	}
	return shown
}

var _ text.Handler = (*chartText)(nil)
