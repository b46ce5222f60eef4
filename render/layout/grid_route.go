package layout

import (
	"cmp"
	"math"
	"slices"

	"tasuki/render/diagram"
	"tasuki/render/typeset"
)

// way is how an arrow runs: out of its box at the bottom, or at a side into the
// gutter there; along the channel below; along a gutter; along the channel above
// the box that it leads to, and down into that. What it does not need is nil.
type way struct {
	side                 side
	exit                 float64 // the place at the bottom, as a part of the width, or at the side, of the height
	first, gutter, final *segment
}

// What the way of an arrow costs besides its length: corners, arrows that it
// crosses, and those beside which it runs.
const (
	bendCost  = 60.0
	crossCost = 45.0
	trackCost = 2.0
	turning   = 0.4 // of what crossing costs
)

// What lanes, gutters and rows measure where ways are chosen, which is before
// anything has its size.
const (
	likelyLane   = 100.0
	likelyGutter = 25.0
	likelyRow    = 70.0
)

// router chooses the ways of the arrows of a grid.
type router struct {
	*grid
	taken          [][]bool // cells with a box, by lane and row
	sides          map[sideOf]int
	across, upward map[place]float64 // arrows along each piece of a channel, and along each of a gutter or lane
}

// sideOf is one side of a box.
type sideOf struct {
	node int
	side side
}

// place is where a channel meets a gutter (column 2k for gutter k) or a lane
// (2k+1 for lane k).
type place struct{ channel, column int }

// route finds a way for every arrow. Arrows are laid one after the other, short
// ones first, each the cheapest way in view of those before it; ties go to the
// straighter way and then to the left. It takes time in proportion to arrows times
// lanes times lanes and rows.
func (g *grid) route() {
	r := &router{grid: g, sides: map[sideOf]int{}, across: map[place]float64{}, upward: map[place]float64{}}
	for lane := range g.D.Lanes {
		r.taken = append(r.taken, make([]bool, g.rows))
		for _, n := range g.D.Nodes {
			if n.Lane == lane || n.Class == diagram.HeadingNode {
				r.taken[lane][n.Row] = true
			}
		}
	}
	order := make([]int, len(g.D.Edges))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(g.span(a), g.span(b)) })
	g.ways = make([]way, len(order))
	for _, i := range order {
		r.lay(i)
	}
	g.setExits()
	g.setTracks()
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

// lay chooses the way of an arrow among those that there are.
func (r *router) lay(i int) {
	from, to := r.from(r.D.Edges[i]), r.to(r.D.Edges[i])
	a, b := column(from.Lane), column(to.Lane)
	below, above := from.Row+1, to.Row // the channels where it begins and ends
	best, bestCost := way{}, math.Inf(1)
	try := func(w way) {
		if cost := r.cost(i, w); cost < bestCost {
			best, bestCost = w, cost
		}
	}
	switch down := to.Row > from.Row; {
	case down && from.Lane == to.Lane && (!r.ends[i].atExit || r.ends[i].port == 0) && r.free(to.Lane, below, above):
		r.take(i, way{exit: r.slot(r.ends[i].port)})
		return
	case below == above:
		r.take(i, way{first: &segment{line: below, from: a, to: b, fromUp: true}})
		return
	case down:
		if r.free(to.Lane, below, above) {
			try(way{first: &segment{line: below, from: a, to: b, fromUp: true}})
		}
		if r.free(from.Lane, below, above) {
			try(way{final: &segment{line: above, from: a, to: b, fromUp: true}})
		}
	}
	for gutter := range len(r.D.Lanes) + 1 {
		try(r.along(gutter, from, to, bottomSide))
	}
	if node := r.at[from.ID]; !r.ends[i].atExit {
		for _, s := range []side{leftSide, rightSide} {
			if r.sides[sideOf{node, s}] < len(sideExits(s)) {
				try(r.along(from.Lane+max(0, int(s)), from, to, s))
			}
		}
	}
	r.take(i, best)
}

