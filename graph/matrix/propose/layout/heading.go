package layout

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/band"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// findHeading chooses the row of a's headings that names the columns, takes
// what it leaves out from the other rows, and sets columns about something
// else apart. It reports whether there are headings over marks at all.
func (p *proposal) findHeading(a *area) bool {
	best := -1
	for i, row := range a.heads {
		if p.isTitle(row) && band.NamesRoles(row, band.Texts(row)) {
			continue
		}
		if best < 0 || p.headsBetter(a, row, a.heads[best]) {
			best = i
		}
	}
	if best < 0 || p.headingScore(a, a.heads[best]) <= 0 {
		return false
	}
	a.heading = a.heads[best]
	a.names = map[int]string{}
	last := a.heading.Line
	first, lower := p.firstMarks(a), p.namedHeads(a)
	for column := 1; column <= table.WidthOf(a.heads); column++ {
		text, line := a.nameAt(column, column >= first)
		if column < first {
			if lower, below := lowestHead(lower, column); lower != "" {
				text, line = lower, below
			}
		}
		if text != "" {
			a.names[column] = text
			last = max(last, line)
		}
	}
	last = max(last, p.readFields(a))
	under := slices.IndexFunc(a.heads, func(row table.Row) bool { return row.Line > last })
	if under >= 0 {
		a.heads, a.above = a.heads[:under], a.heads[under:]
	}
	if p.turn(a); !a.turned {
		p.setAside(a)
	}
	return true
}

// headsBetter reports whether a row names the columns of a at least as well as
// one above it.
func (p *proposal) headsBetter(a *area, row, above table.Row) bool {
	if p.unknownMarks(row, p.markColumns(a.body)) || band.NumbersUnder(row, above, p.firstMarks(a)) {
		return false
	}
	mine, theirs := p.headingScore(a, row), p.headingScore(a, above)
	return mine > theirs || mine == theirs && p.over(a, row) >= p.over(a, above) || !p.isTitle(row) && band.Divides(row, above, p.firstMarks(a), p.markColumns(a.body))
}

// headingScore tells how well a row names the columns of a: by its short,
// distinct texts over marks, and those that look like parties.
func (p *proposal) headingScore(a *area, row table.Row) int {
	score := 0
	seen := map[string]bool{}
	for _, column := range p.markColumns(a.body) {
		text := word.Headline(row.Cell(column))
		if p.kind(text) == emptyCell || row.Copied(column) || seen[text] {
			continue
		}
		seen[text] = true
		score++
		if len([]rune(text)) <= 60 && strings.ContainsFunc(text, unicode.IsLetter) {
			score++
			if word.Party.In(text) {
				score++
			}
		}
	}
	return score
}

// over counts the texts of a row over the marks of a and right of them.
func (p *proposal) over(a *area, row table.Row) int {
	n := 0
	for column := p.firstMarks(a); column <= len(row.Cells); column++ {
		if p.kind(row.Cell(column)) != emptyCell {
			n++
		}
	}
	return n
}

// unknownMarks reports whether a row below headings is rather a task with marks
// that nothing is known of: it has a word left of the columns of marks, and in
// them single signs or letters or, when that word has a number, any so short.
func (p *proposal) unknownMarks(row table.Row, columns []int) bool {
	if len(columns) == 0 {
		return false
	}
	left, numbered := false, false
	for column := 1; column < columns[0]; column++ {
		text := matrix.Fold(row.Cell(column))
		left = left || text != ""
		numbered = numbered || leadingNumber.MatchString(text)
	}
	return left && !slices.ContainsFunc(columns, func(column int) bool {
		cell := matrix.Fold(row.Cell(column))
		return p.kind(cell) != emptyCell && (!p.isToken(cell) || !numbered && len([]rune(cell)) > 1)
	})
}

// nameAt returns the heading of a column and its line: the text of the row that
// names the columns or, where that has none, the lowest of the others that does
// not stand over several columns. Below that row only parties count, and only
// where marks stand.
func (a *area) nameAt(column int, marked bool) (string, int) {
	if text := word.Headline(a.heading.Cell(column)); text != "" && !a.heading.Copied(column) {
		return text, a.heading.Line
	}
	above := a.heading.Line
	for _, row := range slices.Backward(a.heads) {
		if row.Line < a.heading.Line {
			if row.Line < above-1 {
				break
			}
			above = row.Line
		}
		text := word.Headline(row.Cell(column))
		over := row.Copied(column+1) || (row.Cell(column+1) == "" && a.heading.Cell(column+1) != "")
		if text == "" || row.Copied(column) || over || row.Line > a.heading.Line && !(marked && word.Party.In(text)) {
			continue
		}
		return text, row.Line
	}
	return "", 0
}

