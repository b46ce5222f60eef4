package render

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
)

// A page of paper holds this much of a drawing, in CSS pixels.
const (
	paperWidth  = 680
	paperHeight = 820
)

// A drawing is shrunk to one page down to this scale; one that would become
// smaller is printed in parts, which share sharedBySlices pixels, so that no box
// is cut in all of them.
const (
	smallestPrint  = 0.7
	sharedBySlices = 90
)

// slice is a part of a drawing for one page of paper.
type slice struct {
	Of            string // the id of the drawing's markup
	ViewBox       string
	Label         string
	Width, Height int // of the whole drawing
}

// slices returns the parts in which a tall drawing is printed; none when it fits
// a page.
func (p reporter) slices(f figure) []slice {
	width, height := extent(f.SVG)
	if width == 0 {
		return nil
	}
	scale := min(1, paperWidth/width)
	if height*scale*smallestPrint <= paperHeight {
		return nil
	}
	room := paperHeight / scale
	n := int(math.Ceil((height - sharedBySlices) / (room - sharedBySlices)))
	step := (height - sharedBySlices) / float64(n)
	var parts []slice
	for i := range n {
		parts = append(parts, slice{
			Of: markupID(f.Drawing), ViewBox: fmt.Sprintf("0 %.0f %.0f %.0f", float64(i)*step, width, step+sharedBySlices),
			Label: p.plain("{1} ({2} of {3})", f.Alt, i+1, n), Width: int(width), Height: int(height),
		})
	}
	return parts
}

// extent returns the size of a drawing in CSS pixels, or zeros when it does not
// say.
func extent(svg []byte) (width, height float64) {
	in := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := in.RawToken()
		if err != nil {
			return 0, 0
		}
		root, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		size := map[string]int{}
		for _, a := range root.Attr {
			if px, ok := pixels(a.Value); ok {
				size[rawName(a.Name)] = px
			}
		}
		if size["width"] == 0 || size["height"] == 0 {
			return 0, 0
		}
		return float64(size["width"]), float64(size["height"])
	}
}
