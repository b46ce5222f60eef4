package network

import (
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/internal/seeds"
)

// TestStrongComponentsBruteForce compares with whom a walk from each vertex
// reaches.
func TestStrongComponentsBruteForce(t *testing.T) {
	for seed := range seeds.Each(1500) {
		r := rand.New(rand.NewPCG(seed, 2))
		n := 1 + r.IntN(12)
		g := randomGraph(r, n, r.IntN(2*n))
		if got, want := StrongComponents(g), mutual(g); !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("seed %d, edges %v: got %v, want %v", seed, g.Edges(), got, want)
		}
	}
	if got := StrongComponents(New(0, nil)); got == nil || len(got) != 0 {
		t.Errorf("without vertices: got %v", got)
	}
}

// mutual returns the sets of vertices that reach each other.
func mutual(g *Graph) [][]int {
	reach := make([][]bool, g.Len())
	for s := range reach {
		reach[s] = make([]bool, g.Len())
		var walk func(v int)
		walk = func(v int) {
			reach[s][v] = true
			for _, w := range g.Next(v) {
				if !reach[s][w] {
					walk(w)
				}
			}
		}
		walk(s)
	}
	sets := [][]int{}
	for s := range reach {
		var set []int
		for t := range reach {
			if reach[s][t] && reach[t][s] {
				set = append(set, t)
			}
		}
		if set[0] == s {
			sets = append(sets, set)
		}
	}
	return sets
}

func TestStrongComponentsLongWay(t *testing.T) {
	const n = 100_000
	edges := make([][2]int, 0, n)
	for v := range n - 1 {
		edges = append(edges, [2]int{v, v + 1})
	}
	if got := len(StrongComponents(New(n, edges))); got != n {
		t.Errorf("got %d components of a way of %d vertices", got, n)
	}
	if got := len(StrongComponents(New(n, append(edges, [2]int{n - 1, 0})))); got != 1 {
		t.Errorf("got %d components of a circle", got)
	}
}
