package pdf

import (
	"slices"
	"sort"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/pdf/page"
)

// grid is a table whose cells lie between lines.
type grid struct {
	across, down []page.Rule
	xs, ys       []float64 // where its columns and rows begin, and the last ones end
	right, below []bool    // whether a line is drawn there, by place
	cell         []int     // by place: the cell that it belongs to
	areas        []table.Area
	glyphs       [][]page.Glyph // by cell
}

// lay finds the columns and rows, and reports whether there are enough of them for a
// table.
func (g *grid) lay(near float64) bool {
	ends := func(lines, others []page.Rule) []float64 {
		var at []float64
		for _, l := range lines {
			at = append(at, l.At)
		}
		slices.Sort(at)
		at = slices.Compact(at)
		if len(at) == 0 {
			return nil
		}
		first, last := at[0], at[len(at)-1]
		for _, l := range others {
			first, last = min(first, l.From), max(last, l.To)
		}
		if first < at[0]-2*near {
			at = slices.Insert(at, 0, first)
		}
		if last > at[len(at)-1]+2*near {
			at = append(at, last)
		}
		return at
	}
	g.xs, g.ys = ends(g.down, g.across), ends(g.across, g.down)
	return len(g.xs) >= 3 && len(g.ys) >= 2
}

func (g *grid) columns() int { return len(g.xs) - 1 }
func (g *grid) rows() int    { return len(g.ys) - 1 }

// covers reports whether a place of the page lies within the table.
func (g *grid) covers(x, y float64) bool {
	return x >= g.xs[0] && x <= g.xs[g.columns()] && y >= g.ys[0] && y <= g.ys[g.rows()]
}

func (g *grid) size() float64 {
	return (g.xs[g.columns()] - g.xs[0]) * (g.ys[g.rows()] - g.ys[0])
}

// part finds the cells: places between which no line is drawn are one.
func (g *grid) part() {
	columns, rows := g.columns(), g.rows()
	g.right, g.below = make([]bool, columns*rows), make([]bool, columns*rows)
	mark := func(lines []page.Rule, at, along []float64, set func(i, j int)) {
		for _, l := range lines {
			i := sort.SearchFloat64s(at, l.At) - 1
			for j := range len(along) - 1 {
				if middle := (along[j] + along[j+1]) / 2; i >= 0 && l.From <= middle && middle <= l.To {
					set(i, j)
				}
			}
		}
	}
	mark(g.down, g.xs, g.ys, func(column, row int) { g.right[row*columns+column] = true })
	mark(g.across, g.ys, g.xs, func(row, column int) { g.below[row*columns+column] = true })
	g.cell = make([]int, columns*rows)
	for i := range g.cell {
		g.cell[i] = -1
	}
	for i, c := range g.cell {
		if c < 0 {
			g.merge(i)
		}
	}
	g.glyphs = make([][]page.Glyph, len(g.areas))
}

// merge makes a cell of all places that are open to one place. Where they are no
// rectangle, a line is missing somewhere, and what is open across is a cell in each row.
func (g *grid) merge(start int) {
	columns := g.columns()
	places := []int{start}
	number := len(g.areas)
	g.cell[start] = number
	a := table.Area{Top: start/columns + 1, Left: start%columns + 1, Bottom: start/columns + 1, Right: start%columns + 1}
	visit := func(at int) {
		if g.cell[at] < 0 {
			g.cell[at] = number
			places = append(places, at)
			row, column := at/columns+1, at%columns+1
			a = table.Area{Top: min(a.Top, row), Left: min(a.Left, column), Bottom: max(a.Bottom, row), Right: max(a.Right, column)}
		}
	}
	for i := 0; i < len(places); i++ {
		at := places[i]
		row, column := at/columns, at%columns
		if column+1 < columns && !g.right[at] {
			visit(at + 1)
		}
		if column > 0 && !g.right[at-1] {
			visit(at - 1)
		}
		if row+1 < g.rows() && !g.below[at] {
			visit(at + columns)
		}
		if row > 0 && !g.below[at-columns] {
			visit(at - columns)
		}
	}
	if len(places) == (a.Bottom-a.Top+1)*(a.Right-a.Left+1) {
		g.areas = append(g.areas, a)
		return
	}
	slices.Sort(places)
	for i, at := range places {
		row, column := at/columns+1, at%columns+1
		if n := len(g.areas); i > 0 && places[i-1] == at-1 && column > 1 && !g.right[at-1] {
			g.areas[n-1].Right = column
		} else {
			g.areas = append(g.areas, table.Area{Top: row, Left: column, Bottom: row, Right: column})
		}
		g.cell[at] = len(g.areas) - 1
	}
}

// take puts a character into its cell, and reports whether there is one.
func (g *grid) take(c page.Glyph) bool {
	if !g.covers(c.X, c.Y) {
		return false
	}
	column := min(max(sort.SearchFloat64s(g.xs, c.X)-1, 0), g.columns()-1)
	row := min(max(sort.SearchFloat64s(g.ys, c.Y)-1, 0), g.rows()-1)
	i := g.cell[row*g.columns()+column]
	g.glyphs[i] = append(g.glyphs[i], c)
	return true
}

// sheet returns the table with its texts.
func (g *grid) sheet(number int) *sheet {
	s := &sheet{pages: []start{{number, 1}}, xs: g.xs, ruled: true}
	texts := make([]string, len(g.areas))
	padding := g.padding()
	for i, a := range g.areas {
		if len(g.glyphs[i]) == 0 {
			continue
		}
		width := g.xs[a.Right] - g.xs[a.Left-1] - 2*padding
		if g.glyphs[i][0].Turn%2 == 1 {
			width = g.ys[a.Bottom] - g.ys[a.Top-1] - 2*padding
		}
		texts[i] = textOf(g.glyphs[i], width)
	}
	lines := g.lines(texts)
	s.cells = make([][]string, lines[g.rows()])
	for i, a := range g.areas {
		if texts[i] == "" {
			continue
		}
		a.Top, a.Bottom = lines[a.Top-1]+1, lines[a.Bottom]
		row := &s.cells[a.Top-1]
		for len(*row) < a.Left {
			*row = append(*row, "")
		}
		(*row)[a.Left-1] = texts[i]
		if a.Left < a.Right || a.Top < a.Bottom {
			s.areas = append(s.areas, a)
		}
	}
	return s
}

// lines returns how many rows of texts there are before each row and behind the last. A
// row in which nothing stands but what goes on from above or below is none: there, a mark
// is drawn in a box within its cell.
func (g *grid) lines(texts []string) []int {
	own, covered := make([]bool, g.rows()), make([]bool, g.rows())
	for i, a := range g.areas {
		if texts[i] != "" && a.Top == a.Bottom {
			own[a.Top-1] = true
		}
	}
	for i, a := range g.areas {
		if texts[i] == "" || a.Top == a.Bottom {
			continue
		}
		if !slices.Contains(own[a.Top-1:a.Bottom], true) {
			own[a.Top-1] = true
		}
		for row := a.Top - 1; row < a.Bottom; row++ {
			covered[row] = true
		}
	}
	lines := make([]int, g.rows()+1)
	for row := range g.rows() {
		if lines[row+1] = lines[row]; own[row] || !covered[row] {
			lines[row+1]++
		}
	}
	return lines
}

// padding returns how far texts stay off the lines beside them.
func (g *grid) padding() float64 {
	least := 0.0
	for i, a := range g.areas {
		for _, c := range g.glyphs[i] {
			if off := c.Left - g.xs[a.Left-1]; c.Turn == 0 && off > 0 && (least == 0 || off < least) {
				least = off
			}
		}
	}
	return least
}
