package render

import (
	"fmt"
	"testing"

	"tasuki/graph"
)

func TestInlineSVG(t *testing.T) {
	for _, x := range []struct{ svg, want string }{
		{
			"<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/svg11.dtd\">\n<!-- made --><svg width=\"72pt\" height=\"36pt\" style=\"x\" viewBox=\"0 0 72 36\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><g/></svg>",
			`<svg id="d" role="img" aria-label="A &amp; &#34;B&#34;" width="96" style="max-width: max(100%, 58px)" viewBox="0 0 72 36" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><g/></svg>`,
		},
		{`<svg width="100%"></svg>`, `<svg id="d" role="img" aria-label="A &amp; &#34;B&#34;"></svg>`},
		{`<svg width="10px"></svg>`, `<svg id="d" role="img" aria-label="A &amp; &#34;B&#34;" width="10" style="max-width: max(100%, 6px)"></svg>`},
	} {
		got, err := inlineSVG([]byte(x.svg), "d", `A & "B"`)
		if err != nil || string(got) != x.want {
			t.Errorf("inlineSVG(%s) = %s, %v; want %s", x.svg, got, err, x.want)
		}
	}
}

// TestSlicesCoverADrawing checks that the parts of a tall drawing leave nothing
// out and are as high as a page at most.
func TestSlicesCoverADrawing(t *testing.T) {
	for _, x := range []struct{ width, height, parts int }{
		{700, 820, 0}, {400, 1170, 0}, {400, 1172, 2}, {680, 1600, 3}, {680, 1500, 2}, {1360, 2300, 0}, {1360, 4000, 3}, {300, 5000, 7},
	} {
		svg := fmt.Sprintf(`<svg width="%dpx" height="%dpx"></svg>`, x.width, x.height)
		list := reporter{lang: graph.English}.slices(figure{Drawing: Drawing{File: "a.svg", SVG: []byte(svg)}, Alt: "A"})
		if len(list) != x.parts {
			t.Errorf("%d×%d has %d parts, want %d", x.width, x.height, len(list), x.parts)
		}
		covered := 0.0
		for _, s := range list {
			var left, top, width, height float64
			if _, err := fmt.Sscan(s.ViewBox, &left, &top, &width, &height); err != nil {
				t.Fatal(err)
			}
			if top > covered || width != float64(x.width) || height*min(1, paperWidth/width) > paperHeight+1 {
				t.Errorf("%d×%d: the part %q leaves a gap at %v or is too large", x.width, x.height, s.ViewBox, covered)
			}
			covered = top + height - sharedBySlices + 1
		}
		if list != nil && covered+sharedBySlices < float64(x.height) {
			t.Errorf("%d×%d: nothing shows what is below %v", x.width, x.height, covered+sharedBySlices)
		}
	}
}