// along returns the way along a gutter from a side of a box.
func (r *router) along(gutter int, from, to diagram.Node, s side) way {
	at, begin, end := 2*gutter, channelLine(from.Row+1), channelLine(to.Row)
	w := way{side: s, final: &segment{line: to.Row, from: at, to: column(to.Lane)}}
	if s == bottomSide {
		w.first = &segment{line: from.Row + 1, from: column(from.Lane), to: at, fromUp: true, toUp: end < begin}
	} else {
		begin = boxLine(from.Row)
	}
	w.final.fromUp = begin < end
	w.gutter = &segment{line: gutter, from: begin, to: end, fromUp: column(from.Lane) < at, toUp: column(to.Lane) < at}
	return w
}

// column and channelLine number lanes and gutters from left to right, and channels and
// rows of boxes from top to bottom.
func column(lane int) int { return 2*lane + 1 }

func channelLine(channel int) int { return 2 * channel }

func boxLine(row int) int { return 2*row + 1 }

// free reports whether a lane has no box between two channels.
func (r *router) free(lane, from, to int) bool {
	return !slices.Contains(r.taken[lane][from:to], true)
}

// cost weighs a way of an arrow.
func (r *router) cost(i int, w way) float64 {
	from, to := r.from(r.D.Edges[i]), r.to(r.D.Edges[i])
	cost := likelyRow * math.Abs(float64(to.Row-from.Row-1))
	at := likelyX(column(from.Lane)) + likelyLane/2*float64(w.side)
	if w.gutter != nil {
		next := likelyX(2 * w.gutter.line)
		cost, at = cost+math.Abs(next-at), next
	}
	cost += math.Abs(likelyX(column(to.Lane)) + (r.slot(r.ends[i].port)-0.5)*likelyLane - at)
	r.pieces(i, w, func(p place, level bool, part float64) {
		if level {
			cost += crossCost*part*r.upward[p] + trackCost*r.across[p]
		} else {
			cost += crossCost*part*r.across[p] + trackCost*r.upward[p]
		}
	})
	for _, s := range []*segment{w.first, w.gutter, w.final} {
		if s != nil {
			cost += bendCost
		}
	}
	return cost
}

// likelyX returns where the middle of a lane or gutter is likely to be.
func likelyX(column int) float64 { return float64(column) * (likelyLane + likelyGutter) / 2 }

// pieces calls f with each place that a way runs over, level or upright, and how
// likely it is to cross what runs the other way there: less where it turns.
func (r *router) pieces(i int, w way, f func(p place, level bool, part float64)) {
	from, to := r.from(r.D.Edges[i]), r.to(r.D.Edges[i])
	for _, s := range []*segment{w.first, w.final} {
		if s != nil {
			for at := min(s.from, s.to); at <= max(s.from, s.to); at++ {
				part := 1.0
				if at == s.from || at == s.to {
					part = turning
				}
				f(place{s.line, at}, true, part)
			}
		}
	}
	upright := column(to.Lane)
	switch {
	case w.gutter != nil:
		upright = 2 * w.gutter.line
	case w.final != nil:
		upright = column(from.Lane)
	}
	begin, end := from.Row+1, to.Row
	for at := min(begin, end); at <= max(begin, end); at++ {
		part := 1.0
		if at == begin || at == end {
			part = turning
		}
		f(place{at, upright}, false, part)
	}
}

// take keeps a way for an arrow.
func (r *router) take(i int, w way) {
	r.pieces(i, w, func(p place, level bool, part float64) {
		if level {
			r.across[p] += part
		} else {
			r.upward[p] += part
		}
	})
	if w.side != bottomSide {
		at := sideOf{r.at[r.D.Edges[i].From], w.side}
		w.exit = sideExits(w.side)[r.sides[at]]
		r.sides[at]++
	}
	r.ways[i] = w
}
