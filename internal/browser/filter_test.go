package browser

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// filtered is how a page that can be filtered stands.
type filtered struct {
	Hash     string `json:"hash"`
	Find     string `json:"find"`
	Chosen   string `json:"chosen"`
	Shown    int    `json:"shown"`
	Total    int    `json:"total"`
	InWindow bool   `json:"inWindow"` // the first entry that is left
	Menu     bool   `json:"menu"`     // the form can be seen
	Folded   bool   `json:"folded"`   // what holds it is closed
}

const stand = `() => {
  const rows = [...document.querySelectorAll("main tbody tr:not(.heading)")], left = rows.filter(r => !r.hidden);
  const box = left[0]?.getBoundingClientRect();
  const form = document.querySelector(".filter"), select = form.querySelector("select");
  return {hash: location.hash, find: form.querySelector("input").value, chosen: select?.value ?? "", shown: left.length, total: rows.length,
    inWindow: !!box && box.bottom > 0 && box.top < innerHeight, menu: form.checkVisibility(), folded: !form.closest("details").open};
}`

// narrowDown holds that what a reader filters by stands in the address, can be left by
// the way back, and leads to the first match.
func narrowDown(t *testing.T, ctx context.Context, page string) {
	desk, telephone := windows()[0], windows()[1]
	open(t, ctx, desk, page, "")
	if s := evaluate[filtered](t, ctx, stand); !s.Menu || s.Shown != s.Total || s.Total == 0 {
		t.Fatalf("the page begins with %+v", s)
	}
	const set = `(selector, value) => { const e = document.querySelector(selector); e.value = value; e.dispatchEvent(new Event("input", {bubbles: true})); return true; }`
	const choose = `() => { const s = document.querySelector(".filter select"); s.value = s.options[s.options.length - 1].value; s.dispatchEvent(new Event("input", {bubbles: true})); return s.value; }`
	evaluate[bool](t, ctx, set, "#find", "3-1")
	evaluate[bool](t, ctx, set, "#find", "3-12")
	typed := until(t, ctx, stand, func(s filtered) bool { return s.InWindow })
	if typed.Hash != "#?find=3-12" || typed.Shown == 0 || typed.Shown == typed.Total || !typed.InWindow {
		t.Errorf("a search leaves %+v", typed)
	}
	value := evaluate[string](t, ctx, choose)
	if s := evaluate[filtered](t, ctx, stand); s.Chosen != value || s.Hash == typed.Hash {
		t.Errorf("a choice leaves %+v", s)
	}
	for _, want := range []filtered{{Hash: "#?find=3-12", Find: "3-12", Shown: typed.Shown}, {Shown: typed.Total}} {
		evaluate[bool](t, ctx, "() => { setTimeout(() => history.back()); return true; }")
		s := until(t, ctx, stand, func(s filtered) bool {
			return s.Hash == want.Hash && s.Find == want.Find && s.Chosen == "" && s.Shown == want.Shown
		})
		if s.Hash != want.Hash || s.Find != want.Find || s.Chosen != "" || s.Shown != want.Shown {
			t.Errorf("the way back leads to %+v, want %+v", s, want)
		}
	}
	open(t, ctx, telephone, page, "#?find=3-12")
	s := until(t, ctx, stand, func(s filtered) bool { return s.InWindow })
	if s.Shown != typed.Shown || !s.InWindow || s.Menu || !s.Folded {
		t.Errorf("the address opens %+v on a telephone, want %d rows, the first in the window, behind one button", s, typed.Shown)
	}
	if err := chromedp.Do(ctx, chromedp.Click(chromedp.CSS("details.side > summary"))); err != nil {
		t.Fatal(err)
	}
	if s := evaluate[filtered](t, ctx, stand); !s.Menu {
		t.Errorf("the button shows no filter: %+v", s)
	}
}

// until waits for what a function of JavaScript returns to be as is wanted, and returns
// what it was last.
func until[T any](t *testing.T, ctx context.Context, function string, wanted func(T) bool) (s T) {
	t.Helper()
	for range 1500 {
		// While the browser goes from page to page there is none to ask.
		if now, err := chromedp.Run(ctx, chromedp.Evaluate[T]("("+function+")()")); err == nil {
			s = now
		}
		if wanted(s) {
			return s
		}
		time.Sleep(20 * time.Millisecond)
	}
	return s
}
