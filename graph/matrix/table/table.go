package table

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"

	"tasuki/graph/said"
)

// Format is a file format.
type Format string

// The formats.
const (
	TSV  Format = "tsv"
	CSV  Format = "csv"
	XLSX Format = "xlsx"
)

// Extensions lists the endings of the files that hold matrices.
func Extensions() []string { return []string{".tsv", ".tab", ".txt", ".csv", ".xlsx", ".xlsm"} }

// File is what a table is read from: *os.File and *bytes.Reader both are.
type File interface {
	io.Reader
	io.ReaderAt
	io.Seeker
}

// Open returns the rows of the table in f. The name is used in errors and, when
// the format is empty, for its ending. The sheet picks a sheet of a workbook;
// when it is empty, the only visible sheet with any text is taken, and a
// [SheetError] says that there are several. Text files have no sheets.
//
// Cells are not trimmed, and a line break within a cell is "\n". An empty line
// of a TSV file is a row without cells; CSV has no such rows.
//
// The rows may be ranged over more than once, but not at the same time, and f
// must stay open meanwhile. Memory does not grow with the number of rows, nor
// with what merged ranges cover. What a table may hold is limited: see limit.go.
func Open(f File, name string, format Format, sheet string) (Rows, error) {
	rows, err := open(f, name, format, sheet)
	if err != nil {
		return nil, said.Errorf("reading table %q: %w", name, err)
	}
	return Named(name, rows), nil
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

func open(f File, name string, format Format, sheet string) (Rows, error) {
	if format == "" {
		var err error
		if format, err = FormatOf(name); err != nil {
			return nil, err
		}
	}
	switch format {
	case TSV, CSV:
		if sheet != "" {
			return nil, said.Errorf("sheet %q is asked for, but a %s file has no sheets", sheet, format)
		}
		text, err := detect(f)
		if err != nil {
			return nil, err
		}
		if format == TSV {
			return tsvRows(text), nil
		}
		return csvRows(text), nil
	case XLSX:
		return xlsxRows(f, sheet)
	}
	return nil, said.Errorf("%q is not a format; write tsv, csv or xlsx", format)
}

// FormatOf returns the format that a file's ending stands for.
func FormatOf(name string) (Format, error) {
	switch ending := strings.ToLower(filepath.Ext(name)); ending {
	case ".tsv", ".tab", ".txt":
		return TSV, nil
	case ".csv":
		return CSV, nil
	case ".xlsx", ".xlsm":
		return XLSX, nil
	default:
		return "", said.Errorf("the ending %q is not that of a table; name the format (tsv, csv or xlsx), or save the table as one of them", ending)
	}
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
