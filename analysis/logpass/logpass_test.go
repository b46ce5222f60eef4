package logpass

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/graph/eventlog"
)

// TestPairs compares indices with those of a map, in the table and beyond it.
func TestPairs(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var p Pairs
	want := map[[2]uint32]int{}
	for range 20_000 {
		most := []int{3, 20, 1025, 2000}[r.IntN(4)]
		a, b := uint32(r.IntN(most)), uint32(r.IntN(most))
		before, known := want[[2]uint32{a, b}]
		if found := p.Find(a, b); known && found != before || !known && found != -1 {
			t.Fatalf("pair %d, %d is at %d before it is asked for", a, b, found)
		}
		i, isNew := p.Index(a, b)
		if known == isNew || known && i != before {
			t.Fatalf("pair %d, %d is at %d, new %v; it was at %d, known %v", a, b, i, isNew, before, known)
		}
		want[[2]uint32{a, b}] = i
	}
	keys := slices.SortedFunc(maps.Keys(want), func(a, b [2]uint32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	for n, i := range p.Sorted() {
		if p.Keys()[i] != keys[n] {
			t.Fatalf("the pair at place %d is %v, want %v", n, p.Keys()[i], keys[n])
		}
	}
}

// counter remembers cases, by their ID and what their events say.
type counter struct{ seen map[string]int64 }

func (c *counter) Add(one eventlog.Case) {
	for _, e := range one.Events {
		c.seen[one.ID] += e.Row
	}
}

func (c *counter) Merge(o *counter) {
	for id, n := range o.seen {
		c.seen[id] += n
	}
}

// TestSpread hands out more cases than fit at once, whose events are overwritten behind it.
func TestSpread(t *testing.T) {
	torn := errors.New("row 7 is torn")
	for _, ending := range []error{nil, torn} {
		want := map[string]int64{}
		cases := func(yield func(eventlog.Case, error) bool) {
			events := make([]eventlog.Event, 5)
			for i := range 20_000 {
				id := fmt.Sprint(i)
				for j := range events {
					events[j].Row = int64(i * j)
					want[id] += int64(i * j)
				}
				if !yield(eventlog.Case{ID: id, Events: events}, nil) {
					return
				}
			}
			if ending != nil {
				yield(eventlog.Case{}, ending)
			}
		}
		to := []*counter{{map[string]int64{}}, {map[string]int64{}}, {map[string]int64{}}}
		if err := Spread(to, cases); !errors.Is(err, ending) {
			t.Fatalf("the error is %v, want %v", err, ending)
		}
		if ending == nil && !maps.Equal(to[0].seen, want) {
			t.Errorf("%d cases came, want %d", len(to[0].seen), len(want))
		}
	}
}
