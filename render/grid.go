package render

import (
	"cmp"
	"slices"
)

// pageWidth is what a drawing should be no wider than, in points, so that it
// prints at full size on A4 between margins of 10 mm.
const pageWidth = 538 - 2*pagePad - signSize

// The measures of a grid, in points.
const (
	minBox      = 84.0
	maxBox      = 200.0
	jointBox    = 68.0 // in a lane without any other box
	gutterPad   = 6.0  // between a box and the nearest track of the gutter
	trackPitch  = 7.0
	channelPad  = 7.0  // above the first track of a channel
	arrowRoom   = 13.0 // below the last track, for heads of arrows
	boxPad      = 5.0
	sideLines   = 2 // places at the side of a box where arrows leave
	maxBoxLines = 16
	labelLines  = 3
)

// grid arranges a diagram in lanes and rows. Tracks are places for arrows: in
// the gutters between lanes and in the channels between rows; ports are places
// at the top and bottom of a box.
type grid struct {
	d                   Diagram
	rows, ports         int
	gutter, channel     int        // tracks of each
	boxes               []float64  // widths, by lane
	head, text          [][]string // of each node
	at                  map[string]int
	ends                []end
	maze                *maze
	ways                [][]step
	rowHeight           []float64
	entryRoom, exitRoom []float64 // for labels above and below the boxes of a row
	laneX, rowY         []float64 // left and top edges of boxes
	edge                []float64 // borders of the lanes, one more than there are lanes
	columnAt, rowAt     []float64 // positions of the lines of the maze
	bottom              float64
}

// end says where an arrow ends and where its label stands.
type end struct {
	port    int // at the top of the node it goes to
	label   []string
	atExit  bool // the label stands below the node that it comes from
	dropped bool // there is no room for the label
}

func newGrid(d Diagram) *grid {
	g := &grid{d: d, at: map[string]int{}, ports: 6}
	g.setBoxes()
	in := make([]int, len(d.Nodes))
	for i, node := range d.Nodes {
		g.at[node.ID] = i
		g.rows = max(g.rows, node.Row+1)
	}
	for _, e := range d.Edges {
		in[g.at[e.To]]++
		g.ports = max(g.ports, in[g.at[e.To]])
	}
	g.wrapNodes()
	g.setEnds()
	return g
}

// setBoxes shares the width of the page among the lanes; lanes with nothing but
// boxes of further leads take less.
func (g *grid) setBoxes() {
	lanes := len(g.d.Lanes)
	wide := make([]bool, lanes)
	full := 0
	for _, n := range g.d.Nodes {
		if n.Class != JointNode && !wide[n.Lane] {
			wide[n.Lane] = true
			full++
		}
	}
	free := pageWidth - float64(lanes+1)*(2*gutterPad+trackPitch) - float64(lanes-full)*jointBox
	g.boxes = make([]float64, lanes)
	for lane := range g.boxes {
		g.boxes[lane] = jointBox
		if wide[lane] {
			g.boxes[lane] = min(max(free/float64(full), minBox), maxBox)
		}
	}
}

func (g *grid) wrapNodes() {
	g.rowHeight = make([]float64, g.rows)
	for _, n := range g.d.Nodes {
		width := g.boxes[n.Lane] - 2*boxPad
		if n.Class == HeadingNode {
			width = -2 * boxPad
			for _, w := range g.boxes {
				width += w
			}
		}
		var head, text []string
		height := 2 * boxPad
		if n.Head != "" {
			head = laneFont.wrap(n.Head, width-signRoom(n), maxBoxLines)
			height += laneFont.height(len(head)) + 2
		}
		if n.Text != "" {
			text = nodeFont.wrap(n.Text, width-signRoom(n), maxBoxLines)
			height += nodeFont.height(len(text))
		}
		g.head, g.text = append(g.head, head), append(g.text, text)
		g.rowHeight[n.Row] = max(g.rowHeight[n.Row], height)
	}
}

// setEnds gives each arrow a port at the node it goes to and its label a place:
// beside its end when it is the only one there, else beside its beginning when
// it is the only one there, else beside its end in a share of the width.
// Where that is too little, the label is left out.
func (g *grid) setEnds() {
	g.ends = make([]end, len(g.d.Edges))
	in, out := make([][]int, len(g.d.Nodes)), make([][]int, len(g.d.Nodes))
	for i, e := range g.d.Edges {
		in[g.at[e.To]] = append(in[g.at[e.To]], i)
		out[g.at[e.From]] = append(out[g.at[e.From]], i)
	}
	g.entryRoom, g.exitRoom = make([]float64, g.rows), make([]float64, g.rows)
	for node, edges := range in {
		slices.SortStableFunc(edges, func(a, b int) int {
			x, y := g.d.Nodes[g.at[g.d.Edges[a].From]], g.d.Nodes[g.at[g.d.Edges[b].From]]
			return cmp.Or(cmp.Compare(x.Lane, y.Lane), cmp.Compare(x.Row, y.Row))
		})
		for k, i := range edges {
			e, to := &g.ends[i], g.d.Nodes[node]
			e.port = k * g.ports / len(edges)
			share := g.portX(to.Lane, (k+1)*g.ports/len(edges)) - g.portX(to.Lane, e.port)
			if k == len(edges)-1 {
				share = g.boxes[to.Lane] - g.portX(to.Lane, e.port)
			}
			e.atExit = len(edges) > 1 && len(out[g.at[g.d.Edges[i].From]]) == 1
			if e.atExit {
				lane := g.d.Nodes[g.at[g.d.Edges[i].From]].Lane
				share = g.boxes[lane] - g.portX(lane, 0)
			}
			g.setLabel(e, g.d.Edges[i], share-8)
			room := labelFont.height(len(e.label))
			if e.atExit {
				row := g.d.Nodes[g.at[g.d.Edges[i].From]].Row
				g.exitRoom[row] = max(g.exitRoom[row], room)
			} else {
				g.entryRoom[to.Row] = max(g.entryRoom[to.Row], room)
			}
		}
	}
}

// setLabel writes the kind and what is handed over beside the end of an arrow,
// or what is handed over alone where no word would have to be broken for it, or
// nothing.
func (g *grid) setLabel(e *end, edge Edge, width float64) {
	for _, text := range []string{kindAndLabel(edge.Kind, edge.Label, g.d.Lang), edge.Label} {
		lines := labelFont.wrap(text, width, labelLines+1)
		if text != "" && longestWord(text)*labelFont.size <= width && len(lines) <= labelLines {
			e.label = lines
			return
		}
	}
	e.dropped = edge.Label != ""
}

// portX returns the distance of a port from the left edge of its box.
func (g *grid) portX(lane, port int) float64 {
	return (float64(port) + 0.5) * g.boxes[lane] / float64(g.ports)
}

// The numbers of the lines of the maze.
func (g *grid) gutterColumn(gutter, track int) int { return gutter*(g.gutter+g.ports) + track }
func (g *grid) portColumn(lane, port int) int      { return lane*(g.gutter+g.ports) + g.gutter + port }
func (g *grid) channelRow(row, track int) int      { return row*(g.channel+sideLines) + track }
func (g *grid) sideRow(row, side int) int          { return row*(g.channel+sideLines) + g.channel + side }
