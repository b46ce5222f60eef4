package book

import (
	"slices"

	"tasuki/render/document"
)

// split cuts a table that no page is wide enough for into tables that fit a width, each
// with the first column and as many others as there is room for, at least one.
func (s *setter) split(t *document.Table, width float64) []*document.Table {
	least, _ := s.needs(t)
	var groups [][]int
	room := 0.0
	for i := 1; i < len(t.Columns); i++ {
		need := least[i]*leastSize + 2*cellPad
		if len(groups) == 0 || need > room {
			groups = append(groups, nil)
			room = width - least[0]*leastSize - 2*cellPad
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], i)
		room -= need
	}
	var list []*document.Table
	for n, group := range groups {
		part := columnsOf(t, append([]int{0}, group...))
		if t.Caption != "" {
			part.Caption = s.Plain("{1} ({2} of {3})", t.Caption, n+1, len(groups))
		}
		list = append(list, part)
	}
	return list
}

// columnsOf returns a table of some of the columns of another.
func columnsOf(t *document.Table, which []int) *document.Table {
	part := *t
	part.Columns, part.Rows, part.Over = nil, nil, nil
	for _, i := range which {
		part.Columns = append(part.Columns, t.Columns[i])
	}
	from := 0
	for _, h := range t.Over {
		width := 0
		for _, i := range which {
			if from <= i && i < from+h.Width {
				width++
			}
		}
		if from += h.Width; width > 0 {
			part.Over = append(part.Over, document.Heading{Text: h.Text, Width: width})
		}
	}
	for _, r := range t.Rows {
		r.Cells = slices.Clone(r.Cells)
		if r.Heading == "" {
			var cells []document.Cell
			for _, i := range which {
				cells = append(cells, r.Cells[i])
			}
			r.Cells = cells
		}
		part.Rows = append(part.Rows, r)
	}
	return &part
}
