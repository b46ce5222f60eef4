package docx

import (
	"slices"
	"strconv"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// reader makes rows of the tokens of one table.
type reader struct {
	want  int // which table, in the order in which they begin
	begun int // tables so far
	open  []int
	yield func(table.Row, error) bool

	down map[int]table.Span // by first column: what merged cells hold that may go on below
	next map[int]table.Span // the same for the row below
	row  row
	cell cell
}

// row is the row that is read.
type row struct {
	table.Row
	column  int  // so far
	size    int  // bytes of text
	former  bool // properties that it had before a change are open
	deleted bool
}

// cell is the cell that is read.
type cell struct {
	open, properties bool
	former           bool // properties that it had before a change are open
	span             int
	down             string // "", "restart" or "continue"
	across           string // likewise, as older programs write it
	text             cellText
}

func (r *reader) visit(t *parts.Token) error {
	switch {
	case t.Is(parts.Start, "tbl"):
		r.open = append(r.open, r.begun)
		r.begun++
	case t.Is(parts.End, "tbl") && len(r.open) > 0:
		last := r.open[len(r.open)-1]
		if r.open = r.open[:len(r.open)-1]; last == r.want {
			return parts.Stop
		}
	}
	if len(r.open) == 0 || r.open[len(r.open)-1] != r.want {
		return nil
	}
	switch {
	case t.Is(parts.End, "tc"):
		return r.endCell()
	case r.cell.open && string(t.Name) == "tcPrChange" && t.Kind != parts.Chars:
		r.cell.former = t.Kind == parts.Start
	case r.cell.former:
	case r.cell.open && string(t.Name) == "tcPr" && t.Kind != parts.Chars:
		r.cell.properties = t.Kind == parts.Start
	case r.cell.properties:
		return r.property(t)
	case r.cell.open:
		return r.cell.text.visit(t)
	case t.Is(parts.Start, "tc"):
		r.cell = cell{open: true, span: 1, text: cellText{text: r.cell.text.text[:0]}}
	case t.Is(parts.Start, "tr"):
		r.row = row{Row: table.Row{Line: r.row.Line + 1, Cells: r.row.Cells[:0]}}
		r.next = map[int]table.Span{}
	case t.Is(parts.End, "tr"):
		return r.endRow()
	case string(t.Name) == "trPrChange" && t.Kind != parts.Chars:
		r.row.former = t.Kind == parts.Start
	case r.row.former:
	case t.Is(parts.Start, "gridBefore"):
		n, err := number(t)
		r.row.column += n
		return err
	case t.Is(parts.Start, "del"):
		r.row.deleted = true
	}
	return nil
}

// number returns the value of an element that holds one.
func number(t *parts.Token) (int, error) {
	n, err := strconv.Atoi(t.Prefixed("val"))
	if err != nil || n < 0 {
		return 0, said.Errorf("%s %q is no count", t.Name, t.Prefixed("val"))
	}
	return min(n, table.MaxColumn), nil
}

// property reads what is said of the open cell.
func (r *reader) property(t *parts.Token) error {
	if t.Kind != parts.Start {
		return nil
	}
	c := &r.cell
	var err error
	switch string(t.Name) {
	case "gridSpan":
		c.span, err = number(t)
		c.span = max(c.span, 1)
	case "vMerge":
		c.down = merging(t)
	case "hMerge":
		c.across = merging(t)
	case "cellIns", "cellDel", "cellMerge":
		c.text.revised = true
	}
	return err
}

func merging(t *parts.Token) string {
	if t.Prefixed("val") == "restart" {
		return "restart"
	}
	return "continue"
}

// aside returns what is said of the row, to be added to.
func (r *reader) aside() *table.Aside {
	r.row.Aside = r.row.Aside.Apart(nil)
	return r.row.Aside
}

func (r *reader) endCell() error {
	c, first := &r.cell, r.row.column+1
	c.open, c.properties = false, false
	last := first + c.span - 1
	if r.row.column = last; last > table.MaxColumn {
		return said.Errorf("row %d has more than %d columns", r.row.Line, table.MaxColumn)
	}
	text, how := c.text.rest.Of(string(c.text.text))
	text = strings.Trim(text, "\n") // the empty paragraphs that every cell and table ends in
	if c.across == "continue" && text == "" {
		r.widen(last)
		return nil
	}
	if above, covered := r.down[first]; c.down == "continue" && covered {
		above.Last = last
		r.merge(above, true)
		c.down, c.span = "", 1 // a text of its own is not copied
	}
	if c.text.revised {
		own := r.aside()
		own.Revised = append(own.Revised, first)
	}
	if text == "" {
		return nil
	}
	if how != table.Unstruck {
		r.aside().Strike(first, how)
	}
	if r.row.size += len(text); r.row.size > table.MaxLine {
		return said.Errorf("row %d has more than %d MiB of text", r.row.Line, table.MaxLine>>20)
	}
	for len(r.row.Cells) < first-1 {
		r.row.Cells = append(r.row.Cells, "")
	}
	r.row.Cells = append(r.row.Cells, text)
	if !c.text.light {
		r.row.Bold = append(r.row.Bold, first)
	}
	if strings.TrimSpace(text) != "" && (c.span > 1 || c.down != "" || c.across != "") {
		r.merge(table.Span{First: first, Last: last, Top: r.row.Line, Text: text, Strike: how}, c.down != "")
	}
	return nil
}

// merge notes a merged range that covers cells of the row, and may go on below.
func (r *reader) merge(s table.Span, down bool) {
	r.row.Merged = append(r.row.Merged, s)
	if down {
		r.next[s.First] = s
	}
}

// widen lets the merged range on the left reach to a column.
func (r *reader) widen(last int) {
	n := len(r.row.Merged)
	if n == 0 || r.row.Merged[n-1].First > last {
		return
	}
	s := &r.row.Merged[n-1]
	s.Last = last
	if _, down := r.next[s.First]; down {
		r.next[s.First] = *s
	}
}

func (r *reader) endRow() error {
	r.down = r.next
	if r.row.Line > table.MaxRow {
		return said.Errorf("the table has more than %d rows", table.MaxRow)
	}
	out := r.row.Row
	if r.row.deleted {
		out = table.Row{Line: out.Line, Aside: &table.Aside{Deleted: true}}
	}
	if len(out.Merged) > table.MaxBeside {
		return said.Errorf("row %d lies in more than %d merged ranges with texts; unmerge some, or save the table as CSV", out.Line, table.MaxBeside)
	}
	out.Merged = slices.Clip(out.Merged)
	if !r.yield(out, nil) {
		return parts.Stop
	}
	return nil
}