// namedHeads returns the rows above the tasks of a that have words over the marks.
func (p *proposal) namedHeads(a *area) []table.Row {
	var heads []table.Row
	for _, row := range a.heads {
		if p.isHeading(row, p.core) && slices.ContainsFunc(p.core, func(c int) bool {
			text := row.Cell(c)
			return !row.Copied(c) && !p.isToken(text) && strings.ContainsFunc(text, unicode.IsLetter)
		}) {
			heads = append(heads, row)
		}
	}
	return heads
}

// lowestHead returns the lowest text over a column of names, and its line: the row
// that names the tasks may stand below the one that names the parties.
func lowestHead(heads []table.Row, column int) (string, int) {
	for _, row := range slices.Backward(heads) {
		if text := word.Headline(row.Cell(column)); text != "" && !row.Copied(column) {
			return text, row.Line
		}
	}
	return "", 0
}

// groupOf returns the text that stands over a column and others above the row
// that names them.
func (p *proposal) groupOf(a *area, column int) string {
	below := a.heading.Line
	for _, row := range slices.Backward(a.heads) {
		if row.Line >= a.heading.Line {
			continue
		}
		if row.Line < below-1 {
			break // what stands apart, such as a table of versions, is over nothing
		}
		below = row.Line
		for c := column; c > 0; c-- {
			if text := matrix.Fold(row.Cell(c)); text != "" {
				return text
			}
		}
	}
	return ""
}

// setAside puts the columns aside whose marks are about something else than a
// party: those under a heading about a status when another heading is not, or
// whose own heading is about one, a time, a count or a remark.
func (p *proposal) setAside(a *area) {
	groups := map[string][]int{}
	var marked []int // columns with marks, whatever words stand among them
	for _, column := range matrix.SortedKeys(a.names) {
		if column < p.firstMarks(a) {
			continue
		}
		texts := len(p.texts(a, column)) > 0
		if marks, _, _ := p.contents(a, column); marks > 0 || !texts {
			marked = append(marked, column)
		}
		if !texts {
			group := p.groupOf(a, column)
			groups[group] = append(groups[group], column)
		}
	}
	aside := map[string][]int{}
	for _, group := range matrix.SortedKeys(groups) {
		switch {
		case len(groups) == 1 || !word.Status.In(group) || word.Role.In(group):
		case word.MayNameParty(group) && p.actAsParties(a, groups[group]):
			a.notes = append(a.notes, said.Notef("columns: %s under %q have marks as parties have, and are taken for some; change \"columns\" of the block", p.columns(groups[group]), group))
		default:
			aside[group] = groups[group]
		}
	}
	grouped := len(aside) > 0
	about, of := p.about(a), map[string]said.Word{}
	for _, column := range marked {
		name := a.names[column]
		if marks, tokens, texts := p.contents(a, column); about[column] == "" && word.IsOther(name) && marks > 0 && tokens+texts == 0 && (word.MayNameParty(name) || !p.hasRoles(a, column, false, true)) {
			about[column] = said.Word("a property")
		}
		if about[column] == "" || grouped && about[column] == said.Word("a status") || slices.Contains(aside[name], column) {
			continue
		}
		if p.actsAsParty(a, column) {
			a.acting = append(a.acting, column)
			a.notes = append(a.notes, said.Notef("columns: %s (%q) has marks as parties have, and is taken for one; change \"columns\" of the block", p.columns([]int{column}), name))
			continue
		}
		aside[name], of[name] = append(aside[name], column), about[column]
	}
	for _, name := range matrix.SortedKeys(aside) {
		a.ignored = append(a.ignored, aside[name]...)
		a.notes = append(a.notes, said.Notef("columns: the marks of %s under %q are about %s, not a party, and left out; change \"columns\" and \"ignored\" of the block", p.columns(aside[name]), name, cmp.Or(of[name], said.Word("a status"))))
	}
	p.setPeopleAside(a)
	slices.Sort(a.ignored)
}
