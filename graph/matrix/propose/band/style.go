package band

import (
	"strings"
	"unicode"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
	"tasuki/graph/pattern"
)

// Style is what a row that is a heading looks like. Bands of one style have one
// level.
type Style struct {
	column               int
	merged, bold, upper  bool
	signed, phase, colon bool
	depth                int // how many numbers its number consists of
}

// Says reports whether the text alone says that it is a heading.
func (s Style) Says() bool {
	return s.bold || s.upper || s.signed || s.phase || s.colon || s.depth > 0
}

// Looks is what a style says apart from where it stands.
func (s Style) Looks() Style {
	s.column, s.merged = 0, false
	return s
}

var (
	itemNumber = pattern.Lazy(`^([0-9]+|[A-Z])([.．\-][0-9]+)*`)
	bandNumber = pattern.Lazy(`^([0-9]+([.．\-][0-9]+)*([.．:)）]|[.．:)）]?\s)|([A-Z]|[IVX]+)[.．:)）]|第[0-9０-９一二三四五六七八九十]+|[(（][0-9０-９]+[)）]|[①-⑳])`)
	bandPhase  = pattern.Lazy(`^(?i:phase|stage|part|section|step)\s+([0-9]+|[A-Z]|[IVX]+)\b|^(フェーズ|工程|ステージ)\s*[0-9０-９]`)
)

// manyLetters is how many capitals a heading in capitals has at least: ICT has fewer.
const manyLetters = 4

// Of returns what a text in a row looks like.
func Of(row table.Row, column int) Style {
	text := matrix.Fold(row.Cell(column))
	plain := matrix.Plain(text)
	s := Style{column: column, merged: row.Copied(column + 1), bold: plain != text || row.IsBold(), upper: isUpper(plain)}
	s.signed = strings.ContainsRune("■◆●▼▶§【《＜[<#", []rune(plain + " ")[0])
	s.colon = strings.HasSuffix(plain, ":") || strings.HasSuffix(plain, "：")
	s.phase = bandPhase().MatchString(plain)
	if number := bandNumber().FindString(plain); number != "" {
		s.depth = 1 + strings.Count(itemNumber().FindString(plain), ".")
	}
	return s
}

func isUpper(text string) bool {
	n := 0
	for _, r := range text {
		if unicode.IsLower(r) || r > unicode.MaxLatin1 && unicode.IsLetter(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= manyLetters
}

// Numbered returns the style of a heading that has a number of its own in a column.
func Numbered(column int, number string) Style {
	return Style{column: column, depth: 1 + strings.Count(strings.TrimRight(number, "."), ".")}
}
