package legend

import (
	"slices"
	"strings"

	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/table"
)

// down looks for columns in which marks stand below each other, each with its word
// in the next column. A column of marks of a matrix has a heading, and mostly no
// words for roles beside it.
func (f *finder) down() {
	width := table.WidthOf(f.rows)
	empty := make([]bool, len(f.rows)) // asked once: a table may be as wide as it is long
	for i, row := range f.rows {
		empty[i] = table.IsEmpty(row)
	}
	for column := 1; column <= width; column++ {
		var run run
		headed, last := false, 0 // whether texts stand over what comes
		for i, row := range f.rows {
			if row.Line > last+1 || empty[i] {
				f.settle(run)
				run, headed = nil, false
			}
			last = row.Line
			if column > len(row.Cells) { // most rows end long before the widest one
				f.settle(run)
				run = nil
				continue
			}
			e, cells, ok := f.pair(row, column)
			switch {
			case ok:
				run = append(run, explained{Entry: e, cells: cells, headed: headed, over: f.over(i, column), beside: !isEmptyUpTo(row, column)})
				continue
			case len(run) > 0:
				f.settle(run)
				run = nil
			}
			if text := row.Own(column); strings.TrimSpace(text) != "" && !isHead(text) {
				headed = true
			}
		}
		f.settle(run)
	}
}

// run are marks below each other with their words.
type run []explained

type explained struct {
	Entry
	cells  []Place
	headed bool   // whether texts stand over it
	over   string // what stands directly over it
	beside bool   // whether something stands left of it
}

// settle takes a run that is a legend: of several different marks, most of which
// are understood. Under texts in the same column, the words must be roles and
// nothing else.
func (f *finder) settle(r run) {
	var list []Entry
	words := 0
	for _, e := range r {
		list = append(list, e.Entry)
		if isRole(e.Says) {
			words++
		}
	}
	if len(list) < 2 || len(f.signs.known(list)) == 0 || r[0].headed && words < len(list) {
		return
	}
	understood := slices.ContainsFunc(list, func(e Entry) bool { return e.Known })
	if !understood && !(f.signs.areMarks(list, 2) && r.apart()) {
		return
	}
	for _, e := range r {
		f.take([]Entry{e.Entry}, e.cells...)
	}
}

// apart reports whether a run looks like a legend whatever its words mean: nothing
// stands left of it, or what stands over it says that it is one, and no two marks have
// the same words.
func (r run) apart() bool {
	says := map[string]bool{}
	alone := true
	for _, e := range r {
		says[e.Says] = true
		alone = alone && !e.beside
	}
	return (alone || isHead(r[0].over)) && len(says) == len(r)
}

// pair returns the mark in a column of a row with its words in the next columns.
func (f *finder) pair(row table.Row, column int) (Entry, []Place, bool) {
	text, says := row.Own(column), row.Own(column+1)
	if f.cells[Place{row.Line, column}] || !f.signs.isGlyph(text, 2) || strings.TrimSpace(says) == "" || len(says) > longest {
		return Entry{}, nil, false
	}
	cells := []Place{{row.Line, column}}
	for next := column + 1; strings.TrimSpace(row.Own(next)) != ""; next++ {
		if f.signs.isGlyph(row.Own(next), 2) || len(cells) == maxWords {
			return Entry{}, nil, false
		}
		cells = append(cells, Place{row.Line, next})
	}
	for _, right := range row.Cells[min(column+len(cells)-1, len(row.Cells)):] {
		if f.signs.isGlyph(right, 2) {
			return Entry{}, nil, false // a row of a matrix whose tasks have letters
		}
	}
	return newEntry(cell.Tidy(text), says), cells, true
}

// maxWords is how many cells an explanation may have, the mark among them.
const maxWords = 4

// over returns the text directly over a cell of a row.
func (f *finder) over(i, column int) string {
	if i == 0 || f.rows[i-1].Line != f.rows[i].Line-1 {
		return ""
	}
	return f.rows[i-1].Own(column)
}

// isEmptyUpTo reports whether nothing stands in a row left of a column.
func isEmptyUpTo(row table.Row, column int) bool {
	return !slices.ContainsFunc(row.Cells[:column-1], func(text string) bool { return strings.TrimSpace(text) != "" })
}
