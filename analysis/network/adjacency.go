package network

// adjacency is a [Graph] in flat arrays of 32 bits, as the kernels want it. The
// edges to v are numbered from first[v] to first[v+1]-1.
type adjacency struct {
	out, in rows
}

// rows are lists in one array: that of v is to[first[v]:first[v+1]].
type rows struct {
	first, to []int32
	edge      []int32   // the index of each in g.Edges()
	length    []float64 // nil: 1 each
}

// newAdjacency returns g in flat arrays.
func newAdjacency(g *Graph, lengths []float64) *adjacency {
	a := &adjacency{out: newRows(g.next, g.edges), in: newRows(g.prev, g.edges)}
	for i := range a.out.edge {
		a.out.edge[i] = int32(i)
	}
	place := append([]int32(nil), a.out.first...)
	for v, prev := range g.prev {
		for i, u := range prev {
			a.in.edge[int(a.in.first[v])+i] = place[u]
			place[u]++
		}
	}
	for _, r := range []*rows{&a.out, &a.in} {
		r.length = make([]float64, g.edges)
		for i, e := range r.edge {
			if r.length[i] = 1; lengths != nil {
				r.length[i] = lengths[e]
			}
		}
	}
	return a
}

func newRows(lists [][]int, size int) rows {
	r := rows{first: make([]int32, 1, len(lists)+1), to: make([]int32, 0, size), edge: make([]int32, size)}
	for _, list := range lists {
		for _, v := range list {
			r.to = append(r.to, int32(v))
		}
		r.first = append(r.first, int32(len(r.to)))
	}
	return r
}

// of returns the range of the list of v.
func (r *rows) of(v int32) (from, to int32) { return r.first[v], r.first[v+1] }
