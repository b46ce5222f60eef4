package odf

import (
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// styles are the names of styles that say something beside the texts.
type styles struct {
	struck map[string]bool // texts are struck out
	bold   map[string]bool // texts are in bold type
	hidden map[string]bool // the table is not shown
	name   string          // of the style that is read
}

func (s *styles) visit(t *parts.Token) error {
	if t.Kind != parts.Start {
		return nil
	}
	switch string(t.Name) {
	case "style":
		s.name = t.Prefixed("name")
	case "text-properties":
		if t.Prefixed("font-weight") == "bold" {
			if err := note(&s.bold, s.name); err != nil {
				return err
			}
		}
		if strikes(t) {
			return note(&s.struck, s.name)
		}
	case "table-properties":
		if t.Prefixed("display") == "false" {
			return note(&s.hidden, s.name)
		}
	}
	return nil
}

// note adds the name of a style to a set.
func note(set *map[string]bool, name string) error {
	if *set == nil {
		*set = map[string]bool{}
	}
	if (*set)[name] = true; len(*set) > MaxStyles {
		return said.Errorf("more than %d styles strike out, hide or are bold; save the table as CSV", MaxStyles)
	}
	return nil
}

// strikes reports whether the properties of a text strike it out. Either attribute
// may be left out.
func strikes(t *parts.Token) bool {
	style, kind := t.Prefixed("text-line-through-style"), t.Prefixed("text-line-through-type")
	return style != "none" && kind != "none" && style+kind != ""
}
