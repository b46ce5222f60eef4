package layout

import (
	"slices"
	"strings"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/band"
	"tasuki/graph/matrix/table"
)

// bandFinder looks for headings among the rows of an area.
type bandFinder struct {
	*proposal
	a      *area
	rows   []table.Row
	texts  int                // the least that a task has
	marked int                // rows with marks
	styles map[band.Style]int // how many of them look so
}

// findBands finds the rows of a that are headings over the rows below them, those
// above the first task among them.
func (p *proposal) findBands(a *area) {
	if a.turned || len(a.parties) == 0 {
		return
	}
	above := len(a.above)
	for above > 0 && p.loneText(a, a.above[above-1]) > 0 && !p.isRemark(a.above[above-1]) {
		above--
	}
	rows := slices.Concat(a.above[above:], a.body)
	bands := p.bandsAmong(a, rows, p.textsPerRow(rows))
	for len(rows) > len(a.body) && !has(bands, rows[0].Line) {
		rows = rows[1:]
	}
	a.above, a.body = a.above[:len(a.above)-(len(rows)-len(a.body))], rows
	a.setBands(band.Levels(rows, bands))
}

// setBands notes the bands of a.
func (a *area) setBands(bands []matrix.Band) {
	a.bands, a.banded = bands, map[int]bool{}
	for _, b := range a.bands {
		a.banded[b.Line] = true
	}
}

// bandsAmong returns which of some rows of a are headings, by line, and what they
// look like; a task has at least so many texts.
func (p *proposal) bandsAmong(a *area, rows []table.Row, texts int) map[int]band.Style {
	f := &bandFinder{proposal: p, a: a, rows: rows, texts: texts, styles: map[band.Style]int{}}
	for _, row := range rows {
		if p.hasMarks(row) {
			f.marked++
			f.styles[band.Of(row, f.nameColumn()).Looks()]++
		}
	}
	bands, plain := map[int]band.Style{}, f.plainBands()
	for i, row := range rows[:len(rows)-1] {
		column := p.loneText(a, row)
		switch {
		case column == 0 && f.numbersNext(i):
			bands[row.Line] = band.Numbered(a.item, row.Cell(a.item))
		case column > 0 && !p.isRemark(row) && (plain || f.isBandRow(row, column)):
			bands[row.Line] = band.Of(row, column)
		}
	}
	return bands
}

// nameColumn returns the column whose texts name the tasks.
func (f *bandFinder) nameColumn() int {
	if f.a.label > 0 {
		return f.a.label
	}
	return max(f.a.item, 1)
}

func has(bands map[int]band.Style, line int) bool { _, ok := bands[line]; return ok }

// loneText returns the column of the only text of a row without marks, or 0.
func (p *proposal) loneText(a *area, row table.Row) int {
	found := 0
	for i := range row.Cells {
		if matrix.Fold(row.Cells[i]) == "" || row.Copied(i+1) {
			continue
		}
		if found > 0 || p.kind(row.Cells[i]) == emptyCell { // somebody said that there is no mark
			return 0
		}
		found = i + 1
	}
	behind := found > slices.Max(a.parties) && !slices.Contains(a.named, found) // a remark of no task
	if p.hasMarks(row) || behind || found > 0 && p.isToken(row.Cell(found)) && slices.Contains(a.parties, found) {
		return 0
	}
	return found
}

// isRemark reports whether a row is a footnote or a total, which is neither a task
// nor a heading.
func (p *proposal) isRemark(row table.Row) bool {
	texts := band.Texts(row)
	return len(texts) > 0 && !p.hasMarks(row) && band.IsRemark(texts)
}

// isBandRow reports whether the lone text of a row is a heading: it is merged over
// the marks, stands where tasks have more texts, or looks like none of them.
func (f *bandFinder) isBandRow(row table.Row, column int) bool {
	if f.a.isBand(row) || len(f.a.named) > 1 && !f.a.isNamed(row) || f.texts > 1 {
		return true
	}
	style := band.Of(row, column)
	return style.Says() && 5*f.styles[style.Looks()] <= f.marked
}

// plainBands reports whether rows without marks, which look as any task, are
// headings all the same: the first is one, tasks stand below each, and every task
// has several marks, so that one without any would be strange.
func (f *bandFinder) plainBands() bool {
	if len(f.a.named) != 1 || f.loneText(f.a, f.rows[0]) == 0 || f.texts > 1 {
		return false
	}
	bands := 0
	for i, row := range f.rows {
		switch {
		case f.hasMarks(row):
			if f.marksOf(row) < 2 {
				return false
			}
		case f.loneText(f.a, row) == 0 || i+1 == len(f.rows) || !f.hasMarks(f.rows[i+1]):
			return false
		default:
			bands++
		}
	}
	return bands > 0 && 3*bands <= 2*len(f.rows)
}

// marksOf counts the marks of a row, of which a cell may have several.
func (f *bandFinder) marksOf(row table.Row) int {
	n := 0
	for _, column := range f.a.parties {
		if c, ok := f.table.Read(row.Cell(column)); ok && f.isMark(row.Cell(column)) {
			n += len(c.Glyphs)
		}
	}
	return n
}

// numbersNext reports whether a row without marks has a number and a name, and the
// next row's number begins with it.
func (f *bandFinder) numbersNext(i int) bool {
	row, item := f.rows[i], f.a.item
	if len(f.a.named) < 2 || f.hasMarks(row) || !f.a.isNamed(row) || len(f.a.cells(row)) > 0 {
		return false
	}
	number, next := strings.TrimRight(matrix.Fold(row.Cell(item)), ".-"), matrix.Fold(f.rows[i+1].Cell(item))
	rest, found := strings.CutPrefix(next, number)
	return number != "" && found && rest != "" && strings.ContainsAny(rest[:1], ".-")
}

// assumeBands says which rows of a are headings and which, though without marks,
// are tasks.
func (p *proposal) assumeBands(a *area) {
	var bands, tasks []int
	for _, b := range a.bands {
		bands = append(bands, b.Line)
	}
	for _, row := range a.body {
		if !a.banded[row.Line] && !p.hasMarks(row) && len(a.cells(row)) == 0 && a.isNamed(row) && !a.isBand(row) && !p.isRemark(row) {
			tasks = append(tasks, row.Line)
		}
	}
	p.assumeLines(bands,
		`blocks: %s without marks is a heading over the rows below; change "bands" of the block`,
		`blocks: %s without marks are headings over the rows below; change "bands" of the block`)
	p.assumeLines(tasks,
		`blocks: %s without marks is a task that nobody has a part in; change "bands" of the block or "rejected"`,
		`blocks: %s without marks are tasks that nobody has a part in; change "bands" of the block or "rejected"`)
}
