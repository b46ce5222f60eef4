package table

import (
	"bufio"
	"errors"
	"strings"

	"tasuki/graph/said"
)

// tsvRows splits each line at its tabs, as the media type
// text/tab-separated-values says: there is no quoting, and so no cell holds a
// tab or a line break. Lines end in LF or CRLF.
// https://www.iana.org/assignments/media-types/text/tab-separated-values
func tsvRows(t text) Rows {
	return func(yield func(Row, error) bool) {
		r, err := t.reader()
		if err != nil {
			yield(Row{}, err)
			return
		}
		lines := bufio.NewScanner(r)
		lines.Buffer(make([]byte, 64<<10), MaxLine)
		row := Row{}
		for lines.Scan() {
			row.Line++
			row.Cells = splitTabs(row.Cells[:0], lines.Text())
			if err := checkWidth(row.Line, len(row.Cells)); err != nil {
				yield(Row{}, err)
				return
			}
			if !yield(row, nil) {
				return
			}
		}
		if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
			yield(Row{}, tooLong(row.Line+1))
		} else if err != nil {
			yield(Row{}, said.Errorf("line %d: %w", row.Line+1, err))
		}
	}
}

// splitTabs appends the cells of a line; an empty line has none.
func splitTabs(cells []string, line string) []string {
	for more := line != ""; more; {
		var cell string
		cell, line, more = strings.Cut(line, "\t")
		cells = append(cells, cell)
	}
	return cells
}

func tooLong(line int) error {
	return said.Errorf("line %d is longer than %d MiB; is a closing quote missing, or is this not a table?", line, MaxLine>>20)
}
