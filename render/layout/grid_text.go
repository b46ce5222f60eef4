package layout

import (
	"tasuki/render/diagram"
	"tasuki/render/look"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// wordBox is the box that holds all but the longest words.
const wordBox = 104.0

// setBoxes shares the width of the page among the lanes, after what the gutters take.
// Lanes with nothing but boxes of further leads take less. No lane breaks a word of its
// title or boxes that fits wordBox, even if the drawing is wider than the page then, nor a
// longer one as long as the others can spare what it needs.
func (g *grid) setBoxes(gutters float64) {
	needs, wide := g.laneNeeds()
	g.Boxes = make([]float64, len(needs))
	free, full := PageWidth-gutters, 0
	for lane, need := range needs {
		if wide[lane] {
			full++
			continue
		}
		g.Boxes[lane] = min(max(need, jointBox), wordBox)
		free -= g.Boxes[lane]
	}
	most := mostNeeded(needs, wide, free)
	// Lanes whose words need more than their share take it from the others.
	for settled := false; !settled; {
		settled = true
		for lane, need := range needs {
			if need = min(max(need, minBox), most); wide[lane] && g.Boxes[lane] == 0 && need > free/float64(full) {
				g.Boxes[lane], free, full, settled = need, free-need, full-1, false
			}
		}
	}
	for lane := range g.Boxes {
		if g.Boxes[lane] == 0 {
			g.Boxes[lane] = min(free/float64(full), maxBox)
		}
	}
}

// mostNeeded returns how much a lane may need at most, so that all fit the page; wordBox
// at least.
func mostNeeded(needs []float64, wide []bool, free float64) float64 {
	for most := maxBox; most > wordBox; most-- {
		sum := 0.0
		for lane, need := range needs {
			if wide[lane] {
				sum += min(max(need, minBox), most)
			}
		}
		if sum <= free {
			return most
		}
	}
	return wordBox
}

// laneNeeds returns how wide the box of each lane has to be for its longest word, and
// which lanes have more than boxes of further leads.
func (g *grid) laneNeeds() (needs []float64, wide []bool) {
	needs, wide = make([]float64, len(g.D.Lanes)), make([]bool, len(g.D.Lanes))
	for lane, l := range g.D.Lanes {
		needs[lane] = typeset.LongestWord(l.Title)*look.LaneFont.Em() + 2*titlePad - gutterPad
	}
	for _, n := range g.D.Nodes {
		wide[n.Lane] = wide[n.Lane] || n.Class != diagram.JointNode && n.Class != diagram.CandidateNode
		if n.Class != diagram.HeadingNode && !isGate(n) {
			word := max(typeset.LongestWord(n.Head)*look.HeadFont.Em(), typeset.LongestWord(n.Text)*look.NodeFont.Em())
			needs[n.Lane] = max(needs[n.Lane], word+2*boxPad+signRoom(n)+0.1)
		}
	}
	return needs, wide
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
			head = look.HeadFont.Wrap(n.Head, width, maxBoxLines)
			height += look.HeadFont.Height(len(head)) + HeadGap
		}
		if n.Text != "" {
			text = look.NodeFont.Wrap(n.Text, width, maxBoxLines)
			height += look.NodeFont.Height(len(text))
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
		e.label, e.left = g.label(edge, width-gapOf(edge)-3)
		room[node.Row] = max(room[node.Row], look.LabelFont.Height(len(e.label)))
	}
}

// label returns the terms of an arrow, the kind and what is handed over in lines that
// fit width, or less of it where a word would have to be broken otherwise: the terms with
// what is handed over, the terms alone, or, without its condition, whether it is optional
// and what is handed over. There is nothing when there is no room for that either.
func (g *grid) label(e diagram.Edge, width float64) (lines []string, left leftOut) {
	kind, terms := messages.KindAndLabel(e.Kind, e.Label, g.D.Language), messages.Terms(e.When, e.Optional, g.D.Language)
	optional := messages.Terms("", e.Optional, g.D.Language)
	named, conditional := e.Label != "", e.When != ""
	most := labelLines
	if terms != "" {
		most += termLines
	}
	for _, c := range []struct {
		text string
		left leftOut
	}{{terms + kind, leftOut{}}, {terms + e.Label, leftOut{}}, {terms, leftOut{name: named}}, {optional + kind, leftOut{when: conditional}}, {optional + e.Label, leftOut{when: conditional}}, {optional + e.Short, leftOut{named, conditional}}, {optional, leftOut{named, conditional}}} {
		lines := typeset.Evenly(c.text, width/look.LabelFont.Em(), most)
		if c.text != "" && typeset.LongestWord(c.text)*look.LabelFont.Size <= width && len(lines) <= most {
			return lines, c.left
		}
	}
	return nil, leftOut{named, terms != ""}
}

// leftOut says what of an arrow's words found no room: what is handed over, and its
// condition.
type leftOut struct{ name, when bool }
