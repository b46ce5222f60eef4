package markup

import (
	"crypto/sha256"
	"encoding/base64"
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// What the checks look for. Tag is the beginning or the end of an element.
var (
	Tag       = regexp.MustCompile(`<(/?)([a-zA-Z0-9]+)((?:\s+[a-zA-Z:-]+(?:="[^"<]*")?)*)\s*(/?)>`)
	attribute = regexp.MustCompile(`([a-zA-Z:-]+)="([^"]*)"`)
	styles    = regexp.MustCompile(`<style>[^<]*</style>`)
	scripts   = regexp.MustCompile(`(?s)<script>(.*?)</script>`)
	linked    = regexp.MustCompile(` (?:xlink:)?href="([^"]*)"`)
	policy    = regexp.MustCompile(`script-src '(sha256-[^']*)'`)
)

// markup is what has been seen of a page.
type markup struct {
	t     *testing.T
	open  []string // elements
	ids   map[string]bool
	links []string // the ids that links lead to, or files and ids
	level int      // of the last heading
}

// CheckMarkup checks that every tag of a page is closed in order, that no id
// stands twice, that every link has a target on the page, that no heading
// skips a level downwards, that every drawing and image is named, and that the
// page loads nothing and runs nothing but the one script that its policy names,
// if it has one.
func CheckMarkup(t *testing.T, page string) {
	t.Helper()
	CheckPages(t, map[string]string{"": page}, nil)
}

// CheckPages checks pages, by their files, as [CheckMarkup] does. A link may lead to
// another of them, and so may one of the drawings beside them, which must lead to one.
func CheckPages(t *testing.T, pages, drawings map[string]string) {
	t.Helper()
	seen := map[string]*markup{}
	for file, page := range pages {
		m := &markup{t: t, ids: map[string]bool{}}
		m.page(page)
		seen[file] = m
	}
	check := func(from string, links []string) {
		for _, l := range links {
			file, id, named := strings.Cut(html.UnescapeString(l), "#")
			if file == "" {
				file = from
			} else if path, err := url.PathUnescape(file); err == nil {
				file = path
			}
			if m := seen[file]; m == nil || named && !m.ids[id] {
				t.Errorf("%q leads to %q, which nothing is", from, l)
			}
		}
	}
	for file, m := range seen {
		check(file, m.links)
	}
	for file, drawing := range drawings {
		var links []string
		for _, found := range linked.FindAllStringSubmatch(drawing, -1) {
			links = append(links, found[1])
		}
		check(file, links)
	}
}

// page takes in a page.
func (m *markup) page(page string) {
	m.t.Helper()
	page = strings.TrimPrefix(page, "<!DOCTYPE html>")
	checkScript(m.t, page)
	page = scripts.ReplaceAllString(page, "")
	rest := Tag.ReplaceAllStringFunc(styles.ReplaceAllString(page, ""), func(s string) string {
		m.tag(Tag.FindStringSubmatch(s))
		return ""
	})
	if len(m.open) > 0 {
		m.t.Errorf("never closed: %v", m.open)
	}
	if i := strings.IndexByte(rest, '<'); i >= 0 {
		m.t.Errorf("no tag: %.40q", rest[i:])
	}
}

// checkScript checks that a page has no script, or one that its policy knows by
// its sum.
func checkScript(t *testing.T, page string) {
	t.Helper()
	all, allowed := scripts.FindAllStringSubmatch(page, -1), policy.FindStringSubmatch(page)
	if n := strings.Count(page, "<script"); n == 0 && allowed == nil {
		return
	} else if n != 1 || len(all) != 1 || allowed == nil {
		t.Fatalf("the page has %d scripts, its policy is %v", n, allowed)
	}
	sum := sha256.Sum256([]byte(all[0][1]))
	if want := "sha256-" + base64.StdEncoding.EncodeToString(sum[:]); html.UnescapeString(allowed[1]) != want {
		t.Errorf("the policy allows %s, the script is %s", allowed[1], want)
	}
	for _, reaches := range []string{"http", "fetch", "import", "XMLHttp", "innerHTML", "eval", "src"} {
		if strings.Contains(all[0][1], reaches) {
			t.Errorf("the script says %q", reaches)
		}
	}
}

// tag takes in a tag: its slash, its name, its attributes, the slash at its end.
func (m *markup) tag(parts []string) {
	name, closes := parts[2], parts[1] != ""
	named := strings.Contains(parts[3], ` aria-label="`) || strings.Contains(parts[3], ` aria-hidden="true"`)
	if name == "svg" && !closes && !named || name == "img" && !strings.Contains(parts[3], ` alt="`) {
		m.t.Errorf("<%s%s> has no name", name, parts[3])
	}
	for _, a := range attribute.FindAllStringSubmatch(parts[3], -1) {
		m.attribute(name, a[1], a[2])
	}
	if len(name) == 2 && name[0] == 'h' && '1' <= name[1] && name[1] <= '6' && !closes {
		n := int(name[1] - '0')
		if n > m.level+1 {
			m.t.Errorf("a heading of level %d follows one of level %d", n, m.level)
		}
		m.level = n
	}
	switch {
	case name == "meta" || name == "input" || parts[4] != "":
	case !closes:
		m.open = append(m.open, name)
	case len(m.open) == 0 || m.open[len(m.open)-1] != name:
		m.t.Errorf("</%s> closes %v", name, m.open)
	default:
		m.open = m.open[:len(m.open)-1]
	}
}

func (m *markup) attribute(element, key, value string) {
	switch {
	case key == "id" && m.ids[value]:
		m.t.Errorf("the id %q stands twice", value)
	case key == "id":
		m.ids[value] = true
	case (key == "href" || key == "xlink:href") && !strings.Contains(value, ":"):
		m.links = append(m.links, value)
	case key == "src", key == "href", strings.HasPrefix(key, "on"):
		m.t.Errorf("<%s> has %s=%q", element, key, value)
	}
}

// TextOf returns the text of a page without its tags, its lines free to break.
func TextOf(page string) string {
	return strings.ReplaceAll(html.UnescapeString(Tag.ReplaceAllString(page, "")), "\u00a0%", " %")
}
