package network

import "context"

// breadth is the state of a search by number of edges from one source.
//
// A level is found in one of two ways: along the edges from the level before, or
// from the vertices that are not found yet back along their edges, when these
// vertices are fewer. Neither has a branch for each edge, of which a processor
// could not foresee where it goes. The edges on shortest ways are remembered: the
// way back takes no others.
type breadth[L numbered] struct {
	*adjacency
	level   []L       // by vertex, see unseen
	paths   []float64 // number of shortest ways to the vertex
	share   []float64 // see collect
	order   []int32   // vertices by level, and scratch behind them
	tight   []tight   // by level, and scratch behind them
	levels  []level
	missing []int32 // vertices that are not found yet; nil: see pulls
	scratch []int32 // for missing
	budget  int     // number of edges that may still be pulled along
	sums
}

// numbered is the number of a level.
type numbered interface{ uint16 | uint32 }

// tight is an edge from one level to the next.
type tight struct{ from, to int32 }

// level is what has the same distance: of the vertices and tight edges those from
// the end of the level before to its own.
type level struct{ vertices, edges int }

// newBreadth returns a search whose levels have 16 bits where these are enough:
// the levels of 20,000 vertices then fit into the nearest cache.
func newBreadth(a *adjacency, s sums) search {
	if a.len() < 1<<16 {
		return newBreadthOf[uint16](a, s)
	}
	return newBreadthOf[uint32](a, s)
}

func newBreadthOf[L numbered](a *adjacency, s sums) *breadth[L] {
	n := a.len()
	return &breadth[L]{adjacency: a, sums: s, level: make([]L, n), paths: make([]float64, n), share: make([]float64, n),
		scratch: make([]int32, n+1), order: make([]int32, n+1), tight: make([]tight, len(a.edge)+1)}
}

func (b *breadth[L]) found() sums { return b.sums }

// run searches from one source after the other: level after level, and then back
// from the last one.
func (b *breadth[L]) run(ctx context.Context, sources []int32) {
	for _, s := range sources {
		if ctx.Err() != nil {
			return
		}
		b.search(s)
		for i := len(b.levels) - 1; i > 0; i-- {
			b.collect(b.levels[i-1], b.levels[i])
		}
		if len(b.edges) > 0 {
			b.collectEdges()
		}
	}
}

// unseen is the level of a vertex that is not found yet.
func unseen[L numbered]() L { return ^L(0) }

// beyond returns 1 when x is larger than y, and 0 otherwise, without a branch.
func beyond[L numbered](x, y L) int { return int((uint64(y) - uint64(x)) >> 63) }

// search finds the shortest ways from the source.
func (b *breadth[L]) search(source int32) {
	for v := range b.level {
		b.level[v] = unseen[L]()
	}
	clear(b.paths)
	clear(b.share)
	b.order[0], b.level[source], b.paths[source] = source, 0, 1
	b.levels, b.missing, b.budget = b.levels[:0], nil, len(b.edge)
	last := level{}
	for next := (level{vertices: 1}); next.vertices > last.vertices; {
		at, list := L(len(b.levels)), b.order[last.vertices:next.vertices]
		last = next
		if b.pulls(list, last.vertices) {
			last.edges = b.pull(at, last.edges)
		} else {
			b.sort(at, list)
			last.edges = b.push(at, list, last.edges)
		}
		b.levels = append(b.levels, last)
		next = b.count(at+1, b.tight[next.edges:last.edges], last)
	}
}

// wide is how many vertices sort may look at for one of the level.
const wide = 16

// sort puts the vertices of a level in their order, which is that of the numbers
// of edges from them, see adjacency, when the level has many.
func (b *breadth[L]) sort(at L, list []int32) {
	if len(list) < b.len()/wide {
		return
	}
	k := 0
	for v, x := range b.level {
		list[k] = int32(v)
		k += 1 - beyond(x^at, 0)
		if k == len(list) {
			return
		}
	}
}

// pulls reports whether the vertices that are not found, which it lists in missing,
// are fewer than those of the last level. From one source no more edges are pulled
// along, all in all, than there are.
func (b *breadth[L]) pulls(list []int32, found int) bool {
	if b.len()-found >= len(list) {
		return false
	}
	from := b.missing
	if from == nil {
		from, b.missing = b.byEntries, b.scratch
	}
	k := 0
	for _, v := range from {
		b.missing[k] = v
		k += beyond(b.level[v], unseen[L]()-1)
	}
	b.missing = b.missing[:k]
	edges := 0
	for _, v := range b.missing {
		edges += int(b.in.first[v+1] - b.in.first[v])
	}
	if edges > b.budget {
		return false
	}
	b.budget -= edges
	return true
}

// push finds the tight edges from a level, puts them behind the first k, and
// returns how many there are now.
func (b *breadth[L]) push(at L, list []int32, k int) int {
	level, edges := b.level, b.tight
	for _, v := range list {
		for _, w := range b.out.of(v) {
			edges[k] = tight{v, w}
			k += beyond(level[w], at)
		}
	}
	return k
}

// pull does what push does, from the other end.
func (b *breadth[L]) pull(at L, k int) int {
	level, edges := b.level, b.tight
	for _, w := range b.missing {
		for _, v := range b.in.of(w) {
			edges[k] = tight{v, w}
			k += 1 - beyond(level[v], at) // one before at would have found w
		}
	}
	return k
}

// count counts the ways over the tight edges to a level, and returns where it ends.
func (b *breadth[L]) count(at L, edges []tight, last level) level {
	k, order, numbers, paths := last.vertices, b.order, b.level, b.paths
	for _, e := range edges {
		order[k] = e.to
		k += beyond(numbers[e.to], at)
		numbers[e.to] = at
		paths[e.to] += paths[e.from]
	}
	return level{k, last.edges}
}

// collect adds the shares of shortest ways through the vertices of a level to the
// sums. b.share holds, summed over the targets, these shares divided by the number
// of shortest ways to the vertex; it gets what the level before needs, with the
// vertex itself as one more target.
func (b *breadth[L]) collect(before, l level) {
	share, paths, sums := b.share, b.paths, b.vertices
	for _, e := range b.tight[before.edges:l.edges] {
		share[e.from] += share[e.to]
	}
	for _, v := range b.order[before.vertices:l.vertices] {
		x := paths[v] * share[v]
		share[v] += 1 / paths[v]
		sums[v] += x
		if len(b.squares) > 0 {
			b.squares[v] += x * x
		}
	}
}

// collectEdges adds the shares of shortest ways over the edges to the sums.
func (b *breadth[L]) collectEdges() {
	for _, v := range b.order[:b.levels[len(b.levels)-1].vertices] {
		for e := b.out.first[v]; e < b.out.first[v+1]; e++ {
			if w := b.out.to[e]; b.level[w] == b.level[v]+1 {
				b.edges[e] += b.paths[v] * b.share[w]
			}
		}
	}
}
