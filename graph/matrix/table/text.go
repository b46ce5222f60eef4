package table

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"tasuki/graph/said"
)

// FirstOf lists the first of some texts in quotes, and says how many more there
// are.
func FirstOf(texts []string) said.Note {
	const most = 10
	list := make([]string, min(len(texts), most))
	for i := range list {
		list[i] = strconv.Quote(texts[i])
	}
	all := strings.Join(list, ", ")
	if more := len(texts) - len(list); more > 0 {
		return said.Notef("%s and %d more", all, more)
	}
	return said.Notef("%s", all)
}

// Cut returns the beginning of a text that is longer than some bytes, with an
// ellipsis.
func Cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for !utf8.RuneStart(text[most]) {
		most--
	}
	return strings.Clone(text[:most]) + "…"
}
