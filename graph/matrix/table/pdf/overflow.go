package pdf

import (
	"sort"

	"tasuki/graph/matrix/table/pdf/page"
)

// texts parts characters into those that follow each other without a wide gap.
func texts(glyphs []page.Glyph) [][]page.Glyph {
	var list [][]page.Glyph
	for from := 0; from < len(glyphs); {
		to := from + 1
		for to < len(glyphs) && !glyphs[to].Begins && glyphs[to].Turn == glyphs[from].Turn && !(blank(glyphs[to].Text) && blank(glyphs[to-1].Text)) {
			to++
		}
		list = append(list, glyphs[from:to])
		from = to
	}
	return list
}

// keep lets a text that runs over the line beside its cell, for the next cell is empty,
// belong to the cell in which it begins, or ends where it is set flush right. A line that
// passes between words tells two texts apart.
func (g *grid) keep(text []page.Glyph) {
	if text[0].Turn != 0 || !g.crossed(text) {
		return
	}
	first, last := text[0], text[len(text)-1]
	x := first.Left + first.Size/4
	if begin, end := g.off(first.Left), g.off(last.Right); end >= 0 && begin > first.Size && end < first.Size {
		x = last.Right - first.Size/4
	}
	for i := range text {
		text[i].X = x
	}
}

// off returns how far a place is from the nearest line down to its left, or to its right
// where that is nearer, and -1 outside of the table.
func (g *grid) off(x float64) float64 {
	i := sort.SearchFloat64s(g.xs, x)
	if i == 0 || i == len(g.xs) {
		return -1
	}
	return min(x-g.xs[i-1], g.xs[i]-x)
}

// crossed reports whether a line down passes through a letter, or between two that touch.
func (g *grid) crossed(text []page.Glyph) bool {
	for i, c := range text {
		right := c.Right - c.Size/10
		if i+1 < len(text) && !blank(text[i+1].Text) && text[i+1].Left-c.Right < 0.15*c.Size {
			right = max(right, text[i+1].Left)
		}
		at := sort.SearchFloat64s(g.xs, c.Left+c.Size/10)
		if !blank(c.Text) && at > 0 && at < len(g.xs)-1 && g.xs[at] < right && g.drawn(at, c.Y) {
			return true
		}
	}
	return false
}

// drawn reports whether a line down is drawn at a height.
func (g *grid) drawn(at int, y float64) bool {
	row := min(max(sort.SearchFloat64s(g.ys, y)-1, 0), g.rows()-1)
	return g.right[row*g.columns()+at-1]
}
