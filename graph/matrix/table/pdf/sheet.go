package pdf

import (
	"slices"

	"tasuki/graph/matrix/table"
)

// sheet is a table, which may go on over several pages.
type sheet struct {
	pages   []start
	ruled   bool
	xs      []float64 // where its columns begin, and the last one ends
	cells   [][]string
	areas   []table.Area
	loose   *loose   // whose rows are told when all pages are read
	alone   int      // lines kept as rows of their own, for they may be of the row above or below
	may     bool     // it may continue the table before
	moved   int      // marks that stand beside their headings
	over    []string // these headings
	several int      // rows of several lines
	again   int      // rows left out, since they repeat the headings of the page before
}

// start is the first row of a table on a page.
type start struct{ page, row int }

// end returns the last page of the table.
func (s *sheet) end() int { return s.pages[len(s.pages)-1].page }

// rows returns the rows of the table.
func (s *sheet) rows() table.Rows {
	return func(yield func(table.Row, error) bool) {
		m := table.NewMerger(slices.Clone(s.areas))
		for i, cells := range s.cells {
			row := table.Row{Line: i + 1, Cells: cells}
			if err := m.Fill(&row); err != nil {
				yield(table.Row{}, err)
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// goesOn reports whether a table on the next page continues this one: its columns have
// the same places.
func (s *sheet) goesOn(next *sheet) bool {
	if !s.ruled || !next.ruled || len(s.xs) != len(next.xs) || s.end()+1 != next.pages[0].page {
		return false
	}
	for i := range s.xs {
		if d := s.xs[i] - next.xs[i]; d > 2 || d < -2 {
			return false
		}
	}
	return true
}

// maxAbove is how many rows may stand above headings that are repeated.
const maxAbove = 5

// repeats returns how many of the first rows of the table of the next page repeat
// headings of this one.
func (s *sheet) repeats(next *sheet) int {
	most := 0
	for above := range min(maxAbove, len(s.cells)) {
		n := 0
		for n < min(len(s.cells)-above, len(next.cells)-1) && slices.Equal(trimmed(s.cells[above+n]), trimmed(next.cells[n])) && len(trimmed(next.cells[n])) > 0 {
			n++
		}
		most = max(most, n)
	}
	return most
}

// heads reports whether a table on the next page has as many columns and the same
// headings, wherever they stand.
func (s *sheet) heads(next *sheet) bool {
	if len(s.xs) != len(next.xs) || s.end()+1 != next.pages[0].page {
		return false
	}
	for _, cells := range next.cells[:s.repeats(next)] {
		full := 0
		for _, text := range cells {
			full += min(len(text), 1)
		}
		if full > 2 {
			return true
		}
	}
	return false
}

// add appends the table of the next page, without the first of its rows that repeat
// headings.
func (s *sheet) add(next *sheet) {
	again := s.repeats(next)
	below := len(s.cells) - again
	for _, p := range next.pages {
		s.pages = append(s.pages, start{p.page, max(p.row+below, len(s.cells)+1)})
	}
	s.cells = append(s.cells, next.cells[again:]...)
	s.again, s.several, s.alone = s.again+again+next.again, s.several+next.several, s.alone+next.alone
	s.moved, s.over = s.moved+next.moved, append(s.over, next.over...)
	for _, a := range next.areas {
		if a.Top > again {
			a.Top, a.Bottom = a.Top+below, a.Bottom+below
			s.areas = append(s.areas, a)
		}
	}
}

func trimmed(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}
