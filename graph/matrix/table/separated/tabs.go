package separated

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// lines splits each line at its tabs. The media type text/tab-separated-values knows
// no quotes, but spreadsheet programs write a cell that has line breaks or quotes in
// quotes: one that ends in a quote before the next tab is read so.
// https://www.iana.org/assignments/media-types/text/tab-separated-values
func (t source) lines() table.Rows {
	return func(yield func(table.Row, error) bool) {
		in, err := t.reader()
		if err != nil {
			yield(table.Row{}, err)
			return
		}
		r := &tabReader{in: in, line: t.skipped}
		for {
			line, cells, err := r.row()
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(table.Row{}, err)
				return
			}
			if !yield(table.Row{Line: line, Cells: cells}, nil) {
				return
			}
		}
	}
}

// tabReader reads rows between tabs.
type tabReader struct {
	in    *bufio.Reader
	line  int      // lines taken
	ahead []string // lines read but not taken
	open  int      // up to this line no quote closes what an earlier one opened
	cells []string
}

// row returns the cells of the next row and the line in which it begins; an empty
// line has none.
func (r *tabReader) row() (int, []string, error) {
	text, err := r.next()
	if err != nil {
		return 0, nil, err
	}
	first := r.line
	r.cells = r.cells[:0]
	for more := text != ""; more; {
		var cell string
		if cell, text, more = strings.Cut(text, "\t"); strings.HasPrefix(cell, `"`) {
			if cell, text, more, err = r.quoted(cell, text, more); err != nil {
				return 0, nil, err
			}
		}
		r.cells = append(r.cells, cell)
	}
	return first, r.cells, nil
}

// quoted returns what a cell that begins with a quote holds. Where no quote ends it
// before a tab, the quote is a sign of its text.
func (r *tabReader) quoted(cell, text string, more bool) (string, string, bool, error) {
	inner, closed, broken := unquote(cell[1:])
	switch {
	case closed:
		return inner, text, more, nil
	case broken || more || r.line < r.open:
		return cell, text, more, nil
	}
	all := []byte(inner)
	i := 0
	for ; len(all) <= maxQuoted; i++ {
		if i == len(r.ahead) {
			line, err := r.read()
			if err == io.EOF {
				break
			}
			if err != nil {
				return "", "", false, err
			}
			r.ahead = append(r.ahead, line)
		}
		part, rest, tab := strings.Cut(r.ahead[i], "\t")
		inner, closed, broken := unquote(part)
		if closed {
			r.line += i + 1
			r.ahead = r.ahead[i+1:]
			return string(append(append(all, '\n'), inner...)), rest, tab, nil
		}
		if tab || broken {
			break
		}
		all = append(append(all, '\n'), inner...)
	}
	r.open = r.line + i + 1
	return cell, text, more, nil
}

// unquote returns a text behind a quote, with each doubled quote in it as one, and
// whether a single one closes it at its end, or stands in it.
func unquote(text string) (inner string, closed, broken bool) {
	if !strings.Contains(text, `"`) {
		return text, false, false
	}
	inner = strings.ReplaceAll(text, `""`, "\x00")
	i := strings.IndexByte(inner, '"')
	closed, broken = i >= 0 && i == len(inner)-1, i >= 0 && i < len(inner)-1
	return strings.ReplaceAll(strings.TrimSuffix(inner, `"`), "\x00", `"`), closed, broken
}

// next takes a line.
func (r *tabReader) next() (line string, err error) {
	if len(r.ahead) > 0 {
		line, r.ahead = r.ahead[0], r.ahead[1:]
	} else if line, err = r.read(); err != nil {
		return "", err
	}
	r.line++
	return line, nil
}

// read reads a line behind those that are read already.
func (r *tabReader) read() (string, error) {
	var long []byte
	for {
		part, err := r.in.ReadSlice('\n')
		if len(long)+len(part) > maxLine {
			return "", tooLong(r.line + len(r.ahead) + 1)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			long = append(long, part...)
			continue
		case err == io.EOF && len(long)+len(part) == 0:
			return "", io.EOF
		case err != nil && err != io.EOF:
			return "", said.Errorf("line %d: %w", r.line+len(r.ahead)+1, err)
		}
		if len(long) > 0 {
			part = append(long, part...)
		}
		return strings.TrimSuffix(string(part), "\n"), nil
	}
}
