package legend

import (
	"cmp"
	"slices"
	"strings"

	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/table"
)

// Find returns the legend of a sheet, whose rows hold no copies of merged cells, where
// those signs stand alone in cells of the file.
func Find(rows []table.Row, signs Signs) Legend {
	f := finder{rows: rows, signs: signs, cells: map[Place]bool{}, glyphs: map[string]bool{}}
	f.byCell()
	f.across()
	f.down()
	f.heads()
	l := Legend{Entries: ranked(f.entries)}
	for p := range f.cells {
		l.Cells = append(l.Cells, p)
	}
	slices.SortFunc(l.Cells, func(a, b Place) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column)) })
	return l
}

// finder collects the entries of a sheet.
type finder struct {
	rows    []table.Row
	signs   Signs
	entries []Entry
	cells   map[Place]bool
	glyphs  map[string]bool // those explained
}

// take adds entries that stand in some cells. What is explained twice keeps its
// first explanation.
func (f *finder) take(entries []Entry, cells ...Place) {
	for _, e := range entries {
		if key := cell.Fold(e.Glyph); !f.glyphs[key] {
			f.glyphs[key] = true
			f.entries = append(f.entries, e)
		}
	}
	for _, p := range cells {
		f.cells[p] = true
	}
}

// byCell looks at cells that explain marks by themselves.
func (f *finder) byCell() {
	var found []candidate
	headed, last := map[int]bool{}, 0 // columns with texts over what comes
	for i, row := range f.rows {
		if row.Line > last+1 || table.IsEmpty(row) {
			clear(headed)
		}
		last = row.Line
		var here []candidate
		others, over := 0, 0
		for j, text := range row.Cells {
			list, called := f.signs.entriesOf(text)
			switch {
			case len(list) > 0:
				here = append(here, candidate{at: Place{row.Line, j + 1}, entries: list, called: called, headed: headed[j+1]})
				over += f.textBelow(i, j+1)
			case strings.TrimSpace(text) != "" && !isHead(text):
				others++
				headed[j+1] = true
			}
		}
		if len(here) > 1 && 2*over >= len(here) {
			continue // the headings of columns
		}
		for k := range here {
			here[k].alone = others == 0
		}
		found = append(found, here...)
	}
	o := othersOf(found)
	for _, c := range found {
		if c.isLegend(o) {
			f.take(c.entries, c.at)
		}
	}
}

// candidate is a cell that may be a legend, or a part of one.
type candidate struct {
	at      Place
	entries []Entry
	called  bool // it calls itself one
	headed  bool // texts stand over it
	alone   bool // in its row
}

// others are the candidates of a sheet, of which there may be as many as cells, as
// one of them asks for others.
type others struct {
	all  map[Place]string // the first mark of each
	lone map[Place]string // and of those alone in their rows
	free map[string]bool  // the first marks of those without texts over them
}

func othersOf(all []candidate) others {
	o := others{map[Place]string{}, map[Place]string{}, map[string]bool{}}
	for _, c := range all {
		o.all[c.at] = c.entries[0].Glyph
		if c.alone {
			o.lone[c.at] = c.entries[0].Glyph
		}
		if !c.headed {
			o.free[c.entries[0].Glyph] = true
		}
	}
	return o
}

// isLegend reports whether a cell is part of a legend. One that explains a single
// mark may as well be a heading such as "B - Support", or a mark with a remark:
// under texts it needs another one directly over or below it, and elsewhere one at
// all, or a word that is a role and nothing else. One in words that are not known
// stands under no texts, and next to another.
func (c candidate) isLegend(o others) bool {
	mark := c.entries[0].Glyph
	next := func(places map[Place]string, at ...Place) bool {
		return slices.ContainsFunc(at, func(p Place) bool { other, ok := places[p]; return ok && other != mark })
	}
	above, below := Place{c.at.Line - 1, c.at.Column}, Place{c.at.Line + 1, c.at.Column}
	switch {
	case c.called || len(c.entries) > 1:
		return true
	case !c.entries[0].Known:
		return !c.headed && next(o.all, above, below, Place{c.at.Line, c.at.Column - 1}, Place{c.at.Line, c.at.Column + 1})
	case c.headed && !c.alone:
		return false
	case next(o.lone, above, below):
		return true
	}
	return !c.headed && (isRole(c.entries[0].Says) || len(o.free) > 1)
}

// textBelow returns 1 when something else than an explanation stands directly below
// a cell.
func (f *finder) textBelow(i, column int) int {
	if i+1 >= len(f.rows) || f.rows[i+1].Line != f.rows[i].Line+1 {
		return 0
	}
	below := f.rows[i+1].Own(column)
	if list, _ := f.signs.entriesOf(below); strings.TrimSpace(below) == "" || len(list) > 0 {
		return 0
	}
	return 1
}

// across looks for marks and words that take turns in a row.
func (f *finder) across() {
	for _, row := range f.rows {
		var list []Entry
		var cells []Place
		called := slices.ContainsFunc(row.Cells, isHead)
		for column := 1; column < len(row.Cells); column++ {
			glyph, says := row.Own(column), row.Own(column+1)
			if !f.signs.isGlyph(glyph, 2) || strings.TrimSpace(says) == "" || f.signs.isGlyph(says, 2) {
				continue
			}
			e := newEntry(cell.Tidy(glyph), says)
			if !e.Known && !(called && f.signs.areMarks([]Entry{e}, 2)) {
				continue
			}
			list, cells = append(list, e), append(cells, Place{row.Line, column}, Place{row.Line, column + 1})
			column++
		}
		if len(list) > 1 && len(cells) == len(f.signs.known(list))*2 && f.alone(row, cells) {
			f.take(list, cells...)
		}
	}
}

// alone reports whether a row holds nothing but some cells and perhaps the word
// that it is a legend.
func (f *finder) alone(row table.Row, cells []Place) bool {
	for j, text := range row.Cells {
		if _, explained := slices.BinarySearchFunc(cells, j+1, func(p Place, column int) int { return p.Column - column }); !explained && strings.TrimSpace(text) != "" && !isHead(text) {
			return false
		}
	}
	return true
}

func isHead(text string) bool {
	tidy := cell.Tidy(text)
	return tidy != "" && head().FindString(tidy) == tidy
}

// heads takes the cells that call what is found a legend, directly over it or left
// of it.
func (f *finder) heads() {
	if len(f.entries) == 0 {
		return
	}
	for _, row := range f.rows {
		for j, text := range row.Cells {
			at := Place{row.Line, j + 1}
			beside := f.cells[Place{row.Line + 1, j + 1}] || f.cells[Place{row.Line, j + 2}] || f.cells[Place{row.Line + 1, j + 2}]
			if beside && text != "" && isHead(text) {
				f.cells[at] = true
			}
		}
	}
}
