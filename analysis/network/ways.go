package network

// WaysBound returns a number that no two vertices of g have more shortest ways between
// them, from one to the other, than: 1 or more, +Inf where it has no better. A shortest
// way of d edges begins with one of the walks of d-1 edges from its vertex, of which
// d-1 multiplications with the matrix of edges count those of all vertices; d is at most
// the largest distance. It takes time O(m) for each of the d, and O(n m) at worst for the
// largest distance, 64 searches at a time; memory O(n).
func WaysBound(g *Graph) float64 {
	most, walks, next := 1.0, make([]float64, g.Len()), make([]float64, g.Len())
	for v := range walks {
		walks[v] = 1
	}
	for range longest(g) - 1 {
		for v := range next {
			next[v] = 0
			for _, u := range g.Next(v) {
				next[v] += walks[u]
			}
			most = max(most, next[v])
		}
		walks, next = next, walks
	}
	return most
}

// longest returns the largest distance between two vertices of which one can be reached
// from the other, in edges.
func longest(g *Graph) int {
	n, far := g.Len(), 0
	seen, now, then := make([]uint64, n), make([]uint64, n), make([]uint64, n)
	var front, behind []int
	for first := 0; first < n; first += 64 {
		clear(seen)
		front = front[:0]
		for v := first; v < min(n, first+64); v++ {
			seen[v], now[v] = 1<<(v-first), 1<<(v-first)
			front = append(front, v)
		}
		for level := 0; len(front) > 0; level++ {
			far = max(far, level)
			behind = behind[:0]
			for _, v := range front {
				for _, u := range g.Next(v) {
					fresh := now[v] &^ seen[u]
					if fresh != 0 && then[u] == 0 {
						behind = append(behind, u)
					}
					then[u] |= fresh
				}
				now[v] = 0
			}
			for _, u := range behind {
				seen[u] |= then[u]
			}
			now, then, front, behind = then, now, behind, front
		}
	}
	return far
}
