package browser

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// edited is how the page of the editor stands.
type edited struct {
	Value   string   `json:"value"`   // of the textarea
	Shown   string   `json:"shown"`   // in the editor
	Hidden  bool     `json:"hidden"`  // the textarea
	Name    string   `json:"name"`    // of the editor, as is read out
	Hint    string   `json:"hint"`    // how to use it
	Focus   string   `json:"focus"`   // the element that has the keyboard
	Offered []string `json:"offered"` // what could complete the word
	Chosen  string   `json:"chosen"`  // the completion that Enter would take, with its kind
	Status  string   `json:"status"`  // the first mistake
	Marked  string   `json:"marked"`  // what is underlined
	Signs   int      `json:"signs"`   // in the gutter
	Width   int      `json:"width"`   // of the page beyond the window
	Asked   string   `json:"asked"`   // on the page that answers
	Sheets  int      `json:"sheets"`  // elements that hold styles
}

const typed = `() => {
  const root = document.querySelector(".editor")?.shadowRoot, content = root?.querySelector(".cm-content"), area = document.querySelector("textarea");
  const all = selector => [...root?.querySelectorAll(selector) ?? []];
  return {value: area?.value ?? "", shown: all(".cm-line").map(l => l.textContent).join("\n"), hidden: !!area && !area.checkVisibility(),
    name: content?.ariaLabel ?? "", hint: root?.getElementById(content.getAttribute("aria-describedby"))?.textContent ?? "",
    focus: document.activeElement?.id || document.activeElement?.className || "",
    offered: all(".cm-completionLabel").map(e => e.textContent), chosen: all("[role=option][aria-selected]").map(e => e.textContent).join(),
    status: all("[role=status]").map(e => e.textContent).join(), marked: all(".cm-lintRange-error").map(e => e.textContent).join(),
    signs: all(".cm-lint-marker-error").length, width: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    asked: document.title === "asked" ? document.querySelector("pre").textContent : "", sheets: document.querySelectorAll("style, [style]").length};
}`

func TestEditor(t *testing.T) {
	ctx, library := chromium(t), axe(t)
	address, slow := serve(t)
	for _, c := range consoles() {
		for _, w := range windows() {
			t.Run(c.Lang+" "+w.name, func(t *testing.T) {
				ctx := tab(t, ctx)
				quiet := listen(t, ctx)
				visit(t, ctx, w, address+"/?lang="+c.Lang)
				replaces(t, ctx, c)
				composes(t, ctx)
				completes(t, ctx, c)
				reports(t, ctx, c)
				givesUp(t, ctx, slow)
				accessible(t, ctx, library)
				leaves(t, ctx)
				submits(t, ctx)
				follows(t, ctx, c)
				quiet()
			})
		}
		t.Run(c.Lang+" without scripts", func(t *testing.T) {
			ctx := tab(t, ctx)
			visit(t, ctx, windows()[0], address+"/plain?lang="+c.Lang)
			if s := evaluate[edited](t, ctx, typed); s.Hidden || s.Value != c.Statement || s.Shown != "" {
				t.Errorf("without scripts the page stands at %+v", s)
			}
			press(t, ctx, kb.Tab+kb.Tab+" ") // to the link, to the textarea, whose text is selected or not
			if s := evaluate[edited](t, ctx, typed); s.Focus != "statement" || !strings.Contains(s.Value, " ") {
				t.Errorf("the keyboard does not reach the textarea: %+v", s)
			}
			want := evaluate[edited](t, ctx, typed).Value
			press(t, ctx, kb.Tab+kb.Enter)
			if s := until(t, ctx, typed, func(s edited) bool { return s.Asked != "" }); strings.ReplaceAll(s.Asked, "\r", "") != want {
				t.Errorf("the form asks %q, want %q", s.Asked, want)
			}
		})
	}
}

// replaces holds that the editor stands in the place of the textarea.
func replaces(t *testing.T, ctx context.Context, c console) {
	t.Helper()
	s := until(t, ctx, typed, func(s edited) bool { return s.Hidden && s.Shown == c.Statement })
	if s.Value != c.Statement || s.Shown != c.Statement || !s.Hidden || s.Name != c.Label || !strings.Contains(s.Hint, "Escape") || s.Width != 0 {
		t.Fatalf("the page begins with %+v", s)
	}
	if s.Sheets != 0 {
		t.Errorf("%d elements of the page hold styles: the policy lets none through", s.Sheets)
	}
	if err := chromedp.Do(ctx, chromedp.Click(chromedp.CSS("label"))); err != nil {
		t.Fatal(err)
	}
	if s := evaluate[edited](t, ctx, typed); s.Focus != "editor" {
		t.Errorf("the label gives the keyboard to %q", s.Focus)
	}
}

