package html

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"tasuki/render/document"
	"tasuki/render/layout"
	"tasuki/render/messages"
)

// A page of paper holds this much of a drawing, in CSS pixels.
const (
	paperWidth  = 680
	paperHeight = 820
)

// smallestPrint is the scale down to which a drawing is shrunk to one page; one
// that would become smaller is printed in parts.
const smallestPrint = 0.7

// Slice is a part of a drawing for one page of paper.
type Slice struct {
	Of            string // the id of the drawing's markup
	Label         string
	Width, Height float64 // of the whole drawing
	Strips        []strip // from the top down: the heads, unless it begins with them, and the part
	High          float64 // of all strips
}

// strip is a strip of a drawing as wide as itself.
type strip struct{ Y, Top, High float64 }

// Slices returns the parts in which a tall drawing is printed; none when it fits
// a page. No box and no line of text is cut, and the heads of lanes are repeated.
func Slices(p messages.Printer, f document.Figure) []Slice {
	d := extentOf(f.SVG)
	if d.width == 0 {
		return nil
	}
	scale := min(1, paperWidth/d.width)
	if d.height*scale*smallestPrint <= paperHeight {
		return nil
	}
	var parts []Slice
	for top := 0.0; top < d.height; {
		part := Slice{Of: messages.MarkupID(f.Drawing), Width: d.width, Height: d.height}
		if head := d.head.To - d.head.From; head > 0 && top >= d.head.To && head < paperHeight/2 {
			part.Strips, part.High = []strip{{0, d.head.From, head}}, head
		}
		end := layout.Cut(top, d.height, paperHeight/scale-part.High, d.blocks)
		part.Strips = append(part.Strips, strip{part.High, top, end - top})
		part.High += end - top
		parts = append(parts, part)
		top = end
	}
	for i := range parts {
		parts[i].Label = p.Plain("{1} ({2} of {3})", f.Alt, i+1, len(parts))
	}
	return parts
}

// extents are the sizes of a drawing and what of its height is covered, in CSS
// pixels from its upper left corner.
type extents struct {
	width, height float64
	head          layout.Interval   // that the heads of lanes cover
	blocks        []layout.Interval // boxes and lines of text
}

// extentOf reads a drawing of package encode or paint. One that does not say its
// size has none.
func extentOf(svg []byte) extents {
	var d extents
	in := xml.NewDecoder(bytes.NewReader(svg))
	scale, down := 1.0, 0.0 // a place is (y + down) * scale
	var classes []string
	for {
		token, err := in.RawToken()
		if err != nil {
			return d
		}
		switch token := token.(type) {
		case xml.EndElement:
			classes = classes[:max(0, len(classes)-1)]
		case xml.StartElement:
			at := map[string]string{}
			for _, a := range token.Attr {
				at[rawName(a.Name)] = a.Value
			}
			classes = append(classes, at["class"])
			if len(classes) == 1 {
				width, _ := pixels(at["width"])
				height, _ := pixels(at["height"])
				if width == 0 || height == 0 {
					return d
				}
				d.width, d.height = float64(width), float64(height)
				if box := numbers(at["viewBox"]); len(box) == 4 && box[3] > 0 {
					scale, down = d.height/box[3], -box[1]
				}
			}
			if low, high, ok := covered(token.Name.Local, at); ok {
				block := layout.Interval{From: (low + down) * scale, To: (high + down) * scale}
				d.blocks = append(d.blocks, block)
				if slices.Contains(classes, layout.HeadClass) {
					d.head = hull(d.head, block)
				}
			}
		}
	}
}

// covered returns from where to where a box, a polygon or a line of text reaches.
func covered(element string, at map[string]string) (low, high float64, ok bool) {
	y := numbers(at["y"])
	switch element {
	case "polygon":
		for i, y := range numbers(at["points"]) {
			if i%2 == 1 {
				if !ok {
					low, high, ok = y, y, true
				}
				low, high = min(low, y), max(high, y)
			}
		}
	case "rect":
		if height := numbers(at["height"]); len(y) == 1 && len(height) == 1 {
			return y[0], y[0] + height[0], true
		}
	case "text":
		if size := numbers(strings.TrimSuffix(at["font-size"], "px")); len(y) == 1 && len(size) == 1 {
			return y[0] - size[0], y[0] + size[0]/3, true
		}
	}
	return low, high, ok
}

// hull returns the interval from the beginning of two to their end; an empty one
// does not count.
func hull(a, b layout.Interval) layout.Interval {
	if a.From == a.To {
		return b
	}
	return layout.Interval{From: min(a.From, b.From), To: max(a.To, b.To)}
}

// numbers reads numbers between which spaces or commas stand; nil when something
// else does.
func numbers(text string) []float64 {
	var list []float64
	for field := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == ',' }) {
		x, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return nil
		}
		list = append(list, x)
	}
	return list
}
