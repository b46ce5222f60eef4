package markdown

import (
	"strings"

	"tasuki/graph/matrix/table/html"
)

// tags are the elements around a place that strike it out: those whose name says so
// and, of those that do by their style, one with the elements of its name in it.
type tags struct {
	named  int
	styled string
	depth  int
}

// tag takes a tag of HTML.
func (in *inline) tag(name, tag string) {
	ends, t := strings.HasPrefix(tag, "</"), &in.open
	struck := 0
	switch {
	case name == "br":
		in.add("\n")
	case html.IsStrike(name) && !ends:
		t.named, struck = t.named+1, 1
	case html.IsStrike(name) && t.named > 0:
		t.named, struck = t.named-1, -1
	case t.depth > 0 && name == t.styled && ends:
		if t.depth--; t.depth == 0 {
			struck = -1
		}
	case t.depth > 0 && name == t.styled:
		t.depth++
	case t.depth == 0 && !ends && html.Strikes(tag):
		t.styled, t.depth, struck = name, 1, 1
	}
	if struck != 0 {
		in.pieces = append(in.pieces, piece{strikes: struck})
	}
}

// joined returns the texts of pieces, those beside each other that are struck out, or
// not, as one.
func joined(pieces []piece) []piece {
	var list []piece
	var text strings.Builder
	depth, struck := 0, false
	end := func() {
		if text.Len() > 0 {
			list = append(list, piece{text: text.String(), struck: struck})
			text.Reset()
		}
	}
	for _, p := range pieces {
		depth += p.strikes
		if is := p.struck || depth > 0; p.text != "" && is != struck {
			end()
			struck = is
		}
		text.WriteString(p.text)
	}
	end()
	if depth != 0 { // of elements that begin or end here alone
		list = append(list, piece{strikes: depth})
	}
	return list
}
