package odf

import (
	"archive/zip"
	"errors"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// document is what is known of a document before its tables are read.
type document struct {
	content *zip.File
	styles  styles
	walked  uint64 // bytes, so far
}

// Open lists the tables of the document in f. A table is read as it is shown: numbers
// and dates in their formats, the text of a merged range in each of its cells. What it
// hides is read as well; notes and drawings are no part of a cell. A table within a
// cell is a table of its own.
func Open(f table.File) (table.Book, error) {
	archive, err := parts.Open(f)
	switch {
	case errors.Is(err, zip.ErrFormat):
		return table.Book{}, said.Errorf("not an OpenDocument file, or a damaged one: %w", err)
	case err != nil:
		return table.Book{}, err
	}
	d := &document{content: archive.Part("content.xml")}
	if d.content == nil {
		return table.Book{}, said.New("this zip is not an OpenDocument file; save the table as .ods")
	}
	if err := refuseLocked(archive.Part("META-INF/manifest.xml")); err != nil {
		return table.Book{}, err
	}
	l := lister{styles: &d.styles}
	if err := d.walk(l.visit); err != nil {
		return table.Book{}, err
	}
	var b table.Book
	for i, t := range l.tables {
		if t.name == "" {
			t.name = table.Numbered(i + 1)
		}
		b.Sheets = append(b.Sheets, table.Sheet{
			Name: t.name, Hidden: d.styles.hidden[t.style], Rows: d.rows(i),
			Text: func() (bool, error) { return t.text, nil },
		})
	}
	if len(b.Sheets) == 0 {
		return table.Book{}, said.New("the document has no table")
	}
	return b, nil
}

// refuseLocked refuses a document that has a password.
func refuseLocked(manifest *zip.File) error {
	if manifest == nil {
		return nil
	}
	return parts.Walk(manifest, parts.MaxHeld, func(t *parts.Token) error {
		if t.Is(parts.Start, "encryption-data") {
			return said.New("the document has a password; save it without one")
		}
		return nil
	})
}

// walk visits the content, unless it was visited too often.
func (d *document) walk(visit func(*parts.Token) error) error {
	if d.walked += d.content.UncompressedSize64; d.walked > maxWalked {
		return said.Errorf("the document has so many tables that looking at all of them takes too long; name one with --sheet, or save the table as CSV")
	}
	return parts.Walk(d.content, parts.MaxRead, visit)
}

// rows returns the rows of the table that begins as the n-th, from 0.
func (d *document) rows(n int) table.Rows {
	return func(yield func(table.Row, error) bool) {
		r := newReader(n, &d.styles, yield)
		if err := d.walk(r.visit); err != nil {
			yield(table.Row{}, err)
		}
	}
}

// lister lists the tables of a document, and the styles that say something of them.
type lister struct {
	styles *styles
	tables []listed
	open   []int // the tables around, by number
	inCell bool
	cell   cellText
}

type listed struct {
	name, style string
	text        bool // whether any cell has text
}

func (l *lister) visit(t *parts.Token) error {
	if err := l.styles.visit(t); err != nil {
		return err
	}
	switch {
	case t.Is(parts.Start, "table"):
		l.open = append(l.open, len(l.tables))
		l.tables = append(l.tables, listed{name: t.Prefixed("name"), style: t.Prefixed("style-name")})
		l.inCell = false
	case t.Is(parts.End, "table") && len(l.open) > 0:
		l.open = l.open[:len(l.open)-1]
		l.inCell = len(l.open) > 0
	case len(l.open) == 0:
	case t.Kind != parts.Chars && isCell(t):
		l.inCell = t.Kind == parts.Start
		l.cell.reset()
		if l.inCell && valueOf(t) != "" {
			l.tables[l.open[len(l.open)-1]].text = true
		}
	case l.inCell && !l.tables[l.open[len(l.open)-1]].text:
		err := l.cell.visit(t, l.styles)
		l.tables[l.open[len(l.open)-1]].text = l.cell.hasText()
		return err
	}
	return nil
}
