package browser

import (
	"context"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// visit shows an address in a window.
func visit(t *testing.T, ctx context.Context, w window, address string) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(w.width, w.height), chromedp.Navigate(address)); err != nil {
		t.Fatalf("opening %s: %v", address, err)
	}
}

// press types on the keyboard, wherever it leads.
func press(t *testing.T, ctx context.Context, keys string, options ...chromedp.KeyOption) {
	t.Helper()
	// As a keyboard does it: a page that takes the press gets no character of it.
	raw := func(p *input.DispatchKeyEventParams) {
		if p.Type == kb.KeyDown {
			p.Type = kb.KeyRawDown
		}
	}
	if err := chromedp.Do(ctx, chromedp.KeyEvent(keys, append(options, raw)...)); err != nil {
		t.Fatalf("pressing %q: %v", keys, err)
	}
}

// listen collects what the page and the browser write to the console; what it returns
// holds that this is nothing.
func listen(t *testing.T, ctx context.Context) (quiet func()) {
	t.Helper()
	var lines []string
	var mutex sync.Mutex
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			mutex.Lock()
			lines = append(lines, m.String())
			mutex.Unlock()
		}
	}()
	return func() {
		t.Helper()
		mutex.Lock()
		defer mutex.Unlock()
		for _, line := range lines {
			t.Errorf("on the console: %s", line)
		}
	}
}
