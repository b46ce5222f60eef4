package network

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// adjacency is a [Graph] as the searches for betweenness want it: in flat arrays
// of 32 bits, which hold up to 2^31-1 vertices and edges, and its vertices
// numbered anew: by the number of edges from them, so that a loop over these ends
// for one vertex where it did for the last, which a processor foresees, and then so
// that neighbours stand close to each other in memory.
type adjacency struct {
	out, in   rows
	vertex    []int     // of g, by new number
	byEntries []int32   // vertices by number of edges to them
	edge      []int32   // index in g.Edges(), by place in out
	length    []float64 // by place in out, see scaled; nil when each edge has length 1
	whole     []uint32  // the same as whole multiples of a unit, nil: see inUnits
}

// rows are lists in one array: that of v is to[first[v]:first[v+1]].
type rows struct {
	first, to []int32
}

// newAdjacency returns g in flat arrays.
func newAdjacency(g *Graph, lengths []float64) *adjacency {
	a := &adjacency{vertex: breadthFirst(g)}
	slices.SortStableFunc(a.vertex, func(v, w int) int { return cmp.Compare(len(g.next[v]), len(g.next[w])) })
	number := make([]int32, g.Len())
	for i, v := range a.vertex {
		number[v] = int32(i)
	}
	a.out, a.in = a.rows(g.next, number), a.rows(g.prev, number)
	for v := range int32(g.Len()) {
		a.byEntries = append(a.byEntries, v)
	}
	slices.SortStableFunc(a.byEntries, func(v, w int32) int { return cmp.Compare(len(a.in.of(v)), len(a.in.of(w))) })
	before := 0 // edges of vertices before v in g
	first := make([]int, g.Len())
	for v, next := range g.next {
		first[v] = before
		before += len(next)
	}
	a.edge = make([]int32, 0, g.Size())
	for _, v := range a.vertex {
		for i := range g.next[v] {
			a.edge = append(a.edge, int32(first[v]+i))
		}
	}
	if len(lengths) > 0 {
		a.length = scaled(lengths, a.edge)
		a.whole = inUnits(a.length, g.Len())
	}
	return a
}

// rows returns lists in the new numbers.
func (a *adjacency) rows(lists [][]int, number []int32) rows {
	r := rows{first: make([]int32, 1, len(lists)+1)}
	for _, v := range a.vertex {
		for _, w := range lists[v] {
			r.to = append(r.to, number[w])
		}
		r.first = append(r.first, int32(len(r.to)))
	}
	return r
}

// scaled returns the lengths in the order of index, times the power of two that
// puts the largest between 1/2 and 1: no sum of them overflows, and those that
// are equal stay equal.
func scaled(lengths []float64, index []int32) []float64 {
	_, exponent := math.Frexp(slices.Max(lengths))
	list := make([]float64, len(index))
	for i, e := range index {
		list[i] = math.Ldexp(lengths[e], -exponent)
	}
	return list
}

// inUnits returns the lengths as multiples of the largest power of two of which
// all of them are, and nil when the length of a way on n vertices might then not
// be below 2^31. Sums of float64 are exact where it does not return nil, so ways are
// equally short either way.
func inUnits(lengths []float64, n int) []uint32 {
	const most = 1 << 31
	limit, unit := most/float64(n), math.Inf(1)
	for _, l := range lengths {
		fraction, exponent := math.Frexp(l)
		zeros := bits.TrailingZeros64(uint64(math.Ldexp(fraction, 53)))
		unit = min(unit, math.Ldexp(1, exponent-53+zeros))
	}
	whole := make([]uint32, len(lengths))
	for i, l := range lengths {
		if l == 0 || l >= limit*unit { // 0: it was too short to be scaled
			return nil
		}
		whole[i] = uint32(l / unit)
	}
	return whole
}

// breadthFirst returns the vertices of g as they are met from each one that is
// not met yet, when edges are followed both ways.
func breadthFirst(g *Graph) []int {
	order, met := make([]int, 0, g.Len()), make([]bool, g.Len())
	for s := range met {
		if met[s] {
			continue
		}
		met[s] = true
		order = append(order, s)
		for i := len(order) - 1; i < len(order); i++ {
			for _, list := range [2][]int{g.next[order[i]], g.prev[order[i]]} {
				for _, w := range list {
					if !met[w] {
						met[w] = true
						order = append(order, w)
					}
				}
			}
		}
	}
	return order
}

// len returns the number of vertices.
func (a *adjacency) len() int { return len(a.vertex) }

// of returns the list of v.
func (r *rows) of(v int32) []int32 { return r.to[r.first[v]:r.first[v+1]] }

// longest returns the length of the longest list, and 1 when all are empty.
func (r *rows) longest() int {
	most := int32(1)
	for i, f := range r.first[1:] {
		most = max(most, f-r.first[i])
	}
	return int(most)
}

// sources returns the vertices from which some other one is reached.
func (a *adjacency) sources() []int32 {
	var list []int32
	for v := range int32(a.len()) {
		if len(a.out.of(v)) > 0 {
			list = append(list, v)
		}
	}
	return list
}
