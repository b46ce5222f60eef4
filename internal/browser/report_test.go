package browser

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestReport looks at every page of the report of the example.
func TestReport(t *testing.T) {
	ctx := chromium(t)
	library := axe(t)
	program := filepath.Join(t.TempDir(), "tasuki")
	run(t, "go", "build", "-o", program, "tasuki/cmd/tasuki")
	for _, lang := range []string{"en", "ja"} {
		folder := filepath.Join(t.TempDir(), "review")
		run(t, program, "report", filepath.Join("..", "..", "examples", "pension"), "--lang", lang, "-o", folder)
		pages, err := filepath.Glob(filepath.Join(folder, "*.html"))
		if err != nil || len(pages) == 0 {
			t.Fatalf("the report has no page: %v", err)
		}
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			ctx := tab(t, ctx)
			sample := oneOfEachKind(pages)
			for _, w := range windows() {
				for _, page := range pages {
					t.Run(w.name+"/"+filepath.Base(page), func(t *testing.T) {
						look(t, ctx, w, page)
						if slices.Contains(sample, page) {
							accessible(t, ctx, library)
						}
					})
				}
			}
			t.Run("links", func(t *testing.T) { follow(t, ctx, folder, pages) })
			t.Run("filter", func(t *testing.T) { narrowDown(t, tab(t, ctx), filepath.Join(folder, "tasks.html")) })
			t.Run("length", func(t *testing.T) { measure(t, ctx, filepath.Join(folder, "index.html")) })
		})
	}
}

// look holds what every page keeps to in every window.
func look(t *testing.T, ctx context.Context, w window, page string) {
	open(t, ctx, w, page, "")
	if wide := probe[[]string](t, ctx, "wide"); len(wide) > 0 {
		t.Errorf("%d elements are wider than the window, such as %q", len(wide), wide[:min(5, len(wide))])
	}
	if small := probe[[]string](t, ctx, "small", 11); w.name == "telephone" && len(small) > 0 {
		t.Errorf("%d texts are smaller than 11 px, such as %q", len(small), small[:min(5, len(small))])
	}
}

// oneOfEachKind returns the first page of each kind, which is what the names of pages
// begin with: those of one kind are made alike, and axe-core needs seconds for each.
func oneOfEachKind(pages []string) (list []string) {
	seen := map[string]bool{}
	for _, page := range pages {
		kind, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(page), ".html"), "-")
		if !seen[kind] {
			list = append(list, page)
		}
		seen[kind] = true
	}
	return list
}

// measure holds how long the page is that a reader gets first, before anything on it
// is opened.
func measure(t *testing.T, ctx context.Context, page string) {
	const maxScreens, maxNodes, maxBytes = 12, 8000, 1_000_000
	w := windows()[0]
	open(t, ctx, w, page, "")
	size := evaluate[struct {
		Height int64
		Nodes  int
	}](t, ctx, `() => ({height: document.documentElement.scrollHeight, nodes: document.querySelectorAll("*").length})`)
	if size.Height > maxScreens*w.height {
		t.Errorf("the page is %.1f screens long, want at most %d", float64(size.Height)/float64(w.height), maxScreens)
	}
	if size.Nodes >= maxNodes {
		t.Errorf("the page has %d elements, want fewer than %d", size.Nodes, maxNodes)
	}
	info, err := os.Stat(page)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() >= maxBytes {
		t.Errorf("the page has %d bytes, want fewer than %d", info.Size(), maxBytes)
	}
}

func run(t *testing.T, program string, args ...string) []byte {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s", program, args, err, out)
	}
	return out
}
