package layout

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/internal/seeds"
)

func TestCut(t *testing.T) {
	for _, x := range []struct {
		from, to, room float64
		blocks         []Interval
		want           float64
	}{
		{0, 50, 100, []Interval{{10, 40}}, 50},                          // all fits
		{0, 100, 100, nil, 100},                                         // just so
		{0, 300, 100, nil, 100},                                         // nothing is in the way
		{0, 300, 100, []Interval{{90, 110}}, 90},                        // before the block
		{0, 300, 100, []Interval{{70, 91}, {90, 110}}, 70},              // and before one that reaches into it
		{0, 300, 100, []Interval{{90, 110}, {70, 91}}, 70},              // in any order
		{0, 300, 100, []Interval{{100, 120}, {80, 100}}, 100},           // where one ends and another begins
		{0, 300, 100, []Interval{{80, 160}}, 100},                       // a background
		{0, 300, 100, []Interval{{30, 70}, {60, 95}, {90, 110}}, 100},   // too little would stand on the page
		{200, 500, 100, []Interval{{0, 40}, {290, 310}, {90, 99}}, 290}, // of a further page
	} {
		if got := Cut(x.from, x.to, x.room, x.blocks); got != x.want {
			t.Errorf("Cut(%g, %g, %g, %v) = %g, want %g", x.from, x.to, x.room, x.blocks, got, x.want)
		}
	}
}

// Pages that are cut one after the other come to the end, none is higher than
// its room or less than a third full but the last, and each that leaves room cuts
// nothing and could not have gone on.
func TestCutsReachTheEnd(t *testing.T) {
	for seed := range seeds.Each(500) {
		random := rand.New(rand.NewPCG(seed, 61))
		to, room := 1+1000*random.Float64(), 20+200*random.Float64()
		var blocks []Interval
		for range random.IntN(60) {
			from := to * random.Float64()
			blocks = append(blocks, Interval{from, from + 40*random.Float64()})
		}
		cuts := func(at float64) bool {
			return slices.ContainsFunc(blocks, func(b Interval) bool { return b.To-b.From < room/2 && b.From < at && at < b.To })
		}
		for from := 0.0; from < to; {
			end := Cut(from, to, room, blocks)
			if end > from+room || end < from+room/3 && end != to || end > to {
				t.Fatalf("seed %d: a page from %g ends at %g, the room is %g, the end %g", seed, from, end, room, to)
			}
			if end < from+room && end < to && (cuts(end) || !cuts(math.Nextafter(end, to)) || !cuts(from+room)) {
				t.Fatalf("seed %d: a page from %g ends at %g: it cuts a block, or could go on", seed, from, end)
			}
			from = end
		}
	}
}
