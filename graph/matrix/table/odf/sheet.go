package odf

import (
	"cmp"
	"strconv"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// reader makes rows of the tokens of one table.
type reader struct {
	want   int // which table, in the order in which they begin
	begun  int // tables so far
	open   []int
	styles *styles
	yield  func(table.Row, error) bool
	merged *table.Merger

	shared   *table.Aside // what is said of all rows
	columns  int          // so far declared
	defaults []table.Range
	yielded  int // rows
	line     int // of the row that is read
	repeated int // cells and rows with texts told by a count, so far
	ranges   int // merged, so far
	row      rowParts
	cell     cellParts
}

// rowParts is the row that is read.
type rowParts struct {
	table.Row
	repeat int
	column int // so far
	struck bool
	size   int // bytes of text
	areas  []table.Area
}

// cellParts is the cell that is read.
type cellParts struct {
	open          bool
	repeat        int
	columns, rows int // that it spans
	value         string
	bold          bool
	unvalued      bool // a formula whose value the file does not hold
	struck        bool
	text          cellText
}

func newReader(want int, s *styles, yield func(table.Row, error) bool) *reader {
	return &reader{want: want, styles: s, yield: yield, merged: table.NewMerger(nil)}
}

func (r *reader) visit(t *parts.Token) error {
	switch {
	case t.Is(parts.Start, "table"):
		r.open = append(r.open, r.begun)
		r.begun++
	case t.Is(parts.End, "table") && len(r.open) > 0:
		last := r.open[len(r.open)-1]
		if r.open = r.open[:len(r.open)-1]; last == r.want {
			return parts.Stop
		}
	}
	if len(r.open) == 0 || r.open[len(r.open)-1] != r.want {
		return nil
	}
	switch {
	case r.cell.open && !(t.Kind == parts.End && isCell(t)):
		return r.cell.text.visit(t, r.styles)
	case t.Kind == parts.Chars:
	case t.Is(parts.Start, "table-column"):
		return r.declare(t)
	case t.Is(parts.Start, "table-row"):
		return r.startRow(t)
	case t.Is(parts.End, "table-row"):
		return r.endRow()
	case isCell(t) && t.Kind == parts.Start:
		return r.startCell(t)
	case isCell(t):
		return r.endCell()
	}
	return nil
}

func isCell(t *parts.Token) bool {
	return string(t.Name) == "table-cell" || string(t.Name) == "covered-table-cell"
}

func isHidden(t *parts.Token) bool {
	v := t.Prefixed("visibility")
	return v == "collapse" || v == "filter"
}

// count returns a number that an attribute gives, or 1 without it.
func count(t *parts.Token, name string) (int, error) {
	text := t.Prefixed(name)
	if text == "" {
		return 1, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return 0, said.Errorf("%s %q is no count", name, text)
	}
	return n, nil
}

// declare notes columns that are hidden, or whose texts are struck out unless their
// cells say otherwise.
func (r *reader) declare(t *parts.Token) error {
	n, err := count(t, "number-columns-repeated")
	if err != nil {
		return err
	}
	first := r.columns + 1
	r.columns = min(r.columns+min(n, table.MaxColumn), table.MaxColumn)
	if first > r.columns {
		return nil
	}
	all := table.Range{First: first, Last: r.columns}
	if isHidden(t) {
		r.shared = r.shared.Apart(nil)
		r.shared.HiddenColumns = append(r.shared.HiddenColumns, all)
	}
	if r.styles.struck[t.Prefixed("default-cell-style-name")] {
		r.defaults = append(r.defaults, all)
	}
	return nil
}

func (r *reader) startRow(t *parts.Token) error {
	n, err := count(t, "number-rows-repeated")
	if err != nil {
		return err
	}
	r.row = rowParts{
		Row:    table.Row{Cells: r.row.Cells[:0], Aside: r.shared},
		repeat: min(n, table.MaxRow), struck: r.styles.struck[t.Prefixed("default-cell-style-name")], areas: r.row.areas[:0],
	}
	if isHidden(t) {
		r.aside().Hidden = true
	}
	return nil
}

// aside returns what is said of the row, to be added to.
func (r *reader) aside() *table.Aside {
	r.row.Aside = r.row.Aside.Apart(r.shared)
	return r.row.Aside
}

// endRow yields the row as often as it stands there. Rows that say nothing are made up
// for when one follows that does.
func (r *reader) endRow() error {
	first := r.line + 1
	if r.line = min(r.line+r.row.repeat, table.MaxRow+1); len(r.row.Cells) == 0 && !r.row.says(r.shared) {
		return nil
	}
	if r.line > table.MaxRow {
		return said.Errorf("row %d is behind the last of %d", first, table.MaxRow)
	}
	if err := r.repeat((r.row.repeat - 1) * (len(r.row.Cells) + 1)); err != nil {
		return said.Errorf("row %d: %w", first, err)
	}
	from := r.yielded + 1
	for line := from; line < first; line = r.merged.Next(line+1, from, first) {
		if err := r.hand(table.Row{Line: line, Aside: r.shared}); err != nil {
			return err
		}
	}
	for line := first; line <= r.line; line++ {
		for _, a := range r.row.areas {
			a.Top, a.Bottom = line, min(line+a.Bottom, table.MaxRow)
			if r.ranges++; r.ranges > table.MaxMerged {
				return said.Errorf("more than %d merged ranges; save the sheet as CSV", table.MaxMerged)
			}
			r.merged.Add(a)
		}
		row := r.row.Row
		row.Line = line
		if err := r.hand(row); err != nil {
			return err
		}
	}
	return nil
}

// says reports whether a row without texts has a formula without a value.
func (p *rowParts) says(shared *table.Aside) bool {
	return p.Aside != shared && len(p.Aside.Unvalued)+len(p.Aside.Uncounted) > 0
}

func (r *reader) hand(row table.Row) error {
	r.yielded = row.Line
	if err := r.merged.Fill(&row); err != nil {
		return err
	}
	if !r.yield(row, nil) {
		return parts.Stop
	}
	return nil
}

// repeat counts texts that are told by a count.
func (r *reader) repeat(n int) error {
	if r.repeated += n; r.repeated > MaxRepeated {
		return said.Errorf("cells and rows with texts are repeated more than %d times; save the sheet as CSV", MaxRepeated)
	}
	return nil
}

func (r *reader) startCell(t *parts.Token) error {
	c := &r.cell
	var err [3]error
	c.repeat, err[0] = count(t, "number-columns-repeated")
	c.columns, err[1] = count(t, "number-columns-spanned")
	c.rows, err[2] = count(t, "number-rows-spanned")
	if err := cmp.Or(err[0], err[1], err[2]); err != nil {
		return said.Errorf("row %d, column %d: %w", r.line+1, r.row.column+1, err)
	}
	c.open, c.value = true, valueOf(t)
	c.unvalued = t.Prefixed("formula") != "" && t.Prefixed("value-type") == "" && c.value == ""
	c.bold = r.styles.bold[t.Prefixed("style-name")]
	c.struck = r.strikes(t.Prefixed("style-name"))
	c.text.reset()
	return nil
}

// strikes reports whether the style of a cell, or else that of its row or column,
// strikes out.
func (r *reader) strikes(style string) bool {
	if style != "" || r.row.struck {
		return r.styles.struck[style] || style == ""
	}
	for _, d := range r.defaults {
		if d.First <= r.row.column+1 && r.row.column+1 <= d.Last {
			return true
		}
	}
	return false
}

// valueOf returns the value of a cell, which it shows where it has no text.
func valueOf(t *parts.Token) string {
	return cmp.Or(t.Prefixed("string-value"), t.Prefixed("date-value"), t.Prefixed("time-value"), strings.ToUpper(t.Prefixed("boolean-value")), t.Prefixed("value"))
}

func (r *reader) endCell() error {
	c, column := &r.cell, r.row.column+1
	c.open = false
	r.row.column = min(r.row.column+min(c.repeat, table.MaxColumn), table.MaxColumn+1)
	text, how := c.text.rest.Of(string(c.text.text))
	if c.struck {
		how = table.Wholly
	}
	if c.text.paragraphs == 0 {
		text = c.value
	}
	if text == "" {
		if c.unvalued && c.text.paragraphs == 0 && column <= table.MaxColumn {
			own := r.aside()
			own.Unvalued = append(own.Unvalued, column)
		}
		return nil
	}
	if r.row.column > table.MaxColumn {
		return said.Errorf("row %d: a text stands behind the last of %d columns", r.line+1, table.MaxColumn)
	}
	if err := r.repeat(c.repeat - 1); err != nil {
		return said.Errorf("row %d, column %d: %w", r.line+1, column, err)
	}
	if r.row.size += len(text); r.row.size > table.MaxLine {
		return said.Errorf("row %d has more than %d MiB of text", r.line+1, table.MaxLine>>20)
	}
	for len(r.row.Cells) < column-1 {
		r.row.Cells = append(r.row.Cells, "")
	}
	for range c.repeat {
		r.row.Cells = append(r.row.Cells, text)
		if c.bold || c.text.paragraphs > 0 && !c.text.light {
			r.row.Bold = append(r.row.Bold, len(r.row.Cells))
		}
	}
	for i := 0; i < c.repeat && how != table.Unstruck && strings.TrimSpace(text) != ""; i++ {
		r.aside().Strike(column+i, how)
	}
	if c.columns > 1 || c.rows > 1 {
		r.row.areas = append(r.row.areas, table.Area{Left: column, Right: min(column+min(c.columns, table.MaxColumn)-1, table.MaxColumn), Bottom: min(c.rows, table.MaxRow) - 1})
	}
	return nil
}
