package matrix

import (
	"slices"
	"strings"
)

// area is a part of the sheet that a heading stands over: a block to be.
type area struct {
	heads []Row // the headings and whatever stands between them and the body
	body  []Row // from the first row of the body to the last
	title string

	heading  Row            // the row that names the columns
	names    map[int]string // column -> heading
	ignored  []int          // columns whose marks are about something else
	item     int
	label    int
	timing   int
	category []Column
	turned   bool
	notes    []string // assumptions
}

// findAreas splits the sheet where headings stand.
func (p *proposal) findAreas() {
	core := p.markColumns(p.sheet.Rows)
	var current *area
	title, line := "", 0
	for _, row := range p.sheet.Rows {
		if isEmpty(row) {
			continue
		}
		apart := row.Line > line+1
		line = row.Line
		begins := p.isHeading(row, core) && (current == nil || len(current.body) == 0 || apart || p.repeats(current, row))
		switch {
		case begins && (current == nil || len(current.body) > 0):
			p.addArea(current, core)
			current = &area{title: title, heads: []Row{row}}
			title = ""
		case begins:
			current.heads = append(current.heads, row)
		case (apart || row.Line == p.sheet.Rows[0].Line) && len(ownTexts(row)) == 1 && !p.hasMarks(row):
			title = betterTitle(title, ownTexts(row)[0])
		}
		if current != nil && !begins {
			current.body = append(current.body, row)
		}
	}
	p.addArea(current, core)
}

// betterTitle prefers a title with a number to one without, and the later one.
func betterTitle(title, other string) string {
	if leadingNumber.MatchString(title) && !leadingNumber.MatchString(other) {
		return title
	}
	return other
}

// addArea keeps a when it has marks under headings.
func (p *proposal) addArea(a *area, core []int) {
	if a != nil && p.trim(a, core) && p.findHeading(a) {
		p.areas = append(p.areas, a)
	}
}

// markColumns returns the columns that hold marks: one for every fifty marks of
// the rows, and at least one.
func (p *proposal) markColumns(rows []Row) []int {
	count, total := map[int]int{}, 0
	for _, row := range rows {
		for i, cell := range row.Cells {
			if p.isMark(cell) {
				count[i+1]++
				total++
			}
		}
	}
	return slices.DeleteFunc(sortedKeys(count), func(column int) bool { return 50*count[column] < total-49 })
}

// isHeading reports whether a row has no marks, and texts in at least two of
// the columns of marks.
func (p *proposal) isHeading(row Row, core []int) bool {
	n := 0
	for _, column := range core {
		if p.isText(row.Cell(column)) && !row.Copied[column] {
			n++
		}
	}
	return n >= 2 && !p.hasMarks(row)
}

// isEntry reports whether a row may be a task without marks: it has texts, and
// none where marks stand.
func (p *proposal) isEntry(row Row, core []int) bool {
	texts := 0
	for i, cell := range row.Cells {
		switch {
		case !p.isText(cell):
		case slices.Contains(core, i+1):
			return false
		default:
			texts++
		}
	}
	return texts >= 1
}

// repeats reports whether a row has at least half of its texts from the
// headings of a.
func (p *proposal) repeats(a *area, row Row) bool {
	texts, known := ownTexts(row), 0
	for _, text := range texts {
		if slices.ContainsFunc(a.heads, func(h Row) bool { return slices.Contains(ownTexts(h), text) }) {
			known++
		}
	}
	return 2*known >= len(texts)
}

// ownTexts returns the texts of a row, white space folded, without those that a
// merged range copied.
func ownTexts(row Row) []string {
	var texts []string
	for i, cell := range row.Cells {
		if text := fold(cell); text != "" && !row.Copied[i+1] {
			texts = append(texts, text)
		}
	}
	return texts
}

// trim cuts the body of a down to its tasks: rows with marks, those between,
// and entries as full that follow or precede without a gap. What stands before
// belongs to the headings. It reports whether at least two rows have marks.
func (p *proposal) trim(a *area, core []int) bool {
	first := slices.IndexFunc(a.body, p.hasMarks)
	if first < 0 || p.markedRows(a) < 2 {
		return false
	}
	last := first
	for i, row := range a.body {
		if p.hasMarks(row) {
			last = i
		}
	}
	texts := p.textsPerRow(a.body[first : last+1])
	joins := func(i, j int) bool {
		return a.body[j].Line-a.body[i].Line == j-i && p.isEntry(a.body[j], core) && len(ownTexts(a.body[j])) >= texts
	}
	for last+1 < len(a.body) && joins(last, last+1) {
		last++
	}
	for first > 0 && joins(first, first-1) {
		first--
	}
	a.heads = append(a.heads, a.body[:first]...)
	a.body = a.body[first : last+1]
	return true
}

// textsPerRow returns the least number of texts in a row with marks.
func (p *proposal) textsPerRow(rows []Row) int {
	least := 0
	for _, row := range rows {
		n := 0
		for _, cell := range row.Cells {
			if p.isText(cell) {
				n++
			}
		}
		if p.hasMarks(row) && (least == 0 || n < least) {
			least = n
		}
	}
	return max(least, 1)
}

// texts returns the texts of a column of the body of a, of rows with marks.
func (p *proposal) texts(a *area, column int) []string {
	var texts []string
	for _, row := range a.body {
		if cell := row.Cell(column); p.hasMarks(row) && p.isText(cell) {
			texts = append(texts, fold(cell))
		}
	}
	return texts
}

func (p *proposal) markedRows(a *area) int {
	n := 0
	for _, row := range a.body {
		if p.hasMarks(row) {
			n++
		}
	}
	return n
}

// headline is the text of a heading up to where it begins to explain itself.
func headline(text string) string {
	text = fold(text)
	for _, dash := range []string{" - ", " – ", " — "} {
		if before, _, found := strings.Cut(text, dash); found && len([]rune(text)) > 40 {
			return strings.TrimSpace(before)
		}
	}
	return text
}
