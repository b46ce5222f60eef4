package layout

import (
	"slices"

	"tasuki/render/diagram"
	"tasuki/render/look"
	"tasuki/render/typeset"
)

// The measures of a table, in points.
const (
	cellPad    = 1.5 // around a cell
	rowPad     = 1.6 // above and below the text of a row
	minColumn  = 45.0
	maxColumn  = 76.0  // of marks
	maxParties = 190.0 // of boxes with names
	partyStub  = 150.0 // beside boxes with names
	widen      = 18.0
	rowIndent  = 8.0   // of the heads of rows below headings
	tableWidth = 620.0 // up to which there is room for long tasks
	onePage    = 700.0 // wider tables go on to the right, where the heads of rows are repeated
	minStub    = 110.0
	midStub    = 225.0 // most tasks fit one line
	maxStub    = 260.0
)

// sheet arranges a diagram in columns and rows.
type sheet struct {
	d       diagram.Diagram
	stub    float64   // width of the heads of rows
	pad     float64   // above and below them
	indent  float64   // to their left
	columns []float64 // widths
	lines   [][]string
	titles  [][]string
	head    float64 // height of the titles
	cells   map[[2]int][]int
	heights []float64 // of the rows
}

func newSheet(d diagram.Diagram) *sheet {
	t := &sheet{d: d, pad: rowPad, cells: map[[2]int][]int{}}
	for i, n := range d.Nodes {
		for len(t.heights) <= n.Row {
			t.heights = append(t.heights, 0)
		}
		if !spans(n) {
			at := [2]int{n.Lane, n.Row}
			t.cells[at] = append(t.cells[at], i)
		}
	}
	if slices.ContainsFunc(d.Nodes, func(n diagram.Node) bool {
		return n.Class == diagram.SubgroupNode || n.Class == diagram.GroupNode || n.Class == diagram.RowNode && n.Status != diagram.Same
	}) {
		t.indent = rowIndent
	}
	t.setColumns()
	t.setLines()
	return t
}

// spans reports whether a node reaches across its row.
func spans(n diagram.Node) bool {
	return n.Class == diagram.GroupNode || n.Class == diagram.SubgroupNode || n.Class == diagram.RowNode
}

// setColumns makes columns of marks as wide as their titles need, shares the
// rest of the page among those of boxes, and leaves the heads of the rows what
// they need of it.
func (t *sheet) setColumns() {
	named := slices.ContainsFunc(t.d.Nodes, func(n diagram.Node) bool { return n.Class >= diagram.ClientNode && n.Class <= diagram.UnknownKindNode })
	if named {
		t.stub, t.pad = partyStub, boxPad
		share := (PageWidth - t.stub) / float64(max(1, len(t.d.Lanes)))
		for range t.d.Lanes {
			t.columns = append(t.columns, min(max(share, minBox), maxParties))
		}
		return
	}
	sum := 0.0
	for _, l := range t.d.Lanes {
		w := columnWidth(l.Title)
		t.columns = append(t.columns, w)
		sum += w
	}
	longest := 0.0
	for _, n := range t.d.Nodes {
		if n.Class == diagram.RowNode {
			longest = max(longest, typeset.Width(n.Text)*look.LabelFont.Em()+2*boxPad+rowIndent+2*SignSize)
		}
	}
	t.stub = min(max(tableWidth-sum, midStub), maxStub, max(longest, minStub))
}

// columnWidth returns the width of a column of marks: what the longest word of
// its title needs, or a little more where its breaks then part less.
func columnWidth(title string) float64 {
	least := min(max(typeset.LongestWord(title)*look.LabelFont.Em()+2*titlePad+1, minColumn), maxColumn)
	best, little := least, -1
	for w := least; w <= min(least+widen, maxColumn); w += 3 {
		lines, parted := look.LabelFont.Wrap(title, w-2*titlePad, maxTitleLines), 0
		for i := 1; i < len(lines); i++ {
			parted += typeset.Parting(lines[i-1]+lines[i], len(lines[i-1]))
		}
		if little < 0 || parted < little {
			best, little = w, parted
		}
	}
	return best
}

// setLines breaks the texts into lines and sets the heights.
func (t *sheet) setLines() {
	for i, l := range t.d.Lanes {
		lines := look.LabelFont.Wrap(l.Title, t.columns[i]-2*titlePad, maxTitleLines)
		t.titles = append(t.titles, lines)
		t.head = max(t.head, look.LabelFont.Height(len(lines))+2*titlePad)
	}
	for _, n := range t.d.Nodes {
		lines := t.font(n).Wrap(n.Text, t.room(n), maxBoxLines)
		t.lines = append(t.lines, lines)
		if spans(n) {
			t.heights[n.Row] = max(t.heights[n.Row], t.font(n).Height(len(lines))+2*t.pad)
		}
	}
	for at, nodes := range t.cells {
		h := 0.0
		for _, i := range nodes {
			h += t.cellHeight(i)
		}
		t.heights[at[1]] = max(t.heights[at[1]], h)
	}
}

// font returns the font of a node's text.
func (t *sheet) font(n diagram.Node) look.Font {
	if n.Class == diagram.GroupNode || n.Class == diagram.SubgroupNode {
		return look.LaneFont
	}
	return look.LabelFont
}

// room returns the width of a node's text.
func (t *sheet) room(n diagram.Node) float64 {
	switch n.Class {
	case diagram.GroupNode, diagram.SubgroupNode:
		if t.width() > onePage {
			return t.stub - 2*boxPad
		}
		return t.width() - 2*boxPad
	case diagram.RowNode:
		return t.stub - 2*boxPad - t.indent - float64(len(n.Marks))*(SignSize+1)
	}
	return t.columns[n.Lane] - 2*cellPad - 2*boxPad - 2*float64(len(n.Marks))*SignSize
}

// cellHeight returns the height of the box of a node with the space around it.
func (t *sheet) cellHeight(i int) float64 {
	pad := rowPad - cellPad
	if n := t.d.Nodes[i]; n.Class < diagram.LeadCell {
		pad = boxPad
	}
	return t.font(t.d.Nodes[i]).Height(len(t.lines[i])) + 2*pad + 2*cellPad
}

func (t *sheet) width() float64 {
	w := t.stub
	for _, c := range t.columns {
		w += c
	}
	return w
}
