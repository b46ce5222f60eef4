package band

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
	"tasuki/graph/pattern"
)

var leadingNumber = pattern.Lazy(`^[0-9]+`)

// Titles returns the lines whose words and letters are headings although they could
// be marks: those that name roles under headings of parties, and those that name
// parties, one of which is called as a mark is ("Support").
func Titles(rows []table.Row, isMark func(text string) bool) map[int]bool {
	lines := map[int]bool{}
	var above []string
	first, known := true, map[string]bool{} // whether no row had several texts; the titles
	for _, row := range rows {
		texts := Texts(row)
		if len(texts) == 0 {
			above = nil
			continue
		}
		key := strings.Join(texts, "\x00")
		roles := len(above) > 1 && NamesRoles(row, texts) && !slices.ContainsFunc(above, isMark)
		alone := len(texts) > 1 && (first || above == nil)
		if known[key] || roles || alone && namesParties(texts, isMark) || first && word.IsCorner(texts[0]) && len(texts) > 2 {
			lines[row.Line], known[key] = true, true
		}
		above, first = texts, first && len(texts) < 2
	}
	return lines
}

// NamesRoles reports whether all texts of a row are roles, none in the first column,
// two of them different and one there twice.
func NamesRoles(row table.Row, texts []string) bool {
	seen := map[graph.Role]bool{}
	for _, text := range texts {
		role, ok := word.RoleOf(text)
		if !ok {
			return false
		}
		seen[role] = true
	}
	return len(texts) > len(seen) && len(texts) > 2 && (row.Own(1) == "" || row.Copied(1))
}

// namesParties reports whether some of the texts behind the first are words that
// could be marks, and at least as many cannot be.
func namesParties(texts []string, isMark func(string) bool) bool {
	words, others := 0, 0
	for _, text := range texts[1:] {
		switch {
		case !isMark(text):
			others++
		case utf8.RuneCountInString(text) > 3 || text[0] >= utf8.RuneSelf && utf8.RuneCountInString(text) > 1:
			words++
		default:
			return false
		}
	}
	return words > 0 && others >= words
}

// Texts returns the texts of a row, white space folded, without those that a
// merged range copied.
func Texts(row table.Row) []string {
	var texts []string
	for i, cell := range row.Cells {
		if text := matrix.Fold(cell); text != "" && !row.Copied(i+1) {
			texts = append(texts, text)
		}
	}
	return texts
}

// RolesOver returns the roles that a row names over some columns, each down to the
// next on its right; nil unless there are several, and a role for each name that
// stands there twice.
func RolesOver(row table.Row, names map[int]string) map[int]graph.Role {
	roles, seen, role := map[int]graph.Role{}, map[graph.Role]bool{}, graph.Role("")
	for column := 1; column <= len(row.Cells) || names[column] != ""; column++ {
		if text := matrix.Fold(row.Cell(column)); text != "" && !row.Copied(column) {
			role, _ = word.RoleOf(text)
		}
		if role != "" && names[column] != "" {
			roles[column], seen[role] = role, true
		}
	}
	if len(seen) < 2 {
		return nil
	}
	return roles
}

// NumbersUnder reports whether a row has a number left of column first where the row
// above has a heading: then it is a task.
func NumbersUnder(row, above table.Row, first int) bool {
	for column := 1; column < first; column++ {
		heading := matrix.Fold(above.Cell(column))
		if leadingNumber().MatchString(matrix.Fold(row.Cell(column))) && heading != "" && !leadingNumber().MatchString(heading) {
			return true
		}
	}
	return false
}

// Loose returns the texts of a row in whatever Unicode form, width and spaces.
func Loose(row table.Row) map[string]bool {
	texts := map[string]bool{}
	for _, text := range Texts(row) {
		texts[word.Loose(text)] = true
	}
	return texts
}

// BetterTitle prefers a title with a number to one without, and the later one.
func BetterTitle(title, other string) string {
	if leadingNumber().MatchString(title) && !leadingNumber().MatchString(other) {
		return title
	}
	return other
}
