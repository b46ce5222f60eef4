package book

import (
	"tasuki/render/document"
	"tasuki/render/paint"
)

const cellPad = 3.5 // between the text of a cell and the next column

// grid is a table whose columns have their places.
type grid struct {
	*document.Table
	size        float64 // of its text
	width, from []float64
	all         float64
	full        float64 // how high a page is
}

// table sets a table below its caption. Its head stands on each of its pages, and
// no row is cut that fits a page. One that is too wide stands on turned pages, or in
// several parts below each other.
func (s *setter) table(t *document.Table) []strip {
	paperWide, paperHigh := s.paper.Size()
	g, fits := s.grid(t, s.width)
	g.full = paperHigh - top - bottom
	if fits {
		return s.rows(g)
	}
	if turned, fits := s.grid(t, paperHigh-left-right); fits {
		turned.full = paperWide - top - bottom
		return []strip{{aside: s.rows(turned), floats: true}}
	}
	parts := s.split(t, s.width)
	if len(parts) < 2 {
		return s.rows(g)
	}
	var list []strip
	for _, part := range parts {
		g, _ := s.grid(part, s.width)
		g.full = paperHigh - top - bottom
		list = append(list, s.rows(g)...)
	}
	return list
}

// rows sets the rows of a table below caption and heads.
func (s *setter) rows(g grid) []strip {
	var list []strip
	if g.Caption != "" {
		list = s.paragraph(document.Words(g.Caption), look{noteSize, true, ink}, 0, 8)
		for i := range list {
			list[i].keep = true
		}
	}
	head := s.heads(g)
	for i, h := range head {
		h.keep = true
		if i == 0 {
			h.before = 4
		}
		list = append(list, h)
	}
	room := g.full - heightOf(head)
	for _, r := range g.Rows {
		if r.Heading != "" {
			st := s.row(g, [][]line{s.lines(document.Words(r.Heading), look{g.size, true, ink}, g.all-2*cellPad)}, rowLook{fill: true, across: true})
			st.keep, st.head = true, head
			list = append(list, st)
			continue
		}
		for i, part := range s.parts(g, r, room) {
			if part.head = head; i == 0 && r.ID != "" {
				part.places = []string{r.ID}
			}
			list = append(list, part)
		}
	}
	// The last row does not stand alone on a page.
	if n := len(list); len(g.Rows) > 2 && list[n-2].height+list[n-1].height < room/4 {
		list[n-2].keep = true
	}
	return list
}

// heads sets the heads of columns, and those over several of them.
func (s *setter) heads(g grid) []strip {
	as := look{g.size, true, ink}
	var list []strip
	if len(g.Over) > 0 {
		over, column := make([][]line, len(g.Columns)), 0
		for _, h := range g.Over {
			width := -2 * cellPad
			for _, w := range g.width[column : column+h.Width] {
				width += w
			}
			over[column] = s.even(document.Words(h.Text), as, width)
			column += h.Width
		}
		list = append(list, s.row(g, over, rowLook{fill: true, left: true}))
	}
	var heads [][]line
	for i, c := range g.Columns {
		heads = append(heads, s.even(document.Phrase{{Text: c.Head, Href: c.Href}}, as, g.width[i]-2*cellPad))
	}
	return append(list, s.row(g, heads, rowLook{fill: true}))
}

// parts sets a row, in several parts where it is higher than a page.
func (s *setter) parts(g grid, r document.Row, room float64) []strip {
	cells := make([][]line, len(g.Columns))
	bars := make([]*float64, len(g.Columns))
	most := 1
	for i, c := range r.Cells {
		for _, p := range phrasesOf(c) {
			cells[i] = append(cells[i], s.lines(p, look{size: g.size, color: ink}, g.width[i]-2*cellPad)...)
		}
		bars[i] = c.Bar
		most = max(most, len(cells[i]))
	}
	if n := max(1, int((room-2*rowPad)/(g.size*leading))); most > n {
		var list []strip
		for at := 0; at < most; at += n {
			part := make([][]line, len(cells))
			for i, c := range cells {
				part[i] = c[min(at, len(c)):min(at+n, len(c))]
			}
			list = append(list, s.row(g, part, rowLook{}))
		}
		return list
	}
	return []strip{s.row(g, cells, rowLook{bars: bars})}
}

// phrasesOf returns what stands in a cell, one below the other. A long list is
// left to the page, and its gist stands for it.
func phrasesOf(c document.Cell) []document.Phrase {
	var list []document.Phrase
	if len(c.Text) > 0 {
		list = append(list, c.Text)
	}
	if len(c.Fold) > 0 {
		return append(list, c.Fold)
	}
	return append(list, c.Items...)
}

const rowPad = 2.2 // above and below the lines of a row

// rowLook says how a row is set.
type rowLook struct {
	fill   bool // is a head
	across bool // its only cell goes over all columns
	left   bool // figures too stand at the left
	bars   []*float64
}

// row sets the lines of the cells of a row.
func (s *setter) row(g grid, cells [][]line, as rowLook) strip {
	most := 1
	for _, c := range cells {
		most = max(most, len(c))
	}
	height := float64(most)*g.size*leading + 2*rowPad
	return strip{height: height, paint: func(on *leaf, y float64) {
		if as.fill {
			on.Panels = append(on.Panels, paint.Panel{X: left, Y: y, W: g.all, H: height, Fill: pale})
		}
		on.Panels = append(on.Panels, paint.Panel{X: left, Y: y + height, W: g.all, Line: rules})
		for i, c := range cells {
			if i < len(as.bars) && as.bars[i] != nil {
				width := (g.width[i] - 2*cellPad) * min(100, max(0, *as.bars[i])) / 100
				on.Panels = append(on.Panels, paint.Panel{X: g.from[i] + cellPad, Y: y + rowPad + float64(len(c))*g.size*leading - 1.4, W: width, H: 1.8, Fill: soft})
			}
			for n, l := range c {
				x := g.from[i] + cellPad
				if g.Columns[i].Number && !as.across && !as.left {
					x = g.from[i] + g.width[i] - cellPad - l.width
				}
				s.write(on, l, x, y+rowPad+float64(n)*g.size*leading, g.size)
			}
		}
	}}
}
