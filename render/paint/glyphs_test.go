package paint

import (
	"bytes"
	"strings"
	"testing"

	"tasuki/render"
)

// rare are names with characters that the font that comes with the program
// lacks, or that are drawn as a part of the character before them.
var rare = []string{"㈱日立", "葛󠄀城市", "中国银行", "삼성", "🦊"}

func barsNamed(names ...string) render.Chart {
	p := render.Panel{X: render.Axis{Max: 10, Step: 5}}
	for i, name := range names {
		p.Bars = append(p.Bars, render.Bar{Name: name, Parts: []render.Part{{Length: float64(i % 10), Fill: "#0072b2"}}})
	}
	return render.Chart{ID: "bars", Title: "Bars", Panels: []render.Panel{p}}
}

// An SVG is shown in the fonts of its reader, so it needs no glyph of ours.
func TestChartSVGNeedsNoGlyph(t *testing.T) {
	var b bytes.Buffer
	if err := (Painter{Font: DefaultFont()}).ChartSVG(&b, barsNamed(rare...)); err != nil {
		t.Fatal(err)
	}
	for _, name := range rare {
		if !strings.Contains(b.String(), ">"+name+"</text>") {
			t.Errorf("%s is not there", name)
		}
	}
}
