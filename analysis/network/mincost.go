package network

import (
	"math"
	"slices"

	"tasuki/analysis/exact"
)

// CheapestWay returns the way from a start to a goal whose vertices have the
// least sum of prices, and the sum; among these one of the fewest vertices, then
// the first by vertices from the start on. A negative price bars a vertex. It is
// nil when there is no way. It takes V^2 + E steps (Dijkstra, Numerische
// Mathematik 1, 1959).
func CheapestWay(d *Graph, starts, goals, prices []int) (way []int, total int) {
	const far = math.MaxInt
	cost := func(v int) int { return prices[v]*(d.Len()+1) + 1 } // a vertex more costs less than any price
	dist, done := slices.Repeat([]int{far}, d.Len()), make([]bool, d.Len())
	for _, v := range goals {
		if prices[v] >= 0 {
			dist[v] = cost(v)
		}
	}
	for {
		at := exact.Nobody
		for v := range dist {
			if !done[v] && dist[v] < far && (at == exact.Nobody || dist[v] < dist[at]) {
				at = v
			}
		}
		if at == exact.Nobody {
			break
		}
		done[at] = true
		for _, u := range d.Prev(at) {
			if prices[u] >= 0 {
				dist[u] = min(dist[u], dist[at]+cost(u))
			}
		}
	}
	best := func(candidates []int) int {
		return slices.MinFunc(candidates, func(a, b int) int {
			if dist[a] < dist[b] {
				return -1
			}
			return min(1, dist[a]-dist[b])
		})
	}
	at := best(starts)
	if dist[at] == far {
		return nil, 0
	}
	for {
		way, total = append(way, at), total+prices[at]
		if dist[at] == cost(at) {
			return way, total
		}
		at = best(d.Next(at))
	}
}

// CheapestCut returns vertices with the least sum of prices that together stand
// on every way from a start to a goal, and the sum, by the theorem of Menger as
// a maximum flow through vertices whose capacity is their price (Ford and
// Fulkerson, Canad. J. Math. 8, 1956): the cut that is nearest to the starts. A
// vertex with a negative price cannot be cut; ok is false when all such stand in
// the way. It takes time in proportion to edges x (sum of prices + 1).
func CheapestCut(d *Graph, starts, goals, prices []int) (cut []int, total int, ok bool) {
	c := newCutter(d, goals, prices)
	for {
		c.seen = make([]bool, 2*d.Len())
		path := c.augment(starts)
		if path == nil {
			break
		}
		narrow := unlimited
		for _, a := range path {
			narrow = min(narrow, c.room[a])
		}
		if narrow > unlimited/2 {
			return nil, 0, false
		}
		total += narrow
		for _, a := range path {
			c.room[a] -= narrow
			c.room[a^1] += narrow
		}
	}
	for v := range d.Len() {
		if c.seen[2*v] && !c.seen[2*v+1] {
			cut = append(cut, v)
		}
	}
	return cut, total, true
}

// unlimited is the capacity of what cannot be cut.
const unlimited = math.MaxInt32

// cutter is a flow network: vertex v enters at node 2v and leaves at node 2v+1.
// Arc a runs to node to[a] and has room for room[a] more; arc a^1 is its
// reverse.
type cutter struct {
	arcs     [][]int // of each node
	to, room []int
	goal     []bool
	seen     []bool // nodes that an augmenting path reaches
}

func newCutter(d *Graph, goals, prices []int) *cutter {
	c := &cutter{arcs: make([][]int, 2*d.Len()), goal: make([]bool, d.Len())}
	for v, price := range prices {
		if price < 0 {
			price = unlimited
		}
		c.arc(2*v, 2*v+1, price)
	}
	for _, e := range d.Edges() {
		c.arc(2*e[0]+1, 2*e[1], unlimited)
	}
	for _, v := range goals {
		c.goal[v] = true
	}
	return c
}

func (c *cutter) arc(from, to, room int) {
	c.arcs[from] = append(c.arcs[from], len(c.to))
	c.arcs[to] = append(c.arcs[to], len(c.to)+1)
	c.to, c.room = append(c.to, to, from), append(c.room, room, 0)
}

// augment returns the arcs of a shortest path with room left from a start to
// the far side of a goal, and marks what it sees.
func (c *cutter) augment(starts []int) []int {
	var queue []int
	by := slices.Repeat([]int{exact.Nobody}, len(c.arcs))
	for _, v := range starts {
		if !c.seen[2*v] {
			c.seen[2*v] = true
			queue = append(queue, 2*v)
		}
	}
	for i := 0; i < len(queue); i++ {
		n := queue[i]
		if n%2 == 1 && c.goal[n/2] {
			return c.path(by, n)
		}
		for _, a := range c.arcs[n] {
			if m := c.to[a]; c.room[a] > 0 && !c.seen[m] {
				c.seen[m], by[m] = true, a
				queue = append(queue, m)
			}
		}
	}
	return nil
}

func (c *cutter) path(by []int, n int) []int {
	path := []int{}
	for by[n] != exact.Nobody {
		path = append(path, by[n])
		n = c.to[by[n]^1]
	}
	return path
}
