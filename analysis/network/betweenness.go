package network

import (
	"context"
	"math"

	"tasuki/graph/said"
)

// Betweenness returns the betweenness of every vertex of g: the sum over
// ordered pairs of other vertices s != t of the share of the shortest ways from
// s to t that pass the vertex, from 0 to (n-1)(n-2). The algorithm is Brandes'
// (J. Math. Sociol. 25(2), 2001), in time O(n m) for n vertices and m edges.
//
// With nil for lengths each edge has length 1. Otherwise lengths[i] is the
// length of g.Edges()[i], positive and finite, and the time is
// O(n (m + n log n)) at worst. Two ways are equally short when the float64 sums
// of their lengths, added from the start on, are equal: exact for whole numbers
// up to 2^53, and as float64 rounds for fractions.
//
// Numbers of shortest ways are counted in float64: exactly up to 2^53, to 16
// digits beyond. GOMAXPROCS workers share the sources, but what they find is
// added in the order of the sources, so the result is the same to the last bit
// for any number of workers. Each needs about 50 bytes for a vertex, and for an edge
// 8 or, with lengths, up to 60.
//
// It returns an error for lengths that are none, [ErrUncounted], and that of ctx
// when it ends first.
func Betweenness(ctx context.Context, g *Graph, lengths []float64) ([]float64, error) {
	total, err := betweenness(ctx, g, lengths, false)
	return total.vertices, err
}

// EdgeBetweenness returns what [Betweenness] does, and the betweenness of each
// edge in the order of g.Edges(): the sum over ordered pairs s != t of the share
// of the shortest ways from s to t that take the edge, from 0 to n(n-1). It looks
// at all edges once more from each source, and each worker needs 8 bytes more for
// an edge.
func EdgeBetweenness(ctx context.Context, g *Graph, lengths []float64) (vertices, edges []float64, err error) {
	total, err := betweenness(ctx, g, lengths, true)
	return total.vertices, total.edges, err
}

func betweenness(ctx context.Context, g *Graph, lengths []float64, edges bool) (sums, error) {
	if err := checkLengths(g, lengths); err != nil {
		return sums{}, err
	}
	a := newAdjacency(g, lengths)
	total := newSums(a, edges)
	if err := total.add(ctx, a, a.sources()); err != nil {
		return sums{}, err
	}
	return total.of(a), nil
}

// width is the number of sources whose shares are added up before they are added to
// those of others.
const width = 16

// search is what one worker does.
type search interface {
	// run searches from some sources, at most width, and adds what lies on the
	// shortest ways from them to found.
	run(ctx context.Context, sources []int32)
	found() sums
}

// sums are what searches add up.
type sums struct {
	vertices []float64 // of the shares of shortest ways through the vertex
	squares  []float64 // of these shares; nil: not asked for
	edges    []float64 // of the shares of shortest ways over the edge; nil: not asked for
}

func newSums(a *adjacency, edges bool) sums {
	s := sums{vertices: make([]float64, a.len())}
	if edges {
		s.edges = make([]float64, len(a.edge))
	}
	return s
}

// add adds what lies on the shortest ways from the sources, batch by batch. It ends
// with the first batch whose shares cannot be added.
func (s *sums) add(ctx context.Context, a *adjacency, sources []int32) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	start := func() search { return newBreadth(a, s.like()) }
	if a.length != nil {
		start = func() search { return newDijkstra(a, s.like()) }
	}
	batches := (len(sources) + width - 1) / width
	err := inOrder(ctx, batches, start, func(k search, i int) {
		k.run(ctx, sources[i*width:min(len(sources), (i+1)*width)])
	}, func(k search) {
		part := k.found()
		if !move(s.vertices, part.vertices) {
			stop(ErrUncounted)
		}
		move(s.squares, part.squares)
		move(s.edges, part.edges)
	})
	if context.Cause(ctx) == ErrUncounted {
		return ErrUncounted
	}
	return err
}

// like returns sums of what s sums, all zero.
func (s *sums) like() sums {
	return sums{make([]float64, len(s.vertices)), make([]float64, len(s.squares)), make([]float64, len(s.edges))}
}

// of returns s in the order of the graph that a was made of.
func (s *sums) of(a *adjacency) sums {
	ordered := s.like()
	for i, v := range a.vertex {
		ordered.vertices[v] = s.vertices[i]
	}
	for i, e := range a.edge[:len(s.edges)] {
		ordered.edges[e] = s.edges[i]
	}
	return ordered
}

// move adds part to sums, clears it, and reports whether all of it were numbers.
func move(sums, part []float64) bool {
	numbers := true
	for i, x := range part {
		sums[i] += x
		numbers = numbers && x-x == 0 // infinite, or none: it differs
	}
	clear(part)
	return numbers
}

// ErrUncounted is returned when two vertices have more than 1e308 shortest ways
// between them, or when a length vanishes beside another in the sum of a way to a
// vertex to which no shorter one was found.
var ErrUncounted = said.New("two vertices have more than 1e308 shortest ways between them, or lengths are too unequal to be added; remove parallel branches, or give lengths in a coarser unit")

// checkLengths returns an error for lengths that are not those of the edges of g.
func checkLengths(g *Graph, lengths []float64) error {
	if lengths != nil && len(lengths) != g.Size() {
		return said.Errorf("%d lengths for %d edges; give each edge one", len(lengths), g.Size())
	}
	for i, l := range lengths {
		if !(l > 0) || math.IsInf(l, 1) {
			return said.Errorf("edge %v has length %v; give it a positive, finite one", g.Edges()[i], l)
		}
	}
	return nil
}
