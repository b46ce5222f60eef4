package network

import (
	"math/rand/v2"
	"testing"

	"tasuki/internal/seeds"
)

// mostWays counts the shortest ways between all vertices, one search each.
func mostWays(g *Graph) (most float64, far int) {
	most = 1
	for s := range g.Len() {
		distance, ways, queue := make([]int, g.Len()), make([]float64, g.Len()), []int{s}
		for v := range distance {
			distance[v] = -1
		}
		distance[s], ways[s] = 0, 1
		for len(queue) > 0 {
			v := queue[0]
			queue = queue[1:]
			far, most = max(far, distance[v]), max(most, ways[v])
			for _, u := range g.Next(v) {
				if distance[u] < 0 {
					distance[u] = distance[v] + 1
					queue = append(queue, u)
				}
				if distance[u] == distance[v]+1 {
					ways[u] += ways[v]
				}
			}
		}
	}
	return most, far
}

func TestWaysBound(t *testing.T) {
	for seed := range seeds.Each(300) {
		r := rand.New(rand.NewPCG(seed, 17))
		n := 1 + r.IntN(150)
		var edges [][2]int
		for range r.IntN(4 * n) {
			edges = append(edges, [2]int{r.IntN(n), r.IntN(n)})
		}
		g := New(n, edges)
		most, far := mostWays(g)
		if got := longest(g); got != far {
			t.Fatalf("seed %d: the largest distance is %d, want %d", seed, got, far)
		}
		if got := WaysBound(g); got < most {
			t.Fatalf("seed %d: the bound is %v, and there are %v", seed, got, most)
		}
	}
	var edges [][2]int
	for i := range 2000 {
		for k := range 3 {
			edges = append(edges, [2]int{4 * i, 4*i + 1 + k}, [2]int{4*i + 1 + k, 4*i + 4})
		}
		if i == 9 || i == 39 {
			want := 1.0
			for range i + 1 {
				want *= 3
			}
			if got := WaysBound(New(4*i+5, edges)); got != want {
				t.Errorf("%d times three ways side by side: %v, want %v", i+1, got, want)
			}
		}
	}
	if got := WaysBound(New(8001, edges)); got < 1e308 {
		t.Errorf("3^2000 ways: %v", got)
	}
}
