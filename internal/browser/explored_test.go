package browser

import (
	"strings"
	"testing"
)

// TestExplorerViews looks at every view, as it is and where something is changed.
func TestExplorerViews(t *testing.T) {
	library := axe(t)
	for example, views := range map[string][]string{
		"pension": {"/", "/?without=ops", "/map", "/map?without=hw", "/flow/hardware-fault", "/flow/hardware-fault?without=ops", "/organization/ops", "/task/3-25?without=ops", "/compare?without=ops&against=without%3Dhw", "/search?find=storage",
			"/search?find=nothing+at+all", "/nothing", "/flow/nothing", "/organization/ops?without=nobody", "/findings", "/findings?without=ops"},
		"helpdesk": {"/", "/matrix", "/matrix?without=desk", "/time/outage?minute=20", "/time/outage?without=desk", "/flow/outage?leads=each", "/compare", "/task/F-3"},
	} {
		ctx := chromium(t) // each with its own patience
		base, first := explore(t, example)
		for i, view := range views {
			// Each view at each width, and in each language at one of them; axe-core needs seconds.
			for j, w := range windows() {
				lang := tongues()[(i+j)%2].lang
				t.Run(example+view+" "+lang+" "+w.name, func(t *testing.T) {
					ctx := tab(t, ctx)
					visit(t, ctx, w, first)
					quiet := listen(t, ctx)
					sign := "?"
					if strings.Contains(view, "?") {
						sign = "&"
					}
					visit(t, ctx, w, base+view+sign+"lang="+lang)
					if wide := probe[[]string](t, ctx, "wide"); len(wide) > 0 {
						t.Errorf("%d elements are wider than the window, such as %q", len(wide), wide[:min(5, len(wide))])
					}
					if j == i/2%2 {
						accessible(t, ctx, library)
					}
					if !strings.Contains(view, "nothing") && !strings.Contains(view, "nobody") {
						quiet() // Chromium itself writes down that an answer is an error
					}
				})
			}
		}
	}
}
