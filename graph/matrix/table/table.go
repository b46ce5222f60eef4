package table

import (
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
			case len(row.Cells) > MaxColumn:
				err = said.Errorf("line %d has %d cells; at most %d are read", row.Line, len(row.Cells), MaxColumn)
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
