package browser

import (
	"context"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// linked is what testdata/links.js tells of a page.
type linked struct {
	IDs    []string `json:"ids"`
	Links  []string `json:"links"`
	Bare   int      `json:"bare"`
	Labels int      `json:"labels"`
	Idle   []string `json:"idle"`
}

// follow holds that every link of every page leads to a file of the report and a place
// in it, and that labels in drawings lead where their boxes do; some are clicked.
func follow(t *testing.T, ctx context.Context, folder string, pages []string) {
	told := map[string]linked{}
	labels, links := 0, 0
	for _, page := range pages {
		open(t, ctx, windows()[0], page, "")
		name := filepath.Base(page)
		p := probe[linked](t, ctx, "links")
		if len(p.Idle) > 0 || p.Bare > 0 {
			t.Errorf("%s: %d links lead nowhere, and %d labels not where their boxes lead, such as %q", name, p.Bare, len(p.Idle), p.Idle[:min(5, len(p.Idle))])
		}
		told[name] = p
		labels += p.Labels
		links += len(p.Links)
	}
	if labels < 100 || links < 1000 {
		t.Errorf("the pages have %d labels on boxes and %d links only", labels, links)
	}
	for name, p := range told {
		for _, link := range p.Links {
			if why := astray(folder, name, link, told); why != "" {
				t.Errorf("%s: the link %s %s", name, link, why)
			}
		}
	}
	clicked := 0
	for _, page := range pages {
		if told[filepath.Base(page)].Labels > 0 && clicked < 12 {
			clicked += click(t, ctx, page)
		}
	}
	if clicked == 0 {
		t.Error("no label in a drawing was clicked")
	}
}

// astray says why a link of a page leads to nothing, "" when it leads somewhere.
func astray(folder, page, link string, told map[string]linked) string {
	to, err := url.Parse(link)
	switch {
	case err != nil:
		return "is no address"
	case to.Scheme == "https":
		return ""
	case to.Scheme != "" || to.Host != "":
		return "leaves the report"
	}
	file := to.Path
	if file == "" {
		file = page
	}
	p, ok := told[file]
	if !ok {
		if _, err := os.Stat(filepath.Join(folder, file)); err != nil {
			return "leads to no file of the report"
		}
		return ""
	}
	if to.Fragment != "" && !slices.Contains(p.IDs, to.Fragment) {
		return "leads to no place of the page"
	}
	return ""
}

// hit is what testdata/click.js tells of a click.
type hit struct {
	Says  string `json:"says"`
	Wants string `json:"wants"`
	Hits  string `json:"hits"`
}

// click follows the first and the fifth label that leads somewhere, and counts them.
func click(t *testing.T, ctx context.Context, page string) (clicked int) {
	for _, number := range []int{0, 4} {
		open(t, ctx, windows()[0], page, "")
		before, err := chromedp.Run(ctx, chromedp.Location())
		if err != nil {
			t.Fatal(err)
		}
		a := probe[*hit](t, ctx, "click", number)
		if a == nil {
			break
		}
		if a.Wants == "" || a.Hits != a.Wants {
			t.Errorf("%s: a click on %q hits what leads to %q, want %q", filepath.Base(page), a.Says, a.Hits, a.Wants)
			continue
		}
		clicked++
		if at := arrives(t, ctx, before, a.Wants); at != "" {
			t.Errorf("%s: a click on %q leads to %s, want %s", filepath.Base(page), a.Says, at, a.Wants)
		}
	}
	return clicked
}

// arrives waits until the browser is where a link leads, and returns where it is when
// it does not get there.
func arrives(t *testing.T, ctx context.Context, before, link string) string {
	t.Helper()
	from, err := url.Parse(before)
	if err != nil {
		t.Fatal(err)
	}
	to, err := from.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	at := ""
	for range 100 {
		// While the browser goes from page to page there is none to ask.
		if now, err := chromedp.Run(ctx, chromedp.Location()); err == nil {
			at = now
		}
		if at == to.String() {
			return ""
		}
		time.Sleep(20 * time.Millisecond)
	}
	return at
}
