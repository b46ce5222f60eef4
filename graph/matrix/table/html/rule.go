package html

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// maxClasses is how many classes that strike out are told apart.
const maxClasses = 1024

var (
	// ofClass matches what a rule is for where that is a class.
	ofClass = regexp.MustCompile(`\.([A-Za-z_][A-Za-z0-9_-]*)$`)
	// aClass matches the classes that it names.
	aClass = regexp.MustCompile(`\.[A-Za-z_][A-Za-z0-9_-]*`)
	// comment matches what a style sheet says to people.
	comment = regexp.MustCompile(`(?s)/\*.*?(\*/|$)`)
)

// rule lets a class strike out, within elements of others.
type rule struct {
	class  string
	within []string
}

// strikingClasses returns the classes that the style sheets of a page let strike out:
// spreadsheet programs write the fonts of cells so. Only the class behind which a rule
// has no other element is taken from it, and only if the page uses the others that it
// names: those programs write them before each, and to read what is struck out would be
// worse than to keep it as unread.
func strikingClasses(page []byte) map[string]bool {
	var rules []rule
	rest := page
	for at := beginOfStyles(rest); at >= 0; at = beginOfStyles(rest) {
		rest = rest[at:]
		end := bytes.Index(rest, []byte("</"))
		if end < 0 {
			end = len(rest)
		}
		rules = append(rules, rulesOf(string(comment.ReplaceAll(rest[:end], nil)))...)
		rest = rest[end:]
	}
	classes, used := map[string]bool{}, usedOf(page, rules)
	for _, r := range rules {
		if len(classes) < maxClasses && !slices.ContainsFunc(r.within, func(class string) bool { return !used[class] }) {
			classes[r.class] = true
		}
	}
	return classes
}

// rulesOf returns the rules of a style sheet that strike out.
func rulesOf(sheet string) []rule {
	var rules []rule
	for text := range strings.SplitSeq(sheet, "}") {
		selectors, declared, _ := strings.Cut(text, "{")
		if !strings.Contains(strings.ToLower(declared), lineThrough) {
			continue
		}
		for selector := range strings.SplitSeq(selectors, ",") {
			selector = strings.TrimSpace(selector)
			if m := ofClass.FindStringSubmatchIndex(selector); m != nil {
				rules = append(rules, rule{selector[m[2]:m[3]], aClass.FindAllString(selector[:m[0]], -1)})
			}
		}
	}
	return rules
}

// usedOf returns which of the classes that rules are within a page uses, with their dots.
func usedOf(page []byte, rules []rule) map[string]bool {
	used := map[string]bool{}
	if !slices.ContainsFunc(rules, func(r rule) bool { return len(r.within) > 0 }) {
		return used
	}
	for _, r := range rules {
		for _, class := range r.within {
			used[class] = false
		}
	}
	z := html.NewTokenizer(bytes.NewReader(page))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if kind != html.StartTagToken {
			continue
		}
		for _, more := z.TagName(); more; {
			var key, value []byte
			if key, value, more = z.TagAttr(); string(key) != "class" {
				continue
			}
			for class := range strings.FieldsSeq(string(value)) {
				if _, wanted := used["."+class]; wanted {
					used["."+class] = true
				}
			}
		}
	}
	return used
}

// beginOfStyles returns the place behind the name of the first element that holds a
// style sheet, or -1.
func beginOfStyles(page []byte) int {
	for at := 0; ; {
		next := bytes.IndexByte(page[at:], '<')
		if next < 0 || at+next+len("<style") > len(page) {
			return -1
		}
		at += next + len("<style")
		if bytes.EqualFold(page[at-len("<style"):at], []byte("<style")) {
			return at
		}
		at -= len("style")
	}
}
