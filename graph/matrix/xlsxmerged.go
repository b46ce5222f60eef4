package matrix

import (
	"cmp"
	"slices"
)

// mergedRange is a range of cells that are shown as one, with the text of the
// first. All four ends are in it.
type mergedRange struct {
	top, left, bottom, right int
	text                     string
}

// merger copies the texts of merged ranges into the rows that they cover.
type merger struct {
	ahead []mergedRange // by top row
	now   []mergedRange // those that cover the row, with their texts
}

func newMerger(ranges []mergedRange) *merger {
	slices.SortFunc(ranges, func(a, b mergedRange) int {
		return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(a.left, b.left))
	})
	return &merger{ahead: ranges}
}

// fill copies the text of each range that covers the row into its empty cells
// there. A covered cell with a text of its own keeps it, although spreadsheet
// programs hide it. Rows have to come in order, none left out.
func (m *merger) fill(row *Row) {
	m.now = slices.DeleteFunc(m.now, func(r mergedRange) bool { return r.bottom < row.Line })
	for len(m.ahead) > 0 && m.ahead[0].top <= row.Line {
		r := m.ahead[0]
		m.ahead = m.ahead[1:]
		if r.text = row.Cell(r.left); r.text != "" && r.top == row.Line {
			m.now = append(m.now, r)
		}
	}
	for _, r := range m.now {
		for column := r.left; column <= r.right; column++ {
			if row.Cell(column) != "" {
				continue
			}
			for len(row.Cells) < column {
				row.Cells = append(row.Cells, "")
			}
			row.Cells[column-1] = r.text
			if row.Copied == nil {
				row.Copied = make(map[int]bool)
			}
			row.Copied[column] = true
		}
	}
}
