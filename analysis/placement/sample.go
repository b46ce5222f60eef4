package placement

import (
	"math/bits"
	"slices"

	"tasuki/analysis/exact"
)

// Sample says how readings were drawn where they are too many to count: each
// uncertain mark alike among its organizations, drawn again when an organization
// has a role twice in a task, so that every reading is equally likely.
type Sample struct {
	Size int `json:"size"` // readings drawn
	Seed int `json:"seed"` // of the SplitMix64 generator that drew them
}

// Sampling is how many readings are drawn where they cannot be counted. The
// standard error of a proportion is then at most 1.1 points.
var Sampling = Sample{Size: 2000, Seed: 1}

// maxTries is how often the marks of one role in one task are drawn until no
// organization has two of them.
const maxTries = 1000

// SampleOf draws readings: of each the outcome of every group. It is nil when a
// group has too few outcomes among its draws to hit one.
func SampleOf(groups []Group, s Sample) [][][]int {
	random := splitMix(s.Seed)
	list := make([][][]int, s.Size)
	for i := range list {
		list[i] = make([][]int, len(groups))
		for j, gr := range groups {
			o, ok := random.outcome(gr)
			if !ok {
				return nil
			}
			list[i][j] = o
		}
	}
	return list
}

// splitMix is a generator of numbers that its seed determines: SplitMix64
// (Steele, Lea and Flood, OOPSLA 2014).
type splitMix uint64

func (s *splitMix) next() uint64 {
	*s += 0x9e3779b97f4a7c15
	z := uint64(*s)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n-1. The bias is below n / 2^64.
func (s *splitMix) below(n int) int {
	high, _ := bits.Mul64(s.next(), uint64(n))
	return int(high)
}

// outcome draws an outcome of a group, each alike.
func (s *splitMix) outcome(gr Group) ([]int, bool) {
	if gr.Outcomes != nil {
		return gr.Outcomes[s.below(len(gr.Outcomes))], true
	}
	for range maxTries {
		var o []int
		for _, choice := range gr.Choices {
			org := choice[s.below(len(choice))]
			if org != exact.Nobody && (slices.Contains(o, org) || slices.Contains(gr.Fixed, org)) {
				break
			}
			o = append(o, org)
		}
		if len(o) == len(gr.Choices) {
			return o, true
		}
	}
	return nil, false
}
