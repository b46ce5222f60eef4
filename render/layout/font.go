package layout

import (
	"strings"

	"tasuki/render/typeset"
)

// font is a size in points and a weight.
type font struct {
	Size float64
	Bold bool
}

// BoldWidth is how much wider than [typeset.Width] bold type is in some fonts.
const BoldWidth = 1.08

// FontFamily lists the fonts of drawings, the first that a reader has before the
// others.
const FontFamily = "Noto Sans CJK JP,Noto Sans JP,Hiragino Sans,Hiragino Kaku Gothic ProN,Yu Gothic,Meiryo,Arial,sans-serif"

// Width returns the width of lines in points. Bold type is wider than what
// Width measures in some fonts.
func (f font) Width(lines []string) float64 {
	w := typeset.Widest(lines) * f.Size
	if f.Bold {
		w *= BoldWidth
	}
	return w
}

// Height returns the height of lines.
func (f font) Height(lines int) float64 { return float64(lines) * f.Size * lineHeight }

// wrap breaks text into lines that fit width points, at most n for each
// paragraph. Empty paragraphs are left out.
func (f font) wrap(text string, width float64, n int) []string {
	em := width / f.em()
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(paragraph) != "" {
			lines = append(lines, typeset.Clip(typeset.Evenly(paragraph, em, n), n, em)...)
		}
	}
	return lines
}

// em returns what one em of Width measures in points.
func (f font) em() float64 {
	if f.Bold {
		return f.Size * BoldWidth
	}
	return f.Size
}

// lineHeight is the distance of lines, and ascent that of the top of a line from
// its baseline, in ems. Both are Graphviz's, so that DOT looks the same there.
const (
	lineHeight = 1.2
	ascent     = 0.9
)

// The type sizes of drawings.
var (
	TitleFont = font{15, true}
	laneFont  = font{9, true}
	HeadFont  = font{10, true}
	NodeFont  = font{10, false}
	labelFont = font{9, false}
	smallFont = font{9, false}
	signFont  = font{9, true}
)
