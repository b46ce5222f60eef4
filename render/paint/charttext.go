package paint

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"regexp"
	"strings"

	"golang.org/x/image/font"
	plotfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"

	"tasuki/render/chart"
	"tasuki/render/layout"
	"tasuki/render/typeset"
)

// chartText sets the texts of a chart. It makes as much room for them as
// drawings do, since an SVG is shown in the fonts of its reader.
type chartText struct {
	text.Plain
	font  *Font
	spans []span // nil: the canvas is not an SVG
}

func newChartText(f *Font) *chartText {
	regular := plotfont.Font{Typeface: typeface}
	bold := regular
	bold.Weight = font.WeightBold
	faces := plotfont.Collection{{Font: regular, Face: f.parsed}, {Font: bold, Face: f.parsed}}
	return &chartText{Plain: text.Plain{Fonts: plotfont.NewCache(faces)}, font: f}
}

// style returns the style of a text that begins at a point of its baseline.
func (t *chartText) style(size float64, bold bool, c color.Color) text.Style {
	s := text.Style{Color: c, Font: plotfont.Font{Typeface: typeface, Size: vg.Length(size)}, Handler: t}
	if bold {
		s.Font.Weight = font.WeightBold
	}
	return s
}

// endOfLink stands between the link of a text and the text. No name holds it.
const endOfLink = "\x00"

// linked returns a text that, on a canvas of SVG, leads somewhere. The link goes
// with the text, since texts that read the same may lead to different places.
func linked(txt, link string) string { return link + endOfLink + txt }

// Lines implements [text.Handler].
func (t *chartText) Lines(txt string) []string {
	_, lines := t.unlinked(txt)
	return lines
}

// unlinked returns where a text leads, "" for nowhere, and its lines.
func (t *chartText) unlinked(txt string) (link string, lines []string) {
	link, rest, ok := strings.Cut(txt, endOfLink)
	if !ok {
		link, rest = "", txt
	}
	return link, t.Plain.Lines(rest)
}

// Box implements [text.Handler]. All lines of a size are equally high.
func (t *chartText) Box(txt string, f plotfont.Font) (width, height, depth vg.Length) {
	_, height, depth = t.Plain.Box("", f)
	return t.room(txt, f), height, depth
}

// room is the width that is left for a line.
func (t *chartText) room(line string, f plotfont.Font) vg.Length {
	w := typeset.Width(line) * f.Size.Points()
	if f.Weight == font.WeightBold {
		w *= layout.BoldWidth
	}
	return vg.Length(w)
}

// Draw implements [text.Handler]. The lines stand a little further apart than
// the library sets them, about the same middle.
func (t *chartText) Draw(c vg.Canvas, txt string, sty text.Style, pt vg.Point) {
	link, lines := t.unlinked(txt)
	size := sty.Font.Size
	face := t.Fonts.Lookup(sty.Font, size)
	c.SetColor(sty.Color)
	c.Push()
	defer c.Pop()
	c.Translate(pt)
	if sty.Rotation != 0 {
		c.Rotate(sty.Rotation)
	}
	n := vg.Length(len(lines))
	middle := sty.Height(txt)*vg.Length(sty.YAlign) - sty.FontExtents().Ascent + size*(n+1)/2
	for i, line := range lines {
		t.line(c, face, line, link, sty.XAlign, vg.Point{Y: middle + ((n-1)/2-vg.Length(i))*lineGap*size})
	}
}

// line writes one line, which leads somewhere unless link is "".
func (t *chartText) line(c vg.Canvas, face plotfont.Face, line, link string, align text.XAlignment, at vg.Point) {
	size, bold := face.Font.Size, face.Font.Weight == font.WeightBold
	if t.spans != nil {
		t.spans = append(t.spans, span{align: align, link: link, bold: bold})
		c.FillString(face, at, line)
		return
	}
	at.X += vg.Length(align) * vg.Length(t.font.Width(line, size.Points()))
	if canvas, ok := c.(*draw.Canvas); ok {
		c = canvas.Canvas
	}
	fillText(c, face, at, line, bold)
}

// span is what the canvas of SVG cannot say of a line of text. The lines stand in
// the file in the order in which they were written to the canvas.
type span struct {
	align text.XAlignment
	link  string
	bold  bool
}

var spanned = regexp.MustCompile(`font-family:[^;]*;font-variant:none;(?:font-weight:[a-z0-9]+;font-style:normal;)?([^"]*)">([^<]*)</text>`)

// writeSVG writes what is on the canvas with what its lines of text lack.
func (t *chartText) writeSVG(w io.Writer, c *vgsvg.Canvas, shown chart.Chart) error {
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		return fmt.Errorf("writing an SVG: %w", err)
	}
	spans := t.spans
	svg := spanned.ReplaceAllStringFunc(b.String(), func(s string) string {
		m, sp := spanned.FindStringSubmatch(s), spans[0]
		spans = spans[1:]
		style := "font-family:" + layout.FontFamily + ";" + m[1]
		switch sp.align {
		case draw.XCenter:
			style += ";text-anchor:middle"
		case draw.XRight:
			style += ";text-anchor:end"
		}
		if sp.bold {
			style += ";font-weight:bold"
		}
		line := m[2]
		if sp.link != "" {
			line = `<a href="` + sp.link + `">` + line + "</a>"
		}
		return style + `">` + line + "</text>"
	})
	if len(spans) > 0 {
		panic(fmt.Sprintf("%d lines of text are not in the SVG", len(spans)))
	}
	var title bytes.Buffer
	if err := xml.EscapeText(&title, []byte(shown.Title)); err != nil {
		return fmt.Errorf("writing an SVG: %w", err)
	}
	head := fmt.Sprintf(`<svg id="%s" lang="%s" role="img" width`, shown.ID, cmp.Or(string(shown.Lang), "en"))
	svg = strings.Replace(svg, "<svg width", head, 1)
	svg = strings.Replace(svg, "xlink\">\n", "xlink\">\n<title>"+title.String()+"</title>\n", 1)
	_, err := io.WriteString(w, svg)
	return err
}
