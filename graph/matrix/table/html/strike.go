package html

import "strings"

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

// strikes counts the elements around a text that strike it out: those whose name says
// so and, since any element may by its style, the outermost of the others with the
// elements of its name in it.
type strikes struct {
	named int
	name  string
	depth int
	lists int // in it, where it is an item of one
}

func (s *strikes) begin(name string, styled bool) {
	switch {
	case IsStrike(name):
		s.named++
	case s.depth > 0 && isItem(s.name):
		if isList(name) {
			s.lists++
		}
	case s.depth > 0 && name == s.name:
		s.depth++
	case s.depth == 0 && styled:
		s.name, s.depth, s.lists = name, 1, 0
	}
}

// imply ends a paragraph or item that has no end tag where an element begins that cannot
// stand in it.
func (s *strikes) imply(name string) {
	if s.name == "p" && isBlock(name) || isItem(s.name) && isItem(name) && s.lists == 0 {
		s.depth = 0
	}
}

func (s *strikes) end(name string) {
	switch {
	case IsStrike(name):
		s.named = max(s.named-1, 0)
	case s.depth == 0:
	case s.name == "p" && isBlock(name):
		s.depth = 0
	case isItem(s.name):
		switch {
		case isList(name) && s.lists > 0:
			s.lists--
		case s.lists == 0 && (isList(name) || isItem(name)):
			s.depth = 0
		}
	case name == s.name:
		s.depth--
	}
}

func (s *strikes) out() bool { return s.named > 0 || s.depth > 0 }
