package band

import (
	"slices"
	"strings"
	"unicode"

	"tasuki/graph/matrix"
	"tasuki/graph/pattern"
)

var (
	footnote   = pattern.Lazy(`^([*＊†‡※]|注|備考|(?i:notes?|n\.?b\.?|remarks?|legend|key)\b|凡例)`)
	totalWords = pattern.Lazy(`^(?i:(grand |sub)?-?totals?|sum|count|number of)\b|^(総?合計|総計|小計|計)([\s:：(（]|$|数)`)
)

// IsRemark reports whether a row of some texts, none of them a mark, is a footnote or
// a total, which is neither a task nor a heading.
func IsRemark(texts []string) bool {
	return len(texts) == 1 && matrix.Plain(texts[0]) == texts[0] && footnote().MatchString(texts[0]) || IsTotal(texts)
}

// IsTotal reports whether the texts of a row count something: with numbers behind, or
// short, since tasks begin with such words too.
func IsTotal(texts []string) bool {
	short := len(strings.Fields(texts[0])) < 3
	return (short || len(texts) > 1) && totalWords().MatchString(texts[0]) && !slices.ContainsFunc(texts[1:], func(text string) bool {
		return strings.IndexFunc(text, unicode.IsLetter) >= 0
	})
}
