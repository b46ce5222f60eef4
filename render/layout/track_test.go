package layout

import (
	"math/rand/v2"
	"testing"

	"tasuki/internal/seeds"
)

// randomSegments returns segments of one channel, no two of which begin or end at
// one place.
func randomSegments(random *rand.Rand, n int) []*segment {
	places := random.Perm(2*n + 3)
	var list []*segment
	for i := range n {
		list = append(list, &segment{
			begin: float64(places[2*i]), end: float64(places[2*i+1]),
			fromUp: random.IntN(2) == 0, toUp: random.IntN(2) == 0,
		})
	}
	return list
}

// crossed counts the crossings of segments in tracks, by where their upright
// pieces run.
func crossed(list []*segment) int {
	n := 0
	for _, a := range list {
		for _, b := range list {
			for _, end := range []struct {
				at float64
				up bool
			}{{a.begin, a.fromUp}, {a.end, a.toUp}} {
				if a != b && b.low() < end.at && end.at < b.high() && end.up == (b.track < a.track) {
					n++
				}
			}
		}
	}
	return n
}

// No two segments share a piece of a track, and they cross little more often than in
// the best of all orders.
func TestTracks(t *testing.T) {
	got, least, worst := 0, 0, 0
	for seed := range seeds.Each(2000) {
		list := randomSegments(rand.New(rand.NewPCG(seed, 23)), 1+int(seed%6))
		count := setTracks(list)
		for i, a := range list {
			if a.track < 0 || a.track >= count {
				t.Fatalf("seed %d: track %d of %d", seed, a.track, count)
			}
			for _, b := range list[:i] {
				if a.track == b.track && a.low() <= b.high() && b.low() <= a.high() {
					t.Fatalf("seed %d: %+v and %+v share a track", seed, *a, *b)
				}
			}
		}
		got += crossed(list)
		best, most := bounds(list)
		least, worst = least+best, worst+most
	}
	if seeds.All() && (got > least+least/20 || worst < 2*least) {
		t.Errorf("%d crossings, %d in the best orders, %d in the worst", got, least, worst)
	}
}

// bounds counts the crossings in the best and in the worst order of segments, each
// in a track of its own.
func bounds(list []*segment) (least, most int) {
	least = -1
	var try func(k int)
	try = func(k int) {
		if k == len(list) {
			n := crossed(list)
			if least < 0 || n < least {
				least = n
			}
			most = max(most, n)
			return
		}
		for i := k; i < len(list); i++ {
			list[k], list[i] = list[i], list[k]
			list[k].track = k
			try(k + 1)
			list[k], list[i] = list[i], list[k]
		}
	}
	try(0)
	return least, most
}
