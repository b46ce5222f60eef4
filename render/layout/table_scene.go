package layout

import (
	"fmt"
	"slices"

	"tasuki/render/diagram"
	"tasuki/render/look"
	"tasuki/render/messages"
)

// sceneOfTable arranges a diagram of columns and rows. The legend stands above
// them, since they may go on over many pages.
func sceneOfTable(d diagram.Diagram) *Scene {
	t := newSheet(d)
	s := NewScene(d)
	width := min(t.width(), tableWidth) // of what stands on one page when the columns go on to the next
	top := s.AddTitle(d, width)
	changes := d
	d.Legend, changes.Legend = entries(d.Legend, false), entries(d.Legend, true)
	top = s.addSamples(d, "legend", top, width) + 4
	t.addTitles(s, top)
	at := top + t.head
	tops := []float64{at}
	for _, h := range t.heights {
		at += h
		tops = append(tops, at)
	}
	t.keepTogether(s, tops)
	t.addRows(s, tops)
	t.addLines(s, top, at)
	s.Add(Shape{Name: "stub", Stub: true, Look: look.Look{Form: "box"}, At: Point{t.stub / 2, (top + at) / 2}, W: t.stub, H: at - top})
	t.addCells(s, tops)
	bottom := at + 8
	if len(changes.Legend) > 0 { // below the table, so that it stands where it stood
		bottom = s.addSamples(changes, "change", bottom, width)
	}
	s.addNotes(d, bottom, width)
	return s
}

// addTitles puts the titles of the columns.
func (t *sheet) addTitles(s *Scene, top float64) {
	ground := look.Look{Form: "box", Fill: look.Header, Stroke: look.Rule, Pen: 0.7}
	s.Add(Shape{Name: "head", Head: true, Look: ground, At: Point{t.width() / 2, top + t.head/2}, W: t.width(), H: t.head})
	x := t.stub
	for i, l := range t.d.Lanes {
		w := t.columns[i]
		name := fmt.Sprintf("column %d", i+1)
		sh := Shape{Name: name, Look: look.Look{Form: "box"}, At: Point{x + w/2, top + t.head/2}, W: w - 1, H: t.head - 1, Lines: t.titles[i], Font: look.LabelFont, Hint: l.Title}
		if l.Ref != "" {
			sh.ID, sh.Href, sh.Subject = t.d.ID+"."+messages.Suffix(name), "#"+messages.Anchor(l.Ref), diagram.Subject{Organization: l.Ref}
		}
		ground := sh.Fill
		sh = sh.stated(l.Status)
		sh.Fill = ground
		s.Add(sh)
		s.addStatus(name, l.Status, Point{x + statusSize/2 + 1, top - 1}, statusSize)
		x += w
	}
}

// keepTogether joins headings with the first row below them, so that no page
// ends with a heading.
func (t *sheet) keepTogether(s *Scene, tops []float64) {
	first := -1
	for _, n := range t.d.Nodes {
		switch {
		case n.Class == diagram.GroupNode || n.Class == diagram.SubgroupNode:
			if first < 0 {
				first = n.Row
			}
		case n.Class == diagram.RowNode && first >= 0:
			top, bottom := tops[first], tops[n.Row+1]
			s.Add(Shape{Name: fmt.Sprintf("together %d", first+1), Look: look.Look{Form: "box"}, At: Point{t.width() / 2, (top + bottom) / 2}, W: t.width(), H: bottom - top})
			first = -1
		}
	}
}

// addRows paints the rows and their heads. Rows with a thick border come last,
// so that no neighbour covers it.
func (t *sheet) addRows(s *Scene, tops []float64) {
	for _, thick := range []bool{false, true} {
		for i, n := range t.d.Nodes {
			if spans(n) && slices.Contains(n.Marks, diagram.SPOFMark) == thick {
				t.addRow(s, i, tops)
			}
		}
	}
}

func (t *sheet) addRow(s *Scene, i int, tops []float64) {
	n, width := t.d.Nodes[i], t.width()
	top, h := tops[n.Row], t.heights[n.Row]
	at := Point{width / 2, top + h/2}
	box := Shape{Name: n.ID, Look: look.Of(n.Class), At: at, W: width, H: h, Lines: t.lines[i], Font: t.font(n), Left: true, Hint: n.Hint}
	if box.Band = n.Class != diagram.RowNode; !box.Band {
		box.indent = t.indent
	}
	if n.Ref != "" {
		box.ID, box.Href, box.Subject = nodeID(t.d, n), "#"+messages.Anchor(n.Ref), t.d.SubjectOf(n)
	}
	if slices.Contains(n.Marks, diagram.SPOFMark) {
		box.Fill, box.Stroke, box.Pen, box.H = look.Tint, look.Vermilion, 1.4, h-1
	}
	if n.Status != diagram.Same {
		box = box.stated(n.Status)
		box.Pen, box.H = min(box.Pen, 1.4), h-1
	}
	s.Shapes = append(s.Shapes, box)
	s.addStatus(n.ID, n.Status, Point{statusSize/2 + 1, at.Y}, statusSize)
	for k, m := range n.Marks {
		s.addSign(t.d, fmt.Sprintf("%s mark %d", n.ID, k+1), m, Point{t.stub - 2 - (float64(k)+0.5)*(SignSize+1), at.Y})
	}
}

// addLines rules the columns.
func (t *sheet) addLines(s *Scene, top, bottom float64) {
	x := t.stub
	for i, w := range t.columns {
		s.Add(Shape{Name: fmt.Sprintf("rule %d", i+1), Look: look.Look{Form: "box", Stroke: look.Hairline, Pen: 0.4}, At: Point{x, (top + bottom) / 2}, W: 0.02, H: bottom - top})
		x += w
	}
}

// addCells paints the cells. Several in one place stand below each other.
func (t *sheet) addCells(s *Scene, tops []float64) {
	x := t.stub
	for lane, w := range t.columns {
		for row, h := range t.heights {
			nodes := t.cells[[2]int{lane, row}]
			sum := 0.0
			for _, i := range nodes {
				sum += t.cellHeight(i)
			}
			y := tops[row] + (h-sum)/2
			for _, i := range nodes {
				t.addCell(s, i, Point{x + w/2, y + t.cellHeight(i)/2}, w-2*cellPad, t.cellHeight(i)-2*cellPad)
				y += t.cellHeight(i)
			}
		}
		x += w
	}
}

func (t *sheet) addCell(s *Scene, i int, at Point, w, h float64) {
	n := t.d.Nodes[i]
	box := Shape{Name: n.ID, Look: look.Of(n.Class), At: at, W: w, H: h, Lines: t.lines[i], Font: t.font(n), Hint: n.Hint}
	box.Ink = look.InkOn(n.Class)
	box = box.stated(n.Status)
	if n.Ref != "" {
		box.ID, box.Href, box.Subject = nodeID(t.d, n), "#"+messages.Anchor(n.Ref), t.d.SubjectOf(n)
	}
	s.Shapes = append(s.Shapes, box)
	s.addStatus(n.ID, n.Status, Point{at.X - w/2 + 2 + arrowStatus/2, at.Y}, arrowStatus)
	for k, m := range n.Marks {
		s.addSign(t.d, fmt.Sprintf("%s mark %d", n.ID, k+1), m, Point{at.X + w/2 - 1 - (float64(k)+0.5)*SignSize, at.Y})
	}
}
