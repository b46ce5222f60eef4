package html

// around counts the elements around a text that show it in some way, such as struck out:
// those whose name says so and, since any element may by its style, the outermost of the
// others with the elements of its name in it.
type around struct {
	named int
	name  string
	depth int
	lists int // in it, where it is an item of one
}

func (s *around) begin(name string, named, styled bool) {
	switch {
	case named:
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
func (s *around) imply(name string) {
	if s.name == "p" && isBlock(name) || isItem(s.name) && isItem(name) && s.lists == 0 {
		s.depth = 0
	}
}

func (s *around) end(name string, named bool) {
	switch {
	case named:
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

func (s *around) on() bool { return s.named > 0 || s.depth > 0 }
