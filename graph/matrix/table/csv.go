package table

import (
	"encoding/csv"
	"errors"
	"io"

	"tasuki/graph/said"
)

// csvRows reads comma-separated values as RFC 4180 has them. Rows may differ in
// length. A quoted cell may span lines; its row's line is the one it starts in.
func csvRows(t text) Rows {
	return func(yield func(Row, error) bool) {
		in, err := t.reader()
		if err != nil {
			yield(Row{}, err)
			return
		}
		source := &capped{r: in, cap: errLongRecord, commas: MaxCommas}
		records := csv.NewReader(source)
		records.FieldsPerRecord = -1
		records.ReuseRecord = true
		for line := 0; ; {
			source.left, source.commas = MaxLine, MaxCommas
			cells, err := records.Read()
			if err == io.EOF && source.err == nil {
				return
			}
			if err == nil {
				line, _ = records.FieldPos(0)
				err = checkWidth(line, len(cells))
			} else {
				err = csvError(err, source.err, line)
			}
			if err != nil {
				yield(Row{}, err)
				return
			}
			if !yield(Row{Line: line, Cells: cells}, nil) {
				return
			}
		}
	}
}

var (
	errLongRecord = said.New("record too long")
	errWideRecord = said.New("record too wide")
)

// csvError explains why no record could be read after the one at line. What
// went wrong while reading the source explains what the parser stumbled over.
func csvError(err, source error, line int) error {
	var fault *csv.ParseError
	switch {
	case source == errLongRecord:
		return tooLong(line + 1)
	case source == errWideRecord:
		return said.Errorf("line %d has more than %d commas, and at most %d cells are read; is a closing quote missing, or is this not a table?", line+1, MaxCommas, MaxColumn)
	case source != nil:
		return said.Errorf("after line %d: %w", line, source)
	case errors.As(err, &fault):
		return said.Errorf("line %d, byte %d: %w; put the cell in quotes and double the quotes in it", fault.StartLine, fault.Column, fault.Err)
	}
	return err
}
