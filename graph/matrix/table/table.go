package table

import (
	"bytes"
	"io"

	"tasuki/graph/said"
)

// Format is the name of a file format; package formats lists them.
type Format string

// File is what a table is read from: *os.File and *bytes.Reader both are.
type File interface {
	io.Reader
	io.ReaderAt
	io.Seeker
}

// Named puts the name of the table before an error of its rows, and ends them
// where they pass the limits of a table.
func Named(name string, rows Rows) Rows {
	return func(yield func(Row, error) bool) {
		cells, text := 0, 0
		for row, err := range rows {
			cells += len(row.Cells)
			for _, cell := range row.Cells {
				text += len(cell)
			}
			switch {
			case err != nil:
			case cells > MaxCells:
				err = said.Errorf("line %d: the table has more than %d cells, empty ones left of others among them; split it, or remove what stands far to the right", row.Line, MaxCells)
			case text > maxText:
				err = said.Errorf("line %d: the table has more than %d MiB of text; split it", row.Line, maxText>>20)
			}
			if err != nil {
				yield(Row{}, said.Errorf("reading table %q: %w", name, err))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// OpenTSV reads tab-separated values; see [tsvRows]. Cells are not trimmed, and an
// empty line is a row without cells.
func OpenTSV(f File) (Book, error) { return openText(f, tsvRows) }

// OpenCSV reads comma-separated values, in which empty lines are no rows.
func OpenCSV(f File) (Book, error) { return openText(f, csvRows) }

func openText(f File, rows func(text) Rows) (Book, error) {
	t, err := detect(f)
	if err != nil {
		return Book{}, err
	}
	return Book{Sheets: []Sheet{{Rows: rows(t)}}}, nil
}

// checkWidth refuses a row that has more cells than columns can be named.
func checkWidth(line, cells int) error {
	if cells > MaxColumn {
		return said.Errorf("line %d has %d cells; at most %d are read", line, cells, MaxColumn)
	}
	return nil
}

// capped reads at most left bytes and commas, then fails. Raising them again
// allows more: it bounds what a parser holds for one record.
type capped struct {
	r      io.Reader
	left   int
	commas int   // how many more it may read
	err    error // of the cap or of r; once set it stays
	cap    error
}

func (c *capped) Read(p []byte) (int, error) {
	if c.err != nil {
		return 0, c.err
	}
	if c.left <= 0 {
		c.err = c.cap
		return 0, c.err
	}
	n, err := c.r.Read(p)
	c.left -= n
	if c.commas -= bytes.Count(p[:n], comma); c.commas < 0 {
		c.err = errWideRecord
		return 0, c.err
	}
	if err != nil && err != io.EOF {
		c.err = err
	}
	return n, err
}

var comma = []byte{','}
