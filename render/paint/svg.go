package paint

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"

	"tasuki/graph/said"
	"tasuki/render/look"
	"tasuki/render/paint/pen"
	"tasuki/render/typeset"
)

// svgCanvas is a drawing whose text stays text, in the fonts of its reader.
type svgCanvas struct {
	pen.Projection
	bytes.Buffer
}

// anchors are where a text stands from its place.
var anchors = map[float64]string{atMiddle: "middle", atEnd: "end"}

// svg writes a scene that has an id and is written in a language.
func (p Painter) svg(w io.Writer, s *scene, id, lang string) error {
	c := &svgCanvas{Projection: pen.Projection{Scale: 1, Left: -s.min.X, Top: s.max.Y}}
	width, height := coordinate(s.max.X-s.min.X), coordinate(s.max.Y-s.min.Y)
	fmt.Fprintf(c, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg id=\"%s\" lang=\"%s\" role=\"img\" width=\"%spt\" height=\"%spt\" viewBox=\"0 0 %[3]s %[4]s\" xmlns=\"http://www.w3.org/2000/svg\">\n",
		escaped(id), escaped(cmp.Or(lang, "en")), width, height)
	fmt.Fprintf(c, "<title>%s</title>\n<g font-family=\"%s\">\n<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>\n", escaped(typeset.InOrder(s.title)), look.FontFamily, width, height)
	p.paint(c, s)
	c.WriteString("</g>\n</svg>\n")
	if _, err := c.WriteTo(w); err != nil {
		return said.Errorf("writing an SVG: %w", err)
	}
	return nil
}

// path implements [canvas].
func (c *svgCanvas) path(k stroke) {
	fmt.Fprintf(c, `<path d="%s" fill="%s"`, c.Data(k.path, coordinate), hex(k.fill))
	if k.line != nil && k.width > 0 {
		fmt.Fprintf(c, ` stroke="%s" stroke-width="%s"`, hex(k.line), coordinate(k.width))
		for i, d := range k.dashes {
			c.WriteString([]string{` stroke-dasharray="`, ","}[min(i, 1)] + coordinate(d))
		}
		if len(k.dashes) > 0 {
			c.WriteString(`"`)
		}
	}
	c.WriteString("/>\n")
}

// text implements [canvas].
func (c *svgCanvas) text(k stroke) {
	at := c.At(k.at)
	x, y := coordinate(at.X), coordinate(at.Y)
	fmt.Fprintf(c, `<text x="%s" y="%s" font-size="%spx" fill="%s"`, x, y, coordinate(k.size), hex(k.fill))
	if anchor := anchors[k.align]; anchor != "" {
		fmt.Fprintf(c, ` text-anchor="%s"`, anchor)
	}
	if k.bold {
		c.WriteString(` font-weight="bold"`)
	}
	if k.turned {
		fmt.Fprintf(c, ` transform="rotate(-90 %s %s)"`, x, y)
	}
	if k.link == "" {
		fmt.Fprintf(c, ">%s</text>\n", escaped(k.text))
		return
	}
	fmt.Fprintf(c, "><a href=\"%s\">%s</a></text>\n", escaped(k.link), escaped(k.text))
}

// coordinate writes a number to a hundredth.
func coordinate(x float64) string {
	return strconv.FormatFloat(math.Round(x*100)/100+0, 'f', -1, 64)
}

// hex returns a colour as SVG has it.
func hex(c color.Color) string {
	if c == nil {
		return "none"
	}
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	if n.A == 255 {
		return fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B)
	}
	return fmt.Sprintf("#%02x%02x%02x%02x", n.R, n.G, n.B, n.A)
}

// escaped returns a text as it stands in XML.
func escaped(text string) string {
	var b bytes.Buffer
	// Writing into memory does not fail.
	_ = xml.EscapeText(&b, []byte(text))
	return b.String()
}
