package paint

import (
	"tasuki/render/document"
	"tasuki/render/typeset"
)

// Cells keep their text off their borders; a roomy row has room for writing.
const (
	padding = 3.0
	roomy   = 22.0
)

// fewestEmpty is how many empty rows a page has to take for a table of them to begin on it.
const fewestEmpty = 5

// grid is a table with its columns placed.
type grid struct {
	document.SheetTable
	size        float64 // of the text in cells
	left, width []float64
}

// columns places the columns of a table side by side on a page. Each has its share, and
// room for the longest word of its head, as long as that leaves the others half of theirs.
func (s *setter) columns(t document.SheetTable) (g grid, heads []string) {
	g.SheetTable, g.size = t, cellSize
	if t.Text {
		g.size = s.body
	}
	at, sum, wanting, spare := margin, 0.0, 0.0, 0.0
	for _, c := range t.Columns {
		sum += c.Share
	}
	for _, c := range t.Columns {
		width := c.Share / sum * (s.width - 2*margin)
		word := typeset.LongestWord(c.Head)
		if whole := typeset.Width(c.Head); whole <= shortHead {
			word = whole
		}
		least := word*g.size*headRoom + 2*padding
		wanting, spare = wanting+max(0, least-width), spare+max(0, width-least)
		g.left, g.width = append(g.left, least), append(g.width, width)
		heads = append(heads, c.Head)
	}
	for i, least := range g.left {
		switch width := g.width[i]; {
		case wanting > spare/2:
		case width < least:
			g.width[i] = least
		default:
			g.width[i] -= (width - least) / spare * wanting
		}
		g.left[i], at = at, at+g.width[i]
	}
	return g, heads
}

// A bold head may be headRoom as wide as its letters, and one of no more than shortHead ems
// stands on one line.
const (
	headRoom  = 1.05
	shortHead = 4.5
)

// table sets a table. Its head is repeated on each page, and a row is cut only
// when it fits no page.
func (s *setter) table(t document.SheetTable) {
	g, heads := s.columns(t)
	head, least := s.cells(g, heads), 0.0
	if t.Roomy {
		least = roomy
	}
	s.y += 3
	top, ahead := head.height(g.size, 0), max(least, 3*g.size*leading)
	if t.Fill {
		ahead = fewestEmpty * roomy
	}
	if s.left() < top+ahead {
		s.page()
	}
	begin := func() { s.row(g, head, top, true) }
	begin()
	if t.Fill {
		for s.left() >= roomy {
			s.row(g, make(cellLines, len(g.left)), roomy, false)
		}
		return
	}
	for _, row := range t.Rows {
		cells := s.cells(g, row)
		if full := s.height - 2*margin - footer - top; cells.height(g.size, least) > s.left() && cells.height(g.size, least) <= full {
			s.page()
			begin()
		}
		for cells.height(g.size, least) > s.left() {
			var first cellLines
			first, cells = cells.cut(int((s.left() - 2*padding) / (g.size * leading)))
			s.row(g, first, s.left(), false)
			s.page()
			begin()
		}
		s.row(g, cells, cells.height(g.size, least), false)
	}
	s.y += 4
}

// cellLines are the lines of each cell of a row.
type cellLines [][]string

func (s *setter) cells(g grid, row []string) cellLines {
	var all cellLines
	for i, text := range row {
		if text == "" {
			all = append(all, nil)
			continue
		}
		all = append(all, s.wrap(text, g.size, g.width[i]-2*padding))
	}
	return all
}

// height returns how high the row is with text of a size, at least least.
func (l cellLines) height(size, least float64) float64 {
	n := 1
	for _, cell := range l {
		n = max(n, len(cell))
	}
	return max(least, float64(n)*size*leading+2*padding)
}

// cut returns the first n lines of each cell, and the others.
func (l cellLines) cut(n int) (first, rest cellLines) {
	n = max(1, n)
	for _, cell := range l {
		k := min(n, len(cell))
		first, rest = append(first, cell[:k]), append(rest, cell[k:])
	}
	return first, rest
}

// row sets a row of a height; that of the heads is bold on grey.
func (s *setter) row(g grid, cells cellLines, height float64, head bool) {
	for i := range g.left {
		style := "D"
		s.doc.pdf.SetFillColor(228, 228, 228)
		if head {
			style = "FD"
		}
		s.doc.pdf.SetDrawColor(110, 110, 110)
		s.doc.pdf.SetLineWidth(0.5)
		s.doc.pdf.Rect(g.left[i], s.y, g.width[i], height, style)
		if i >= len(cells) {
			continue
		}
		for n, line := range cells[i] {
			s.line(line, g.left[i]+padding, s.y+padding+float64(n)*g.size*leading, g.size, head)
		}
	}
	s.y += height
}
