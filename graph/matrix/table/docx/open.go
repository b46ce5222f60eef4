package docx

import (
	"archive/zip"
	"errors"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// maxWalked bounds the bytes of XML that are read to look at all tables, since each
// lies behind those before it.
const maxWalked = 4 << 30

// document is the part with the text.
type document struct {
	part   *zip.File
	walked uint64 // bytes, so far
}

// Open lists the tables of the document in f, in the order in which they begin. The
// text of a merged range is in each of its cells. Tracked changes are read as if they
// were accepted; notes and drawings are no part of a cell. A table within a cell is a
// table of its own.
func Open(f table.File) (table.Book, error) {
	d, err := find(f)
	if err != nil {
		return table.Book{}, err
	}
	var b table.Book
	l := lister{}
	if err := d.walk(l.visit); err != nil {
		return table.Book{}, err
	}
	for i, full := range l.full {
		b.Sheets = append(b.Sheets, table.Sheet{Name: table.Numbered(i + 1), Rows: d.rows(i), Text: func() (bool, error) { return full, nil }})
	}
	if len(b.Sheets) == 0 {
		return table.Book{}, said.New("the document has no table")
	}
	return b, nil
}

var errNoDocument = said.New("this zip is not a word processing document; save it as .docx")

// find returns the part with the text of the document in f.
func find(f table.File) (*document, error) {
	archive, err := parts.Open(f)
	switch {
	case errors.Is(err, parts.ErrOld):
		return nil, said.New("this is a .doc document or one with a password; save it as .docx without password")
	case errors.Is(err, zip.ErrFormat):
		return nil, said.Errorf("not a .docx document, or a damaged one: %w", err)
	case err != nil:
		return nil, err
	}
	roots, err := archive.Relations("")
	if err != nil {
		return nil, err
	}
	for _, root := range roots {
		if part := archive.Part(root.Target); root.Is("officeDocument") && part != nil {
			return &document{part: part}, nil
		}
	}
	return nil, errNoDocument
}

// walk visits the text, unless it was visited too often.
func (d *document) walk(visit func(*parts.Token) error) error {
	if d.walked += d.part.UncompressedSize64; d.walked > maxWalked {
		return said.Errorf("the document has so many tables that looking at all of them takes too long; name one with --sheet, or save the table as CSV")
	}
	return parts.Walk(d.part, parts.MaxRead, visit)
}

// rows returns the rows of the table that begins as the n-th, from 0.
func (d *document) rows(n int) table.Rows {
	return func(yield func(table.Row, error) bool) {
		r := reader{want: n, yield: yield}
		if err := d.walk(r.visit); err != nil {
			yield(table.Row{}, err)
		}
	}
}

// lister tells which tables there are, and which of them have any text.
type lister struct {
	root bool
	full []bool
	open []int // the tables around, by number
	text bool  // a text is open
}

func (l *lister) visit(t *parts.Token) error {
	if t.Kind == parts.Start && !l.root {
		if l.root = true; string(t.Name) != "document" {
			return errNoDocument
		}
	}
	switch {
	case t.Is(parts.Start, "tbl"):
		l.open = append(l.open, len(l.full))
		l.full = append(l.full, false)
	case t.Is(parts.End, "tbl") && len(l.open) > 0:
		l.open = l.open[:len(l.open)-1]
	case t.Kind != parts.Chars:
		l.text = t.Is(parts.Start, "t") || t.Is(parts.Start, "sym")
		if string(t.Name) == "sym" && len(l.open) > 0 {
			l.full[l.open[len(l.open)-1]] = true
		}
	case l.text && len(l.open) > 0 && !parts.IsBlank(t.Text):
		l.full[l.open[len(l.open)-1]] = true
	}
	return nil
}
