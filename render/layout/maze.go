package layout

import (
	"container/heap"
	"slices"

	"tasuki/render/typeset"
)

// maze is a net of horizontal and vertical lines on which arrows find their
// way. A vertex is the crossing of column x and row y, numbered y*columns+x.
// Two arrows never share a piece of line and never turn at a vertex that
// another one uses; they may cross.
type maze struct {
	x, y    []int // positions of the lines, ascending
	blocked []bool
	used    []direction // axes in use at each vertex

	// The state of one search: the cost at which a vertex was reached in each
	// direction, and from where.
	cost, from []int
}

// direction is a bit set of the ways in which a line can be walked.
type direction uint8

const (
	left direction = 1 << iota
	right
	up
	down
	horizontal = left | right
	vertical   = up | down
)

// What an arrow's way costs besides its length.
const (
	bendCost  = 60
	crossCost = 45
)

func newMaze(x, y []int) *maze {
	n := len(x) * len(y)
	return &maze{x: x, y: y, blocked: make([]bool, n), used: make([]direction, n), cost: make([]int, 4*n), from: make([]int, 4*n)}
}

func (m *maze) vertex(x, y int) int { return y*len(m.x) + x }

// gate is where a way may begin: a vertex, the direction in which it is
// entered, and a cost for choosing it.
type gate struct {
	vertex int
	dir    direction
	cost   int
}

// step is a vertex of a way and the direction in which it is entered.
type step struct {
	vertex int
	dir    direction
}

// route returns the cheapest way from one of the gates to the goal, left
// downwards, and takes it up; nil when there is none. Ties are settled by
// vertex and direction. It takes time O(n log n) in the number of vertices.
func (m *maze) route(gates []gate, goal int) []step {
	for i := range m.cost {
		m.cost[i] = -1
	}
	q := &frontier{}
	for _, g := range gates {
		if !m.blocked[g.vertex] {
			m.offer(q, state(g.vertex, g.dir), g.cost, -1, goal)
		}
	}
	for q.Len() > 0 {
		next := heap.Pop(q).(candidate)
		v, dir := next.state/4, directionOf(next.state)
		if next.cost != m.cost[next.state] {
			continue
		}
		if v == goal && dir == down && m.passable(v, down, down) {
			return m.take(next.state)
		}
		m.leave(q, v, dir, next.cost, next.state, goal)
	}
	return nil
}

// leave offers every neighbour of v to the search.
func (m *maze) leave(q *frontier, v int, dir direction, cost, from, goal int) {
	columns := len(m.x)
	x, y := v%columns, v/columns
	for _, out := range [...]direction{left, right, up, down} {
		if out == opposite(dir) || !m.passable(v, dir, out) {
			continue
		}
		nx, ny := x, y
		switch out {
		case left:
			nx--
		case right:
			nx++
		case up:
			ny--
		case down:
			ny++
		}
		if out != dir && v == goal && out == down {
			m.offer(q, state(v, down), cost+bendCost, from, goal)
			continue
		}
		if nx < 0 || ny < 0 || nx >= columns || ny >= len(m.y) || m.blocked[m.vertex(nx, ny)] {
			continue
		}
		c := cost + typeset.Abs(m.x[nx]-m.x[x]) + typeset.Abs(m.y[ny]-m.y[y])
		if out != dir {
			c += bendCost
		}
		if m.used[v] != 0 {
			c += crossCost
		}
		m.offer(q, state(m.vertex(nx, ny), out), c, from, goal)
	}
}

// passable reports whether a way may enter v in one direction and leave it in
// another.
func (m *maze) passable(v int, in, out direction) bool {
	return m.used[v]&(axis(in)|axis(out)) == 0
}

func (m *maze) offer(q *frontier, s, cost, from, goal int) {
	if m.cost[s] >= 0 && m.cost[s] <= cost {
		return
	}
	m.cost[s], m.from[s] = cost, from
	columns := len(m.x)
	v := s / 4
	rest := typeset.Abs(m.x[v%columns]-m.x[goal%columns]) + typeset.Abs(m.y[v/columns]-m.y[goal/columns])
	heap.Push(q, candidate{cost + rest, cost, s})
}

// take returns the way that ends in state s and marks it as used.
func (m *maze) take(s int) []step {
	var way []step
	for ; s >= 0; s = m.from[s] {
		way = append(way, step{s / 4, directionOf(s)})
	}
	slices.Reverse(way)
	for i, st := range way {
		out := down
		if i+1 < len(way) {
			out = way[i+1].dir
		}
		m.used[st.vertex] |= axis(st.dir) | axis(out)
	}
	return way
}

func state(v int, d direction) int {
	switch d {
	case left:
		return 4 * v
	case right:
		return 4*v + 1
	case up:
		return 4*v + 2
	}
	return 4*v + 3
}

func directionOf(state int) direction { return 1 << (state % 4) }

func axis(d direction) direction {
	if d&horizontal != 0 {
		return horizontal
	}
	return vertical
}

func opposite(d direction) direction {
	switch d {
	case left:
		return right
	case right:
		return left
	case up:
		return down
	}
	return up
}

// candidate is a state to go on from; frontier hands out the one that promises
// the least cost, ties by state.
type candidate struct{ promise, cost, state int }

type frontier []candidate

func (f frontier) Len() int { return len(f) }

func (f frontier) Less(i, j int) bool {
	if f[i].promise != f[j].promise {
		return f[i].promise < f[j].promise
	}
	return f[i].state < f[j].state
}

func (f frontier) Swap(i, j int) { f[i], f[j] = f[j], f[i] }

func (f *frontier) Push(x any) { *f = append(*f, x.(candidate)) }

func (f *frontier) Pop() any {
	last := len(*f) - 1
	c := (*f)[last]
	*f = (*f)[:last]
	return c
}
