package html

import (
	"bytes"
	"io"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"tasuki/graph/said"
)

// visitor is told what a page consists of. A table in a cell of another comes between
// the openCell and closeCell of that one.
type visitor interface {
	openTable(at int) error // where it begins, in bytes
	closeTable() error
	openRow(hidden bool) error
	closeRow() error
	openCell(columns, rows int, hidden bool)
	light() // the open cell has a text that is not in bold type
	closeCell()
	closeGroup() // cells from above end here
	text(t []byte, how manner) error
}

// manner is how a page shows a text.
type manner int

const (
	seen manner = iota
	hidden
	struck
)

// walker takes a page apart, with the end tags that people and programs leave out put
// in as browsers put them in.
type walker struct {
	to       visitor
	striking map[string]bool // classes
	z        *html.Tokenizer
	at       int     // bytes before the token
	levels   []level // the tables that are open, the innermost last
}

// errStop ends a walk early, without error.
var errStop = said.New("stop")

// walk takes a page apart from a place on, in which some classes strike out.
func walk(page []byte, at int, striking map[string]bool, to visitor) error {
	w := &walker{to: to, striking: striking, z: html.NewTokenizer(bytes.NewReader(page[at:])), at: at}
	for {
		kind := w.z.Next()
		size := len(w.z.Raw())
		var err error
		switch kind {
		case html.ErrorToken:
			if err := w.z.Err(); err != io.EOF {
				return err
			}
			for len(w.levels) > 0 && err == nil {
				err = w.closeTable()
			}
			return unstopped(err)
		case html.TextToken:
			err = w.text(w.z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			err = w.start(kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := w.z.TagName()
			err = w.end(string(name))
		}
		if err != nil {
			return unstopped(err)
		}
		w.at += size
	}
}

func unstopped(err error) error {
	if err == errStop {
		return nil
	}
	return err
}

// start takes a start tag.
func (w *walker) start(closed bool) error {
	raw, more := w.z.TagName()
	name := atom.String(raw)
	t := w.top()
	switch {
	case t != nil && t.skipped != "" && !ends(name, t.skipped):
		if name == t.skipped && !closed {
			t.depth++
		}
		return nil
	case name == "table":
		return w.openTable()
	case t == nil:
		return nil
	}
	t.skipped = ""
	a := attributesOf(w.z, more, w.striking)
	switch name {
	case "thead", "tbody", "tfoot":
		return w.endGroup()
	case "tr":
		if err := w.endRow(); err != nil {
			return err
		}
		t.row, t.told, t.framed, t.unseen, t.rowOut = true, false, false, a.hidden, a.struck
		return nil
	case "td", "th":
		return w.openCell(a)
	}
	return w.inline(name, a, closed)
}

// openCell takes the start of a cell. Those in which a spreadsheet program shows its
// own names of rows and columns are none, and a row of them alone is no row: then the
// cells stand where they stand in the spreadsheet.
func (w *walker) openCell(a attributes) error {
	err := w.endCell()
	t := w.top()
	if !t.row {
		t.row, t.told, t.framed, t.unseen, t.rowOut = true, false, false, false, false
	}
	if a.frame {
		t.framed = true
		return err
	}
	if err == nil && !t.told {
		t.told = true
		err = w.to.openRow(t.unseen)
	}
	t.cell, t.cellOut, t.cellBold = true, a.struck, a.bold
	w.to.openCell(a.columns, a.rows, a.hidden)
	return err
}

// inline takes the start tag of an element that stands in a cell.
func (w *walker) inline(name string, a attributes, closed bool) error {
	t := w.top()
	t.struck.imply(name)
	t.bold.imply(name)
	switch {
	case name == "img":
		return w.text(a.standsIn)
	case name == "input":
		return w.text(a.field())
	case closed || isVoid(name):
	case name == "script" || name == "style" || name == "template" || name == "noscript" || isReading(name):
		t.skipped, t.depth, t.hidden = name, 1, false
	case t.cell && (a.hidden || name == "option" && !a.chosen):
		t.skipped, t.depth, t.hidden = name, 1, true
	case t.cell:
		t.struck.begin(name, IsStrike(name), a.struck)
		t.bold.begin(name, isBold(name), a.bold)
	}
	if isBreak(name) {
		return w.text([]byte(lineBreak))
	}
	return nil
}

// lineBreak stands for the end of a line, apart from those of the source, which are
// white space.
const lineBreak = "\u2028"

// end takes an end tag.
func (w *walker) end(name string) error {
	t := w.top()
	switch {
	case t == nil:
		return nil
	case t.skipped != "" && name == t.skipped:
		if t.depth--; t.depth == 0 {
			t.skipped = ""
		}
		return nil
	case isReading(t.skipped) && name == "ruby", t.skipped == "option" && name == "select", t.skipped == "p" && isBlock(name):
		t.skipped = ""
	case name == "table":
		return w.closeTable()
	case name == "tr":
		return w.endRow()
	case name == "td" || name == "th":
		return w.endCell()
	case name == "thead" || name == "tbody" || name == "tfoot":
		return w.endGroup()
	}
	if t.skipped != "" {
		return nil // as its start tag was passed over
	}
	t.struck.end(name, IsStrike(name))
	t.bold.end(name, isBold(name))
	if isBreak(name) {
		return w.text([]byte(lineBreak))
	}
	return nil
}

// text takes a text: that of a cell, or else nothing.
func (w *walker) text(text []byte) error {
	t := w.top()
	if t == nil || !t.cell || len(text) == 0 {
		return nil
	}
	switch {
	case t.skipped != "" && !t.hidden:
		return nil
	case t.skipped != "":
		return w.to.text(text, hidden)
	}
	if !t.cellBold && !t.bold.on() && len(bytes.TrimSpace(text)) > 0 {
		w.to.light()
	}
	switch {
	case t.rowOut || t.cellOut || t.struck.on():
		return w.to.text(text, struck)
	}
	return w.to.text(text, seen)
}

// openTable takes the start of a table: within a cell of another, or behind one that
// has no end tag.
func (w *walker) openTable() error {
	if t := w.top(); t != nil && !t.cell {
		if err := w.closeTable(); err != nil {
			return err
		}
	}
	if len(w.levels) > MaxNested {
		return said.Errorf("tables stand in each other more than %d deep; save the one with the matrix alone", MaxNested)
	}
	w.levels = append(w.levels, level{})
	return w.to.openTable(w.at)
}

func (w *walker) closeTable() error {
	if err := w.endRow(); err != nil {
		return err
	}
	w.levels = w.levels[:len(w.levels)-1]
	return w.to.closeTable()
}

func (w *walker) endGroup() error {
	err := w.endRow()
	w.to.closeGroup()
	return err
}

func (w *walker) endRow() error {
	if err := w.endCell(); err != nil || !w.top().row {
		return err
	}
	t := w.top()
	t.row = false
	switch {
	case !t.told && t.framed:
		return nil
	case !t.told:
		if err := w.to.openRow(t.unseen); err != nil {
			return err
		}
	}
	return w.to.closeRow()
}

func (w *walker) endCell() error {
	t := w.top()
	t.skipped, t.struck, t.bold = "", around{}, around{}
	if t.cell {
		t.cell = false
		w.to.closeCell()
	}
	return nil
}
