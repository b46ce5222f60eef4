package layout

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/internal/seeds"
)

func randomPoint(random *rand.Rand) Point {
	return Point{math.Round(400 * random.Float64()), math.Round(400 * random.Float64())}
}

// A piece of a curve runs where the curve does, from its one end to the other.
func TestPieceOfCurve(t *testing.T) {
	for seed := range seeds.Each(200) {
		random := rand.New(rand.NewPCG(seed, 71))
		c := curve{randomPoint(random), randomPoint(random), randomPoint(random), randomPoint(random)}
		from, to := random.Float64(), random.Float64()
		piece := c.part(from, to)
		for k := range 11 {
			s := float64(k) / 10
			if got, want := piece.at(s), c.at(from+(to-from)*s); math.Hypot(got.X-want.X, got.Y-want.Y) > 1e-6 {
				t.Fatalf("seed %d: the piece from %g to %g stands at %v, the curve at %v", seed, from, to, got, want)
			}
		}
	}
}

// A bent curve joins its points and passes their middle at the distance asked
// for, to the left of its direction on the page.
func TestBentCurve(t *testing.T) {
	for _, x := range []struct {
		p, q Point
		bow  float64
		want Point // the middle
	}{
		{Point{0, 0}, Point{100, 0}, 20, Point{50, -20}}, // to the right: left is up
		{Point{100, 0}, Point{0, 0}, 20, Point{50, 20}},
		{Point{0, 0}, Point{0, 100}, 10, Point{10, 50}}, // down: left is to the right
		{Point{0, 0}, Point{100, 0}, -20, Point{50, 20}},
		{Point{0, 0}, Point{100, 0}, 0, Point{50, 0}},
		{Point{7, 7}, Point{7, 7}, 30, Point{7, 7}}, // of no length
	} {
		c := bent(x.p, x.q, x.bow)
		if got := c.at(0.5); !near(got, x.want) || c.at(0) != x.p || c.at(1) != x.q {
			t.Errorf("bent(%v, %v, %g) runs through %v, want %v", x.p, x.q, x.bow, got, x.want)
		}
	}
}

// randomChain returns level and upright lines on end, some of no length and some
// in one direction, that never turn back.
func randomChain(random *rand.Rand) []Point {
	chain := []Point{randomPoint(random)}
	across, down := float64(1-2*random.IntN(2)), float64(1-2*random.IntN(2))
	for range 1 + random.IntN(8) {
		p := chain[len(chain)-1]
		by := math.Round(60 * random.Float64())
		if random.IntN(4) == 0 {
			by = 0
		}
		if random.IntN(2) == 0 {
			p.X += across * by
		} else {
			p.Y += down * by
		}
		chain = append(chain, p)
	}
	return chain
}

// A straightened chain has the ends of the chain, no point twice in a row and
// none that could be left out, and every point of the chain still lies on it.
func TestStraightened(t *testing.T) {
	on := func(p, a, b Point) bool {
		return math.Abs(math.Hypot(p.X-a.X, p.Y-a.Y)+math.Hypot(p.X-b.X, p.Y-b.Y)-math.Hypot(a.X-b.X, a.Y-b.Y)) < 1e-6
	}
	for seed := range seeds.Each(500) {
		chain := randomChain(rand.New(rand.NewPCG(seed, 72)))
		got := Straightened(chain)
		if got[0] != chain[0] || !near(got[len(got)-1], chain[len(chain)-1]) {
			t.Fatalf("seed %d: %v ends otherwise than %v", seed, got, chain)
		}
		for _, p := range chain {
			if len(got) > 1 && distance(p, got) > 1e-6 {
				t.Fatalf("seed %d: %v does not run through %v", seed, got, p)
			}
		}
		for i := 1; i < len(got); i++ {
			if near(got[i-1], got[i]) || i > 1 && on(got[i-1], got[i-2], got[i]) {
				t.Fatalf("seed %d: %v of %v can do without a point", seed, got, chain)
			}
		}
	}
}

// A rounded chain joins its ends without a gap, stays within a radius of the
// chain, and cuts every corner.
func TestRounded(t *testing.T) {
	for seed := range seeds.Each(500) {
		chain := Straightened(randomChain(rand.New(rand.NewPCG(seed, 73))))
		if len(chain) < 2 {
			continue
		}
		got := Rounded(chain)
		if len(got)%3 != 1 || got[0] != chain[0] || !near(got[len(got)-1], chain[len(chain)-1]) {
			t.Fatalf("seed %d: %v are no curves along %v", seed, got, chain)
		}
		for _, p := range (Arrow{Points: got, HeadTip: got[0]}).along() {
			if distance(p, chain) > cornerRadius {
				t.Fatalf("seed %d: the curve stands at %v, the chain is %v", seed, p, chain)
			}
		}
		for _, corner := range chain[1 : len(chain)-1] {
			if slices.Contains(got, corner) {
				t.Fatalf("seed %d: the corner %v is sharp", seed, corner)
			}
		}
	}
}

// distance returns how far a point is from the nearest line of a chain.
func distance(p Point, chain []Point) float64 {
	least := math.Inf(1)
	for i := 1; i < len(chain); i++ {
		a, b := chain[i-1], chain[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		along := ((p.X-a.X)*(b.X-a.X) + (p.Y-a.Y)*(b.Y-a.Y)) / length
		foot := Towards(a, b, max(0, along))
		least = min(least, math.Hypot(p.X-foot.X, p.Y-foot.Y))
	}
	return least
}
