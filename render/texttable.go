package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// widestColumn is how many columns of a terminal a column of text may take
// before its texts are wrapped.
const widestColumn = 48

// lines returns the table as lines of text: columns two spaces apart, figures
// aligned at the right, long texts wrapped.
func (t *table) lines() []string {
	heads := make([][]string, len(t.Columns))
	rows := make([][][]string, len(t.Rows))
	widths := make([]int, len(t.Columns))
	grow := func(column int, lines []string) []string {
		for _, l := range lines {
			widths[column] = max(widths[column], columnsOf(l))
		}
		return lines
	}
	for c, column := range t.Columns {
		heads[c] = grow(c, wrapColumns(column.Head, widestColumn))
	}
	for r, row := range t.Rows {
		rows[r] = make([][]string, len(row.Cells))
		for c, cell := range row.Cells {
			rows[r][c] = grow(c, cell.lines())
		}
	}
	t.widen(widths)
	var lines []string
	if over := t.overLine(widths); over != "" {
		lines = append(lines, over)
	}
	lines = append(lines, t.rowLines(widths, heads)...)
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
		lines = append(lines, t.rowLines(widths, rows[r])...)
	}
	return lines
}

// widen makes the last column under each heading wide enough for the heading.
func (t *table) widen(widths []int) {
	c := 0
	for _, h := range t.Over {
		sum := 2 * (h.Width - 1)
		for _, w := range widths[c : c+h.Width] {
			sum += w
		}
		c += h.Width
		widths[c-1] += max(0, columnsOf(h.Text)-sum)
	}
}

// overLine returns the line of headings over columns, each at the left of its
// columns.
func (t *table) overLine(widths []int) string {
	var b strings.Builder
	c := 0
	for _, h := range t.Over {
		sum := 2 * h.Width
		for _, w := range widths[c : c+h.Width] {
			sum += w
		}
		c += h.Width
		b.WriteString(h.Text + strings.Repeat(" ", sum-columnsOf(h.Text)))
	}
	return strings.TrimRight(b.String(), " ")
}

// rowLines returns the lines of a row whose cells are lines themselves.
func (t *table) rowLines(widths []int, cells [][]string) []string {
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
			pad := strings.Repeat(" ", widths[c]-columnsOf(s))
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

func (c cell) lines() []string {
	var lines []string
	if len(c.Text) > 0 || len(c.Items) == 0 {
		lines = wrapColumns(c.Text.String(), widestColumn)
	}
	for _, item := range c.Items {
		lines = append(lines, wrapColumns(item.String(), widestColumn)...)
	}
	return lines
}

// wrapColumns breaks a text into lines of at most limit columns, where [Wrap]
// would break it too. What cannot be broken stands out.
func wrapColumns(text string, limit int) []string {
	var lines []string
	for columnsOf(text) > limit {
		at, width := 0, 0
		for i, r := range text {
			if width > limit && at > 0 {
				break
			}
			if i > 0 && (width <= limit || at == 0) && breakable(text, i) {
				at = i
			}
			width += columnsOfRune(r)
		}
		if at == 0 {
			break
		}
		lines = append(lines, strings.TrimRight(text[:at], " "))
		text = strings.TrimLeft(text[at:], " ")
	}
	return append(lines, text)
}

// columnsOf returns how many columns of a terminal a text takes.
func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		n += columnsOfRune(r)
	}
	return n
}

func columnsOfRune(r rune) int {
	switch {
	case r < utf8.RuneSelf:
		return 1
	case joins(r):
		return 0
	case r >= 0xFF61 && r <= 0xFFDC: // half-width forms
		return 1
	case r >= 0x1F000 && r < 0x40000, r >= 0xFF01 && r <= 0xFFE6, r >= 0x3000 && r <= 0x30FF,
		unicode.In(r, unicode.Han, unicode.Hangul):
		return 2
	}
	return 1
}