// composes holds that an input method writes over a selection, as a keyboard does.
func composes(t *testing.T, ctx context.Context) {
	t.Helper()
	press(t, ctx, "a", chromedp.KeyModifiers(chromedp.ModifierCtrl))
	press(t, ctx, "MATCH")
	press(t, ctx, "a", chromedp.KeyModifiers(chromedp.ModifierCtrl))
	for _, text := range []string{"ぎょ", "ぎょうむ", "業務"} {
		n := int64(len(utf16.Encode([]rune(text))))
		if _, err := chromedp.Call(ctx, input.ImeSetComposition, input.ImeSetCompositionParams{Text: text, SelectionStart: n, SelectionEnd: n}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := chromedp.Call(ctx, input.InsertText, input.InsertTextParams{Text: "業務"}); err != nil {
		t.Fatal(err)
	}
	if s := until(t, ctx, typed, func(s edited) bool { return s.Value == "業務" }); s.Value != "業務" || s.Shown != "業務" {
		t.Errorf("an input method leaves %q, shown as %q", s.Value, s.Shown)
	}
}

// completes holds that what is offered goes by where the cursor stands.
func completes(t *testing.T, ctx context.Context, c console) {
	t.Helper()
	press(t, ctx, "a", chromedp.KeyModifiers(chromedp.ModifierCtrl))
	for _, step := range []struct {
		types, takes string
		offers       []string
	}{
		{"MATCH (o:", "", []string{"Flow", "Organization", "Task", "外部 組織"}},
		{"Or", kb.Enter, []string{"Organization"}},
		{")-[:", "", []string{"HANDS_OFF_TO", "LEADS", "SUPPORTS"}},
		{"le", kb.Tab, []string{"LEADS"}},
		{"]->(:", kb.ArrowUp + kb.Enter, []string{"Flow", "Organization", "Task", "外部 組織"}},
		{" {", kb.Enter, []string{"id", "name"}},
		{": $", kb.ArrowDown + kb.Enter, []string{"organization", "task"}},
		{"}) WHERE o.n", kb.Enter, []string{"name"}},
		{" IS NOT NULL ", "", nil},
		{"an", kb.Tab, []string{"AND"}},
		{" /* wh", "", nil},
		{" */ true", "", nil},
	} {
		press(t, ctx, step.types)
		s := until(t, ctx, typed, func(s edited) bool { return slices.Equal(s.Offered, step.offers) })
		if !slices.Equal(s.Offered, step.offers) {
			t.Fatalf("after %q in %q %q is offered, want %q", step.types, s.Shown, s.Offered, step.offers)
		}
		if step.types == "Or" && s.Chosen != "Organization"+c.Kind {
			t.Errorf("the completion reads %q", s.Chosen)
		}
		if step.takes != "" {
			time.Sleep(100 * time.Millisecond) // it takes no key before a person can have seen the list
			press(t, ctx, step.takes)
		}
	}
	const want = "MATCH (o:Organization)-[:LEADS]->(:`外部 組織` {id: $task}) WHERE o.name IS NOT NULL AND /* wh */ true"
	if s := until(t, ctx, typed, func(s edited) bool { return s.Value == want }); s.Value != want || s.Shown != want {
		t.Fatalf("the statement is %q, shown as %q, want %q", s.Value, s.Shown, want)
	}
}

// reports holds that a mistake is marked where it is, and said.
func reports(t *testing.T, ctx context.Context, c console) {
	t.Helper()
	press(t, ctx, kb.Enter+"RETRUN o")
	s := until(t, ctx, typed, func(s edited) bool { return s.Status != "" })
	if want := "2:1 " + c.Mistake; s.Status != want || s.Marked != "RETRUN" || s.Signs != 1 || s.Width != 0 {
		t.Errorf("a mistake leaves %+v, want the status %q", s, want)
	}
}

// givesUp holds that a check ends when the text changes that it was about.
func givesUp(t *testing.T, ctx context.Context, slow *slowChecks) {
	t.Helper()
	begun, ended := slow.begun.Load(), slow.ended.Load()
	press(t, ctx, " SLOW")
	reaches(t, "checks begun", &slow.begun, begun+1)
	press(t, ctx, "x")
	reaches(t, "checks given up", &slow.ended, ended+1)
	press(t, ctx, strings.Repeat(kb.Backspace, len(" SLOWx")))
	if s := until(t, ctx, typed, func(s edited) bool { return strings.HasSuffix(s.Value, "RETRUN o") }); s.Marked != "RETRUN" {
		t.Errorf("after that %+v is left", s)
	}
}

// reaches waits for a number.
func reaches(t *testing.T, what string, number *atomic.Int32, want int32) {
	t.Helper()
	for range 250 {
		if number.Load() == want {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("%s: %d, want %d", what, number.Load(), want)
}

// later lets an hour pass on the clock of the page.
const later = "() => { const now = Date.now; Date.now = () => now() + 3600e3; return true; }"

// leaves holds that Tab belongs to the text until Escape, and again once it changes.
func leaves(t *testing.T, ctx context.Context) {
	t.Helper()
	before := evaluate[edited](t, ctx, typed).Value
	press(t, ctx, kb.Tab)
	if s := evaluate[edited](t, ctx, typed); s.Focus != "editor" || s.Value == before {
		t.Errorf("Tab leads to %q, and the text is %q", s.Focus, s.Value)
	}
	press(t, ctx, kb.Escape)
	evaluate[bool](t, ctx, later) // for whoever takes their time
	press(t, ctx, kb.Tab)
	if s := evaluate[edited](t, ctx, typed); s.Focus != "submit" {
		t.Errorf("Escape and Tab lead to %q", s.Focus)
	}
	press(t, ctx, kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))
	press(t, ctx, kb.Escape)
	press(t, ctx, kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))
	if s := evaluate[edited](t, ctx, typed); s.Focus != "before" {
		t.Errorf("Escape and Shift-Tab lead to %q", s.Focus)
	}
	press(t, ctx, kb.Tab+kb.Escape+"x"+kb.Tab)
	if s := evaluate[edited](t, ctx, typed); s.Focus != "editor" {
		t.Errorf("Tab leads to %q after the text has changed", s.Focus)
	}
	press(t, ctx, "z", chromedp.KeyModifiers(chromedp.ModifierCtrl))
}

// submits holds that Ctrl-Enter sends the form, and that the way back keeps the text.
func submits(t *testing.T, ctx context.Context) {
	t.Helper()
	before := evaluate[edited](t, ctx, typed)
	press(t, ctx, kb.Enter, chromedp.KeyModifiers(chromedp.ModifierCtrl))
	s := until(t, ctx, typed, func(s edited) bool { return s.Asked != "" })
	if strings.ReplaceAll(s.Asked, "\r", "") != before.Value {
		t.Errorf("the form asks %q, want %q", s.Asked, before.Value)
	}
	evaluate[bool](t, ctx, "() => { setTimeout(() => history.back()); return true; }")
	s = until(t, ctx, typed, func(s edited) bool { return s.Shown == before.Value })
	if s.Shown != before.Value || s.Value != before.Value {
		t.Errorf("the way back shows %q and sends %q, want %q", s.Shown, s.Value, before.Value)
	}
}

// follows holds that the text is one with that of the form, whoever changes it, and
// that the textarea comes back with it.
func follows(t *testing.T, ctx context.Context, c console) {
	t.Helper()
	const text = "RETURN 1 // 一\nRETURN 2"
	evaluate[bool](t, ctx, "text => { editor.set(text); editor.focus(); return true; }", text)
	if s := evaluate[edited](t, ctx, typed); s.Value != text || s.Shown != text || s.Focus != "editor" {
		t.Errorf("a text that is set leaves %+v", s)
	}
	evaluate[bool](t, ctx, `() => { document.querySelector("form").reset(); return true; }`)
	if s := evaluate[edited](t, ctx, typed); s.Value != c.Statement || s.Shown != c.Statement {
		t.Errorf("a form that is reset leaves %+v", s)
	}
	evaluate[bool](t, ctx, "text => { editor.set(text); editor.remove(); return true; }", text)
	if s := evaluate[edited](t, ctx, typed); s.Value != text || s.Hidden || s.Shown != "" || !evaluate[bool](t, ctx, `() => document.querySelector("textarea").required`) {
		t.Errorf("an editor that is removed leaves %+v", s)
	}
}
