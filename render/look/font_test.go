package look

import (
	"testing"
)

// hardNames are hard to break or to measure.
var hardNames = []string{
	"Desk", "障害対応の窓口", "Kraftfahrzeughaftpflichtversicherungsgesellschaft", "サーバー監視センター",
	"Network operations, northern region and the islands", "一次切り分けと関係会社への連絡、記録の保管",
	"<b>\"&amp;\"</b>", "\u202Egnp.exe", "👩\u200D🔧👍🏽 crew", "e\u0301quipe",
}

// Lines fit the width that they are broken for, with the room that bold type
// takes, at every size.
func TestLinesFitTheirFont(t *testing.T) {
	for _, f := range []Font{TitleFont, LaneFont, HeadFont, NodeFont, LabelFont, SignFont} {
		for _, name := range hardNames {
			for width := 20.0; width < 300; width += 7 {
				lines := f.Wrap(name, width, 99)
				for _, l := range lines {
					if got := f.Width([]string{l}); got > width+1e-6 && len([]rune(l)) > 1 && width > 6.9*f.Em() { // a sign for a direction is as wide
						t.Errorf("%+v: the line %q of %q is %g wide, the room is %g", f, l, name, got, width)
					}
				}
			}
			plain := Font{f.Size, false}
			if bold := (Font{f.Size, true}).Width([]string{name}); bold <= plain.Width([]string{name}) {
				t.Errorf("%q at %g: bold type is %g wide, plain type as much", name, f.Size, bold)
			}
		}
	}
}

// Each paragraph has so many lines at most, and empty ones take no room.
func TestClippedParagraphs(t *testing.T) {
	f := NodeFont
	lines := f.Wrap("one two three four five\n\n \nsix", 30, 2)
	if len(lines) != 3 || lines[2] != "six" || lines[1][len(lines[1])-3:] != "…" {
		t.Errorf("the lines are %q", lines)
	}
	if got := f.Wrap(" \n ", 30, 2); got != nil {
		t.Errorf("nothing has the lines %q", got)
	}
}
