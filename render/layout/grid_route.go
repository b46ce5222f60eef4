package layout

import (
	"cmp"
	"slices"

	"tasuki/render/diagram"
	"tasuki/render/typeset"
)

// route finds a way for every arrow. Arrows are laid one after the other, short
// ones first; one that finds no way left is laid first in the next attempt, and
// after some attempts there are more tracks.
func (g *grid) route() {
	order := make([]int, len(g.D.Edges))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(g.span(a), g.span(b)) })
	for attempt := range maxAttempts {
		failed := g.tryRoute(order, 3*(1+attempt/6))
		if failed < 0 {
			return
		}
		at := slices.Index(order, failed)
		order = slices.Insert(slices.Delete(order, at, at+1), 0, failed)
	}
}

// maxAttempts is where the search for ways ends; an arrow without a way is
// drawn straight.
const maxAttempts = 48

// tryRoute lays the arrows in order and returns the first that found no way, or
// -1. The places where arrows must end, and where those with a label must
// begin, are kept free for them.
func (g *grid) tryRoute(order []int, tracks int) (failed int) {
	g.gutter, g.channel = tracks, tracks
	g.newMaze()
	own := make([][]int, len(g.D.Edges)) // vertices kept for each
	for i, e := range g.D.Edges {
		to := g.to(e)
		own[i] = []int{g.maze.vertex(g.portColumn(to.Lane, g.ends[i].port), g.channelRow(to.Row, g.channel-1))}
		if g.ends[i].atExit {
			own[i] = append(own[i], g.gates(i)[0].vertex)
		}
		for _, v := range own[i] {
			g.maze.used[v] = horizontal | vertical
		}
	}
	g.Ways = make([][]step, len(g.D.Edges))
	failed = -1
	for _, i := range order {
		for _, v := range own[i] {
			g.maze.used[v] = 0
		}
		g.Ways[i] = g.maze.route(g.gates(i), own[i][0])
		if g.Ways[i] == nil && failed < 0 {
			failed = i
		}
	}
	return failed
}

// span orders arrows for routing: by how many rows they span, then lanes, those
// that lead up last.
func (g *grid) span(i int) int {
	from, to := g.from(g.D.Edges[i]), g.to(g.D.Edges[i])
	rows := to.Row - from.Row
	if rows <= 0 {
		rows = g.rows - rows
	}
	return rows*(len(g.D.Lanes)+1) + typeset.Abs(to.Lane-from.Lane)
}

func (g *grid) newMaze() {
	lanes := len(g.D.Lanes)
	var x, y []int
	at := 0
	for lane := 0; lane <= lanes; lane++ {
		for range g.gutter {
			x = append(x, at)
			at += trackPitch
		}
		for port := 0; port < g.ports && lane < lanes; port++ {
			x = append(x, at)
			at += int(g.Boxes[lane]) / g.ports
		}
	}
	at = 0
	for row := 0; row <= g.rows; row++ {
		for range g.channel {
			y = append(y, at)
			at += trackPitch
		}
		for side := 0; side < sideLines && row < g.rows; side++ {
			y = append(y, at)
			at += 15
		}
	}
	g.maze = newMaze(x, y)
	for _, n := range g.D.Nodes {
		g.block(n)
	}
}

// block closes the cell of a node, or of a heading's whole row.
func (g *grid) block(n diagram.Node) {
	first, last := g.portColumn(n.Lane, 0), g.portColumn(n.Lane, g.ports-1)
	if n.Class == diagram.HeadingNode {
		first, last = 0, len(g.maze.x)-1
	}
	for side := range sideLines {
		for x := first; x <= last; x++ {
			g.maze.blocked[g.maze.vertex(x, g.sideRow(n.Row, side))] = true
		}
	}
}

// gates returns the places where an arrow may leave its node: the ports at the
// bottom, and the sides. An arrow with its label at its beginning leaves by the
// first port.
func (g *grid) gates(i int) []gate {
	from := g.from(g.D.Edges[i])
	below := g.channelRow(from.Row+1, 0)
	if g.ends[i].atExit {
		return []gate{{g.maze.vertex(g.portColumn(from.Lane, 0), below), down, 0}}
	}
	var gates []gate
	for port := range g.ports {
		gates = append(gates, gate{g.maze.vertex(g.portColumn(from.Lane, port), below), down, 0})
	}
	for side := range sideLines {
		y := g.sideRow(from.Row, side)
		gates = append(gates,
			gate{g.maze.vertex(g.gutterColumn(from.Lane, g.gutter-1), y), left, 0},
			gate{g.maze.vertex(g.gutterColumn(from.Lane+1, 0), y), right, 0})
	}
	return gates
}
