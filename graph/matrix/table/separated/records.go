package separated

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"

	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// records reads separated values as RFC 4180 has them, with the separator of the
// text. Rows may differ in length. A quoted cell may span lines; its row's line is the
// one it starts in.
func (t source) records() table.Rows {
	return func(yield func(table.Row, error) bool) {
		in, err := t.reader()
		if err != nil {
			yield(table.Row{}, err)
			return
		}
		source := &capped{r: in, cap: errLongRecord, separator: []byte{t.separator}}
		records := csv.NewReader(source)
		records.Comma = rune(t.separator)
		records.FieldsPerRecord = -1
		records.ReuseRecord = true
		for line := t.skipped; ; {
			source.left, source.separators = maxLine, MaxSeparators
			cells, err := records.Read()
			if err == io.EOF && source.err == nil {
				return
			}
			if err != nil {
				yield(table.Row{}, t.explain(err, source.err, line))
				return
			}
			line, _ = records.FieldPos(0)
			line += t.skipped
			if t.wiki {
				cells = singleBars(cells)
			}
			if !yield(table.Row{Line: line, Cells: cells}, nil) {
				return
			}
		}
	}
}

var (
	errLongRecord = said.New("record too long")
	errWideRecord = said.New("record too wide")
)

// explain says why no record could be read after the one at line. What went wrong
// while reading the source explains what the parser stumbled over.
func (t source) explain(err, source error, line int) error {
	var fault *csv.ParseError
	switch {
	case source == errLongRecord:
		return tooLong(line + 1)
	case source == errWideRecord:
		return said.Errorf("line %d has more than %d separators, and at most %d cells are read; is a closing quote missing, or is this not a table?", line+1, MaxSeparators, table.MaxColumn)
	case source != nil:
		return said.Errorf("after line %d: %w", line, source)
	case errors.As(err, &fault):
		return said.Errorf("line %d, byte %d: %w; put the cell in quotes and double the quotes in it", t.skipped+fault.StartLine, fault.Column, fault.Err)
	}
	return err
}

// capped reads at most left bytes and separators, then fails. Raising them again
// allows more: it bounds what a parser holds for one record.
type capped struct {
	r          io.Reader
	separator  []byte
	left       int
	separators int   // how many more it may read
	err        error // of the cap or of r; once set it stays
	cap        error
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
	if c.separators -= bytes.Count(p[:n], c.separator); c.separators < 0 {
		c.err = errWideRecord
		return 0, c.err
	}
	if err != nil && err != io.EOF {
		c.err = err
	}
	return n, err
}
