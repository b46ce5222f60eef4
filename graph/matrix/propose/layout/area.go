package layout

import (
	"cmp"
	"slices"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/band"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// area is a part of the sheet that a heading stands over: a block to be.
type area struct {
	heads []table.Row // the headings and whatever stands between them and the body
	body  []table.Row // from the first row of the body to the last
	above []table.Row // what stands between the headings and the body
	below []table.Row // what stands behind the body, up to the next headings
	title string

	heading  table.Row      // the row that names the columns
	names    map[int]string // column -> heading
	ignored  []int          // columns whose marks are about something else
	acting   []int          // columns of parties by their marks, whose headings are about something else
	item     int
	label    int
	timing   int
	why      said.Note // why no column is that of the items
	category []matrix.Column
	bands    []matrix.Band
	banded   map[int]bool       // lines that are bands
	roles    map[int]graph.Role // column -> the role that its heading names, under a party
	fields   map[int]int        // column under a merged heading -> the heading's first
	across   matrix.Lines       // the columns of an area that others stand beside
	items    []string           // the item numbers of rows with marks
	turned   bool
	turnedBy said.Note   // why
	parties  []int       // the columns of organizations or, of a turned area, of tasks
	named    []int       // the columns that every task has texts in or, of a turned area, every organization
	notes    []said.Note // assumptions
}

// findAreas splits the sheet where headings stand.
func (p *proposal) findAreas() {
	core := p.headColumns()
	var current *area
	title, line, titled := "", 0, false
	for _, row := range p.sheet.Rows {
		if table.IsEmpty(row) {
			continue
		}
		apart := row.Line > line+1 || titled
		line, titled = row.Line, false
		begins := p.isHeading(row, core) && (current == nil || len(current.body) == 0 || apart && !p.isUnknown(current, row) || p.repeats(current, row) || current.cornerAgain(row))
		switch {
		case begins && (current == nil || len(current.body) > 0):
			title = cmp.Or(title, p.cutTitle(current, row.Line))
			p.addArea(current, core)
			current = &area{title: title, heads: []table.Row{row}}
			title = ""
		case begins:
			current.heads = append(current.heads, row)
		case (apart || row.Line == p.sheet.Rows[0].Line) && len(band.Texts(row)) == 1 && !p.hasMarks(row):
			title, titled = band.BetterTitle(title, band.Texts(row)[0]), true
		}
		if current != nil && !begins {
			current.body = append(current.body, row)
		}
	}
	p.addArea(current, core)
	p.addSingles(core)
}

// addSingles adds the areas of one row whose headings a later area has too.
func (p *proposal) addSingles(core []int) {
	for _, a := range p.singles {
		p.left = slices.Clone(p.areas)
		p.addArea(a, core)
	}
	p.singles = nil
	slices.SortStableFunc(p.areas, func(x, y *area) int { return x.heads[0].Line - y.heads[0].Line })
}

// cornerAgain reports whether a row begins with what heads the names of tasks: with
// nothing but such a word, or as the headings of a do.
func (a *area) cornerAgain(row table.Row) bool {
	texts := band.Texts(row)
	return word.IsCorner(texts[0]) || word.CornerTask.In(texts[0]) && slices.ContainsFunc(a.heads, func(h table.Row) bool {
		heads := band.Texts(h)
		return len(heads) > 0 && heads[0] == texts[0]
	})
}

// addArea keeps a when it has marks under headings.
func (p *proposal) addArea(a *area, core []int) {
	if a != nil && p.trim(a, core) && p.findHeading(a) {
		p.areas = append(p.areas, a)
	}
}

// isHeading reports whether a row has no marks, and texts in at least two of
// the columns of marks.
func (p *proposal) isHeading(row table.Row, core []int) bool {
	n := 0
	for _, column := range core {
		if p.isTextAt(row, column) && !row.Copied(column) {
			n++
		}
	}
	return n >= 2 && !p.hasMarks(row)
}

// isEntry reports whether a row may be a task without marks: it has texts, and
// none where marks stand.
func (p *proposal) isEntry(row table.Row, core []int) bool {
	texts := 0
	for i := range row.Cells {
		switch {
		case !p.isTextAt(row, i+1):
		case slices.Contains(core, i+1):
			return false
		default:
			texts++
		}
	}
	return texts >= 1
}

// isUnknown reports whether a row has unknown marks and nothing that the
// headings of a have.
func (p *proposal) isUnknown(a *area, row table.Row) bool {
	return p.unknownMarks(row, p.core) && a.known(band.Texts(row)) == 0
}

// repeats reports whether a row has at least half of its texts from the
// headings of a.
func (p *proposal) repeats(a *area, row table.Row) bool {
	return 2*a.known(band.Texts(row)) >= len(band.Texts(row))
}

// known counts the texts that stand among the headings of a.
func (a *area) known(texts []string) int {
	known := 0
	for _, text := range texts {
		if slices.ContainsFunc(a.heads, func(h table.Row) bool { return slices.Contains(band.Texts(h), text) }) {
			known++
		}
	}
	return known
}

// trim cuts the body of a down to its tasks: rows with marks that can be read,
// those between, and rows as full that follow or precede without a gap and have
// unknown signs for marks, or none. It reports whether at least two rows have
// marks, or one under headings that an earlier area has too.
func (p *proposal) trim(a *area, core []int) bool {
	first := slices.IndexFunc(a.body, p.hasKnownMarks)
	if first < 0 {
		return false
	}
	if p.markedRows(a) < 2 && !p.continues(a) {
		p.singles = append(p.singles, a)
		return false
	}
	last := first
	for i, row := range a.body {
		if p.hasKnownMarks(row) {
			last = i
		}
	}
	last = p.cutKey(a, first, last)
	last = first + p.cutNameless(a.body[first:last+1])
	texts := p.textsPerRow(a.body[first : last+1])
	joins := func(i, j int) bool {
		row := a.body[j]
		return row.Line-a.body[i].Line == j-i && len(band.Texts(row)) >= texts && !(p.hasKnownMarks(row) && p.isNameless(row)) && (p.hasMarks(row) || p.isEntry(row, core) && !p.isRemark(row))
	}
	for last+1 < len(a.body) && joins(last, last+1) {
		last++
	}
	for first > 0 && joins(first, first-1) {
		first--
	}
	a.heads = append(a.heads, a.body[:first]...)
	a.below = a.body[last+1:]
	a.body = a.body[first : last+1]
	return true
}

// cutKey returns the last row of the body of a that is no key of its marks: such rows
// stand at the end, with a mark left of the columns where the tasks have theirs.
func (p *proposal) cutKey(a *area, first, last int) int {
	leftmost := 0
	for column, t := range p.cells().Of(a.body[first : last+1]) {
		if 2*t.Marks > t.Texts+t.Tokens+t.Signs && leftmost == 0 && a.headed(column) {
			leftmost = column
		}
	}
	isKey := func(row table.Row) bool {
		at := slices.IndexFunc(row.Cells, p.isMark)
		return at >= 0 && at+1 < leftmost
	}
	end := last
	for end > first && (!p.hasKnownMarks(a.body[end]) || isKey(a.body[end])) {
		end--
	}
	if !p.hasKnownMarks(a.body[end]) || isKey(a.body[end]) {
		return last
	}
	return end
}

// headed reports whether one of the headings of a stands over a column, and is no
// name of tasks.
func (a *area) headed(column int) bool {
	return slices.ContainsFunc(a.heads, func(row table.Row) bool {
		text := matrix.Fold(row.Cell(column))
		return text != "" && column > 1 && !word.CornerTask.In(text)
	})
}

// continues reports whether another area has at least half of the headings of a, in
// whatever Unicode form.
func (p *proposal) continues(a *area) bool {
	mine := band.Loose(a.heads[len(a.heads)-1])
	return slices.ContainsFunc(slices.Concat(p.left, p.areas), func(other *area) bool {
		theirs, known := band.Loose(other.heading), 0
		for text := range mine {
			if theirs[text] {
				known++
			}
		}
		return 2*known >= len(mine)
	})
}

// textsPerRow returns the least number of texts in a row with marks.
func (p *proposal) textsPerRow(rows []table.Row) int {
	least := 0
	for _, row := range rows {
		n := 0
		for i := range row.Cells {
			if p.isTextAt(row, i+1) {
				n++
			}
		}
		if p.hasMarks(row) && (least == 0 || n < least) && !p.isNameless(row) {
			least = n
		}
	}
	return max(least, 1)
}

// texts returns the texts of a column of the body of a, of rows with marks.
func (p *proposal) texts(a *area, column int) []string {
	var texts []string
	for _, row := range a.body {
		if p.hasMarks(row) && p.isTextAt(row, column) {
			texts = append(texts, matrix.Fold(row.Cell(column)))
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
