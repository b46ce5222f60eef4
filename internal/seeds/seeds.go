// Package seeds says how many random inputs a test tries, and which: all of them,
// or a few where the run is to be short.
package seeds

import (
	"flag"
	"iter"
	"testing"
)

var first = flag.Uint64("seed", 0, "the first seed of random inputs")

// few is of how many inputs a run tries one that is short, or under the race
// detector, which makes a comparison ten times as slow and looks for other faults
// than the values that it compares.
const few = 30

// Count returns how many of full inputs to try, at least one.
func Count(full int) int {
	if !All() {
		full /= few
	}
	return max(1, full)
}

// First returns the seed of the first input, which the flag -seed sets.
func First() uint64 { return *first }

// Each returns the seeds of Count(full) inputs, in order.
func Each(full int) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for i := range uint64(Count(full)) {
			if !yield(*first + i) {
				return
			}
		}
	}
}

// All reports whether every input is tried, so that a test can expect to have seen
// enough of each sort.
func All() bool { return !testing.Short() && !Race }
