package markdown

import (
	"bytes"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/charset"
	"tasuki/graph/matrix/table/html"
	"tasuki/graph/said"
)

// Open lists the tables of a text: those between bars in their order, and behind them
// those in HTML. The rows of each are numbered from 1, its headings being row 1; the
// line of dashes below them is no row. Text around tables, and what stands in fences,
// is left out.
func Open(f table.File) (table.Book, error) {
	text, err := charset.Detect(f, "")
	if err != nil {
		return table.Book{}, err
	}
	page, err := text.ReadAll()
	if err != nil {
		return table.Book{}, err
	}
	page = bytes.ReplaceAll(bytes.ReplaceAll(page, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	t := document{text: page}
	if err := t.find(); err != nil {
		return table.Book{}, err
	}
	b := table.Book{Assumptions: text.Assumptions()}
	for i, at := range t.starts {
		b.Sheets = append(b.Sheets, table.Sheet{Name: table.Numbered(i + 1), Rows: t.rows(at)})
	}
	more, hidden, err := html.Tables(t.unfenced(), len(b.Sheets))
	if err != nil {
		return table.Book{}, err
	}
	b.Sheets, b.Assumptions = append(b.Sheets, more...), append(b.Assumptions, hidden...)
	if len(b.Sheets) == 0 {
		return table.Book{}, said.Errorf("the text holds no table; a table has headings between bars (|) and a line of dashes below them: | --- | --- |")
	}
	return b, nil
}

// rows returns the rows of the table whose headings begin at a place.
func (t *document) rows(at int) table.Rows {
	return func(yield func(table.Row, error) bool) {
		row := table.Row{}
		rest := t.text[at:]
		within := 0
		for n := 0; len(rest) > 0; n++ {
			var line []byte
			line, rest = cutLine(rest)
			text, depth := content(line)
			if n == 0 {
				within = depth
			}
			if n > 1 && (ends(text) || depth > within) {
				return
			}
			if n == 1 {
				continue
			}
			row.Line++
			var err error
			if err = t.cells(&row, text); err != nil {
				yield(table.Row{}, err)
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// cells puts the texts of a row into it. A row may have more cells than there are headings:
// then nothing is cut off, although a page would not show them.
func (t *document) cells(row *table.Row, text string) error {
	row.Cells, row.Aside, row.Bold = row.Cells[:0], nil, nil
	if len(text) > maxLine {
		return said.Errorf("row %d is longer than %d MiB; is this not a table?", row.Line, maxLine>>20)
	}
	for _, cell := range split(text) {
		if len(cell) > maxCell {
			return said.Errorf("row %d has a cell with more than %d KiB; is this not a table?", row.Line, maxCell>>10)
		}
		if len(row.Cells) == table.MaxColumn {
			return said.Errorf("row %d has more than %d columns", row.Line, table.MaxColumn)
		}
		text, how := plain(cell, t.labels)
		row.Cells = append(row.Cells, text)
		if text != "" && isStrong(cell) {
			row.Bold = append(row.Bold, len(row.Cells))
		}
		if how != table.Unstruck {
			row.Aside = row.Aside.Apart(nil)
			row.Aside.Strike(len(row.Cells), how)
		}
	}
	return nil
}

// split returns the cells between the bars of a row. A bar behind a backslash is a
// sign of the text, even in code.
func split(row string) []string {
	row = strings.TrimPrefix(strings.TrimSpace(row), "|")
	var cells []string
	var cell strings.Builder
	open := false
	for i := 0; i < len(row); i++ {
		switch c := row[i]; {
		case c == '\\' && i+1 < len(row) && row[i+1] == '|':
			cell.WriteByte('|')
			i++
		case c == '\\' && i+1 < len(row):
			cell.WriteString(row[i : i+2])
			i++
		case c == '|':
			cells = append(cells, strings.TrimSpace(cell.String()))
			cell.Reset()
			open = false
			continue
		default:
			cell.WriteByte(c)
		}
		open = true
	}
	if open {
		cells = append(cells, strings.TrimSpace(cell.String()))
	}
	return cells
}

// isStrong reports whether a cell is in bold type throughout.
func isStrong(cell string) bool {
	for _, sign := range []string{"**", "__"} {
		if inner, ok := strings.CutPrefix(cell, sign); ok && strings.HasSuffix(inner, sign) && !strings.Contains(strings.TrimSuffix(inner, sign), sign) {
			return true
		}
	}
	return strings.HasPrefix(cell, "<b>") || strings.HasPrefix(cell, "<strong>")
}
