package html

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html/template"
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
		for _, a := range described(root.Attr, id, alt) {
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

// legible is how far a drawing is shrunk to fit a narrow window, as a share of
// its width, before it is cut off instead and can be moved.
const legible = 0.6

// described returns the attributes of the root element of a drawing that is
// described by alt and is at most as wide as it was drawn. Its height follows
// from its viewBox.
func described(attributes []xml.Attr, id, alt string) []xml.Attr {
	list := []xml.Attr{attribute("id", id), attribute("role", "img"), attribute("aria-label", alt)}
	for _, a := range attributes {
		switch rawName(a.Name) {
		case "id", "role", "aria-label", "aria-labelledby", "aria-describedby", "height", "style":
		case "width":
			if px, ok := pixels(a.Value); ok {
				list = append(list, attribute("width", strconv.Itoa(px)),
					attribute("style", fmt.Sprintf("max-width: max(100%%, %.0fpx)", legible*float64(px))))
			}
		default:
			list = append(list, a)
		}
	}
	return list
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
