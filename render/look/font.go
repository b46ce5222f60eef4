package look

import (
	"strings"

	"tasuki/render/typeset"
)

// Font is a size in points and a weight.
type Font struct {
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
func (f Font) Width(lines []string) float64 {
	w := typeset.Widest(lines) * f.Size
	if f.Bold {
		w *= BoldWidth
	}
	return w
}

// Height returns the height of lines.
func (f Font) Height(lines int) float64 { return float64(lines) * f.Size * LineHeight }

// Wrap breaks text into lines that fit width points, at most n for each
// paragraph. Empty paragraphs are left out.
func (f Font) Wrap(text string, width float64, n int) []string {
	em := width / f.Em()
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(paragraph) != "" {
			lines = append(lines, typeset.Clip(typeset.Evenly(paragraph, em, n), n, em)...)
		}
	}
	return lines
}

// Em returns what one em of [typeset.Width] measures in points.
func (f Font) Em() float64 {
	if f.Bold {
		return f.Size * BoldWidth
	}
	return f.Size
}

// LineHeight is the distance of lines, and Ascent that of the top of a line from
// its baseline, in ems. Both are Graphviz's, so that DOT looks the same there.
const (
	LineHeight = 1.2
	Ascent     = 0.9
)

// The type sizes of drawings.
var (
	TitleFont = Font{15, true}
	LaneFont  = Font{9, true}
	HeadFont  = Font{10, true}
	NodeFont  = Font{10, false}
	LabelFont = Font{9, false}
	SmallFont = Font{9, false}
	SignFont  = Font{9, true}
)
