package render_test

import (
	"html"
	"regexp"
	"strings"
	"testing"
)

var (
	tag       = regexp.MustCompile(`<(/?)([a-zA-Z0-9]+)((?:\s+[a-zA-Z:-]+(?:="[^"<]*")?)*)\s*(/?)>`)
	attribute = regexp.MustCompile(`([a-zA-Z:-]+)="([^"]*)"`)
)

// checkMarkup checks that every tag of a page is closed in order, that no id
// stands twice, that every link within the page has a target, that no heading
// skips a level downwards, and that the page loads nothing and runs nothing.
func checkMarkup(t *testing.T, page string) {
	t.Helper()
	void := map[string]bool{"meta": true, "br": true}
	var open, links []string
	ids, level := map[string]bool{}, 0
	_, body, _ := strings.Cut(page, "</style>")
	head := page[:len(page)-len(body)]
	rest := tag.ReplaceAllStringFunc(regexp.MustCompile(`<style>[^<]*</style>`).ReplaceAllString(head, "")+body, func(s string) string {
		m := tag.FindStringSubmatch(s)
		name := m[2]
		for _, a := range attribute.FindAllStringSubmatch(m[3], -1) {
			switch key, value := a[1], a[2]; {
			case key == "id" && ids[value]:
				t.Errorf("the id %q stands twice", value)
			case key == "id":
				ids[value] = true
			case key == "href" && strings.HasPrefix(value, "#"):
				links = append(links, value[1:])
			case key == "src", key == "href", strings.HasPrefix(key, "on"):
				t.Errorf("<%s> has %s=%q", name, key, value)
			}
		}
		if len(name) == 2 && name[0] == 'h' && '1' <= name[1] && name[1] <= '6' && m[1] == "" {
			if n := int(name[1] - '0'); n > level+1 {
				t.Errorf("a heading of level %d follows one of level %d", n, level)
			} else {
				level = n
			}
		}
		switch {
		case void[name] || m[4] != "":
		case m[1] == "":
			open = append(open, name)
		case len(open) == 0 || open[len(open)-1] != name:
			t.Errorf("</%s> closes %v", name, open)
		default:
			open = open[:len(open)-1]
		}
		return ""
	})
	if len(open) > 0 {
		t.Errorf("never closed: %v", open)
	}
	if i := strings.IndexByte(strings.Replace(rest, "<!DOCTYPE html>", "", 1), '<'); i >= 0 {
		t.Errorf("no tag: %.40q", strings.Replace(rest, "<!DOCTYPE html>", "", 1)[i:])
	}
	for _, l := range links {
		if !ids[l] {
			t.Errorf("nothing on the page has the id %q that a link leads to", l)
		}
	}
}

// textOf returns the text of a page without its tags.
func textOf(page string) string { return html.UnescapeString(tag.ReplaceAllString(page, "")) }
