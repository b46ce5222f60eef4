package paint_test

import (
	"testing"

	"tasuki/render/paint"
	"tasuki/render/typeset"
)

// Drawings make room for text by [render.Width], so no character of the font may
// be wider.
func TestNoCharacterIsWiderThanDrawingsAllow(t *testing.T) {
	f := paint.DefaultFont()
	shown := 0
	for r := ' '; r < 0x10000; r++ {
		text := string(r)
		if len(f.Missing(text)) > 0 {
			continue
		}
		shown++
		if got, room := f.Width(text, 1), typeset.Width(text); got > room+0.001 {
			t.Errorf("%q (%U) is %.3f em wide, and gets %.3f", text, r, got, room)
		}
	}
	if shown < 4000 {
		t.Errorf("the font shows %d characters only", shown)
	}
}

// The font shows all that the example and our own words are written in.
func TestFontShowsWhatDrawingsSay(t *testing.T) {
	const text = "間接業務運用保守業者 主担当・支援 ○△◎ →←↑↓ ①②③ 「故障」(切り分け) 〜 — – … × ± ≤ ≥ % & éüß"
	if missing := paint.DefaultFont().Missing(text); len(missing) > 0 {
		t.Errorf("missing: %q", string(missing))
	}
}
