package network

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/internal/seeds"
)

// TestDistanceQueue pushes and pops at random, and compares with a sorted list: with
// steps from far below a slot up to 1, and with whole ones, no shorter than a slot is
// wide.
func TestDistanceQueue(t *testing.T) {
	coarse, fine := newDistanceQueue(math.Ldexp(1, -16), 1), newDistanceQueue[uint32](5, 999)
	if coarse.fine || !fine.fine {
		t.Fatalf("got fine slots %v for short edges, %v for longer ones", coarse.fine, fine.fine)
	}
	for seed := range seeds.Each(300) {
		r := rand.New(rand.NewPCG(seed, 6))
		compareQueue(t, seed, r, coarse, func() float64 { return math.Ldexp(r.Float64(), -r.IntN(16)) })
		compareQueue(t, seed, r, fine, func() uint32 { return 5 + r.Uint32N(995) })
	}
}

func compareQueue[T distance](t *testing.T, seed uint64, r *rand.Rand, q *distanceQueue[T], step func() T) {
	var want []queued[T]
	distances := make([]T, 500)
	push := func(x queued[T]) {
		q.push(x.distance, x.vertex)
		distances[x.vertex] = x.distance
		want = slices.DeleteFunc(want, func(y queued[T]) bool { return y.vertex == x.vertex })
		want = append(want, x)
		slices.SortFunc(want, func(a, b queued[T]) int { return cmp.Compare(a.distance, b.distance) })
	}
	push(queued[T]{0, 0})
	for pushed := int32(1); len(want) > 0; {
		got := q.next(nil, distances)
		if len(got) == 0 || len(got) > 1 && !q.fine {
			t.Fatalf("seed %d: got %v, want %v", seed, got, want)
		}
		for _, v := range got {
			i := slices.Index(want, queued[T]{distances[v], v})
			if i < 0 || want[i].distance != want[0].distance && !(q.fine && want[i].distance < want[0].distance+4) { // 4: the width of a slot for 5
				t.Fatalf("seed %d: got %v at %v, want %v", seed, v, distances[v], want)
			}
			want = slices.Delete(want, i, i+1)
		}
		for _, v := range got {
			for range r.IntN(4) {
				x := queued[T]{distances[v] + step(), pushed}
				if i := r.IntN(len(want) + 1); i < len(want) && want[i].distance > x.distance {
					x.vertex = want[i].vertex // it is nearer than thought
				} else if pushed++; pushed > 500 {
					pushed--
					continue
				}
				push(x)
			}
		}
	}
	if got := q.next(nil, distances); len(got) > 0 {
		t.Fatalf("seed %d: got %v from an empty queue", seed, got)
	}
}
