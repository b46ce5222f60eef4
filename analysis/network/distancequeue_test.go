package network

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/internal/seeds"
)

// TestDistanceQueue pushes and pops at random, with steps from far below a slot
// up to 1, and compares with a sorted list.
func TestDistanceQueue(t *testing.T) {
	q := newDistanceQueue()
	for seed := range seeds.Each(300) {
		r := rand.New(rand.NewPCG(seed, 6))
		want := []queued{{0, 0}}
		q.push(0, 0)
		for pushed := int32(1); len(want) > 0; {
			vertex, distance, ok := q.pop()
			if first := want[0]; !ok || vertex != first.vertex || distance != first.distance {
				t.Fatalf("seed %d: got %d at %v, %v, want %v", seed, vertex, distance, ok, first)
			}
			want = want[1:]
			for range r.IntN(4) {
				if pushed < 500 {
					x := queued{distance + math.Ldexp(r.Float64(), -r.IntN(16)), pushed}
					q.push(x.distance, x.vertex)
					want = append(want, x)
					pushed++
				}
			}
			slices.SortFunc(want, func(a, b queued) int { return cmp.Compare(a.distance, b.distance) })
		}
		if vertex, _, ok := q.pop(); ok {
			t.Fatalf("seed %d: got %d from an empty queue", seed, vertex)
		}
	}
}
