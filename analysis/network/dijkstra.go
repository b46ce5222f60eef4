package network

import (
	"context"
	"math"
)

// dijkstra is the state of a search by length from one source.
type dijkstra struct {
	*adjacency
	state []reached // by vertex
	order []int32   // vertices reached, nearest first
	queue *distanceQueue
	sums
}

// reached is what a search knows of a vertex.
type reached struct {
	distance float64 // from the source; infinite: not reached
	paths    float64 // number of shortest ways from the source
	share    float64 // see breadth.collect
}

func newDijkstra(a *adjacency, s sums) *dijkstra {
	return &dijkstra{adjacency: a, sums: s, state: make([]reached, a.len()), queue: newDistanceQueue()}
}

func (d *dijkstra) found() sums { return d.sums }

// run searches from one source after the other.
func (d *dijkstra) run(ctx context.Context, sources []int32) {
	for _, s := range sources {
		if ctx.Err() != nil {
			return
		}
		d.search(s)
		for i := len(d.order) - 1; i > 0; i-- {
			d.collect(d.order[i])
		}
		if len(d.edges) > 0 {
			d.ascend(s)
		}
	}
}

// search finds the shortest ways from the source.
func (d *dijkstra) search(source int32) {
	for v := range d.state {
		d.state[v] = reached{distance: math.Inf(1)}
	}
	d.state[source] = reached{paths: 1}
	d.order = d.order[:0]
	d.queue.push(0, source)
	for v, at, ok := d.queue.pop(); ok; v, at, ok = d.queue.pop() {
		from := &d.state[v]
		if at != from.distance {
			continue // it was nearer than thought
		}
		d.order = append(d.order, v)
		for e := d.out.first[v]; e < d.out.first[v+1]; e++ {
			to, distance := &d.state[d.out.to[e]], at+d.length[e]
			switch {
			case distance < to.distance:
				to.distance, to.paths = distance, from.paths
				d.queue.push(distance, d.out.to[e])
			case distance == to.distance:
				to.paths += from.paths
			}
			if distance == at {
				d.vertices[v] = math.NaN()
			}
		}
	}
}

// ascend sums over the edges from v on shortest ways.
func (d *dijkstra) ascend(v int32) float64 {
	from, sum := &d.state[v], 0.0
	for e := d.out.first[v]; e < d.out.first[v+1]; e++ {
		if to := &d.state[d.out.to[e]]; to.distance == from.distance+d.length[e] {
			sum += to.share
			if len(d.edges) > 0 {
				d.edges[e] += from.paths * to.share
			}
		}
	}
	return sum
}

// collect does what breadth.collect does.
func (d *dijkstra) collect(v int32) {
	at, sum := &d.state[v], d.ascend(v)
	x := at.paths * sum
	at.share = sum + 1/at.paths
	d.vertices[v] += x
	if len(d.squares) > 0 {
		d.squares[v] += x * x
	}
}
