package matrix

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

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
// must stay open meanwhile. Memory does not grow with the number of rows. What
// a table may hold is limited: a line 16 MiB, a row 16,384 cells.
func Open(f File, name string, format Format, sheet string) (Rows, error) {
	rows, err := open(f, name, format, sheet)
	if err != nil {
		return nil, fmt.Errorf("reading table %q: %w", name, err)
	}
	return func(yield func(Row, error) bool) {
		for row, err := range rows {
			if err != nil {
				yield(Row{}, fmt.Errorf("reading table %q: %w", name, err))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}, nil
}

func open(f File, name string, format Format, sheet string) (Rows, error) {
	if format == "" {
		var err error
		if format, err = formatOf(name); err != nil {
			return nil, err
		}
	}
	switch format {
	case TSV, CSV:
		if sheet != "" {
			return nil, fmt.Errorf("sheet %q is asked for, but a %s file has no sheets", sheet, format)
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
	return nil, fmt.Errorf("%q is not a format; write tsv, csv or xlsx", format)
}

// formatOf returns the format that a file's ending stands for.
func formatOf(name string) (Format, error) {
	switch ending := strings.ToLower(filepath.Ext(name)); ending {
	case ".tsv", ".tab", ".txt":
		return TSV, nil
	case ".csv":
		return CSV, nil
	case ".xlsx", ".xlsm":
		return XLSX, nil
	default:
		return "", fmt.Errorf("the ending %q is not that of a table; name the format (tsv, csv or xlsx), or save the table as one of them", ending)
	}
}

// What a table may hold, so that no file can claim all memory.
const (
	maxLine = 16 << 20 // bytes in a line of text, or in a record of several lines
	maxRow  = 1 << 20  // rows in a sheet, the limit of spreadsheet programs
)

// checkWidth refuses a row that has more cells than columns can be named.
func checkWidth(line, cells int) error {
	if cells > maxColumn {
		return fmt.Errorf("line %d has %d cells; at most %d are read", line, cells, maxColumn)
	}
	return nil
}

// capped reads at most left bytes, then fails with err. Raising left again
// allows more: it bounds what a parser holds for one record.
type capped struct {
	r    io.Reader
	left int
	err  error // of the cap or of r; once set it stays
	cap  error
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
	if err != nil && err != io.EOF {
		c.err = err
	}
	return n, err
}
