package network

import (
	"context"
	"math"
	"math/bits"

	"tasuki/graph/said"
)

// Sampling says how close an estimate of betweenness is to come.
type Sampling struct {
	// Epsilon is the largest error of a normalized betweenness, above 0.
	Epsilon float64
	// Delta is the chance, between 0 and 1, that the error of some vertex is
	// larger.
	Delta float64
	// Seed determines the sample.
	Seed uint64
}

// Sample is an estimate of betweenness.
type Sample struct {
	Vertices []float64 // as of [Betweenness]
	// With a chance of at least 1 - Delta no value of Vertices, divided by
	// (n-1)(n-2), is further than Epsilon from the exact one. Epsilon is at most
	// what was asked for, and 0 when the values are exact.
	Epsilon, Delta float64
	// Sources is how many vertices were drawn, one drawn twice counting twice; when
	// the values are exact, all vertices, though no way begins at some of them.
	Sources int
}

// SampledBetweenness estimates the betweenness of every vertex of g from
// searches that start at random vertices, drawn independently: n times their mean
// share of the shortest ways is the sum that [Betweenness] computes. It is for
// graphs on which that takes too long. Lengths and errors are the same; the same
// seed gives the same result for any number of workers.
//
// The sample doubles until the error is small enough for all vertices at once,
// by the empirical Bernstein bound of Maurer and Pontil (COLT 2009, Theorem 4),
// to which half of Delta goes: it is small where shares are small. The other half
// is for Hoeffding's inequality (J. Am. Stat. Assoc. 58(301), 1963), by which
// about ln(4n/Delta) / (2 Epsilon^2) sources are enough in any case. A sample of n
// sources or more would cost more than the exact values; it returns these then.
func SampledBetweenness(ctx context.Context, g *Graph, lengths []float64, o Sampling) (Sample, error) {
	if !(o.Epsilon > 0) || !(o.Delta > 0 && o.Delta < 1) {
		return Sample{}, said.Errorf("sampling with epsilon %v and delta %v; give an epsilon above 0 and a delta between 0 and 1", o.Epsilon, o.Delta)
	}
	if err := checkLengths(g, lengths); err != nil {
		return Sample{}, err
	}
	a := newAdjacency(g, lengths)
	b := newBounds(a.len(), o)
	total := newSums(a, false)
	total.squares = make([]float64, a.len())
	r := random(o.Seed)
	for k, next := 0, b.first; ; next = min(2*next, b.enough) {
		if a.len() < 3 || next >= a.len() {
			exact := newSums(a, false)
			err := exact.add(ctx, a, a.sources())
			return Sample{Vertices: exact.of(a).vertices, Delta: o.Delta, Sources: a.len()}, err
		}
		if err := total.add(ctx, a, r.draw(next-k, a.len())); err != nil {
			return Sample{}, err
		}
		if k = next; k == b.enough || b.bernstein(&total, k) <= o.Epsilon {
			return b.sample(a, &total, k), nil
		}
	}
}

// bounds are the bounds of the error of a sample.
type bounds struct {
	Sampling
	n             float64
	log           float64 // ln(4 / the chance of an error at one vertex in one round)
	first, enough int     // smallest and largest number of sources
}

func newBounds(n int, o Sampling) bounds {
	b := bounds{Sampling: o, n: float64(n)}
	rounds := 1 + math.Ceil(max(0, -math.Log2(o.Epsilon)))
	b.log = math.Log(8 * b.n * rounds / o.Delta)
	epsilon := o.Epsilon * (b.n - 1) / b.n
	limit := float64(n)
	b.first = int(min(limit, 2+14*b.log/(3*epsilon)))
	b.enough = max(b.first, int(min(limit, 1+math.Log(4*b.n/o.Delta)/(2*epsilon*epsilon))))
	return b
}

// bernstein returns the largest error of a normalized betweenness by the sums
// over k sources. The share of the shortest ways from a source through a vertex is
// at most n-2; its mean over the sources times n is the betweenness.
func (b *bounds) bernstein(total *sums, k int) float64 {
	count, largest := float64(k), 0.0
	for v, sum := range total.vertices {
		largest = max(largest, (total.squares[v]-sum*sum/count)/(count-1))
	}
	deviation := math.Sqrt(2*largest*b.log/count) / (b.n - 2)
	return b.n / (b.n - 1) * (deviation + 7*b.log/(3*(count-1)))
}

// sample returns the estimate from the sums over k sources.
func (b *bounds) sample(a *adjacency, total *sums, k int) Sample {
	s := Sample{Vertices: total.of(a).vertices, Epsilon: min(b.Epsilon, b.bernstein(total, k)), Delta: b.Delta, Sources: k}
	for v := range s.Vertices {
		s.Vertices[v] *= b.n / float64(k)
	}
	return s
}

// random is Steele, Lea and Flood's generator SplitMix64 (OOPSLA 2014): package
// network sees no source of chance but the seed that it is given.
type random uint64

// draw returns k numbers from 0 to n-1.
func (r *random) draw(k, n int) []int32 {
	list := make([]int32, k)
	for i := range list {
		*r += 0x9e3779b97f4a7c15
		x := uint64(*r)
		x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
		x = (x ^ x>>27) * 0x94d049bb133111eb
		high, _ := bits.Mul64(x^x>>31, uint64(n))
		list[i] = int32(high)
	}
	return list
}
