package network

import (
	"context"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"

	"tasuki/internal/seeds"
)

// randomGraph returns a graph of n vertices and at most m edges.
func randomGraph(r *rand.Rand, n, m int) *Graph {
	edges := make([][2]int, m)
	for i := range edges {
		edges[i] = [2]int{r.IntN(n), r.IntN(n)}
	}
	return New(n, edges)
}

// randomLengths returns lengths for the edges of g that add up exactly: small
// whole ones, so that many ways are equally short, some of them divided by a
// power of two.
func randomLengths(r *rand.Rand, g *Graph) []float64 {
	lengths := make([]float64, g.Size())
	halvings := 1 + 14*r.IntN(2)
	for i := range lengths {
		lengths[i] = math.Ldexp(float64(1+r.IntN(4)), -r.IntN(halvings))
	}
	return lengths
}

// near reports whether a is b up to the rounding of sums.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(b)) }

// shape returns the edges of a graph of n vertices that is of one of four
// families: random, a lattice, whose many ways are equally short, a hub, or
// islands without a way between them, some of them single vertices. Edges come
// more than once, and lead from a vertex to itself.
func shape(r *rand.Rand, n int, family uint64) [][2]int {
	var edges [][2]int
	side := max(1, int(math.Sqrt(float64(n))))
	for v := range n {
		switch family % 4 {
		case 0:
			for range r.IntN(12) {
				edges = append(edges, [2]int{v, r.IntN(n)})
			}
		case 1:
			edges = append(edges, [2]int{v, (v + 1) % n}, [2]int{v, (v + side) % n}, [2]int{v, max(0, v-side)})
		case 2:
			edges = append(edges, [2]int{v, 0}, [2]int{0, v}, [2]int{v, r.IntN(v + 1)})
		case 3:
			island := v - v%side
			for range r.IntN(4) {
				edges = append(edges, [2]int{v, min(n-1, island+r.IntN(side))})
			}
		}
	}
	return edges
}

// shaped returns a graph of n vertices of a family, see shape.
func shaped(r *rand.Rand, n int, family uint64) *Graph { return New(n, shape(r, n, family)) }

// gonums returns the betweenness of vertices and edges by gonum, on a graph of
// its own.
func gonums(n int, edges [][2]int, g *Graph, lengths []float64) (vertices, byEdge []float64) {
	d := simple.NewWeightedDirectedGraph(0, math.Inf(1))
	for v := range n {
		d.AddNode(simple.Node(v))
	}
	for _, e := range edges {
		if e[0] != e[1] {
			d.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(e[0]), T: simple.Node(e[1]), W: 1})
		}
	}
	for i, l := range lengths {
		e := g.Edges()[i]
		d.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(e[0]), T: simple.Node(e[1]), W: l})
	}
	ofVertices, ofEdges := network.Betweenness, network.EdgeBetweenness
	if lengths != nil {
		all := path.DijkstraAllPaths(d)
		ofVertices = func(graph.Graph) map[int64]float64 { return network.BetweennessWeighted(d, all) }
		ofEdges = func(graph.Graph) map[[2]int64]float64 { return network.EdgeBetweennessWeighted(d, all) }
	}
	vertices, byEdge = make([]float64, n), make([]float64, d.Edges().Len())
	for v, x := range ofVertices(d) {
		vertices[v] = x
	}
	found := ofEdges(d)
	for i, e := range g.Edges() {
		byEdge[i] = found[[2]int64{int64(e[0]), int64(e[1])}]
	}
	return vertices, byEdge
}

// TestBetweennessIsGonums compares by number of edges and, on smaller graphs, as
// gonum lists all shortest ways, by length.
func TestBetweennessIsGonums(t *testing.T) {
	for seed := range seeds.Each(160) {
		r := rand.New(rand.NewPCG(seed, 0))
		byLength := seed%8 >= 4
		n := 1 + r.IntN(150)
		if byLength {
			n = 1 + r.IntN(50)
		}
		edges := shape(r, n, seed)
		g := New(n, edges)
		var lengths []float64
		if byLength {
			lengths = randomLengths(r, g)
		}
		want, wantByEdge := gonums(n, edges, g, lengths)
		vertices, byEdge, err := EdgeBetweenness(t.Context(), g, lengths)
		alone, errAlone := Betweenness(t.Context(), g, lengths)
		if err != nil || errAlone != nil {
			t.Fatal(err, errAlone)
		}
		if !slices.EqualFunc(vertices, want, near) || !slices.EqualFunc(alone, want, near) || !slices.EqualFunc(byEdge, wantByEdge, near) {
			t.Fatalf("seed %d: edges %v, lengths %v:\ngot %v, %v, %v\ngonum says %v, %v",
				seed, g.Edges(), lengths, vertices, alone, byEdge, want, wantByEdge)
		}
	}
}

