package layout

import (
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/tally"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/said"
)

// organizations returns the columns of a that are organizations: those with a
// heading that is not about tasks, right of the texts, with marks in them, or
// words and signs that could be marks, or at least no texts; and those that are
// named like one of another area, since text may have drifted there.
func (p *proposal) organizations(a *area) []int {
	marked := p.markColumns(a.body)
	left := tally.LastText(p.cells().Of(a.body), p.firstMarks(a))
	var columns []int
	others := p.about(a)
	for _, column := range matrix.SortedKeys(a.names) {
		name := a.names[column]
		marks, tokens, texts := p.contents(a, column)
		status := !a.turned && others[column] != ""
		about := status || !a.turned && word.Status.In(name)
		switch {
		case slices.Contains(a.ignored, column) || column == a.item || (column == a.label && !a.turned):
		case slices.Contains(a.acting, column):
			columns = append(columns, column)
		case word.IsOther(name) && !(a.turned && marks > 0):
		case a.roles[column] != "" && !a.turned:
			columns = append(columns, column)
		case a.fields[column] > 0 && !a.turned:
			if slices.Contains(columns, a.fields[column]) {
				columns = append(columns, column)
			}
		case p.known[name]:
			columns = append(columns, column)
		case texts > marks+tokens || status && texts+tokens > 0:
		case marks == 0 && (texts > 0 || about || !p.borders(columns, marked, left, column)):
		default:
			columns = append(columns, column)
		}
	}
	return columns
}

// about says what the columns of a are about that cannot be parties.
func (p *proposal) about(a *area) map[int]said.Word {
	g := p.glyphs
	oneKind := len(g.Lead)+len(g.Accountable)+len(g.Support)+len(g.Informed) == 1
	return word.About(a.names, func(column int) bool {
		marks, _, _ := p.contents(a, column)
		return oneKind || marks == 0
	})
}

// borders reports whether a column without marks stands among those with marks,
// between the texts and them, or next to them or to another that does.
func (p *proposal) borders(columns, marked []int, left, column int) bool {
	if len(marked) == 0 || column <= left {
		return false
	}
	return column <= marked[len(marked)-1]+1 || slices.Contains(columns, column-1)
}

// contents counts the marks in a column of a, the words and signs that are as
// short, under the name of a party up to four letters, and the texts in rows
// with marks.
func (p *proposal) contents(a *area, column int) (marks, tokens, texts int) {
	party := a.turned || word.Party.In(a.names[column])
	for _, row := range a.body {
		switch cell := row.Cell(column); {
		case p.isMark(cell) || p.kind(cell) == notedCell && slices.Contains(p.core, column):
			marks++
		case p.isToken(cell) || party && p.isTextAt(row, column) && isShort(cell):
			tokens++
		case p.hasMarks(row) && p.isTextAt(row, column):
			texts++
		}
	}
	return marks, tokens, texts
}
