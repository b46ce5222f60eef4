package network

import (
	"math/rand/v2"
	"reflect"
	"testing"
)

// TestComponentsBruteForce compares with whom a walk from each vertex reaches.
func TestComponentsBruteForce(t *testing.T) {
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 2))
		n := r.IntN(12)
		g := New(n, nil)
		if n > 0 {
			g = randomGraph(r, n, r.IntN(2*n))
		}
		both := New(n, append(g.Edges(), reversedEdges(g)...))
		for name, test := range map[string]struct{ got, want [][]int }{
			"weak":   {WeakComponents(g), mutual(both)},
			"strong": {StrongComponents(g), mutual(g)},
		} {
			if !reflect.DeepEqual(test.got, test.want) {
				t.Fatalf("seed %d, %s components of %v:\ngot %v, want %v", seed, name, g.Edges(), test.got, test.want)
			}
		}
	}
}

func reversedEdges(g *Graph) [][2]int {
	edges := g.Edges()
	for i, e := range edges {
		edges[i] = [2]int{e[1], e[0]}
	}
	return edges
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

// TestLongWay walks a way that would be too long for a recursion with a small
// stack.
func TestLongWay(t *testing.T) {
	const n = 100_000
	edges := make([][2]int, 0, n)
	for v := range n - 1 {
		edges = append(edges, [2]int{v, v + 1})
	}
	if g := New(n, edges); len(WeakComponents(g)) != 1 || len(StrongComponents(g)) != n {
		t.Error("a way is one weak component, and each of its vertices a strong one")
	}
}

// BenchmarkComponents measures what must stay quick on 1,000,000 tasks and
// 5,000,000 handoffs.
func BenchmarkComponents(b *testing.B) {
	if testing.Short() {
		b.Skip("a graph of 5,000,000 edges is not short")
	}
	const n, m = 1_000_000, 5_000_000
	r := rand.New(rand.NewPCG(1, 0))
	edges := make([][2]int, m)
	for i := range edges {
		edges[i] = [2]int{r.IntN(n), r.IntN(n)}
	}
	g := New(n, edges)
	for _, x := range []struct {
		name string
		run  func()
	}{
		{"New", func() { New(n, edges) }},
		{"Weak", func() { WeakComponents(g) }},
		{"Strong", func() { StrongComponents(g) }},
	} {
		b.Run(x.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.run()
			}
		})
	}
}
