package table

import (
	"cmp"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
)

// Area is a range of cells that are shown as one, with the text of the
// first. All four ends are in it.
type Area struct {
	Top, Left, Bottom, Right int
}

// String writes the range as A1:B2.
func (r Area) String() string {
	return graph.Cell(r.Top, r.Left) + ":" + graph.Cell(r.Bottom, r.Right)
}

// Merger tells which texts of merged ranges each row has. What it does for a row
// does not depend on how many cells a range covers.
type Merger struct {
	ahead []Area // by top row
	now   []Area // those with a text that cover the row, from left to right
	spans []Span // of now; made anew when now changes, since rows keep it
	ends  int    // the first bottom of now
}

// NewMerger returns a merger for the ranges of a sheet.
func NewMerger(ranges []Area) *Merger {
	slices.SortFunc(ranges, func(a, b Area) int {
		return cmp.Or(cmp.Compare(a.Top, b.Top), cmp.Compare(a.Left, b.Left), cmp.Compare(a.Bottom, b.Bottom), cmp.Compare(a.Right, b.Right))
	})
	return &Merger{ahead: slices.Compact(ranges)}
}

// Add adds a range that begins in the next row to be filled, right of those added
// for it before.
func (m *Merger) Add(r Area) { m.ahead = append(m.ahead, r) }

// maxGap is how many rows that say nothing are told one by one.
const maxGap = 100

// Next returns the next line to be told of a sheet that goes on at a line far below:
// of the rows between, which hold nothing, the first few and those that merged ranges
// cover.
func (m *Merger) Next(line, from, to int) int {
	if line-from < maxGap {
		return line
	}
	if len(m.now) > 0 && m.ends < line {
		m.drop(line)
	}
	if len(m.now) > 0 {
		return line
	}
	return to
}

// Fill gives the row the texts of the ranges that cover it. A covered cell with
// a text of its own keeps it, although spreadsheet programs hide it. Rows have to
// come in order, and none left out but as [Merger.Next] says.
func (m *Merger) Fill(row *Row) error {
	if len(m.now) > 0 && m.ends < row.Line {
		m.drop(row.Line)
	}
	changed := false
	for len(m.ahead) > 0 && m.ahead[0].Top <= row.Line {
		r := m.ahead[0]
		m.ahead = m.ahead[1:]
		text := row.Own(r.Left)
		if strings.TrimSpace(text) == "" || r.Top != row.Line || r.Left == r.Right && r.Top == r.Bottom {
			continue
		}
		if !changed {
			m.spans, changed = slices.Clone(m.spans), true
		}
		if err := m.cover(r, text, row.Strike(r.Left)); err != nil {
			return err
		}
	}
	row.Merged = m.spans
	return nil
}

func (m *Merger) cover(r Area, text string, strike Strike) error {
	i, _ := slices.BinarySearchFunc(m.now, r.Left, func(other Area, left int) int { return cmp.Compare(other.Left, left) })
	for _, j := range []int{i - 1, i} {
		if j >= 0 && j < len(m.now) && m.now[j].Left <= r.Right && m.now[j].Right >= r.Left {
			return said.Errorf("the merged ranges %s and %s overlap; unmerge one of them in a spreadsheet program", m.now[j], r)
		}
	}
	if len(m.now) == MaxBeside {
		return said.Errorf("row %d lies in more than %d merged ranges with texts; unmerge some, or save the sheet as CSV", r.Top, MaxBeside)
	}
	if len(m.now) == 0 || r.Bottom < m.ends {
		m.ends = r.Bottom
	}
	m.now = slices.Insert(m.now, i, r)
	m.spans = slices.Insert(m.spans, i, Span{First: r.Left, Last: r.Right, Top: r.Top, Text: text, Strike: strike})
	return nil
}

// drop forgets the ranges that end above a line.
func (m *Merger) drop(line int) {
	var now []Area
	var spans []Span
	m.ends = MaxRow
	for i, r := range m.now {
		if r.Bottom >= line {
			now, spans = append(now, r), append(spans, m.spans[i])
			m.ends = min(m.ends, r.Bottom)
		}
	}
	m.now, m.spans = now, spans
}
