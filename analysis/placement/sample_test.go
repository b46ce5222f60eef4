package placement

import (
	"fmt"
	"math"
	"testing"

	"tasuki/internal/graphtext"
)

// TestDrawnReadingsAreAlike draws the readings of a task that has few, and
// counts each.
func TestDrawnReadingsAreAlike(t *testing.T) {
	groups := UncertainGroups(graphtext.Graph(t, "1: a*?b|c b*?c\n2: d*\n"))
	for range 2 {
		seen := map[string]int{}
		for _, outcomes := range SampleOf(groups, Sample{Size: 30_000, Seed: 7}) {
			seen[fmt.Sprint(outcomes[0])]++
		}
		if len(seen) != 4 {
			t.Errorf("drawn: %v, want 4 readings: ab, ac, bc, cb", seen)
		}
		for o, n := range seen {
			if n < 7200 || n > 7800 {
				t.Errorf("%s was drawn %d times in 30,000", o, n)
			}
		}
		groups[0].Outcomes = nil // drawn mark by mark, as where they are too many to list
	}
}

func TestWilson(t *testing.T) {
	for _, test := range []struct {
		hits, n   int
		low, high float64
	}{{0, 10, 0, 27.753}, {5, 10, 23.659, 76.341}, {1940, 2000, 96.158, 97.662}, {10, 10, 72.247, 100}} {
		low, high := wilson(test.hits, test.n)
		if math.Abs(low-test.low) > 2e-3 || math.Abs(high-test.high) > 2e-3 {
			t.Errorf("%d of %d: got %.3f to %.3f, want %.3f to %.3f", test.hits, test.n, low, high, test.low, test.high)
		}
	}
}
