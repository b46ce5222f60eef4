package layout

import (
	"tasuki/render/diagram"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// setBoxes shares the width of the page among the lanes, after what the gutters
// take; lanes with nothing but boxes of further leads take less, yet break no word of
// their title that fits the least box of others.
func (g *grid) setBoxes(gutters float64) {
	lanes := len(g.D.Lanes)
	wide := make([]bool, lanes)
	for _, n := range g.D.Nodes {
		wide[n.Lane] = wide[n.Lane] || n.Class != diagram.JointNode && n.Class != diagram.CandidateNode
	}
	g.Boxes = make([]float64, lanes)
	free, full := PageWidth-gutters, 0.0
	for lane := range g.Boxes {
		if wide[lane] {
			full++
			continue
		}
		word := typeset.LongestWord(g.D.Lanes[lane].Title)*laneFont.em() + 2*titlePad - gutterPad
		g.Boxes[lane] = min(max(word, jointBox), minBox)
		free -= g.Boxes[lane]
	}
	for lane := range g.Boxes {
		if wide[lane] {
			g.Boxes[lane] = min(max(free/full, minBox), maxBox)
		}
	}
}

// guttersWidth returns what the gutters take with the tracks that arrows use.
func (g *grid) guttersWidth() float64 {
	width := 0.0
	for gutter := range len(g.D.Lanes) + 1 {
		width += g.gutterWidth(gutter)
	}
	return width
}

func (g *grid) gutterWidth(gutter int) float64 {
	return 2*gutterPad + signPad + float64(max(0, g.gutters[gutter]-1))*trackPitch
}

// wrapNodes breaks the texts of the boxes into lines and makes the rows as high
// as their highest box.
func (g *grid) wrapNodes() {
	g.RowHeight = make([]float64, g.rows)
	for _, n := range g.D.Nodes {
		width := g.Boxes[n.Lane] - 2*boxPad - signRoom(n)
		if n.Class == diagram.HeadingNode {
			width = -2 * boxPad
			for _, w := range g.Boxes {
				width += w
			}
		}
		var head, text []string
		height := 2 * boxPad
		if isGate(n) {
			height = gateSize
		}
		if n.Head != "" {
			head = HeadFont.wrap(n.Head, width, maxBoxLines)
			height += HeadFont.Height(len(head)) + HeadGap
		}
		if n.Text != "" {
			text = NodeFont.wrap(n.Text, width, maxBoxLines)
			height += NodeFont.Height(len(text))
		}
		g.head, g.text = append(g.head, head), append(g.text, text)
		g.RowHeight[n.Row] = max(g.RowHeight[n.Row], height)
	}
}

// wrapLabels breaks the labels of arrows into lines and gives the rows room for
// them.
func (g *grid) wrapLabels() {
	g.entryRoom, g.exitRoom = make([]float64, g.rows), make([]float64, g.rows)
	for i, edge := range g.D.Edges {
		e, node, room := &g.ends[i], g.to(edge), g.entryRoom
		port, next := e.port, e.next
		if e.atExit {
			node, room = g.from(edge), g.exitRoom
			port, next = 0, g.ports
		}
		width := g.Boxes[node.Lane] - g.portX(node.Lane, port)
		if next < g.ports {
			width = g.portX(node.Lane, next) - g.portX(node.Lane, port)
		}
		e.label, e.dropped = g.label(edge, width-labelGap-3)
		room[node.Row] = max(room[node.Row], labelFont.Height(len(e.label)))
	}
}

// label returns the terms of an arrow, the kind and what is handed over in lines that
// fit width, or less of it where a word would have to be broken otherwise: the terms with
// what is handed over, the terms alone, or, without its condition, whether it is optional
// and what is handed over. There is nothing when there is no room for that either.
func (g *grid) label(e diagram.Edge, width float64) (lines []string, dropped bool) {
	kind, terms := messages.KindAndLabel(e.Kind, e.Label, g.D.Language), messages.Terms(e.When, e.Optional, g.D.Language)
	optional := messages.Terms("", e.Optional, g.D.Language)
	most := labelLines
	if terms != "" {
		most += termLines
	}
	for _, c := range []struct {
		text string
		less bool
	}{{terms + kind, false}, {terms + e.Label, false}, {terms, e.Label != ""}, {optional + kind, true}, {optional + e.Label, true}, {optional, true}} {
		lines := labelFont.wrap(c.text, width, most+1)
		if c.text != "" && typeset.LongestWord(c.text)*labelFont.Size <= width && len(lines) <= most {
			return lines, c.less
		}
	}
	return nil, terms+e.Label != ""
}
