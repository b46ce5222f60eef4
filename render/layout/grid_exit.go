package layout

import (
	"cmp"
	"slices"

	"tasuki/render/diagram"
)

// side is where an arrow leaves its box.
type side int

const (
	leftSide side = iota - 1
	bottomSide
	rightSide
)

// sideExits are the heights at which arrows leave a side of a box: no two of one
// gutter are the same, and those at the right are below the signs.
func sideExits(s side) []float64 {
	if s == leftSide {
		return []float64{0.4, 0.76}
	}
	return []float64{0.62, 0.9}
}

// setExits gives the arrows that leave a box at its bottom a place there, on the
// side to which they turn, and never above one where an arrow comes in: an upright
// piece of the one would run on one of the other. An arrow with its label there
// leaves at the left.
func (g *grid) setExits() {
	leaving := make([][]int, len(g.D.Nodes))
	for i, w := range g.ways {
		switch straight := w.first == nil && w.gutter == nil && w.final == nil; {
		case w.side != bottomSide || straight:
		case g.ends[i].atExit:
			g.ways[i].exit = 0.2 / float64(g.ports)
		default:
			at := g.at[g.D.Edges[i].From]
			leaving[at] = append(leaving[at], i)
		}
	}
	for node, list := range leaving {
		n := g.D.Nodes[node]
		middle := float64(column(n.Lane))
		if isGate(n) {
			middle += g.slot(g.gatePort(n)) - 0.5
		}
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(g.turnsAt(a), g.turnsAt(b)) })
		left, _ := slices.BinarySearchFunc(list, middle, func(i int, x float64) int { return cmp.Compare(g.turnsAt(i), x) })
		for k, i := range list {
			g.ways[i].exit = g.exit(n, k, left, len(list))
		}
	}
}

// exit returns the place of the arrow k of those that leave a box at its bottom, of
// which some turn left. Those of a gate leave beside it and, where the lane has too
// little room for that, closer together: at parts of the room that no port halves.
func (g *grid) exit(n diagram.Node, k, left, all int) float64 {
	at := k + 1
	if k >= left {
		at = g.ports - all + k
	}
	if isGate(n) {
		port := g.gatePort(n)
		gate, right := g.slot(port), all-left
		switch crowded := left > port+1 || right > g.ports-port; {
		case crowded && k < left:
			return gate * (float64(k) + 0.5) / float64(left+1)
		case crowded:
			return gate + (1-gate)*(float64(k-left)+0.5)/float64(right+1)
		}
		at = port + 1 + k - left
	}
	return float64(at) / float64(g.ports)
}

// turnsAt says how far to the right an arrow turns when it has left its box.
func (g *grid) turnsAt(i int) float64 {
	w := g.ways[i]
	if w.first != nil && w.gutter != nil {
		return float64(w.first.to)
	}
	return float64(column(g.to(g.D.Edges[i]).Lane)) + g.slot(g.ends[i].port) - 0.5
}

// slot returns the place of a port as a part of the width of its box.
func (g *grid) slot(port int) float64 { return (float64(port) + 0.5) / float64(g.ports) }
