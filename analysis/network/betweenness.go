package network

import (
	"context"
	"errors"
	"fmt"
	"math"
)

// Betweenness returns the betweenness of every vertex of g: the sum over
// ordered pairs of other vertices s != t of the share of the shortest ways from
// s to t that pass the vertex, from 0 to (n-1)(n-2). The algorithm is Brandes'
// (J. Math. Sociol. 25(2), 2001), in time O(n m) for n vertices and m edges.
//
// With nil for lengths each edge has length 1. Otherwise lengths[i] is the
// length of g.Edges()[i], positive and finite, and the algorithm takes
// O(n (m + n) log n). Two ways are equally short when the sums of their
// lengths, added in float64 from the start on, are equal: exact for whole
// numbers, and for fractions as float64 adds them.
//
// Numbers of shortest ways are counted in float64: exactly up to 2^53, to 16
// digits beyond. The search from each source is finished by whoever is free of
// GOMAXPROCS workers, but sums are added in the order of the sources, so the
// result is the same to the last bit for any number of workers.
//
// It returns an error for lengths that are none, when there are more than
// 1e308 shortest ways between two vertices, and that of ctx when it ends first.
func Betweenness(ctx context.Context, g *Graph, lengths []float64) ([]float64, error) {
	vertices, _, err := EdgeBetweenness(ctx, g, lengths)
	return vertices, err
}

// EdgeBetweenness returns what [Betweenness] does, and the betweenness of each
// edge in the order of g.Edges(): the sum over ordered pairs s != t of the share
// of the shortest ways from s to t that take the edge, from 0 to n(n-1). It
// takes about twice the time.
func EdgeBetweenness(ctx context.Context, g *Graph, lengths []float64) (vertices, edges []float64, err error) {
	if err := checkLengths(g, lengths); err != nil {
		return nil, nil, err
	}
	a := newAdjacency(g, lengths)
	vertices, edges = make([]float64, g.Len()), make([]float64, g.Size())
	err = inOrder(ctx, g.Len(), func() *dijkstra { return newDijkstra(a, true) }, (*dijkstra).run, func(d *dijkstra) {
		add(vertices, d.vertices)
		add(edges, d.edges)
	})
	if err != nil {
		return nil, nil, err
	}
	return vertices, edges, finite(vertices)
}

// add adds part to sums and clears it.
func add(sums, part []float64) {
	for i, x := range part {
		sums[i] += x
	}
	clear(part)
}

// finite returns an error when a sum is no number.
func finite(sums []float64) error {
	for _, x := range sums {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return errManyWays
		}
	}
	return nil
}

// errManyWays says that a number of shortest ways left the range of float64.
var errManyWays = errors.New("two vertices have more than 1e308 shortest ways between them, too many to count; leave out the parallel branches that make them")

// checkLengths returns an error for lengths that are not the lengths of the
// edges of g.
func checkLengths(g *Graph, lengths []float64) error {
	if lengths == nil {
		return nil
	}
	if len(lengths) != g.Size() {
		return fmt.Errorf("%d lengths for %d edges; give each edge one", len(lengths), g.Size())
	}
	for i, l := range lengths {
		if !(l > 0) || math.IsInf(l, 1) {
			return fmt.Errorf("edge %v has length %v; a length is positive and finite", g.Edges()[i], l)
		}
	}
	return nil
}
