package html

import (
	"fmt"
	"testing"

	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

func TestInlineSVG(t *testing.T) {
	for _, x := range []struct{ svg, want string }{
		{
			"<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/svg11.dtd\">\n<!-- made --><svg width=\"72pt\" height=\"36pt\" style=\"x\" viewBox=\"0 0 72 36\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><g/></svg>",
			`<svg id="d" role="img" aria-label="A &amp; &#34;B&#34;" width="96" style="max-width: max(100%, 0px)" viewBox="0 0 72 36" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><g/></svg>`,
		},
		{`<svg width="100%"></svg>`, `<svg id="d" role="img" aria-label="A &amp; &#34;B&#34;"></svg>`},
		{`<svg width="10px"></svg>`, `<svg id="d" role="img" aria-label="A &amp; &#34;B&#34;" width="10" style="max-width: max(100%, 0px)"></svg>`},
		// The smallest text has 9 pt, which is 12 px, and keeps 11; one of 6 px is enlarged.
		{`<svg width="72pt" viewBox="0 0 72 36"><text font-size="9"/><text font-size="15px"/></svg>`, `<svg id="d" role="img" aria-label="A &amp; &#34;B&#34;" width="96" style="max-width: max(100%, 88px)" viewBox="0 0 72 36"><text font-size="9"/><text font-size="15px"/></svg>`},
		{`<svg width="60px" viewBox="0 0 60 30"><text font-size="6"/></svg>`, `<svg id="d" role="img" aria-label="A &amp; &#34;B&#34;" width="110" style="max-width: max(100%, 110px)" viewBox="0 0 60 30"><text font-size="6"/></svg>`},
		{`<svg width="10px"><a href="#x"></a></svg>`, `<svg id="d" role="group" aria-label="A &amp; &#34;B&#34;" width="10" style="max-width: max(100%, 0px)"><a href="#x"></a></svg>`},
	} {
		got, err := InlineSVG([]byte(x.svg), "d", `A & "B"`)
		if err != nil || string(got) != x.want {
			t.Errorf("inlineSVG(%s) = %s, %v; want %s", x.svg, got, err, x.want)
		}
	}
}

// TestSlicesCoverADrawing checks that the parts of a tall drawing leave nothing
// out, show nothing twice but heads, cut no box and no text, and are as high as a
// page at most.
func TestSlicesCoverADrawing(t *testing.T) {
	for _, x := range []struct{ width, height, parts int }{
		{700, 820, 0}, {400, 1170, 0}, {400, 1172, 2}, {680, 1600, 2}, {680, 1500, 2}, {1360, 2300, 0}, {1360, 4000, 3}, {300, 5000, 7},
	} {
		svg := fmt.Sprintf(`<svg width="%[1]dpx" height="%[2]dpx" viewBox="0 -%[2]d %[1]d %[2]d"><g class="tasuki-head"><rect y="%[3]d" height="40"/></g><rect y="-%[2]d" height="%[2]d"/>`, x.width, x.height, 20-x.height)
		for y := 70; y+50 < x.height; y += 70 {
			svg += fmt.Sprintf(`<polygon points="0,%[1]d 9,%[1]d 9,%[2]d"/><text y="%[3]d" font-size="9">a</text>`, y-x.height, y+40-x.height, y+60-x.height)
		}
		list := Slices(messages.Printer{Language: messages.In(graph.English)}, document.Figure{Drawing: document.Drawing{File: "a.svg", SVG: []byte(svg + "</svg>"), Alt: "A"}})
		if len(list) != x.parts {
			t.Errorf("%d×%d has %d parts, want %d", x.width, x.height, len(list), x.parts)
		}
		covered := 0.0
		for i, s := range list {
			part := s.Strips[len(s.Strips)-1]
			if len(s.Strips) != min(i, 1)+1 || i > 0 && s.Strips[0] != (strip{0, 20, 40}) {
				t.Errorf("%d×%d: part %d has the strips %v", x.width, x.height, i+1, s.Strips)
			}
			if part.Top != covered || s.High*min(1, paperWidth/s.Width) > paperHeight+1 {
				t.Errorf("%d×%d: part %d begins at %v behind %v, or is too high with %v", x.width, x.height, i+1, part.Top, covered, s.High)
			}
			covered += part.High
			if within := (int(covered) - 70) % 70; i+1 < len(list) && (within > 0 && within < 40 || within > 51 && within < 63) {
				t.Errorf("%d×%d: part %d ends in a box or a text, at %v", x.width, x.height, i+1, covered)
			}
		}
		if list != nil && covered != float64(x.height) {
			t.Errorf("%d×%d: the parts end at %v", x.width, x.height, covered)
		}
	}
}
