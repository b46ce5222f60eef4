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
	before   []before
	others   []before
	state    []reached
	matter   []int32 // scratch of relax
	order    []int32 // vertices reached, none before one from which it is reached
	queue    *distanceQueue[T]
	sums
}

// before is a vertex before another one on a shortest way.
type before struct {
	vertex int32
	others int32 // 1 + the index in dijkstra.others of one more, or 0
}

// reached is what a search knows of a vertex.
type reached struct {
	paths float64 // number of shortest ways from the source
	share float64 // see breadth.collect
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
		distance: make([]T, a.len()), before: make([]before, a.len()), state: make([]reached, a.len()),
		matter: make([]int32, a.out.longest()),
		queue:  newDistanceQueue(slices.Min(length), slices.Max(length))}
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
	d.distance[source], d.before[source], d.state[source] = 0, before{}, reached{paths: 1}
	d.order, d.others = append(d.order[:0], source), d.others[:0]
	for i := 0; i < len(d.order); i++ {
		d.relax(d.order[i])
		if i == len(d.order)-1 {
			d.order = d.queue.next(d.order, d.distance)
		}
	}
	for _, v := range d.order[1:] {
		b := d.before[v]
		paths := d.state[b.vertex].paths
		for b.others != 0 {
			b = d.others[b.others-1]
			paths += d.state[b.vertex].paths
		}
		d.state[v] = reached{paths: paths}
	}
}

// relax follows the edges from v. It finds those that matter without a branch for
// each, of which the processor could not foresee where it goes.
func (d *dijkstra[T]) relax(v int32) {
	at, to, k := d.distance[v], d.out.of(v), 0
	length, matter := d.length[d.out.first[v]:][:len(to)], d.matter
	for i, w := range to {
		matter[k] = int32(i)
		if at+length[i] <= d.distance[w] {
			k++
		}
	}
	for _, i := range matter[:k] {
		w, distance := to[i], at+length[i]
		known, b := &d.distance[w], &d.before[w]
		if distance == at {
			d.vertices[v] = math.NaN()
		}
		if distance < *known {
			*known, *b = distance, before{vertex: v}
			d.queue.push(distance, w)
			continue
		}
		d.others = append(d.others, *b)
		*b = before{v, int32(len(d.others))}
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
	b := d.before[v]
	d.state[b.vertex].share += at.share
	for b.others != 0 {
		b = d.others[b.others-1]
		d.state[b.vertex].share += at.share
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