// TestEqualLengths compares the two searches, which share little, on graphs that
// are large enough for levels of every width.
func TestEqualLengths(t *testing.T) {
	for seed := range uint64(9) {
		r := rand.New(rand.NewPCG(seed, 3))
		g := shaped(r, 200+r.IntN(seeds.Size(800, 200)), seed)
		vertices, edges, err := EdgeBetweenness(t.Context(), g, nil)
		alone, errAlone := Betweenness(t.Context(), g, nil)
		byLength, edgesByLength, errByLength := EdgeBetweenness(t.Context(), g, slices.Repeat([]float64{0.3}, g.Size()))
		if err != nil || errAlone != nil || errByLength != nil {
			t.Fatal(err, errAlone, errByLength)
		}
		if !slices.EqualFunc(vertices, byLength, near) || !slices.EqualFunc(edges, edgesByLength, near) || !slices.EqualFunc(alone, byLength, near) {
			t.Errorf("seed %d: betweenness differs from that by lengths that are all equal", seed)
		}
	}
}

func TestWorkersChangeNoBit(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	r := rand.New(rand.NewPCG(4, 0))
	g := randomGraph(r, 400, 2000)
	lengths := make([]float64, g.Size())
	for i := range lengths {
		lengths[i] = 0.1 + r.Float64()
	}
	for _, lengths := range [][]float64{nil, lengths} {
		var want [][]float64
		for _, workers := range []int{1, 2, 8} {
			runtime.GOMAXPROCS(workers)
			alone, err := Betweenness(t.Context(), g, lengths)
			vertices, edges, errEdges := EdgeBetweenness(t.Context(), g, lengths)
			sample, errSample := SampledBetweenness(t.Context(), g, lengths, Sampling{Epsilon: 0.2, Delta: 0.1})
			if err != nil || errEdges != nil || errSample != nil {
				t.Fatal(err, errEdges, errSample)
			}
			got := [][]float64{alone, vertices, edges, sample.Vertices}
			if want == nil {
				want = got
			}
			if !slices.EqualFunc(got, want, slices.Equal) {
				t.Errorf("%d workers get other bits than 1", workers)
			}
		}
	}
}

// TestKindsOfNumbersChangeNoBit compares searches whose lengths are whole with those
// whose lengths are any, and levels of 16 and of 32 bits.
func TestKindsOfNumbersChangeNoBit(t *testing.T) {
	var fine, coarse, pulled int
	for seed := range uint64(24) {
		r := rand.New(rand.NewPCG(seed, 5))
		g := shaped(r, 2+r.IntN(300), seed)
		if g.Size() == 0 {
			continue
		}
		a := newAdjacency(g, randomLengths(r, g))
		whole := newDijkstraOf(a, newSums(a, true), a.whole, math.MaxUint32)
		float := newDijkstraOf(a, newSums(a, true), a.length, math.Inf(1))
		short, long := newBreadthOf[uint16](a, newSums(a, true)), newBreadthOf[uint32](a, newSums(a, true))
		for _, s := range []search{whole, float, short, long} {
			s.run(t.Context(), a.sources())
		}
		if !slices.Equal(whole.vertices, float.vertices) || !slices.Equal(whole.edges, float.edges) {
			t.Errorf("seed %d: whole lengths get other bits", seed)
		}
		if !slices.Equal(short.vertices, long.vertices) || !slices.Equal(short.edges, long.edges) {
			t.Errorf("seed %d: levels of 32 bits get other bits", seed)
		}
		if whole.queue.fine {
			fine++
		} else {
			coarse++
		}
		if short.budget < len(a.edge) {
			pulled++
		}
	}
	if fine == 0 || coarse == 0 || pulled == 0 {
		t.Errorf("%d queues were fine, %d coarse, %d searches pulled: each has to be tried", fine, coarse, pulled)
	}
}

