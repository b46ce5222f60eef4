package network

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestSampledBetweennessBound checks the bound against exact values. With delta
// 0.1 it may fail for one seed in ten; it is not tight, and fails for none.
func TestSampledBetweennessBound(t *testing.T) {
	for _, epsilon := range []float64{0.3, 0.15} {
		closest := 0.0
		for seed := range uint64(15) {
			r := rand.New(rand.NewPCG(seed, 5))
			g := shaped(r, 1000, seed)
			var lengths []float64
			if seed%2 == 0 {
				lengths = randomLengths(r, g)
			}
			exact, err := Betweenness(t.Context(), g, lengths)
			sample, errSample := SampledBetweenness(t.Context(), g, lengths, Sampling{Epsilon: epsilon, Delta: 0.1, Seed: seed})
			if err != nil || errSample != nil {
				t.Fatal(err, errSample)
			}
			if sample.Sources >= g.Len() || !(sample.Epsilon > 0 && sample.Epsilon <= epsilon) || sample.Delta != 0.1 {
				t.Errorf("seed %d: got %d sources and epsilon %v", seed, sample.Sources, sample.Epsilon)
			}
			n := float64(g.Len())
			for v, x := range sample.Vertices {
				off := math.Abs(x-exact[v]) / ((n - 1) * (n - 2))
				closest = max(closest, off/sample.Epsilon)
				if off > sample.Epsilon {
					t.Errorf("seed %d, vertex %d: off by %v, more than %v", seed, v, off, sample.Epsilon)
				}
			}
		}
		t.Logf("epsilon %v: errors reach %.0f %% of the bound", epsilon, 100*closest)
	}
}
