package browser

import (
	"context"
	"encoding/json"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tasuki/internal/seeds"

	"github.com/chromedp/chromedp"
)

// patience bounds a whole run: a browser that hangs ends the test.
const patience = 10 * time.Minute

// window is a size of the browser's window, in CSS pixels.
type window struct {
	name          string
	width, height int64
}

func windows() []window { return []window{{"desk", 1280, 800}, {"telephone", 390, 844}} }

// chromium starts a browser with one empty page, and ends it with the test. Where
// there is none the test is skipped, but for the run that decides on a change.
func chromium(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("skipped: a browser takes its time; run without -short")
	}
	if seeds.Race {
		t.Skip("skipped: a page takes several times as long under the race detector; scripts/test runs this without it")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		without(t, "there is no Chromium; install the package chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("hide-scrollbars", true), chromedp.WSURLReadTimeout(time.Minute))
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("starting %s: %v", path, err)
	}
	return ctx
}

// tab opens a page of its own in the browser, with a way back of its own.
func tab(t *testing.T, ctx context.Context) context.Context {
	t.Helper()
	ctx, cancel := chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("opening a tab: %v", err)
	}
	return ctx
}

// without says what is missing: a failure where every test must run, one line
// elsewhere.
func without(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(what)
	}
	t.Skip("skipped: " + what)
}

// open shows a file in a window, at a place of it or "" for its beginning.
func open(t *testing.T, ctx context.Context, w window, file, place string) {
	t.Helper()
	err := chromedp.Do(ctx, chromedp.EmulateViewport(w.width, w.height), chromedp.Navigate("about:blank"), chromedp.Navigate(address(file)+place))
	if err != nil {
		t.Fatalf("opening %s: %v", file, err)
	}
}

func address(file string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String()
}

// probe runs testdata/NAME.js, which is a function, on the page that is shown, and
// returns what it returns or promises.
func probe[T any](t *testing.T, ctx context.Context, name string, args ...any) T {
	t.Helper()
	script, err := os.ReadFile(filepath.Join("testdata", name+".js"))
	if err != nil {
		t.Fatal(err)
	}
	return evaluate[T](t, ctx, string(script), args...)
}

// evaluate calls a function of JavaScript.
func evaluate[T any](t *testing.T, ctx context.Context, function string, args ...any) T {
	t.Helper()
	var list []string
	for _, a := range args {
		text, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, string(text))
	}
	answer, err := chromedp.Run(ctx, chromedp.Evaluate[T]("("+strings.TrimSpace(function)+"\n)("+strings.Join(list, ", ")+")", chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("asking the page: %v", err)
	}
	return answer
}
