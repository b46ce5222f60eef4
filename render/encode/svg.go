package encode

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"tasuki/render/layout"
	"tasuki/render/look"
	"tasuki/render/typeset"
)

// SVG writes a picture as an SVG document. Its texts are text, in the first of
// the fonts that a reader has; hints are shown under the pointer; links lead to
// places of the page that it stands in, and name in data-organization and data-task, by
// ID, what they stand for. Equal pictures give equal bytes.
func SVG(p layout.Picture) []byte {
	b := &svg{}
	w, h := p.Frame.Right-p.Frame.Left, p.Frame.Bottom-p.Frame.Top
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
	b.name("id", p.ID)
	fmt.Fprintf(b, ` width="%spt" height="%spt" viewBox="%s %s %s %s"`, short(w), short(h), short(p.Frame.Left), short(p.Frame.Top), short(w), short(h))
	b.name("font-family", look.FontFamily)
	b.name("fill", look.Ink)
	b.WriteString(">\n")
	b.title(p.Title)
	b.outline(layout.Outline{Points: []layout.Point{{X: p.Frame.Left, Y: p.Frame.Top}, {X: p.Frame.Right, Y: p.Frame.Bottom}}, Fill: look.Paper})
	for i, part := range p.Parts {
		// What leads to one place, stands for the same and is painted in one go is one link:
		// whoever goes from link to link by the keyboard meets a box once.
		if part.Href != "" && (i == 0 || !sameLink(p.Parts[i-1], part)) {
			b.WriteString("<a")
			b.name("xlink:href", part.Href)
			b.name("data-organization", part.Subject.Organization)
			b.name("data-task", part.Subject.Task)
			b.WriteString(">\n")
		}
		b.part(part)
		if part.Href != "" && (i+1 == len(p.Parts) || !sameLink(p.Parts[i+1], part)) {
			b.WriteString("</a>\n")
		}
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

// sameLink reports whether two parts lead to one place and stand for the same.
func sameLink(a, b layout.Part) bool { return a.Href == b.Href && a.Subject == b.Subject }

// svg is a document that is being written.
type svg struct{ strings.Builder }

// part writes a part, in a group where it has anything to say of the group.
func (b *svg) part(p layout.Part) {
	grouped := p.ID != "" || p.Hint != "" || p.Head || p.Bold && len(p.Texts) > 0
	if grouped {
		b.WriteString("<g")
		b.name("id", p.ID)
		if p.Head {
			b.name("class", layout.HeadClass)
		}
		if p.Bold {
			b.name("font-weight", "bold")
		}
		b.WriteString(">\n")
		b.title(p.Hint)
	}
	for _, o := range p.Outlines {
		// What is not seen keeps a page from being cut through several lines.
		if o.Seen() || len(p.Texts) != 1 && !p.Stub {
			b.outline(o)
		}
	}
	for _, t := range p.Texts {
		b.text(t)
	}
	if grouped {
		b.WriteString("</g>\n")
	}
}

// title writes what is shown under the pointer.
func (b *svg) title(text string) {
	if text != "" {
		b.WriteString("<title>" + XMLText(text) + "</title>\n")
	}
}

// name writes an attribute whose value is text, unless it is empty.
func (b *svg) name(name, text string) {
	if text != "" {
		fmt.Fprintf(b, ` %s="%s"`, name, XMLText(text))
	}
}

// number writes an attribute whose value is a number.
func (b *svg) number(name string, x float64) { fmt.Fprintf(b, ` %s="%s"`, name, short(x)) }

// outline writes a path.
func (b *svg) outline(o layout.Outline) {
	first, last := o.Points[0], o.Points[len(o.Points)-1]
	switch o.Kind {
	case layout.BoxPath:
		b.WriteString("<rect")
		b.number("x", first.X)
		b.number("y", first.Y)
		b.number("width", last.X-first.X)
		b.number("height", last.Y-first.Y)
		if o.Corner > 0 {
			b.number("rx", o.Corner)
		}
	case layout.EllipsePath:
		b.WriteString("<ellipse")
		b.number("cx", (first.X+last.X)/2)
		b.number("cy", (first.Y+last.Y)/2)
		b.number("rx", (last.X-first.X)/2)
		b.number("ry", (last.Y-first.Y)/2)
	case layout.PolygonPath, layout.LinePath:
		element := map[layout.PathKind]string{layout.PolygonPath: "<polygon", layout.LinePath: "<polyline"}[o.Kind]
		b.WriteString(element)
		b.name("points", places(o.Points))
	case layout.CurvePath:
		b.WriteString("<path")
		b.name("d", curves(o.Points))
	}
	b.ink(o)
	b.WriteString("/>\n")
}

// ink writes how a path is filled and drawn.
func (b *svg) ink(o layout.Outline) {
	if o.Fill == "" {
		o.Fill = "none"
	}
	b.name("fill", o.Fill)
	if o.Line == "" || o.Pen == 0 {
		return
	}
	b.name("stroke", o.Line)
	if o.Pen != 1 {
		b.number("stroke-width", o.Pen)
	}
	if o.Dashed {
		b.name("stroke-dasharray", "5,2")
	}
	if o.Dotted {
		b.name("stroke-dasharray", "1.5,2.5")
	}
}

func (b *svg) text(t layout.Text) {
	b.WriteString("<text")
	b.number("x", t.At.X)
	b.number("y", t.At.Y)
	b.number("font-size", t.Size)
	switch t.Align {
	case 0.5:
		b.name("text-anchor", "middle")
	case 1:
		b.name("text-anchor", "end")
	}
	if t.Color != look.Ink {
		b.name("fill", t.Color)
	}
	b.WriteString(">" + XMLText(t.Text) + "</text>\n")
}

// places writes points.
func places(points []layout.Point) string {
	var list []string
	for _, p := range points {
		list = append(list, short(p.X)+","+short(p.Y))
	}
	return strings.Join(list, " ")
}

// curves writes cubic Bézier curves, those that are straight as lines.
func curves(points []layout.Point) string {
	d := "M" + places(points[:1])
	for i := 0; i+3 < len(points); i += 3 {
		if layout.Straight(points[i], points[i+1], points[i+2], points[i+3]) {
			d += "L" + places(points[i+3:i+4])
		} else {
			d += "C" + places(points[i+1:i+4])
		}
	}
	return d
}

// short writes a number with at most two decimals.
func short(x float64) string { return trimmed(x, 2) }

// trimmed writes a number with at most so many decimals.
func trimmed(x float64, decimals int) string {
	s := strings.TrimRight(strconv.FormatFloat(x, 'f', decimals, 64), "0")
	s = strings.TrimSuffix(s, ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// XMLText returns text as it stands in XML, between tags and as a value between
// double quotes. What no XML document may hold becomes U+FFFD, and what turns the
// direction of reading is shown as a sign.
func XMLText(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\n':
			b.WriteString("&#10;")
		case !InXML(r):
			b.WriteRune(utf8.RuneError)
		case typeset.Turns(r):
			b.WriteString(typeset.TurnSign(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
