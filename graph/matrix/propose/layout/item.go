package layout

import (
	"strings"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/band"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// itemColumn returns the leftmost column left of the marks whose texts number
// the rows with marks: one in each, short, different, and with a digit in them
// or under a heading that says so. When a column only nearly does, it says why
// it is not the one.
func (p *proposal) itemColumn(a *area) int {
	for column := 1; column < p.firstMarks(a); column++ {
		texts := p.texts(a, column)
		numbers, distinct := 0, map[string]bool{}
		for _, text := range texts {
			if strings.ContainsAny(text, digits) && len([]rune(text)) <= 24 {
				numbers++
			}
			distinct[text] = true
		}
		heading := word.Item.In(a.names[column]) && !word.Task.In(a.names[column])
		switch {
		case len(texts) == 0 || 10*numbers < 9*len(texts) && !heading:
		case len(texts) == p.namedRows(a) && len(distinct) == len(texts) && !p.numbersTwice(a, column):
			return column
		case a.why.String() == "" && (heading || 2*len(distinct) > p.namedRows(a)):
			a.why = p.notNumbering(a, column)
		}
	}
	return 0
}

// couldBeNumbered reports whether a row is a task, or may be one without marks.
func (p *proposal) couldBeNumbered(row table.Row) bool {
	return p.hasMarks(row) || len(band.Texts(row)) > 1
}

// numbersTwice reports whether two rows of a that may be tasks have one number.
func (p *proposal) numbersTwice(a *area, column int) bool {
	seen := map[string]bool{}
	for _, row := range a.body {
		text := matrix.Fold(row.Cell(column))
		if text == "" || row.Copied(column) || !p.couldBeNumbered(row) {
			continue
		}
		if seen[text] {
			return true
		}
		seen[text] = true
	}
	return false
}

// notNumbering says why a column that looks like item numbers does not name the
// tasks: the first two lines of one number, else the first line without any.
func (p *proposal) notNumbering(a *area, column int) said.Note {
	seen, missing := map[string]int{}, 0
	for _, row := range a.body {
		if !p.couldBeNumbered(row) {
			continue
		}
		text := matrix.Fold(row.Cell(column))
		switch line, twice := seen[text]; {
		case text == "" && missing == 0:
			missing = row.Line
		case text != "" && twice:
			return said.Notef("%s looks like item numbers but repeats %q (lines %d and %d)", p.columns([]int{column}), text, line, row.Line)
		}
		seen[text] = row.Line
	}
	return said.Notef("%s looks like item numbers but has none in line %d", p.columns([]int{column}), missing)
}
