package layout

import (
	"cmp"
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/said"
)

// readColumns finds out what the columns of each area are: first where
// organizations stand, then the columns of items, names, headings and timings.
func (p *proposal) readColumns() {
	for _, a := range p.areas {
		if !a.turned {
			a.item = p.itemColumn(a)
		}
	}
	if !p.sameEverywhere(func(a *area) int { return a.item }) {
		for _, a := range p.areas {
			a.item, a.why = 0, said.Notef("item numbers do not stand in one column throughout")
		}
	}
	for _, a := range p.areas {
		a.label = p.labelColumn(a)
	}
	if slices.ContainsFunc(p.areas, func(a *area) bool { return a.label == 0 && a.item > 0 }) {
		for _, a := range p.areas {
			if !a.turned && a.item > 0 {
				a.label = 0
			}
		}
	}
	for _, a := range p.areas {
		if !a.turned && a.label > 0 {
			a.category = p.categoryColumns(a)
		}
	}
	known := map[string]bool{}
	for _, a := range p.areas {
		for _, column := range p.organizations(a) {
			known[a.names[column]] = !a.turned
		}
	}
	p.known = known
	p.settle()
	p.assumeNames()
}

// settle notes the columns of each area that do not change any more.
func (p *proposal) settle() {
	for _, a := range p.areas {
		a.parties = p.organizations(a)
		a.named = slices.DeleteFunc([]int{a.item, a.label}, func(column int) bool { return column == 0 })
		if a.turned {
			a.named = []int{p.rowNames(a)}
		}
	}
}

func (p *proposal) sameEverywhere(column func(*area) int) bool {
	return !slices.ContainsFunc(p.areas, func(a *area) bool { return !a.turned && column(a) != column(p.areas[0]) })
}

// labelColumn returns the column of task names: left of the marks, with a text
// in nearly every row with marks. Of several, one whose heading is about tasks
// counts, then the rightmost with items and the leftmost without. When there is
// no other than the items, they are the names; 0 when the texts do not keep to
// a column.
func (p *proposal) labelColumn(a *area) int {
	if a.turned {
		return a.heading.Line
	}
	var full []int
	some := false
	for column := 1; column < p.firstMarks(a); column++ {
		texts := p.texts(a, column)
		switch {
		case column == a.item || len(texts) == 0 || word.AreTimings(texts):
		case len(texts) == p.namedRows(a) || (a.item > 0 && 20*len(texts) >= 19*p.namedRows(a)):
			full = append(full, column)
		default:
			some = true
		}
	}
	full = p.withoutGroups(a, full)
	if column := p.taskHeaded(a, full); column > 0 {
		return column
	}
	if named := slices.DeleteFunc(slices.Clone(full), func(column int) bool { return word.Beside(a.names[column]) }); len(named) > 0 {
		full = named
	}
	switch {
	case len(full) == 0 && some:
		return 0
	case len(full) == 0:
		return a.item
	case a.item > 0:
		return full[len(full)-1]
	}
	return p.mostDistinct(a, full)
}

// taskHeaded returns the first of some columns whose heading is about tasks, or one on its
// right that tells rows apart which that does not; 0 when there is none.
func (p *proposal) taskHeaded(a *area, columns []int) int {
	first := 0
	for _, column := range columns {
		if !word.Task.In(a.names[column]) {
			continue
		}
		if p.distinct(a, column) == p.namedRows(a) {
			return column
		}
		first = cmp.Or(first, column)
	}
	return first
}

// withoutGroups leaves out the columns whose texts several rows share, being merged
// over them or said again, where one on their right tells the rows apart: headings
// such as 大項目 speak of tasks, too.
func (p *proposal) withoutGroups(a *area, full []int) []int {
	apart := 0 // the last column that tells rows apart
	for _, column := range full {
		if !p.isShared(a, column) && !word.Status.In(a.names[column]) {
			apart = column
		}
	}
	return slices.DeleteFunc(full, func(column int) bool { return column < apart && p.isShared(a, column) })
}

// isShared reports whether several rows share the texts of a column.
func (p *proposal) isShared(a *area, column int) bool {
	return 10*p.distinct(a, column) <= 7*p.namedRows(a)
}

// distinct counts the different texts of a column.
func (p *proposal) distinct(a *area, column int) int {
	distinct := map[string]bool{}
	for _, text := range p.texts(a, column) {
		distinct[text] = true
	}
	return len(distinct)
}

// mostDistinct returns the column with most different texts, the first of
// equals.
func (p *proposal) mostDistinct(a *area, columns []int) int {
	best, most := columns[0], 0
	for _, column := range columns {
		if n := p.distinct(a, column); n > most {
			best, most = column, n
		}
	}
	return best
}

// categoryColumns returns the columns left of the names with headings that
// several rows share: empty cells continue the one above, or texts repeat.
func (p *proposal) categoryColumns(a *area) []matrix.Column {
	var columns []matrix.Column
	for column := 1; column < a.label; column++ {
		texts := p.texts(a, column)
		if column != a.item && column != a.timing && !word.Status.In(a.names[column]) && !word.AreNumbers(texts) && len(texts) > 0 && p.isShared(a, column) {
			columns = append(columns, matrix.Column(column))
		}
	}
	return columns
}

// assumeNames says where the names of organizations and tasks were found.
func (p *proposal) assumeNames() {
	var lines []int
	for i, a := range p.areas {
		if !a.turned {
			lines = append(lines, a.heading.Line)
		}
		p.assumptions = append(p.assumptions, a.notes...)
		if i > 0 && a.item == p.areas[0].item && a.label == p.areas[0].label && a.turned == p.areas[0].turned && a.why.Equal(p.areas[0].why) {
			continue
		}
		if a.why.String() == "" {
			a.why = said.Notef("no column numbers the tasks")
		}
		switch {
		case a.turned:
			p.assume(`blocks: organizations stand in rows, named in %s, and tasks in columns, named in line %d; change "turned" of the block (%s)`, p.columns([]int{p.rowNames(a)}), a.label, a.turnedBy)
		case a.item > 0 && a.label == a.item:
			p.assume(`blocks: %s holds the IDs of the tasks, which are also their names; change "item" and "label" of the block`, p.columns([]int{a.item}))
		case a.item > 0 && a.label == 0:
			p.assume(`blocks: %s holds the item numbers, and the last text before the marks names the task; change "item" and "label" of the block`, p.columns([]int{a.item}))
		case a.item > 0:
			p.assume(`blocks: %s holds the item numbers and %s the names of the tasks; change "item" and "label" of the block`, p.columns([]int{a.item}), p.columns([]int{a.label}))
		case a.label > 0:
			p.assume(`blocks: %s, so the texts of %s are names and IDs; change "item" and "label" of the block`, a.why, p.columns([]int{a.label}))
		default:
			p.assume(`blocks: %s, so the last text before the marks is name and ID; change "item" and "label" of the block`, a.why)
		}
	}
	p.assumeLines(lines,
		`blocks: %s names the organizations; change "columns" of the block`,
		`blocks: %s name the organizations; change "columns" of the block`)
}

// columns names columns as the sheet does: by letters when it has a name.
func (p *proposal) columns(columns []int) said.Note {
	return word.Columns(columns, p.sheet.Name != "")
}
