package render

import "testing"

func TestInlineSVG(t *testing.T) {
	for _, x := range []struct{ svg, want string }{
		{
			"<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/svg11.dtd\">\n<!-- made --><svg width=\"72pt\" height=\"36pt\" style=\"x\" viewBox=\"0 0 72 36\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><g/></svg>",
			`<svg role="img" aria-label="A &amp; &#34;B&#34;" width="96" style="max-width: max(100%, 58px)" viewBox="0 0 72 36" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><g/></svg>`,
		},
		{`<svg width="100%"></svg>`, `<svg role="img" aria-label="A &amp; &#34;B&#34;"></svg>`},
		{`<svg width="10px"></svg>`, `<svg role="img" aria-label="A &amp; &#34;B&#34;" width="10" style="max-width: max(100%, 6px)"></svg>`},
	} {
		got, err := inlineSVG([]byte(x.svg), `A & "B"`)
		if err != nil || string(got) != x.want {
			t.Errorf("inlineSVG(%s) = %s, %v; want %s", x.svg, got, err, x.want)
		}
	}
}
