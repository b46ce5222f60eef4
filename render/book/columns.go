package book

import (
	"strings"

	"tasuki/render/document"
	"tasuki/render/typeset"
)

// grid places the columns of a table within a width, in the largest size in which
// no word has to be broken. It reports whether there is one.
func (s *setter) grid(t *document.Table, width float64) (g grid, fits bool) {
	least, wide := s.needs(t)
	size := leastSize
	for _, try := range []float64{cellSize, tightSize} {
		if sum(wide, try) <= width || try == tightSize && sum(least, try) <= width {
			size = try
			break
		}
	}
	fits = sum(least, size) <= width
	g = grid{Table: t, size: size, all: width}
	at := left
	for _, w := range s.settle(t, size, shares(least, wide, size, width), least) {
		g.width, g.from = append(g.width, w), append(g.from, at)
		at += w
	}
	g.all = at - left
	return g, fits
}

// needs returns how wide each column of a table is in ems, beside its padding: at
// least, so that no word is broken, and without any line break.
func (s *setter) needs(t *document.Table) (least, wide []float64) {
	least, wide = make([]float64, len(t.Columns)), make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		least[i], wide[i] = s.need(document.Words(c.Head))
	}
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			for _, p := range phrasesOf(c) {
				l, w := s.need(p)
				if t.Columns[i].Number {
					l = w
				}
				least[i], wide[i] = max(least[i], l), max(wide[i], w)
			}
		}
	}
	column := 0
	for _, h := range t.Over {
		_, w := s.need(document.Words(h.Text))
		last := column + h.Width - 1
		wide[last] += max(0, w-total(wide[column:last+1]))
		column += h.Width
	}
	return least, wide
}

// fewest is how many ems a column of sentences has at least: Japanese can be
// broken nearly everywhere.
const fewest = 5.0

// need returns how wide a phrase is in ems, at least and in one line.
func (s *setter) need(p document.Phrase) (least, wide float64) {
	wide = s.measure(typeset.Spaced(s.Paintable(p.String())), 1)
	return min(wide, max(s.longestWord(p), fewest)), wide
}

// longestWord returns how wide, in ems, the longest part of a phrase is that no line
// should break.
func (s *setter) longestWord(p document.Phrase) (longest float64) {
	text := typeset.Spaced(s.Paintable(p.String()))
	begin := 0
	for i := range text {
		if i > 0 && typeset.Breakable(text, i) {
			longest, begin = max(longest, s.measure(strings.TrimRight(text[begin:i], " "), 1)), i
		}
	}
	return max(longest, s.measure(text[begin:], 1))
}

func total(list []float64) (sum float64) {
	for _, x := range list {
		sum += x
	}
	return sum
}

// sum returns how wide columns are at a size, with their padding.
func sum(ems []float64, size float64) float64 {
	return total(ems)*size + 2*cellPad*float64(len(ems))
}

// shares shares a width out among columns: what each needs at least, and of the
// rest as much as it lacks to do without line breaks.
func shares(least, wide []float64, size, width float64) []float64 {
	list := make([]float64, len(least))
	need, want := sum(least, size), sum(wide, size)
	for i := range list {
		low, high := least[i]*size+2*cellPad, wide[i]*size+2*cellPad
		switch {
		case want <= width:
			list[i] = high
		case need >= width:
			list[i] = low * width / need
		default:
			list[i] = low + (high-low)*(width-need)/(want-need)
		}
	}
	return list
}
