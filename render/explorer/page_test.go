package explorer

import "testing"

// TestStepped holds that no heading skips a level downwards, and that like ones stay alike.
func TestStepped(t *testing.T) {
	for page, want := range map[string]string{
		"<h1>a</h1><h2 id=\"x\">b</h2><h4>c</h4><h4>d</h4><h2>e</h2>":  "<h1>a</h1><h2 id=\"x\">b</h2><h3>c</h3><h3>d</h3><h2>e</h2>",
		"<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h3>e</h3><h5>f</h5>": "<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h3>e</h3><h4>f</h4>",
		"<header><hr><h1>a</h1></header>":                              "<header><hr><h1>a</h1></header>",
	} {
		if got := stepped(page); got != want {
			t.Errorf("stepped(%s) = %s, want %s", page, got, want)
		}
	}
}

// TestHoisted holds that the styles of single elements stand in one style, once each, and
// that a page without any has none, which a policy would have to let in.
func TestHoisted(t *testing.T) {
	for page, want := range map[string]string{
		ownStyle + `<p style="a:b">x<p style="c:&#34;<d&#34;">y<p style="a:b">z`: "<style>[data-s=\"0\"]{a:b}\n[data-s=\"1\"]{c:\"\\3C d\"}\n</style>" + `<p data-s="0">x<p data-s="1">y<p data-s="0">z`,
		ownStyle + "<p>x": "<p>x",
	} {
		if got := hoisted(page); got != want {
			t.Errorf("hoisted(%s) = %s, want %s", page, got, want)
		}
	}
}
