package html

import (
	"cmp"
	"slices"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// grid lays out the cells of the first table that it is told of, as the HTML standard
// forms a table: a cell takes the first place in its row that none from above covers.
type grid struct {
	yield  func(table.Row, error) bool
	depth  int // tables that are open
	line   int
	column int // the next place in the row
	passed int // of merged, those left of it
	cells  []string
	size   int       // bytes of text in the row
	merged []covered // from above, from left to right
	added  []covered // by this row
	spans  []table.Span
	stale  bool // whether spans are not those of merged
	at     covered
	cell   []byte
	rest   table.Rest
	thin   bool // the cell has a text that is not in bold type
	bold   []int
	aside  *table.Aside
	err    error
}

// covered is a cell that covers several columns or rows.
type covered struct {
	table.Span
	rows int // that it covers still, this one among them; 0: to the end of its group
}

func (g *grid) openTable(int) error { g.depth++; return nil }

func (g *grid) closeTable() error {
	if g.depth--; g.depth == 0 {
		return errStop
	}
	return nil
}

func (g *grid) openRow(bool) error {
	if g.depth > 1 {
		return nil
	}
	if g.line++; g.line > maxRow {
		return said.Errorf("the table has more than %d rows; split it", maxRow)
	}
	g.column, g.passed, g.cells, g.added, g.size, g.aside = 1, 0, g.cells[:0], g.added[:0], 0, nil
	g.bold = nil
	return nil
}

func (g *grid) openCell(columns, rows int, _ bool) {
	if g.depth > 1 {
		return
	}
	last := 0
	for ; g.passed < len(g.merged); g.passed++ {
		if m := g.merged[g.passed]; m.First > g.column {
			last = m.First - 1
			break
		} else {
			g.column = max(g.column, m.Last+1)
		}
	}
	g.at = covered{table.Span{First: g.column, Last: g.column + columns - 1, Top: g.line}, rows}
	if last > 0 {
		g.at.Last = min(g.at.Last, last)
	}
	g.column += columns
	g.cell, g.thin = g.cell[:0], false
	g.rest.Reset()
}

func (g *grid) text(text []byte, how manner) error {
	if g.depth > 1 || how == hidden {
		return nil
	}
	g.size += len(text)
	g.rest.Add(g.cell, text, how == struck)
	if g.cell = append(g.cell, text...); len(g.cell) > maxCell || g.size > maxRowText {
		return said.Errorf("row %d has a cell with more than %d KiB of text, or more than %d MiB in all; is an end tag missing?", g.line, maxCell>>10, maxRowText>>20)
	}
	return nil
}

func (g *grid) light() { g.thin = g.thin || g.depth == 1 }

func (g *grid) closeCell() {
	if g.depth > 1 {
		return
	}
	c := g.at
	if c.Last > table.MaxColumn {
		g.err = said.Errorf("row %d has more than %d columns", g.line, table.MaxColumn)
		return
	}
	c.Text, c.Strike = g.rest.Of(string(g.cell))
	c.Text = plain(c.Text)
	if c.Text != "" {
		if !g.thin {
			g.bold = append(g.bold, c.First)
		}
		if c.Strike != table.Unstruck {
			g.aside = g.aside.Apart(nil)
			g.aside.Strike(c.First, c.Strike)
		}
		for len(g.cells) < c.First {
			g.cells = append(g.cells, "")
		}
		g.cells[c.First-1] = c.Text
	}
	if c.First < c.Last || c.rows != 1 {
		g.added = append(g.added, c)
	}
}

func (g *grid) closeRow() error {
	switch {
	case g.depth > 1:
		return nil
	case g.err != nil:
		return g.err
	}
	if len(g.added) > 0 {
		g.merged, g.stale = append(g.merged, g.added...), true
		slices.SortFunc(g.merged, func(a, b covered) int { return cmp.Compare(a.First, b.First) })
	}
	if len(g.merged) > MaxBeside {
		return said.Errorf("row %d lies in more than %d cells that cover several rows or columns; split the table, or save it as .xlsx", g.line, MaxBeside)
	}
	if g.stale {
		g.spans, g.stale = nil, false
		for _, m := range g.merged {
			if m.Text != "" {
				g.spans = append(g.spans, m.Span)
			}
		}
	}
	if !g.yield(table.Row{Line: g.line, Cells: g.cells, Merged: g.spans, Bold: g.bold, Aside: g.aside}, nil) {
		return errStop
	}
	g.next()
	return nil
}

// next forgets the cells that end with the row.
func (g *grid) next() {
	kept := g.merged[:0]
	for _, m := range g.merged {
		if m.rows != 1 {
			m.rows = max(m.rows-1, 0)
			kept = append(kept, m)
		}
	}
	g.stale = g.stale || len(kept) < len(g.merged)
	g.merged = kept
}

func (g *grid) closeGroup() {
	if g.depth == 1 {
		g.stale = g.stale || len(g.merged) > 0
		g.merged = g.merged[:0]
	}
}

// plain returns a text as a page shows it: white space is one blank, and lines end
// where elements do.
func plain(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, lineBreak) {
		if line = strings.Join(strings.FieldsFunc(line, isBlank), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// isBlank reports whether a page shows a character as a blank, of which several are
// one. The wide blank of East Asian texts is a character.
func isBlank(c rune) bool { return strings.ContainsRune(" \t\n\r\f\u00a0", c) }
