package network

import (
	"math"
	"math/rand/v2"
	"slices"
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

// randomLengths returns small whole lengths for the edges of g, so that many
// ways are equally short.
func randomLengths(r *rand.Rand, g *Graph) []float64 {
	lengths := make([]float64, g.Size())
	for i := range lengths {
		lengths[i] = float64(1 + r.IntN(4))
	}
	return lengths
}

// near reports whether a is b up to the rounding of sums.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(b)) }

func TestBetweennessIsGonums(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 0))
		n := 1 + r.IntN(150)
		g := randomGraph(r, n, r.IntN(4*n))
		got, err := Betweenness(t.Context(), g, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := network.Betweenness(view{g})
		for v, got := range got {
			if !near(got, want[int64(v)]) {
				t.Fatalf("seed %d, vertex %d: got %v, gonum says %v", seed, v, got, want[int64(v)])
			}
		}
	}
}

// TestEdgeBetweennessBruteForce compares with a count of all ways one by one.
func TestEdgeBetweennessBruteForce(t *testing.T) {
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 1))
		n := 1 + r.IntN(8)
		g := randomGraph(r, n, r.IntN(3*n))
		var lengths []float64
		if seed%2 == 0 {
			lengths = randomLengths(r, g)
		}
		wantVertices, wantEdges := countWays(g, lengths)
		vertices, edges, err := EdgeBetweenness(t.Context(), g, lengths)
		only, errOnly := Betweenness(t.Context(), g, lengths)
		if err != nil || errOnly != nil {
			t.Fatal(err, errOnly)
		}
		if !slices.EqualFunc(vertices, wantVertices, near) || !slices.EqualFunc(only, wantVertices, near) || !slices.EqualFunc(edges, wantEdges, near) {
			t.Fatalf("seed %d: edges %v, lengths %v:\ngot %v, %v, %v\nwant %v, %v",
				seed, g.Edges(), lengths, vertices, only, edges, wantVertices, wantEdges)
		}
	}
}

// countWays returns the betweenness of vertices and edges by its definition:
// it walks every simple way.
func countWays(g *Graph, lengths []float64) (vertices, edges []float64) {
	vertices, edges = make([]float64, g.Len()), make([]float64, g.Size())
	index := map[[2]int]int{}
	for i, e := range g.Edges() {
		index[e] = i
	}
	for s := range g.Len() {
		best, ways := map[int]float64{}, map[int][][]int{}
		var walk func(way []int, length float64)
		walk = func(way []int, length float64) {
			v := way[len(way)-1]
			if known, ok := best[v]; !ok || length < known {
				best[v], ways[v] = length, nil
			}
			if length == best[v] {
				ways[v] = append(ways[v], slices.Clone(way))
			}
			for _, w := range g.Next(v) {
				if !slices.Contains(way, w) {
					step := 1.0
					if lengths != nil {
						step = lengths[index[[2]int{v, w}]]
					}
					walk(append(way, w), length+step)
				}
			}
		}
		walk([]int{s}, 0)
		for _, ways := range ways {
			for _, way := range ways {
				for i := 1; i < len(way); i++ {
					edges[index[[2]int{way[i-1], way[i]}]] += 1 / float64(len(ways))
					if i < len(way)-1 {
						vertices[way[i]] += 1 / float64(len(ways))
					}
				}
			}
		}
	}
	return vertices, edges
}
