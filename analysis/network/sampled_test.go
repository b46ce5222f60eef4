package network

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/internal/seeds"
)

// TestSampledBetweennessBound checks the bound against exact values. With delta
// 0.1 it may fail for one seed in ten; it is not tight, and fails for none.
func TestSampledBetweennessBound(t *testing.T) {
	closest := map[float64]float64{}
	for seed := range uint64(9) {
		r := rand.New(rand.NewPCG(seed, 5))
		g := shaped(r, seeds.Size(1000, 450), seed)
		var lengths []float64
		if seed >= 4 {
			lengths = randomLengths(r, g)
		}
		exact, err := Betweenness(t.Context(), g, lengths)
		if err != nil {
			t.Fatal(err)
		}
		n := float64(g.Len())
		for _, epsilon := range []float64{0.3, 0.15} {
			sample, err := SampledBetweenness(t.Context(), g, lengths, Sampling{Epsilon: epsilon, Delta: 0.1, Seed: seed})
			if err != nil {
				t.Fatal(err)
			}
			if sample.Sources >= g.Len() || !(sample.Epsilon > 0 && sample.Epsilon <= epsilon) || sample.Delta != 0.1 {
				t.Errorf("seed %d: got %d sources and epsilon %v", seed, sample.Sources, sample.Epsilon)
			}
			for v, x := range sample.Vertices {
				off := math.Abs(x-exact[v]) / ((n - 1) * (n - 2))
				closest[epsilon] = max(closest[epsilon], off/sample.Epsilon)
				if off > sample.Epsilon {
					t.Errorf("seed %d, vertex %d: off by %v, more than %v", seed, v, off, sample.Epsilon)
				}
			}
		}
	}
	t.Logf("errors reach, of the bound: %v", closest)
}

// TestSampledBetweennessStops has graphs on which the first sample is too small.
// One grows until the empirical bound is small enough, the other, where shares
// are all or nothing, until Hoeffding's inequality holds.
func TestSampledBetweennessStops(t *testing.T) {
	for name, test := range map[string]struct {
		n, behind int // half of the vertices have ways to as many, all through 0
		epsilon   float64
		empirical bool
	}{
		"empirical": {12000, 6000, 0.025, true},
		"Hoeffding": {6000, 5999, 0.05, false},
	} {
		var edges [][2]int
		for v := range test.n / 2 {
			edges = append(edges, [2]int{1 + v, 0})
		}
		for v := range test.behind {
			edges = append(edges, [2]int{0, test.n - 1 - v})
		}
		o := Sampling{Epsilon: test.epsilon, Delta: 0.1}
		sample, err := SampledBetweenness(t.Context(), New(test.n, edges), nil, o)
		if err != nil {
			t.Fatal(err)
		}
		n, k := float64(test.n), sample.Sources
		enough := int(1 + math.Log(4*n/o.Delta)/(2*math.Pow(o.Epsilon*(n-1)/n, 2)))
		if first := newBounds(test.n, o).first; k <= first || k > enough || (k < enough) != test.empirical || (sample.Epsilon < o.Epsilon) != test.empirical {
			t.Errorf("%s: got epsilon %v after %d sources; %d were first, %d are enough", name, sample.Epsilon, k, first, enough)
		}
		exact := float64(test.n/2) * float64(test.behind)
		if off := math.Abs(sample.Vertices[0]-exact) / ((n - 1) * (n - 2)); off > sample.Epsilon {
			t.Errorf("%s: off by %v, more than %v", name, off, sample.Epsilon)
		}
	}
}

// TestBernstein compares with values worked out by hand, for shares of 11 vertices
// from 8 sources and a logarithm of 3.5: 11/10 (deviation / 9 + 7 x 3.5 / (3 x 7)).
func TestBernstein(t *testing.T) {
	for name, test := range map[string]struct {
		shares [8]float64
		want   float64
	}{
		"no variance": {[8]float64{2, 2, 2, 2, 2, 2, 2, 2}, 77. / 60},
		// The variance is 2 x 9^2 / 7, the deviation sqrt(2 x 162/7 x 3.5 / 8) = 4.5.
		"variance": {[8]float64{9, 0, 9, 0, 9, 0, 9, 0}, 11. / 6},
	} {
		total := sums{vertices: make([]float64, 2), squares: make([]float64, 2)}
		for _, x := range test.shares {
			total.vertices[1] += x
			total.squares[1] += x * x
		}
		b := bounds{n: 11, log: 3.5}
		if got := b.bernstein(&total, 8); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%s: got %v, want %v", name, got, test.want)
		}
	}
}

// TestSampledBetweennessMean takes the mean of many estimates on a way, where
// much depends on which vertices are drawn.
func TestSampledBetweennessMean(t *testing.T) {
	const n, seeds = 600, 100
	var edges [][2]int
	exact, estimated := 0.0, 0.0
	for v := range n - 1 {
		edges = append(edges, [2]int{v, v + 1})
		exact += float64(v) * float64(n-1-v)
	}
	g := New(n, edges)
	for seed := range uint64(seeds) {
		sample, err := SampledBetweenness(t.Context(), g, nil, Sampling{Epsilon: 0.5, Delta: 0.1, Seed: seed})
		if err != nil || sample.Sources >= n {
			t.Fatal(err, sample.Sources)
		}
		for _, x := range sample.Vertices {
			estimated += x / seeds
		}
	}
	if ratio := estimated / exact; math.Abs(ratio-1) > 0.03 {
		t.Errorf("estimates are %.3f of the exact sum, in the mean", ratio)
	}
}

// TestSquares compares with searches from one source at a time.
func TestSquares(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 0))
	g := randomGraph(r, 300, 1200)
	for _, lengths := range [][]float64{nil, randomLengths(r, g)} {
		a := newAdjacency(g, lengths)
		together := newSums(a, false)
		together.squares = make([]float64, a.len())
		want := together.like().squares
		sources := a.sources()
		if err := together.add(t.Context(), a, sources); err != nil {
			t.Fatal(err)
		}
		for i := range sources {
			one := newSums(a, false)
			if err := one.add(t.Context(), a, sources[i:i+1]); err != nil {
				t.Fatal(err)
			}
			for v, x := range one.vertices {
				want[v] += x * x
			}
		}
		if !slices.EqualFunc(together.squares, want, near) {
			t.Error("squares are not those of the searches one by one")
		}
	}
}

func TestSampledBetweennessExact(t *testing.T) {
	for n := range 4 {
		g := New(n, nil)
		if n == 3 {
			g = New(3, [][2]int{{0, 1}, {1, 2}})
		}
		got, err := SampledBetweenness(t.Context(), g, nil, Sampling{Epsilon: 0.1, Delta: 0.1})
		want := []float64{0, 1, 0}[:n]
		if n < 3 {
			want = make([]float64, n)
		}
		if err != nil || !slices.Equal(got.Vertices, want) || got.Epsilon != 0 || got.Sources != n {
			t.Errorf("%d vertices: got %+v, %v", n, got, err)
		}
	}
	for _, o := range []Sampling{{Epsilon: 0, Delta: 0.1}, {Epsilon: 0.1, Delta: 0}, {Epsilon: 0.1, Delta: 1}, {Epsilon: math.NaN(), Delta: 0.1}} {
		if _, err := SampledBetweenness(t.Context(), New(1, nil), nil, o); err == nil {
			t.Errorf("%+v: got no error", o)
		}
	}
}
