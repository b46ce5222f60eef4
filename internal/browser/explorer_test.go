package browser

import (
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/explorer"
	pages "tasuki/render/explorer"
)

// explored is how a page of the explorer stands.
type explored struct {
	At      string `json:"at"`      // its address
	Lang    string `json:"lang"`    // of the page
	Title   string `json:"title"`   // of the page, as it is read
	Answer  string `json:"answer"`  // what follows from the changes
	Same    bool   `json:"same"`    // the answer is the element that it was
	Drawing string `json:"drawing"` // all of it
	Focus   string `json:"focus"`   // what has the keyboard
	Nth     int    `json:"nth"`     // of those in the page that are called so
	Label   string `json:"label"`   // how that is called, or described
	Text    string `json:"text"`    // of the page
	Minute  string `json:"minute"`  // on the slider
	Busy    bool   `json:"busy"`
}

const shownNow = `() => {
  const answer = document.getElementById("answer"), at = document.activeElement, key = at?.getAttribute("data-key");
  return {at: location.pathname + location.search, lang: document.documentElement.lang, title: document.querySelector("h1")?.textContent ?? "", answer: answer?.textContent.trim() ?? "",
    same: !!answer && answer === window.firstAnswer, drawing: document.querySelector("main svg")?.outerHTML ?? "", focus: key ?? at?.id ?? "", label: at?.getAttribute("aria-label") ?? at?.getAttribute("aria-description") ?? "",
    nth: key ? [...document.querySelectorAll("[data-key]")].filter(e => e.getAttribute("data-key") === key).indexOf(at) : 0,
    text: document.getElementById("view")?.innerText ?? "", minute: document.getElementById("minute")?.value ?? "", busy: document.getElementById("view")?.hasAttribute("aria-busy") ?? true};
}`

