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
	length   []T       // by place in adjacency.out
	none     T         // larger than any distance
	distance []T       // from the source, by vertex
	before   []before  // by vertex
	others   []before  // further vertices before one, in lists
	state    []reached // by vertex
	steps    []step[T] // scratch of relax
	order    []int32   // vertices reached, none before one from which it is reached
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

// step is a way to a vertex by an edge from another one.
type step[T distance] struct {
	distance T
	to, from int32
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
		steps: make([]step[T], 64+a.out.longest()),
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
	d.distance[source], d.before[source], d.state[source] = 0, before{}, reached{paths: 1}
	d.order, d.others = append(d.order[:0], source), d.others[:0]
	for from := 0; from < len(d.order); {
		list := d.order[from:]
		from = len(d.order)
		d.relax(list)
		d.order = d.queue.next(d.order, d.distance)
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

// relax follows the edges from the vertices of a list, none of which comes nearer by
// one of them. It finds the steps that matter without a branch for each, of which the
// processor could not foresee where it goes.
func (d *dijkstra[T]) relax(list []int32) {
	known, steps, k := d.distance, d.steps, 0
	for _, v := range list {
		at, to := known[v], d.out.of(v)
		if k+len(to) > len(steps) {
			d.take(steps[:k])
			k = 0
		}
		length, free := d.length[d.out.first[v]:][:len(to)], steps[k:][:len(to)]
		i := 0
		for e, w := range to {
			distance := at + length[e]
			free[i] = step[T]{distance, w, v}
			if distance <= known[w] {
				i++
			}
		}
		k += i
	}
	d.take(steps[:k])
}

// take takes the steps that lead nearer to a vertex than others, or as near.
func (d *dijkstra[T]) take(steps []step[T]) {
	known := d.distance
	for _, s := range steps {
		if s.distance > known[s.to] {
			continue
		}
		if s.distance == known[s.from] {
			d.vertices[s.from] = math.NaN()
		}
		b := &d.before[s.to]
		if s.distance < known[s.to] {
			known[s.to], *b = s.distance, before{vertex: s.from}
			d.queue.push(s.distance, s.to)
			continue
		}
		d.others = append(d.others, *b)
		*b = before{s.from, int32(len(d.others))}
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
