package network

import (
	"container/heap"
	"math"
)

// dijkstra is the state of a search by length from one source.
type dijkstra struct {
	*adjacency
	distance []float64 // from the source; infinite: not reached
	paths    []float64 // number of shortest ways from the source
	share    []float64 // sum over targets of the share of shortest ways through the vertex
	order    []int32   // vertices reached, nearest first
	settled  []bool
	queue    queue
	vertices []float64 // sums of share
	edges    []float64
}

func newDijkstra(a *adjacency, edges bool) *dijkstra {
	n := len(a.out.first) - 1
	d := &dijkstra{adjacency: a, distance: make([]float64, n), paths: make([]float64, n), share: make([]float64, n),
		settled: make([]bool, n), vertices: make([]float64, n)}
	if edges {
		d.edges = make([]float64, len(a.out.to))
	}
	return d
}

// run adds what lies on the shortest ways from the source.
func (d *dijkstra) run(source int) {
	d.search(int32(source))
	for i := len(d.order) - 1; i >= 0; i-- {
		w := d.order[i]
		from, to := d.in.of(w)
		for e := from; e < to; e++ {
			v := d.in.to[e]
			if d.settled[v] && d.distance[v]+d.in.length[e] == d.distance[w] {
				part := d.paths[v] / d.paths[w] * (1 + d.share[w])
				d.share[v] += part
				if d.edges != nil {
					d.edges[d.in.edge[e]] += part
				}
			}
		}
		if i > 0 {
			d.vertices[w] += d.share[w]
		}
	}
}

// search finds the shortest ways from the source.
func (d *dijkstra) search(source int32) {
	for v := range d.distance {
		d.distance[v], d.paths[v], d.share[v], d.settled[v] = math.Inf(1), 0, 0, false
	}
	d.order = d.order[:0]
	d.distance[source], d.paths[source] = 0, 1
	for d.queue = append(d.queue[:0], queued{0, source}); len(d.queue) > 0; {
		v := heap.Pop(&d.queue).(queued).vertex
		if d.settled[v] {
			continue
		}
		d.settled[v] = true
		d.order = append(d.order, v)
		from, to := d.out.of(v)
		for e := from; e < to; e++ {
			w := d.out.to[e]
			switch at := d.distance[v] + d.out.length[e]; {
			case at < d.distance[w]:
				d.distance[w], d.paths[w] = at, d.paths[v]
				heap.Push(&d.queue, queued{at, w})
			case at == d.distance[w]:
				d.paths[w] += d.paths[v]
			}
		}
	}
}

// queued is a vertex that may be settled at a distance.
type queued struct {
	distance float64
	vertex   int32
}

type queue []queued

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].distance < q[j].distance }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(queued)) }
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
