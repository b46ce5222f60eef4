package table

import (
	"cmp"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
)

// mergedRange is a range of cells that are shown as one, with the text of the
// first. All four ends are in it.
type mergedRange struct {
	top, left, bottom, right int
}

func (r mergedRange) String() string {
	return graph.Cell(r.top, r.left) + ":" + graph.Cell(r.bottom, r.right)
}

// merger tells which texts of merged ranges each row has. What it does for a row
// does not depend on how many cells a range covers.
type merger struct {
	ahead []mergedRange // by top row
	now   []mergedRange // those with a text that cover the row, from left to right
	spans []Span        // of now; made anew when now changes, since rows keep it
	ends  int           // the first bottom of now
}

func newMerger(ranges []mergedRange) *merger {
	slices.SortFunc(ranges, func(a, b mergedRange) int {
		return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(a.left, b.left), cmp.Compare(a.bottom, b.bottom), cmp.Compare(a.right, b.right))
	})
	return &merger{ahead: slices.Compact(ranges)}
}

// fill gives the row the texts of the ranges that cover it. A covered cell with
// a text of its own keeps it, although spreadsheet programs hide it. Rows have to
// come in order, none left out.
func (m *merger) fill(row *Row) error {
	if len(m.now) > 0 && m.ends < row.Line {
		m.drop(row.Line)
	}
	changed := false
	for len(m.ahead) > 0 && m.ahead[0].top <= row.Line {
		r := m.ahead[0]
		m.ahead = m.ahead[1:]
		text := row.Own(r.left)
		if strings.TrimSpace(text) == "" || r.top != row.Line || r.left == r.right && r.top == r.bottom {
			continue
		}
		if !changed {
			m.spans, changed = slices.Clone(m.spans), true
		}
		if err := m.add(r, text); err != nil {
			return err
		}
	}
	row.Merged = m.spans
	return nil
}

func (m *merger) add(r mergedRange, text string) error {
	i, _ := slices.BinarySearchFunc(m.now, r.left, func(other mergedRange, left int) int { return cmp.Compare(other.left, left) })
	for _, j := range []int{i - 1, i} {
		if j >= 0 && j < len(m.now) && m.now[j].left <= r.right && m.now[j].right >= r.left {
			return said.Errorf("the merged ranges %s and %s overlap; unmerge one of them in a spreadsheet program", m.now[j], r)
		}
	}
	if len(m.now) == MaxBeside {
		return said.Errorf("row %d lies in more than %d merged ranges with texts; unmerge some, or save the sheet as CSV", r.top, MaxBeside)
	}
	if len(m.now) == 0 || r.bottom < m.ends {
		m.ends = r.bottom
	}
	m.now = slices.Insert(m.now, i, r)
	m.spans = slices.Insert(m.spans, i, Span{First: r.left, Last: r.right, Top: r.top, Text: text})
	return nil
}

// drop forgets the ranges that end above a line.
func (m *merger) drop(line int) {
	var now []mergedRange
	var spans []Span
	m.ends = maxRow
	for i, r := range m.now {
		if r.bottom >= line {
			now, spans = append(now, r), append(spans, m.spans[i])
			m.ends = min(m.ends, r.bottom)
		}
	}
	m.now, m.spans = now, spans
}
