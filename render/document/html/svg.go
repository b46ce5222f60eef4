package html

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"

	"tasuki/graph/said"
)

// InlineSVG returns a drawing as markup that can stand inside a page: without
// the prolog of a document, with an id and with alt as its description. The
// other ids in it stay, so drawings on one page must have different ones (see
// [Diagram]).
func InlineSVG(svg []byte, id, alt string) (template.HTML, error) {
	in := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := in.RawToken()
		if err != nil {
			return "", said.Errorf("reading the SVG: %w", err)
		}
		root, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if root.Name.Local != "svg" {
			return "", said.Errorf("the SVG begins with %q, not with svg", root.Name.Local)
		}
		var out bytes.Buffer
		out.WriteString("<svg")
		for _, a := range described(root.Attr, id, alt, svg) {
			fmt.Fprintf(&out, ` %s="%s"`, rawName(a.Name), template.HTMLEscapeString(a.Value))
		}
		out.WriteString(">")
		out.Write(svg[in.InputOffset():])
		return template.HTML(out.String()), nil
	}
}

func rawName(n xml.Name) string {
	if n.Space != "" {
		return n.Space + ":" + n.Local
	}
	return n.Local
}

// legible is the size in CSS pixels below which no text of a drawing is shrunk to fit
// a narrow window: the drawing is cut off before, and can be moved.
const legible = 11.0

// described returns the attributes of the root element of a drawing that is
// described by alt and is at most as wide as it was drawn, or as its smallest text
// needs. Its height follows from its viewBox. One with links in it is a group: what an
// image holds is hidden from those who hear it.
func described(attributes []xml.Attr, id, alt string, svg []byte) []xml.Attr {
	role := "img"
	if bytes.Contains(svg, []byte("<a ")) {
		role = "group"
	}
	list := []xml.Attr{attribute("id", id), attribute("role", role), attribute("aria-label", alt)}
	for _, a := range attributes {
		switch rawName(a.Name) {
		case "id", "role", "aria-label", "aria-labelledby", "aria-describedby", "height", "style":
		case "width":
			if px, ok := pixels(a.Value); ok {
				least := float64(px) * shrinks(attributes, px, svg)
				list = append(list, attribute("width", strconv.Itoa(max(px, int(math.Ceil(least))))),
					attribute("style", fmt.Sprintf("max-width: max(100%%, %.0fpx)", math.Ceil(least))))
			}
		default:
			list = append(list, a)
		}
	}
	return list
}

// shrinks returns the share of its width in pixels down to which a drawing can be
// shrunk until its smallest text is no longer legible.
func shrinks(attributes []xml.Attr, px int, svg []byte) float64 {
	scale := 1.0 // pixels in a unit of the drawing
	for _, a := range attributes {
		if box := numbers(a.Value); rawName(a.Name) == "viewBox" && len(box) == 4 && box[2] > 0 {
			scale = float64(px) / box[2]
		}
	}
	smallest := math.Inf(1)
	for rest := svg; ; {
		_, after, ok := bytes.Cut(rest, []byte(`font-size="`))
		if !ok {
			return legible / (smallest * scale)
		}
		size, after, _ := bytes.Cut(after, []byte(`"`))
		if x, err := strconv.ParseFloat(strings.TrimSuffix(string(size), "px"), 64); err == nil && x > 0 {
			smallest = min(smallest, x)
		}
		rest = after
	}
}

func attribute(name, value string) xml.Attr {
	return xml.Attr{Name: xml.Name{Local: name}, Value: value}
}

// pixels converts a length of a drawing to CSS pixels, of which 96 make an
// inch; a point is 1/72 inch.
func pixels(length string) (int, bool) {
	number, isPoints := strings.CutSuffix(length, "pt")
	x, err := strconv.ParseFloat(strings.TrimSuffix(number, "px"), 64)
	if err != nil {
		return 0, false
	}
	if isPoints {
		x = x * 96 / 72
	}
	return int(x + 0.5), true
}
