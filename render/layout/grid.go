package layout

import (
	"cmp"
	"slices"

	"tasuki/render/diagram"
)

// PageWidth is what a drawing should be no wider than, in points, so that it
// prints at full size on A4 between margins of 10 mm.
const PageWidth = 538 - 2*PagePad - SignSize

// The measures of a grid, in points.
const (
	minBox      = 84.0
	maxBox      = 200.0
	jointBox    = 71.0 // in a lane without any other box
	gutterPad   = 6.0  // between a box and the nearest track of the gutter
	signPad     = 3.0  // more where signs stand, at the right of a box
	trackPitch  = 7.0
	channelPad  = 7.0  // above the first track of a channel
	arrowRoom   = 13.0 // below the last track, for heads of arrows
	boxPad      = 5.0
	maxBoxLines = 16
	labelLines  = 3
	termLines   = 2 // more, with a condition
)

// grid arranges a diagram in lanes and rows. Tracks are places for arrows: in
// the gutters between lanes and in the channels between rows; ports are places
// at the top and bottom of a box.
type grid struct {
	D                   diagram.Diagram
	rows, ports         int
	Boxes               []float64  // widths, by lane
	head, text          [][]string // of each node
	at                  map[string]int
	ends                []end
	ways                []way
	gutters, channels   []int // the number of tracks of each
	RowHeight           []float64
	entryRoom, exitRoom []float64 // for labels above and below the boxes of a row
	LaneX, RowY         []float64 // left and top edges of boxes
	edge                []float64 // borders of the lanes, one more than there are lanes
	gutterAt, channelAt []float64 // the first track of each
	bottom              float64
}

// end says where an arrow ends and where its label stands.
type end struct {
	port   int  // at the top of the node it goes to
	atExit bool // the label stands below the node that it comes from
	next   int  // the port of the arrow to its right, or the number of ports
	label  []string
	left   leftOut // what found no room
}

// NewGrid arranges a diagram. Where arrows run depends on lanes and rows alone;
// how wide the boxes may be depends on how many arrows run between them, and
// the height of rows on the width of boxes.
func NewGrid(d diagram.Diagram) *grid {
	g := &grid{D: d, at: map[string]int{}, ports: 6}
	for i, node := range d.Nodes {
		g.at[node.ID] = i
		g.rows = max(g.rows, node.Row+1)
	}
	g.setEnds()
	g.alignGates()
	g.route()
	g.setBoxes(g.guttersWidth())
	g.wrapNodes()
	g.wrapLabels()
	return g
}

func (g *grid) from(e diagram.Edge) diagram.Node { return g.D.Nodes[g.at[e.From]] }

func (g *grid) to(e diagram.Edge) diagram.Node { return g.D.Nodes[g.at[e.To]] }

// setEnds gives each arrow a port at the node it goes to and its label a place:
// beside its end when it is the only one there, else beside its beginning when
// it is the only one there, else beside its end.
func (g *grid) setEnds() {
	g.ends = make([]end, len(g.D.Edges))
	in, out := make([][]int, len(g.D.Nodes)), make([]int, len(g.D.Nodes))
	for i, e := range g.D.Edges {
		in[g.at[e.To]] = append(in[g.at[e.To]], i)
		out[g.at[e.From]]++
		g.ports = max(g.ports, len(in[g.at[e.To]]), out[g.at[e.From]]+1)
	}
	for _, edges := range in {
		slices.SortStableFunc(edges, func(a, b int) int {
			x, y := g.from(g.D.Edges[a]), g.from(g.D.Edges[b])
			return cmp.Or(cmp.Compare(x.Lane, y.Lane), cmp.Compare(x.Row, y.Row))
		})
		for k, i := range edges {
			e := &g.ends[i]
			e.port = k * g.ports / len(edges)
			e.next = (k + 1) * g.ports / len(edges)
			e.atExit = len(edges) > 1 && out[g.at[g.D.Edges[i].From]] == 1
		}
	}
}

// portX returns the distance of a port from the left edge of its box.
func (g *grid) portX(lane, port int) float64 {
	return g.slot(port) * g.Boxes[lane]
}