// explore serves an example and returns the address to be opened first.
func explore(t *testing.T, example string) (base, first string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	s, err := explorer.New(ctx, l.Addr(), explorer.Options{Say: error.Error, Open: func(ctx context.Context, version int) (*pages.Model, error) {
		g, err := files.Open(ctx, filepath.Join("..", "..", "examples", example), files.Options{})
		if err != nil {
			return nil, err
		}
		return pages.NewModel(g, example, graph.English, version), nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return "http://" + l.Addr().String(), s.URL()
}

// spoken is what the explorer says of the example without its operations vendor, and of
// who is called when.
type spoken struct{ lang, stop, minute, called, bring string }

func tongues() []spoken {
	return []spoken{{"en", "16 of 16 flows stop", "At minute ", "has been called last", "Bring back"}, {"ja", "手順16件のうち16件が止まる", "分の時点", "最後に呼ばれた", "元に戻す"}}
}

// TestExplorer does what a reader does: takes an organization away, reads what follows,
// goes back, searches and prints.
func TestExplorer(t *testing.T) {
	ctx := chromium(t)
	base, first := explore(t, "pension")
	for _, says := range tongues() {
		for _, w := range windows() {
			t.Run(says.lang+" "+w.name, func(t *testing.T) {
				ctx := tab(t, ctx)
				quiet := listen(t, ctx)
				visit(t, ctx, w, first+"&lang="+says.lang)
				if s := until(t, ctx, shownNow, func(s explored) bool { return s.Text != "" }); s.At != "/?lang="+says.lang || s.Lang != says.lang || s.Title == "" || s.Answer != "" {
					t.Fatalf("the first page is %q in %s", s.At, s.Lang)
				}
				visit(t, ctx, w, base+"/flow/hardware-fault?lang="+says.lang)
				mark(t, ctx)
				takesAway(t, ctx, says)
				byKeyboard(t, ctx, says)
				prints(t, ctx, says)
				searches(t, ctx, says)
				quiet()
			})
		}
	}
}

// mark remembers which element the answer is.
func mark(t *testing.T, ctx context.Context) {
	t.Helper()
	evaluate[bool](t, ctx, `() => { window.firstAnswer = document.getElementById("answer"); return true; }`)
}

// settled waits until a page is as wanted, and holds that it became so.
func settled(t *testing.T, ctx context.Context, what string, wanted func(explored) bool) explored {
	t.Helper()
	s := until(t, ctx, shownNow, func(s explored) bool { return !s.Busy && wanted(s) })
	if !wanted(s) || s.Busy {
		s.Drawing, s.Text = s.Drawing[:min(len(s.Drawing), 100)], s.Text[:min(len(s.Text), 200)]
		t.Fatalf("%s: the page stands at %+v", what, s)
	}
	return s
}

// takesAway clicks an organization away in the drawing, and goes back.
func takesAway(t *testing.T, ctx context.Context, says spoken) {
	t.Helper()
	before := settled(t, ctx, "the flow", func(s explored) bool { return s.Drawing != "" && s.Answer == "" && s.Same })
	if err := chromedp.Do(ctx, chromedp.Click(chromedp.CSS(`svg a[data-key="drawing without=ops"]`))); err != nil {
		t.Fatal(err)
	}
	s := settled(t, ctx, "a click on ops", func(s explored) bool { return strings.Contains(s.Answer, says.stop) })
	if !s.Same {
		t.Error("the answer is another element: nobody hears it")
	}
	if s.Drawing == before.Drawing || !strings.Contains(s.At, "without=ops") {
		t.Errorf("at %s the drawing is as before: %t", s.At, s.Drawing == before.Drawing)
	}
	evaluate[bool](t, ctx, "() => { history.back(); return true; }")
	s = settled(t, ctx, "back", func(s explored) bool { return s.Answer == "" && s.At == before.At })
	if s.Drawing != before.Drawing || !s.Same {
		t.Error("back is not where it began")
	}
}

// byKeyboard takes away and brings back by the keyboard alone; the focus stays where it is.
func byKeyboard(t *testing.T, ctx context.Context, says spoken) {
	t.Helper()
	evaluate[bool](t, ctx, `() => { document.querySelector(".skip").focus(); return true; }`)
	for _, c := range []struct {
		key string
		nth int
	}{{"drawing without=ops", 0}, {"drawing without-task=3-25", 1}} {
		reached := explored{}
		for range 200 {
			press(t, ctx, kb.Tab)
			if reached = evaluate[explored](t, ctx, shownNow); reached.Focus == c.key && reached.Nth == c.nth {
				break
			}
		}
		if reached.Focus != c.key {
			t.Fatalf("the keyboard does not reach %s", c.key)
		}
		press(t, ctx, kb.Enter)
		s := settled(t, ctx, "Enter on "+c.key, func(s explored) bool { return s.Answer != "" })
		if s.Focus != c.key || s.Nth != c.nth || !strings.Contains(s.Label, says.bring) || !s.Same {
			t.Errorf("after Enter on %s, place %d, the keyboard is at %q, place %d, %q", c.key, c.nth, s.Focus, s.Nth, s.Label)
		}
		press(t, ctx, kb.Enter)
		if s = settled(t, ctx, "Enter again on "+c.key, func(s explored) bool { return s.Answer == "" }); s.Focus != c.key || s.Nth != c.nth {
			t.Errorf("after Enter twice on %s, the keyboard is at %q, place %d", c.key, s.Focus, s.Nth)
		}
	}
}

// prints holds that the answer and the drawing are on paper, and what leads elsewhere is not.
func prints(t *testing.T, ctx context.Context, says spoken) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.Click(chromedp.CSS(`svg a[data-key="drawing without=ops"]`))); err != nil {
		t.Fatal(err)
	}
	settled(t, ctx, "a click before printing", func(s explored) bool { return strings.Contains(s.Answer, says.stop) })
	result, err := chromedp.Call(ctx, page.PrintToPDF, page.PrintToPDFParams{PrintBackground: new(true)})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, result.Data, 0o644); err != nil {
		t.Fatal(err)
	}
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		without(t, "there is no pdftotext; install the package poppler-utils")
	}
	text := strings.Join(strings.Fields(string(run(t, program, file, "-"))), "")
	drawn := evaluate[[]string](t, ctx, `() => [...document.querySelectorAll("main svg text")].map(t => t.textContent.match(/^3-\d+/)?.[0] ?? "").filter(t => t)`)
	if len(drawn) == 0 {
		t.Error("the drawing names no task")
	}
	for _, want := range append(drawn, strings.Join(strings.Fields(says.stop), "")) {
		if !strings.Contains(text, want) {
			t.Errorf("on paper there is no %q", want)
		}
	}
	aside := evaluate[string](t, ctx, `() => document.querySelector("aside .note:last-of-type").textContent.replace(/\s/g, "")`)
	if aside == "" || strings.Contains(text, aside) {
		t.Errorf("on paper there is the side bar: %q", aside)
	}
}

// searches finds an organization by its ID, and goes to it.
func searches(t *testing.T, ctx context.Context, says spoken) {
	t.Helper()
	evaluate[bool](t, ctx, `() => { document.getElementById("find").focus(); return true; }`)
	press(t, ctx, "storage"+kb.Enter)
	s := settled(t, ctx, "a search", func(s explored) bool {
		return strings.HasPrefix(s.At, "/search?") && strings.Contains(s.At, "find=storage")
	})
	if !strings.Contains(s.At, "without=ops") || !s.Same {
		t.Errorf("the search is at %s: it keeps what is changed and the answer", s.At)
	}
	if err := chromedp.Do(ctx, chromedp.Click(chromedp.CSS(`#found a[href^="/organization/storage"]`))); err != nil {
		t.Fatal(err)
	}
	settled(t, ctx, "what was found", func(s explored) bool { return strings.HasPrefix(s.At, "/organization/storage?") && s.Lang == says.lang })
}

