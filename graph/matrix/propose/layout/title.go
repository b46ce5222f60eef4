package layout

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
)

// titles returns the lines whose words and letters are headings although they could
// be marks: those that name roles under headings of parties, and those that name
// parties, one of which is called as a mark is ("Support").
func titles(rows []table.Row) map[int]bool {
	lines := map[int]bool{}
	tables := make([]matrix.GlyphTable, len(notations))
	for i, notation := range notations {
		tables[i] = notation.Table()
	}
	isMark := func(text string) bool {
		return len(text) <= longestMark && slices.ContainsFunc(tables, func(t matrix.GlyphTable) bool {
			m, ok := t.Read(text)
			return ok && m.Role != ""
		})
	}
	var above []string
	for _, row := range rows {
		texts := ownTexts(row)
		if len(texts) == 0 {
			above = nil
			continue
		}
		roles := len(above) > 1 && namesRoles(row, texts) && !slices.ContainsFunc(above, isMark)
		if roles || len(above) < 2 && namesParties(texts, isMark) {
			lines[row.Line] = true
		}
		above = texts
	}
	return lines
}

// namesRoles reports whether all texts of a row are roles, none in the first column,
// two of them different and one there twice.
func namesRoles(row table.Row, texts []string) bool {
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

func (p *proposal) isTitle(row table.Row) bool { return p.titles[row.Line] }

// loneRoles says why a sheet whose marks stand in one column alone, under a heading
// about roles, is no matrix; "" for another.
func (p *proposal) loneRoles() string {
	if len(p.core) != 1 {
		return ""
	}
	for _, row := range p.sheet.Rows {
		text := matrix.Fold(row.Cell(p.core[0]))
		if p.hasKnownMarks(row) {
			return ""
		}
		if text != "" && (word.RoleHeading.In(text) || word.Role.In(text)) {
			return fmt.Sprintf("the marks stand in one column, and its heading %q in line %d names no party; put a column for each party beside it, or one that names the party of each row", text, row.Line)
		}
	}
	return ""
}
