package layout

import (
	"math"

	"tasuki/render/diagram"
	"tasuki/render/look"
)

// gateSize is the width and height of a gate.
const gateSize = 17.0

func isGate(n diagram.Node) bool {
	return n.Class == diagram.AllGate || n.Class == diagram.ChoiceGate
}

// gateText is the sign in a gate, as in BPMN.
func gateText(c diagram.Class) string {
	if c == diagram.AllGate {
		return "+"
	}
	return "×"
}

// gateAt returns the centre of a gate.
func (g *grid) gateAt(n diagram.Node) Point {
	return Point{g.LaneX[n.Lane] + g.portX(n.Lane, g.gatePort(n)), g.RowY[n.Row] + g.RowHeight[n.Row]/2}
}

// gatePort returns the port below which a gate stands: where the middle one of the
// arrows to it comes in.
func (g *grid) gatePort(n diagram.Node) int {
	var ports []int
	for i, e := range g.D.Edges {
		if e.To == n.ID {
			ports = append(ports, g.ends[i].port)
		}
	}
	port := 0
	for _, p := range ports {
		below := 0
		for _, q := range ports {
			if q < p {
				below++
			}
		}
		if below == len(ports)/2 {
			port = p
		}
	}
	return port
}

// alignGates leads the only arrow to a node straight down where it comes from a gate
// above, and would run along one that leads there otherwise.
func (g *grid) alignGates() {
	for i, e := range g.D.Edges {
		if from, to := g.from(e), g.to(e); isGate(from) && from.Lane == to.Lane && g.ends[i].port == 0 && g.ends[i].next == g.ports {
			g.ends[i].port = g.gatePort(from)
		}
	}
}

// addGate draws a gate.
func (g *grid) addGate(s *Scene, n diagram.Node) {
	s.Shapes = append(s.Shapes, Shape{
		Name: n.ID, Look: look.Of(n.Class), At: g.gateAt(n), W: gateSize, H: gateSize,
		Lines: []string{gateText(n.Class)}, Font: look.HeadFont, Hint: n.Hint,
	})
}

// toGates leads the ends of an arrow within the room of a gate on to its border.
func (g *grid) toGates(i int, chain []Point) []Point {
	if from := g.from(g.D.Edges[i]); isGate(from) {
		bottom := g.RowY[from.Row] + g.RowHeight[from.Row]
		chain = append(onGate(g.gateAt(from), chain[0], near(chain[0], Point{chain[0].X, bottom})), chain...)
	}
	if to := g.to(g.D.Edges[i]); isGate(to) {
		way := onGate(g.gateAt(to), chain[len(chain)-1], true)
		for k := len(way) - 1; k >= 0; k-- {
			chain = append(chain, way[k])
		}
	}
	return chain
}

// onGate returns the way from the border of a gate to a point above or below it, or
// at its side, less that point.
func onGate(gate, p Point, upright bool) []Point {
	const r = gateSize / 2
	dx, dy := p.X-gate.X, p.Y-gate.Y
	switch {
	case upright && math.Abs(dx) < r:
		return []Point{{p.X, gate.Y + math.Copysign(r-math.Abs(dx), dy)}}
	case upright:
		return []Point{{gate.X + math.Copysign(r, dx), gate.Y}, {p.X, gate.Y}}
	case math.Abs(dy) < r:
		return []Point{{gate.X + math.Copysign(r-math.Abs(dy), dx), p.Y}}
	}
	return []Point{{gate.X, gate.Y + math.Copysign(r, dy)}, {gate.X, p.Y}}
}