// TestExplorerClock moves the slider, by the keyboard and by the mouse.
func TestExplorerClock(t *testing.T) {
	ctx := chromium(t)
	base, first := explore(t, "helpdesk")
	for i, says := range tongues() {
		t.Run(says.lang, func(t *testing.T) {
			ctx := tab(t, ctx)
			quiet := listen(t, ctx)
			visit(t, ctx, windows()[i], first)
			visit(t, ctx, windows()[i], base+"/time/outage?lang="+says.lang)
			mark(t, ctx)
			begin := settled(t, ctx, "the clock", func(s explored) bool { return s.Minute == "0" && s.Same })
			for range 60 {
				press(t, ctx, kb.Tab)
				if evaluate[explored](t, ctx, shownNow).Focus == "minute" {
					break
				}
			}
			press(t, ctx, strings.Repeat(kb.ArrowRight, 12))
			s := settled(t, ctx, "twelve minutes", func(s explored) bool { return s.Minute == "12" && strings.Contains(s.At, "minute=12") })
			if s.Focus != "minute" || s.Text == begin.Text || !strings.Contains(s.Text, says.called) || strings.Contains(begin.Text, says.called) {
				t.Errorf("at minute 12, with the keyboard at %q, the page says %.300s", s.Focus, s.Text)
			}
			drags(t, ctx)
			s = settled(t, ctx, "a drag", func(s explored) bool { return strings.Contains(s.At, "minute="+s.Minute) && s.Minute != "12" })
			if n := len(s.Minute); n != 3 { // of 195 at the right end
				t.Errorf("dragged to the right end, the slider is at minute %s", s.Minute)
			}
			quiet()
		})
	}
}

// drags moves the knob of the slider to its right end, as a hand does: the page changes
// while it moves.
func drags(t *testing.T, ctx context.Context) {
	t.Helper()
	type box struct{ Left, Right, Top, Knob float64 }
	b := evaluate[box](t, ctx, `() => { const e = document.getElementById("minute"); e.scrollIntoView({block: "center"}); const r = e.getBoundingClientRect(); return {Left: r.left, Right: r.right, Top: r.top + r.height / 2, Knob: r.left + 8 + (r.width - 16) * e.value / e.max}; }`)
	mouse := func(kind input.DispatchMouseEventType, x float64, buttons int64) {
		t.Helper()
		if _, err := chromedp.Call(ctx, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x, Y: b.Top, Button: input.MouseButtonLeft, Buttons: buttons, ClickCount: 1}); err != nil {
			t.Fatal(err)
		}
	}
	mouse(input.DispatchMouseEventTypeMousePressed, b.Knob, 1)
	for i := range 5 {
		mouse(input.DispatchMouseEventTypeMouseMoved, b.Knob+(b.Right-4-b.Knob)*float64(i+1)/5, 1)
		settled(t, ctx, "a page while the mouse moves", func(s explored) bool { return strings.Contains(s.At, "minute="+s.Minute) })
	}
	mouse(input.DispatchMouseEventTypeMouseReleased, b.Right-4, 0)
}

// TestExplorerWithoutScripts does the same by links and forms.
func TestExplorerWithoutScripts(t *testing.T) {
	ctx := chromium(t)
	base, first := explore(t, "pension")
	for i, says := range tongues() {
		t.Run(says.lang, func(t *testing.T) {
			ctx, w := tab(t, ctx), windows()[i]
			if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
				t.Fatal(err)
			}
			visit(t, ctx, w, first)
			visit(t, ctx, w, base+"/flow/hardware-fault?lang="+says.lang)
			click := func(selector string) {
				t.Helper()
				// A node that is found may be that of a page that is just being left.
				err := chromedp.Do(ctx, chromedp.Click(chromedp.CSS(selector)))
				for tries := 0; err != nil && strings.Contains(err.Error(), "Could not find node") && tries < 50; tries++ {
					time.Sleep(50 * time.Millisecond)
					err = chromedp.Do(ctx, chromedp.Click(chromedp.CSS(selector)))
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			begin := settled(t, ctx, "the flow", func(s explored) bool { return s.Drawing != "" })
			click(`svg a[data-key="drawing without=ops"]`)
			s := settled(t, ctx, "a click on ops", func(s explored) bool { return strings.Contains(s.Answer, says.stop) })
			if s.Drawing == begin.Drawing {
				t.Error("the drawing is as before")
			}
			click(`a[data-key="undo without=ops"]`)
			settled(t, ctx, "undo", func(s explored) bool { return s.Answer == "" && s.At == begin.At })
			click(`#away + button`) // the first that is offered
			settled(t, ctx, "a form", func(s explored) bool {
				return s.Answer != "" && strings.Contains(s.At, "without=") && strings.HasPrefix(s.At, "/flow/hardware-fault?") && s.Lang == says.lang
			})
			evaluate[bool](t, ctx, `() => { document.getElementById("find").value = "storage"; return true; }`)
			click(`#find + button`)
			settled(t, ctx, "a search", func(s explored) bool {
				return strings.HasPrefix(s.At, "/search?") && strings.Contains(s.At, "find=storage") && strings.Contains(s.At, "without=")
			})
		})
	}
}
