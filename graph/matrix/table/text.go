package table

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// FirstOf lists the first of some texts in quotes, and says how many more there
// are.
func FirstOf(texts []string) string {
	const most = 10
	list := make([]string, min(len(texts), most))
	for i := range list {
		list[i] = strconv.Quote(texts[i])
	}
	all := strings.Join(list, ", ")
	if more := len(texts) - len(list); more > 0 {
		all += fmt.Sprintf(" and %d more", more)
	}
	return all
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
