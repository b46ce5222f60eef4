package text

import (
	"strings"

	"tasuki/render/document"
)

// widestColumn is how many columns of a terminal a column of text may take
// before its texts are wrapped.
const widestColumn = 48

// tableLines returns the table as lines of text: columns two spaces apart, figures
// aligned at the right, long texts wrapped.
func tableLines(t *document.Table) []string {
	heads, rows := wrapped(t)
	widths := widths(t, append([][][]string{heads}, rows...))
	var lines []string
	if over := overLine(t, widths); over != "" {
		lines = append(lines, over)
	}
	lines = append(lines, rowLines(t, widths, heads)...)
	total := 2 * (len(widths) - 1)
	for _, w := range widths {
		total += w
	}
	lines = append(lines, strings.Repeat("-", max(0, total)))
	for r, row := range t.Rows {
		if row.Heading != "" {
			if r > 0 {
				lines = append(lines, "")
			}
			lines = append(lines, row.Heading)
			continue
		}
		lines = append(lines, rowLines(t, widths, rows[r])...)
	}
	return lines
}

// wrapped returns the lines of each head, and of each cell of each row.
func wrapped(t *document.Table) (heads [][]string, rows [][][]string) {
	for _, column := range t.Columns {
		heads = append(heads, wrapColumns(column.Head, widestColumn))
	}
	rows = make([][][]string, len(t.Rows))
	for r, row := range t.Rows {
		for _, cell := range row.Cells {
			rows[r] = append(rows[r], lines(cell))
		}
	}
	return heads, rows
}

// widths returns the width of the widest line of each column, the last column
// under a heading being wide enough for the heading too.
func widths(t *document.Table, rows [][][]string) []int {
	widths := make([]int, len(t.Columns))
	for _, row := range rows {
		for c, lines := range row {
			for _, l := range lines {
				widths[c] = max(widths[c], ColumnsOf(l))
			}
		}
	}
	c := 0
	for _, h := range t.Over {
		sum := 2 * (h.Width - 1)
		for _, w := range widths[c : c+h.Width] {
			sum += w
		}
		c += h.Width
		widths[c-1] += max(0, ColumnsOf(h.Text)-sum)
	}
	return widths
}

// overLine returns the line of headings over columns, each at the left of its
// columns.
func overLine(t *document.Table, widths []int) string {
	var b strings.Builder
	c := 0
	for _, h := range t.Over {
		sum := 2 * h.Width
		for _, w := range widths[c : c+h.Width] {
			sum += w
		}
		c += h.Width
		b.WriteString(h.Text + strings.Repeat(" ", sum-ColumnsOf(h.Text)))
	}
	return strings.TrimRight(b.String(), " ")
}

// rowLines returns the lines of a row whose cells are lines themselves.
func rowLines(t *document.Table, widths []int, cells [][]string) []string {
	height := 0
	for _, lines := range cells {
		height = max(height, len(lines))
	}
	var all []string
	for i := range height {
		var b strings.Builder
		for c, lines := range cells {
			s := ""
			if i < len(lines) {
				s = lines[i]
			}
			pad := strings.Repeat(" ", widths[c]-ColumnsOf(s))
			if t.Columns[c].Number {
				s = pad + s
			} else {
				s += pad
			}
			b.WriteString(s + "  ")
		}
		all = append(all, strings.TrimRight(b.String(), " "))
	}
	return all
}

func lines(c document.Cell) []string {
	var lines []string
	if len(c.Text) > 0 || len(c.Items) == 0 {
		lines = wrapColumns(c.Text.String(), widestColumn)
	}
	for _, item := range c.Items {
		lines = append(lines, wrapColumns(item.String(), widestColumn)...)
	}
	return lines
}
