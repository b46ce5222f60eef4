package observe

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/graph/eventlog"
	"tasuki/internal/seeds"
)

// TestQuantiles compares the quantiles of waits that are merged in parts with those of the
// sorted waits: equal up to ExactWaits, within WaitError beyond.
func TestQuantiles(t *testing.T) {
	for seed := range seeds.Each(200) {
		r := rand.New(rand.NewPCG(seed, 11))
		n := []int{1, 2, 9, 10, ExactWaits, ExactWaits + 1, 3000}[seed%7]
		parts := []*waits{{}, {}, {}}
		whole := &waits{}
		var all []int64
		for range n {
			v := 1 + int64(math.Exp(r.Float64()*38))
			all = append(all, v)
			whole.add(5, 5+v)
			parts[r.IntN(3)].add(5, 5+v)
		}
		parts[1].merge(parts[2])
		parts[0].merge(parts[1])
		got := parts[0].result()
		if w := whole.result(); *w.P50 != *got.P50 || *w.P90 != *got.P90 || w.Exact != got.Exact {
			t.Fatalf("seed %d: %d waits in parts have %v and %v, as a whole %v and %v", seed, n, *got.P50, *got.P90, *w.P50, *w.P90)
		}
		slices.Sort(all)
		for _, q := range []struct {
			got    float64
			tenths int
		}{{*got.P50, 5}, {*got.P90, 9}} {
			want := 0.0 // the least that enough do not exceed
			for i, v := range all {
				if (i+1)*10 >= n*q.tenths {
					want = float64(v) / minute
					break
				}
			}
			if off := math.Abs(q.got-want) / want; got.Exact != (n <= ExactWaits) || got.Exact && off != 0 || off > WaitError {
				t.Fatalf("seed %d: the quantile %d/10 of %d waits is %v, want %v", seed, q.tenths, n, q.got, want)
			}
		}
	}
}

func TestWaitsThatAreNone(t *testing.T) {
	w := &waits{}
	w.add(7, 7)
	w.add(7, 6)
	w.add(7, eventlog.NoTime)
	w.add(eventlog.NoTime, 7)
	w.add(0, day)
	w.add(0, day+1)
	w.add(math.MinInt64+1, math.MaxInt64)
	got := w.result()
	got.P50, got.P90 = nil, nil
	if want := (Wait{Measured: 3, Zero: 1, Negative: 1, Untimed: 2, WholeDays: 1, Exact: true}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
