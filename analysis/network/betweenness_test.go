package network

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/graph/network"
)

// randomGraph returns a graph of n vertices and at most m edges.
func randomGraph(r *rand.Rand, n, m int) *Graph {
	edges := make([][2]int, m)
	for i := range edges {
		edges[i] = [2]int{r.IntN(n), r.IntN(n)}
	}
	return New(n, edges)
}

func TestBetweennessIsGonums(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 0))
		n := 1 + r.IntN(40)
		g := randomGraph(r, n, r.IntN(4*n))
		want := network.Betweenness(view{g})
		for v, got := range Betweenness(g) {
			if math.Abs(got-want[int64(v)]) > 1e-9 {
				t.Fatalf("seed %d, vertex %d: got %v, gonum says %v", seed, v, got, want[int64(v)])
			}
		}
	}
}
