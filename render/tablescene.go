package render

import (
	"fmt"
	"slices"
)

// sceneOfTable arranges a diagram of columns and rows. The legend stands above
// them, since they may go on over many pages.
func sceneOfTable(d Diagram) *scene {
	t := newSheet(d)
	s := newScene(d)
	width := min(t.width(), tableWidth) // of what stands on one page when the columns go on to the next
	top := s.addTitle(d, width)
	top = s.addSamples(d, top, width) + 4
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
	s.add(shape{name: "stub", stub: true, look: look{form: "box"}, at: point{t.stub / 2, (top + at) / 2}, w: t.stub, h: at - top})
	t.addCells(s, tops)
	s.addNotes(d, at+8, width)
	return s
}

// addTitles puts the titles of the columns.
func (t *sheet) addTitles(s *scene, top float64) {
	ground := look{form: "box", fill: header, stroke: rule, pen: 0.7}
	s.add(shape{name: "head", head: true, look: ground, at: point{t.width() / 2, top + t.head/2}, w: t.width(), h: t.head})
	x := t.stub
	for i, l := range t.d.Lanes {
		w := t.columns[i]
		name := fmt.Sprintf("column %d", i+1)
		sh := shape{name: name, look: look{form: "box"}, at: point{x + w/2, top + t.head/2}, w: w - 1, h: t.head - 1, lines: t.titles[i], font: labelFont, hint: l.Title}
		if l.Ref != "" {
			sh.id, sh.href = t.d.ID+"."+suffix(name), "#"+Anchor(l.Ref)
		}
		s.add(sh)
		x += w
	}
}

// keepTogether joins headings with the first row below them, so that no page
// ends with a heading.
func (t *sheet) keepTogether(s *scene, tops []float64) {
	first := -1
	for _, n := range t.d.Nodes {
		switch {
		case n.Class == GroupNode || n.Class == SubgroupNode:
			if first < 0 {
				first = n.Row
			}
		case n.Class == RowNode && first >= 0:
			top, bottom := tops[first], tops[n.Row+1]
			s.add(shape{name: fmt.Sprintf("together %d", first+1), look: look{form: "box"}, at: point{t.width() / 2, (top + bottom) / 2}, w: t.width(), h: bottom - top})
			first = -1
		}
	}
}

// addRows paints the rows and their heads. Rows with a thick border come last,
// so that no neighbour covers it.
func (t *sheet) addRows(s *scene, tops []float64) {
	for _, thick := range []bool{false, true} {
		for i, n := range t.d.Nodes {
			if spans(n) && slices.Contains(n.Marks, SPOFMark) == thick {
				t.addRow(s, i, tops)
			}
		}
	}
}

func (t *sheet) addRow(s *scene, i int, tops []float64) {
	n, width := t.d.Nodes[i], t.width()
	top, h := tops[n.Row], t.heights[n.Row]
	at := point{width / 2, top + h/2}
	box := shape{name: n.ID, look: lookOf(n.Class), at: at, w: width, h: h, lines: t.lines[i], font: t.font(n), left: true, hint: n.Hint}
	if n.Class == RowNode {
		box.indent = t.indent
	}
	if n.Ref != "" {
		box.id, box.href = t.d.ID+"."+suffix(n.ID), "#"+Anchor(n.Ref)
	}
	if slices.Contains(n.Marks, SPOFMark) {
		box.fill, box.stroke, box.pen, box.h = tint, vermilion, 1.4, h-1
	}
	s.shapes = append(s.shapes, box)
	for k, m := range n.Marks {
		s.addSign(fmt.Sprintf("%s mark %d", n.ID, k+1), m, point{t.stub - 2 - (float64(k)+0.5)*(signSize+1), at.y})
	}
}

// addLines rules the columns.
func (t *sheet) addLines(s *scene, top, bottom float64) {
	x := t.stub
	for i, w := range t.columns {
		s.add(shape{name: fmt.Sprintf("rule %d", i+1), look: look{form: "box", stroke: hairline, pen: 0.4}, at: point{x, (top + bottom) / 2}, w: 0.02, h: bottom - top})
		x += w
	}
}

// addCells paints the cells. Several in one place stand below each other.
func (t *sheet) addCells(s *scene, tops []float64) {
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
				t.addCell(s, i, point{x + w/2, y + t.cellHeight(i)/2}, w-2*cellPad, t.cellHeight(i)-2*cellPad)
				y += t.cellHeight(i)
			}
		}
		x += w
	}
}

func (t *sheet) addCell(s *scene, i int, at point, w, h float64) {
	n := t.d.Nodes[i]
	box := shape{name: n.ID, look: lookOf(n.Class), at: at, w: w, h: h, lines: t.lines[i], font: t.font(n), hint: n.Hint}
	box.ink = inkOn(n.Class)
	if n.Ref != "" {
		box.id, box.href = t.d.ID+"."+suffix(n.ID), "#"+Anchor(n.Ref)
	}
	s.shapes = append(s.shapes, box)
	for k, m := range n.Marks {
		s.addSign(fmt.Sprintf("%s mark %d", n.ID, k+1), m, point{at.x + w/2 - 1 - (float64(k)+0.5)*signSize, at.y})
	}
}
