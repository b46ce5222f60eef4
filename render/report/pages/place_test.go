package pages

import (
	"strings"
	"testing"
)

// A link leads within its page, into another file, or nowhere.
func TestHref(t *testing.T) {
	places := Places{"a": "index.html", "b": "flow-50%25 & \"x\".html"}
	for _, c := range []struct{ from, href, want string }{
		{"index.html", "#a", "#a"}, {"tasks.html", "#a", "index.html#a"}, {"index.html", "#b", "flow-50%2525%20&%20%22x%22.html#b"},
		{"index.html", "#c", ""}, {"index.html", "https://example.org/#a", "https://example.org/#a"},
	} {
		if got := places.Href(c.from, c.href); got != c.want {
			t.Errorf("from %s, %s leads to %q, want %q", c.from, c.href, got, c.want)
		}
	}
	svg := `<a href="#a"><use href="#arrow"/></a>`
	if got, want := string(places.Drawing("tasks.html", []byte(svg))), `<a href="index.html#a"><use href="#arrow"/></a>`; got != want {
		t.Errorf("the drawing is %s, want %s", got, want)
	}
}

// Names of files differ for every file system, hold nothing of a path, and fit.
func TestFileNames(t *testing.T) {
	apart, seen := Apart{}, map[string]string{}
	for _, id := range []string{"fault", "Fault", "FAULT", "../fault", "a/b", "a\\b", "故障", strings.Repeat("故", 100), strings.Repeat("故", 101), "a b", "a%20b", "ﬁx", "fix", "ſ", "s"} {
		name := apart.Name(FlowPage(id), ".html", id)
		if other, taken := seen[strings.ToLower(strings.ToUpper(name))]; taken {
			t.Errorf("%q and %q are both %s", id, other, name)
		}
		seen[strings.ToLower(strings.ToUpper(name))] = id
		if strings.ContainsAny(name, `/\`) || len(name) > 255 || !strings.HasPrefix(name, "flow-") || !strings.HasSuffix(name, ".html") {
			t.Errorf("%q is %q", id, name)
		}
	}
}
