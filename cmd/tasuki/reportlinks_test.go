package main

import (
	"html"
	"regexp"
	"strings"
	"testing"
)

var (
	anyID      = regexp.MustCompile(` id="([^"]*)"`)
	anyPlace   = regexp.MustCompile(`<a id="([^"]*)"></a>`)
	anyLink    = regexp.MustCompile(`(?:href="|url\()#([^")]*)`)
	anyTarget  = regexp.MustCompile(`\]\(#([^)]*)\)`)
	anyHeading = regexp.MustCompile(`<h([1-6])[ >]`)
	anyRules   = regexp.MustCompile(`^(#+) `)
	anyPicture = regexp.MustCompile(`<(?:svg|img)[^>]*>`)
	anyNaming  = regexp.MustCompile(` (?:aria-label|alt|aria-hidden)="[^"]+"`)
)

// largestFile is the size from which GitHub shows no Markdown.
const largestFile = 512 << 10

// TestReportsLeadSomewhere checks the reports of the examples with all their
// drawings: every place has one name, every link within a report has a target,
// no heading skips a level downwards, and every picture has a text.
func TestReportsLeadSomewhere(t *testing.T) {
	for _, example := range examples() {
		for _, lang := range []string{"en", "ja"} {
			folder := t.TempDir()
			succeed(t, "report", example, "--lang", lang, "-o", folder)
			page, text := string(read(t, folder, "index.html")), string(read(t, folder, "report.md"))
			leadsSomewhere(t, page, anyID, anyLink)
			leadsSomewhere(t, text, anyPlace, anyTarget)
			var levels []int
			for _, h := range anyHeading.FindAllStringSubmatch(page, -1) {
				levels = append(levels, int(h[1][0]-'0'))
			}
			descends(t, "index.html", levels)
			levels = nil
			for line := range strings.Lines(text) {
				if h := anyRules.FindStringSubmatch(line); h != nil {
					levels = append(levels, len(h[1]))
				}
			}
			descends(t, "report.md", levels)
			for _, p := range anyPicture.FindAllString(page, -1) {
				if !anyNaming.MatchString(p) {
					t.Errorf("%s has no text", p)
				}
			}
			if strings.Contains(text, "![](") {
				t.Error("a picture of report.md has no text")
			}
			if len(text) >= largestFile {
				t.Errorf("report.md of %s has %d bytes, too many to be shown", example, len(text))
			}
		}
	}
}

// leadsSomewhere checks that a text has each place once, and that every link in
// it leads to one.
func leadsSomewhere(t *testing.T, text string, place, link *regexp.Regexp) {
	t.Helper()
	places := map[string]bool{}
	for _, p := range place.FindAllStringSubmatch(text, -1) {
		if places[p[1]] {
			t.Errorf("two places are called %q", p[1])
		}
		places[p[1]] = true
	}
	links := link.FindAllStringSubmatch(text, -1)
	if len(links) == 0 {
		t.Error("nothing leads anywhere")
	}
	for _, l := range links {
		if !places[html.UnescapeString(l[1])] {
			t.Errorf("no place is called %q", l[1])
		}
	}
}

// descends checks that the levels of headings begin with 1 and go down one at a
// time.
func descends(t *testing.T, name string, levels []int) {
	t.Helper()
	last := 0
	for i, n := range levels {
		if n > last+1 {
			t.Errorf("heading %d of %s has the level %d below one of %d", i+1, name, n, last)
		}
		last = n
	}
}
