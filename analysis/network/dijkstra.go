package network

import (
	"context"
	"math"
	"slices"
)

// dijkstra is the state of a search by length from one source. The way back
// takes only the edges that shortest ways take: most vertices are reached by one.
type dijkstra[T distance] struct {
	*adjacency
	length   []T // by place in adjacency.out
	none     T   // larger than any distance
	distance []T // from the source, by vertex
	state    []reached
	others   []other
	order    []int32 // vertices reached, none before one from which it is reached
	queue    *distanceQueue[T]
	sums
}

// reached is what a search knows of a vertex.
type reached struct {
	paths  float64 // number of shortest ways from the source
	share  float64 // see breadth.collect
	before int32   // the vertex before it on a shortest way
	others int32   // 1 + the index in dijkstra.others of the next such vertex, or 0
}

// other is one more vertex before another one.
type other struct {
	before, others int32 // as in reached
}

// newDijkstra returns a search that takes whole numbers where they are exact.
func newDijkstra(a *adjacency, s sums) search {
	if a.whole != nil {
		return newDijkstraOf(a, s, a.whole, math.MaxUint32)
	}
	return newDijkstraOf(a, s, a.length, math.Inf(1))
}

func newDijkstraOf[T distance](a *adjacency, s sums, length []T, none T) *dijkstra[T] {
	return &dijkstra[T]{adjacency: a, sums: s, length: length, none: none,
		distance: make([]T, a.len()), state: make([]reached, a.len()),
		queue: newDistanceQueue(slices.Min(length), slices.Max(length))}
}

func (d *dijkstra[T]) found() sums { return d.sums }

// run searches from one source after the other.
func (d *dijkstra[T]) run(ctx context.Context, sources []int32) {
	for _, s := range sources {
		if ctx.Err() != nil {
			return
		}
		d.search(s)
		for i := len(d.order) - 1; i > 0; i-- {
			d.collect(d.order[i])
		}
		if len(d.edges) > 0 {
			d.collectEdges()
		}
	}
}

// search finds the shortest ways from the source.
func (d *dijkstra[T]) search(source int32) {
	for v := range d.distance {
		d.distance[v] = d.none
	}
	d.distance[source], d.state[source] = 0, reached{paths: 1}
	d.order, d.others = append(d.order[:0], source), d.others[:0]
	d.relax(source, 0)
	for x, ok := d.queue.pop(); ok; x, ok = d.queue.pop() {
		if x.distance != d.distance[x.vertex] {
			continue // it was nearer than thought
		}
		d.order = append(d.order, x.vertex)
		v := &d.state[x.vertex]
		v.paths, v.share = d.state[v.before].paths, 0
		for o := v.others; o != 0; o = d.others[o-1].others {
			v.paths += d.state[d.others[o-1].before].paths
		}
		d.relax(x.vertex, x.distance)
	}
}

// relax follows the edges from v, which stands at a distance.
func (d *dijkstra[T]) relax(v int32, at T) {
	to := d.out.of(v)
	length := d.length[d.out.first[v]:][:len(to)]
	for i, w := range to {
		distance := at + length[i]
		known := &d.distance[w]
		if distance > *known {
			continue
		}
		if distance == at {
			d.vertices[v] = math.NaN()
		}
		x := &d.state[w]
		if distance < *known {
			*known = distance
			x.before, x.others = v, 0
			d.queue.push(distance, w)
			continue
		}
		d.others = append(d.others, other{v, x.others})
		x.others = int32(len(d.others))
	}
}

// collect does what breadth.collect does, and passes the share of v on to the
// vertices before it.
func (d *dijkstra[T]) collect(v int32) {
	at := &d.state[v]
	x := at.paths * at.share
	at.share += 1 / at.paths
	d.vertices[v] += x
	if len(d.squares) > 0 {
		d.squares[v] += x * x
	}
	d.state[at.before].share += at.share
	for o := at.others; o != 0; o = d.others[o-1].others {
		d.state[d.others[o-1].before].share += at.share
	}
}

// collectEdges adds the shares of shortest ways over the edges to the sums.
func (d *dijkstra[T]) collectEdges() {
	for _, v := range d.order {
		for e := d.out.first[v]; e < d.out.first[v+1]; e++ {
			if w := d.out.to[e]; d.distance[w] == d.distance[v]+d.length[e] {
				d.edges[e] += d.state[v].paths * d.state[w].share
			}
		}
	}
}
