package html

import (
	"bytes"
	"regexp"
	"strings"
)

// lineThrough is the value of the styles that strike out.
const lineThrough = "line-through"

// IsStrike reports whether an element strikes its text out.
func IsStrike(name string) bool { return name == "s" || name == "del" || name == "strike" }

// Strikes reports whether the attributes of a tag, as they are written, have a style
// that strikes out.
func Strikes(attributes string) bool {
	attributes = strings.ToLower(attributes)
	return strings.Contains(attributes, lineThrough) && strings.Contains(attributes, "style")
}

// maxClasses is how many classes that strike out are told apart.
const maxClasses = 1024

// ofClass matches what a rule is for where that is a class.
var ofClass = regexp.MustCompile(`\.([A-Za-z_][A-Za-z0-9_-]*)$`)

// strikingClasses returns the classes that the style sheets of a page let strike out:
// spreadsheet programs write the fonts of cells so. Only the class behind which a rule
// has no other element is taken from it.
func strikingClasses(page []byte) map[string]bool {
	var classes map[string]bool
	for at := beginOfStyles(page); at >= 0; at = beginOfStyles(page) {
		page = page[at:]
		end := bytes.Index(page, []byte("</"))
		if end < 0 {
			end = len(page)
		}
		for rule := range strings.SplitSeq(string(page[:end]), "}") {
			selectors, declared, _ := strings.Cut(rule, "{")
			if !strings.Contains(strings.ToLower(declared), lineThrough) {
				continue
			}
			for selector := range strings.SplitSeq(selectors, ",") {
				if m := ofClass.FindStringSubmatch(strings.TrimSpace(selector)); m != nil && len(classes) < maxClasses {
					if classes == nil {
						classes = map[string]bool{}
					}
					classes[m[1]] = true
				}
			}
		}
		page = page[end:]
	}
	return classes
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

// strikes counts the elements around a text that strike it out: those whose name says
// so and, since any element may by its style, the outermost of the others with the
// elements of its name in it.
type strikes struct {
	named int
	name  string
	depth int
}

func (s *strikes) begin(name string, styled bool) {
	switch {
	case IsStrike(name):
		s.named++
	case s.depth > 0 && name == s.name:
		s.depth++
	case s.depth == 0 && styled:
		s.name, s.depth = name, 1
	}
}

func (s *strikes) end(name string) {
	switch {
	case IsStrike(name):
		s.named = max(s.named-1, 0)
	case s.depth > 0 && name == s.name:
		s.depth--
	}
}

func (s *strikes) out() bool { return s.named > 0 || s.depth > 0 }
