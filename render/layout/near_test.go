package layout

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestNearChangesNoCut cuts pages with all blocks and with those that are near.
func TestNearChangesNoCut(t *testing.T) {
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 0))
		blocks := make([]Interval, 1+r.IntN(40))
		for i := range blocks {
			blocks[i].From = float64(r.IntN(200))
			blocks[i].To = blocks[i].From + float64(r.IntN(20))
		}
		slices.SortFunc(blocks, func(a, b Interval) int { return cmp.Compare(a.From, b.From) })
		from, room := float64(r.IntN(200)), float64(1+r.IntN(50))
		near := Near(from, room, blocks)
		want, got := Cut(from, 220, room, blocks), Cut(from, 220, room, near)
		if got != want || Clear(want, room, near) != Clear(want, room, blocks) {
			t.Fatalf("seed %d: a page of %v from %v ends at %v, with %v of %v at %v", seed, room, from, want, near, blocks, got)
		}
	}
}
