package layout

import (
	"slices"

	"tasuki/graph/matrix/propose/tally"
	"tasuki/graph/matrix/table"
)

// cells is what tells marks from texts.
func (p *proposal) cells() tally.Cells { return tally.Cells{Kinds: p.kinds, Titles: p.titles} }

func (p *proposal) markColumns(rows []table.Row) []int { return p.cells().MarkColumns(rows) }

// headColumns returns the columns in which headings of organizations are looked
// for: those of marks or, when there is but one, those beside it too that are
// empty in the rows with marks.
func (p *proposal) headColumns() []int {
	if len(p.core) != 1 {
		return p.core
	}
	list := p.cells().Of(p.sheet.Rows)
	only := p.core[0]
	columns := []int{only, only + 1}
	if only-1 > tally.LastText(list, only) {
		columns = append(columns, only-1)
	}
	return slices.DeleteFunc(columns, func(column int) bool {
		return column != only && column < len(list) && list[column].Texts+list[column].Tokens > 0
	})
}

// firstMarks returns the leftmost column with marks of a.
func (p *proposal) firstMarks(a *area) int {
	if columns := p.markColumns(a.body); len(columns) > 0 {
		return columns[0]
	}
	return 1
}
