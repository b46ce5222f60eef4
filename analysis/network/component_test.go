package network

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestStrongComponentsBruteForce(t *testing.T) {
	several := 0
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 3))
		n := 1 + r.IntN(8)
		g := randomGraph(r, n, r.IntN(2*n))
		reaches := make([][]bool, n)
		for v := range reaches {
			reaches[v] = make([]bool, n)
			reaches[v][v] = true
			for _, w := range g.Next(v) {
				reaches[v][w] = true
			}
		}
		for via := range n {
			for v := range n {
				for w := range n {
					reaches[v][w] = reaches[v][w] || reaches[v][via] && reaches[via][w]
				}
			}
		}
		want := [][]int{}
		for v := range n {
			var component []int
			for w := range n {
				if reaches[v][w] && reaches[w][v] {
					component = append(component, w)
				}
			}
			if component[0] == v {
				want = append(want, component)
			}
		}
		if got := StrongComponents(g); !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("seed %d: got %v, want %v", seed, got, want)
		}
		if len(want) > 1 && len(want) < n {
			several++
		}
	}
	if several < 300 {
		t.Errorf("only %d graphs have components of several sizes; the test shows too little", several)
	}
}
