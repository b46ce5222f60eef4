package paint

import (
	"strings"
	"testing"
)

// TestPageNumbersFitThePage shortens a title that would push the number off the page.
func TestPageNumbersFitThePage(t *testing.T) {
	p := Painter{Font: DefaultFont()}
	if got := p.numbered("Inquiry", "  1 / 2", 500); got != "Inquiry  1 / 2" {
		t.Errorf("got %q", got)
	}
	got := p.numbered(strings.Repeat("作業を実施しない", 40), "  1 / 2", 500)
	if w := p.Font.Width(got, numberSize); w > 500 || w < 480 || !strings.HasSuffix(got, "…  1 / 2") {
		t.Errorf("%q is %g wide", got, w)
	}
}
