package book

import (
	"math"

	"tasuki/render/document"
)

const (
	settled = 60  // rows by which columns are settled
	most    = 12  // columns that are
	nudge   = 8.0 // points from one column to another
	rounds  = 40
)

// settle moves width from column to column as long as that makes a table lower,
// none becoming narrower than its longest word.
func (s *setter) settle(t *document.Table, size float64, widths, least []float64) []float64 {
	if len(widths) > most {
		return widths
	}
	rows := s.cellWidths(t, size)
	tall := func() (lines float64) {
		for _, r := range rows {
			high := 1.0
			for i, phrases := range r {
				n := 0.0
				for _, w := range phrases {
					n += linesOf(w, widths[i]-2*cellPad)
				}
				high = max(high, n)
			}
			lines += high
		}
		return lines
	}
	now := tall()
	for range rounds {
		best, from, to := now, -1, -1
		for i := range widths {
			if widths[i]-nudge < least[i]*size+2*cellPad {
				continue
			}
			for j := range widths {
				if i == j {
					continue
				}
				widths[i], widths[j] = widths[i]-nudge, widths[j]+nudge
				if n := tall(); n < best {
					best, from, to = n, i, j
				}
				widths[i], widths[j] = widths[i]+nudge, widths[j]-nudge
			}
		}
		if from < 0 {
			break
		}
		now, widths[from], widths[to] = best, widths[from]-nudge, widths[to]+nudge
	}
	return widths
}

// linesOf returns how many lines a phrase takes, of which each but the last is
// filled to about nine tenths: mostly in whole lines, but what is not
// enough yet for a line less counts too.
func linesOf(phrase, width float64) float64 {
	if phrase <= width {
		return 1
	}
	n := phrase / (0.9 * width)
	return max(2, 0.8*math.Ceil(n)+0.2*n)
}

// cellWidths returns how wide the phrases in each cell of the first rows are in one
// line.
func (s *setter) cellWidths(t *document.Table, size float64) [][][]float64 {
	var rows [][][]float64
	for _, r := range t.Rows[:min(settled, len(t.Rows))] {
		cells := make([][]float64, len(r.Cells))
		for i, c := range r.Cells {
			for _, p := range phrasesOf(c) {
				cells[i] = append(cells[i], s.measure(s.Paintable(p.String()), size))
			}
		}
		rows = append(rows, cells)
	}
	return rows
}