// TestPullsEnd has a clique to which nothing leads, and levels that have each more
// vertices than the clique and the levels behind: to pull into the clique on each of
// them would take more edges than there are.
func TestPullsEnd(t *testing.T) {
	const clique, levels = 20, 6
	var edges [][2]int
	for u := range clique {
		for v := range clique {
			edges = append(edges, [2]int{u, v})
		}
	}
	n, last := clique+1, []int{clique} // the source
	for i := levels - 1; i >= 0; i-- {
		var next []int
		for range (clique + 1) << i {
			edges = append(edges, [2]int{last[len(next)%len(last)], n})
			next = append(next, n)
			n++
		}
		last = next
	}
	a := newAdjacency(New(n, edges), nil)
	b := newBreadthOf[uint16](a, newSums(a, false))
	b.search(int32(slices.Index(a.vertex, clique)))
	if pulled := len(a.edge) - b.budget; pulled < clique*clique || pulled > len(a.edge) {
		t.Fatalf("the search pulls along %d edges of %d", pulled, len(a.edge))
	}
}

func TestInUnits(t *testing.T) {
	for _, x := range []struct {
		lengths []float64
		n       int
		want    []uint32
	}{
		{[]float64{1, 0.25, 0.75}, 3, []uint32{4, 1, 3}},
		{[]float64{1, 0.1}, 3, nil},
		{[]float64{1, 1.0 / (1 << 20)}, 1<<11 - 1, []uint32{1 << 20, 1}},
		{[]float64{1, 1.0 / (1 << 20)}, 1 << 11, nil},
		{[]float64{1, 0}, 3, nil},
	} {
		if got := inUnits(x.lengths, x.n); !slices.Equal(got, x.want) {
			t.Errorf("%v on %d vertices: got %v, want %v", x.lengths, x.n, got, x.want)
		}
	}
}

func TestBetweennessRefuses(t *testing.T) {
	diamonds := [][2]int{}
	for v := 0; v < 3*1100; v += 3 {
		diamonds = append(diamonds, [2]int{v, v + 1}, [2]int{v, v + 2}, [2]int{v + 1, v + 3}, [2]int{v + 2, v + 3})
	}
	pair, way := New(2, [][2]int{{0, 1}}), New(3, [][2]int{{0, 1}, {1, 2}})
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for name, test := range map[string]struct {
		ctx     context.Context
		g       *Graph
		lengths []float64
		want    string
	}{
		"2^1100 ways":       {t.Context(), New(3*1100+1, diamonds), nil, "more than 1e308 shortest ways"},
		"2^1100 ways, long": {t.Context(), New(3*1100+1, diamonds), slices.Repeat([]float64{2}, len(diamonds)), "more than 1e308 shortest ways"},
		"lost in a sum":     {t.Context(), way, []float64{1e20, 1}, "too unequal"},
		"no length":         {t.Context(), pair, []float64{0}, "edge [0 1] has length 0"},
		"NaN":               {t.Context(), pair, []float64{math.NaN()}, "has length NaN"},
		"too few":           {t.Context(), pair, []float64{}, "0 lengths for 1 edges"},
		"ended":             {ended, way, nil, context.Canceled.Error()},
		"ended, long":       {ended, way, []float64{1, 1}, context.Canceled.Error()},
	} {
		if _, err := Betweenness(test.ctx, test.g, test.lengths); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got error %v, want one with %q", name, err, test.want)
		}
	}
}

// TestEdgeBetweennessBruteForce compares with a count of all ways one by one.
func TestEdgeBetweennessBruteForce(t *testing.T) {
	for seed := range seeds.Each(1500) {
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

func BenchmarkBetweenness(b *testing.B) {
	g := randomGraph(rand.New(rand.NewPCG(1, 0)), 5000, 25000)
	lengths := randomLengths(rand.New(rand.NewPCG(1, 1)), g)
	for _, x := range []struct {
		name string
		run  func() error
	}{
		{"Vertices", func() error { _, err := Betweenness(b.Context(), g, nil); return err }},
		{"Edges", func() error { _, _, err := EdgeBetweenness(b.Context(), g, nil); return err }},
		{"VerticesByLength", func() error { _, err := Betweenness(b.Context(), g, lengths); return err }},
		{"EdgesByLength", func() error { _, _, err := EdgeBetweenness(b.Context(), g, lengths); return err }},
		{"Sampled", func() error {
			_, err := SampledBetweenness(b.Context(), g, nil, Sampling{Epsilon: 0.1, Delta: 0.1})
			return err
		}},
	} {
		b.Run(x.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := x.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
