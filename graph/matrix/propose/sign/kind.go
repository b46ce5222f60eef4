package sign

import (
	"strings"
	"unicode"

	"tasuki/graph/matrix/cell"
)

// Kind is what a cell holds, as far as it shows.
type Kind byte

// The kinds of cells.
const (
	Empty Kind = iota // nothing, or a glyph that fills an empty cell
	Text
	Word // a text as short as a mark
	Mark
	Noted   // a letter with a number: a mark where marks stand, and an ID elsewhere
	Unknown // a sign that nothing is known of: a mark, if it stands where marks do
)

// Kinds knows what cells hold where glyphs mean what a table says.
type Kinds struct {
	table cell.Table
	seen  map[string]Kind
}

// NewKinds returns what is known by a table.
func NewKinds(table cell.Table) *Kinds { return &Kinds{table, map[string]Kind{}} }

// Of returns what a cell holds. Sheets repeat themselves, so it remembers.
func (k *Kinds) Of(text string) Kind {
	switch {
	case text == "":
		return Empty
	case len(text) > cell.Longest && strings.TrimSpace(text) != "":
		return Text
	}
	kind, known := k.seen[text]
	if known {
		return kind
	}
	switch c, ok := k.table.Read(text); {
	case !ok && len(k.table.Either(text)) > 0:
		kind = Mark
	case ok && c.Numbered && c.IsMark():
		kind = Noted
	case ok && c.IsMark():
		kind = Mark
	case ok:
		kind = Empty
	case cell.IsSymbol(cell.Fold(text)) || isDash(text):
		kind = Unknown
	case isWord(text):
		kind = Word
	default:
		kind = Text
	}
	k.seen[text] = kind
	return kind
}

// isWord reports whether a text is short enough for a mark: one letter, or two
// of the Latin alphabet, or a filler.
func isWord(text string) bool {
	if len(text) > cell.Longest {
		return false
	}
	n, wide := 0, 0
	for _, r := range cell.Fold(text) {
		if unicode.IsNumber(r) {
			return false
		}
		if n++; r > unicode.MaxLatin1 {
			wide++
		}
	}
	return n == 1 || n == 2 && wide == 0 || IsFiller(text)
}
