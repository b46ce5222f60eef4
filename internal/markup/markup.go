package markup

import (
	"crypto/sha256"
	"encoding/base64"
	"html"
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
	policy    = regexp.MustCompile(`script-src '(sha256-[^']*)'`)
)

// markup is what has been seen of a page.
type markup struct {
	t     *testing.T
	open  []string // elements
	ids   map[string]bool
	links []string // the ids that links lead to
	level int      // of the last heading
}

// CheckMarkup checks that every tag of a page is closed in order, that no id
// stands twice, that every link within the page has a target, that no heading
// skips a level downwards, that every drawing and image is named, and that the
// page loads nothing and runs nothing but the one script that its policy names,
// if it has one.
func CheckMarkup(t *testing.T, page string) {
	t.Helper()
	m := &markup{t: t, ids: map[string]bool{}}
	page = strings.TrimPrefix(page, "<!DOCTYPE html>")
	checkScript(t, page)
	page = scripts.ReplaceAllString(page, "")
	rest := Tag.ReplaceAllStringFunc(styles.ReplaceAllString(page, ""), func(s string) string {
		m.tag(Tag.FindStringSubmatch(s))
		return ""
	})
	if len(m.open) > 0 {
		t.Errorf("never closed: %v", m.open)
	}
	if i := strings.IndexByte(rest, '<'); i >= 0 {
		t.Errorf("no tag: %.40q", rest[i:])
	}
	for _, l := range m.links {
		if !m.ids[l] {
			t.Errorf("nothing on the page has the id %q that a link leads to", l)
		}
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
	if name == "svg" && !closes && !strings.Contains(parts[3], ` aria-label="`) || name == "img" && !strings.Contains(parts[3], ` alt="`) {
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
	case key == "href" && strings.HasPrefix(value, "#"):
		m.links = append(m.links, value[1:])
	case key == "src", key == "href", strings.HasPrefix(key, "on"):
		m.t.Errorf("<%s> has %s=%q", element, key, value)
	}
}

// TextOf returns the text of a page without its tags, its lines free to break.
func TextOf(page string) string {
	return strings.ReplaceAll(html.UnescapeString(Tag.ReplaceAllString(page, "")), "\u00a0%", " %")
}
