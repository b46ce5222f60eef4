package html

import (
	"bytes"
	"io"
	"regexp"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/charset"
	"tasuki/graph/said"
)

// declared is how a page says which encoding it has.
var declared = regexp.MustCompile(`(?i)charset\s*=\s*["']?\s*([a-z0-9_-]+)`)

// Open lists the tables of a page, in the order in which they begin. Their rows are
// numbered from 1 in each. What a page hides is read where it is a row, a column or a
// cell, and left out where it is a text in a cell; both are said.
func Open(f table.File) (table.Book, error) {
	head := make([]byte, 4<<10)
	n, err := f.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return table.Book{}, err
	}
	name := ""
	if m := declared.FindSubmatch(head[:n]); m != nil {
		name = string(m[1])
	}
	text, err := charset.Detect(f, name)
	if err != nil {
		return table.Book{}, err
	}
	page, err := text.ReadAll()
	if err != nil {
		return table.Book{}, err
	}
	sheets, assumptions, err := Tables(page, 0)
	if err != nil {
		return table.Book{}, err
	}
	if len(sheets) == 0 {
		return table.Book{}, said.Errorf("the page holds no table; save the page with the table itself, or paste the table into a spreadsheet program and save it as .xlsx")
	}
	return table.Book{Sheets: sheets, Assumptions: append(text.Assumptions(), assumptions...)}, nil
}

// Tables lists the tables of a page in UTF-8, numbered behind others, and says what is
// hidden in them.
func Tables(page []byte, others int) (sheets []table.Sheet, assumptions []said.Note, err error) {
	l := lister{others: others}
	striking := strikingClasses(page)
	if err := walk(page, 0, striking, &l); err != nil {
		return nil, nil, err
	}
	for i, at := range l.starts {
		sheets = append(sheets, table.Sheet{Name: table.Numbered(others + i + 1), Rows: rowsOf(page, at, striking)})
	}
	return sheets, l.assumptions(), nil
}

// rowsOf returns the rows of the table that begins at a place of a page.
func rowsOf(page []byte, at int, striking map[string]bool) table.Rows {
	return func(yield func(table.Row, error) bool) {
		if err := walk(page, at, striking, &grid{yield: yield}); err != nil {
			yield(table.Row{}, err)
		}
	}
}

// lister notes where tables begin, and what is hidden in them.
type lister struct {
	others int // tables before the first
	starts []int
	open   []listed
	rows   noted // that are hidden, with a text, like the cells
	cells  noted
	texts  noted // that are hidden in cells that are shown
}

// noted is where a page does not show something as the rest.
type noted struct {
	places []said.Note // the first
	more   int         // how many others
}

// listed is a table that is open.
type listed struct {
	number, rows, cells int
	row, cell, said     bool // whether the row, or the cell, is hidden, and that it has been said
}

func (l *lister) top() *listed { return &l.open[len(l.open)-1] }

func (l *lister) openTable(at int) error {
	if len(l.starts) == maxTables {
		return said.Errorf("the page holds more than %d tables; save the one with the matrix alone", maxTables)
	}
	l.starts = append(l.starts, at)
	l.open = append(l.open, listed{number: l.others + len(l.starts)})
	return nil
}

func (l *lister) closeTable() error {
	l.open = l.open[:len(l.open)-1]
	return nil
}

func (l *lister) openRow(unseen bool) error {
	t := l.top()
	t.rows++
	t.cells, t.row, t.said = 0, unseen, false
	return nil
}

func (l *lister) closeRow() error { return nil }

func (l *lister) openCell(_, _ int, unseen bool) {
	t := l.top()
	t.cells++
	if t.cell = unseen; !t.row {
		t.said = false
	}
}

func (l *lister) light()      {}
func (l *lister) closeCell()  {}
func (l *lister) closeGroup() {}

func (l *lister) text(text []byte, how manner) error {
	t := l.top()
	if how != hidden && (!t.row && !t.cell || t.said) || len(bytes.TrimSpace(bytes.ReplaceAll(text, []byte(lineBreak), nil))) == 0 {
		return nil
	}
	switch {
	case how == hidden:
		l.note(&l.texts, text)
	case t.row:
		l.note(&l.rows, nil)
		t.said = true
	default:
		l.note(&l.cells, nil)
		t.said = true
	}
	return nil
}

// note keeps the first places of a kind and counts the others.
func (l *lister) note(h *noted, text []byte) {
	if len(h.places) == mostSaid {
		h.more++
		return
	}
	place := said.Notef("row %d of table %d", l.top().rows, l.top().number)
	if text != nil {
		place = said.Notef("%q in %s", table.Cut(strings.TrimSpace(string(text)), 40), place)
	}
	h.places = append(h.places, place)
}

// assumptions says what is hidden.
func (l *lister) assumptions() []said.Note {
	var out []said.Note
	assume := func(format string, h noted) {
		if len(h.places) == 0 {
			return
		}
		places := said.Join(", ", h.places)
		if h.more > 0 {
			places = said.Notef("%s and %d more", places, h.more)
		}
		out = append(out, said.Notef(format, places))
	}
	assume("hidden: rows that the page does not show are read: %s", l.rows)
	assume("hidden: cells that the page does not show are read: %s", l.cells)
	assume("hidden: texts in cells that the page does not show are left out: %s", l.texts)
	return out
}
