package certainty

import (
	"cmp"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/placement"
	"tasuki/graph"
)

// standing compares organizations by their lead marks over all readings.
type standing struct {
	g       *graph.Graph
	groups  []placement.Group
	marks   []int // organization -> lead marks, as the dataset reads
	certain []int // the same without uncertain marks
	lo, hi  []int // the fewest and the most of them in any reading, or bounds
	apart   []int // see apartAbove
}

func newStanding(g *graph.Graph, groups []placement.Group) standing {
	s := standing{g: g, groups: groups}
	leads := placement.OfRole(groups, graph.Lead)
	certain := placement.CertainWorkload(g, leads)
	lo, hi := placement.WorkloadBounds(g, leads)
	for org := range g.Organizations() {
		s.marks = append(s.marks, len(g.Led(org)))
		s.certain = append(s.certain, certain.MarksOf(org))
		s.lo = append(s.lo, lo.MarksOf(org))
		s.hi = append(s.hi, hi.MarksOf(org))
	}
	s.apart = s.apartAbove()
	return s
}

// placed is how many places are looked at.
const placed = 3

// places returns the organizations with the most marks, those with the next
// most, and so on, ascending. An organization without a mark has no place.
func places(marks []int) [placed][]int {
	var sets [placed][]int
	above := slices.Max(append([]int{0}, marks...)) + 1
	for i := range sets {
		most := 0
		for _, n := range marks {
			if n < above {
				most = max(most, n)
			}
		}
		if most == 0 {
			break
		}
		for org, n := range marks {
			if n == most {
				sets[i] = append(sets[i], org)
			}
		}
		above = most
	}
	return sets
}

// counts returns the lead marks of each organization in a reading.
func (s standing) counts(outcomes [][]int) []int {
	marks := slices.Clone(s.certain)
	for i, gr := range s.groups {
		if gr.Role != graph.Lead {
			continue
		}
		for _, org := range outcomes[i] {
			if org != exact.Nobody {
				marks[org]++
			}
		}
	}
	return marks
}

// tracked returns the organizations whose number of marks bears on the first
// places. The others are certainly behind that many different numbers, or keep
// apart from every other number wherever they lie.
func (s standing) tracked(places int) []int {
	var near, list []int
	for org := range s.marks {
		if s.apart[org] < places {
			near = append(near, org)
		}
	}
	for _, org := range near {
		meets := func(other int) bool { return other != org && s.lo[other] <= s.hi[org] && s.lo[org] <= s.hi[other] }
		if s.lo[org] < s.hi[org] && (s.lo[org] == 0 || slices.ContainsFunc(near, meets)) {
			list = append(list, org)
		}
	}
	return list
}

// apartAbove returns of each organization how many others have numbers of marks
// that are above its own and differ from each other in every reading: the largest
// set of disjoint ranges, which taking them by their upper ends gives. It takes
// O(n log n) time.
func (s standing) apartAbove() []int {
	type span struct{ lo, hi int }
	spans := make([]span, len(s.marks))
	for org := range spans {
		spans[org] = span{s.lo[org], s.hi[org]}
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(b.lo, a.lo) })
	// Of those that begin as high as each, or higher, the one that ends first, and
	// how many are apart from there on.
	first := make([]int, len(spans))
	apart := make([]int, len(spans)+1)
	above := func(end int) int { // how many of the spans begin above an end
		i, _ := slices.BinarySearchFunc(spans, end, func(s span, end int) int {
			if s.lo > end {
				return -1
			}
			return 1
		})
		return i
	}
	for i, s := range spans {
		first[i] = s.hi
		if i > 0 {
			first[i] = min(first[i-1], s.hi)
		}
		apart[i+1] = 1 + apart[above(first[i])]
	}
	list := make([]int, len(s.marks))
	for org := range list {
		list[org] = apart[above(s.hi[org])]
	}
	return list
}

// convolution counts readings by the marks that the tracked organizations have.
func (s standing) convolution(places int) (t *placement.Convolution, orgs []int, ok bool) {
	orgs = s.tracked(places)
	at := slices.Repeat([]int{exact.Nobody}, len(s.marks))
	for i, org := range orgs {
		at[org] = i
	}
	t, ok = placement.NewConvolution(s.groups, len(orgs), func(_ placement.Group, outcome, sums []int) {
		for _, org := range outcome {
			if org != exact.Nobody && at[org] != exact.Nobody {
				sums[at[org]]++
			}
		}
	}, placement.MaxWork)
	return t, orgs, ok
}

// with returns the marks of each organization, those of the tracked ones given.
func (s standing) with(orgs, sums []int) []int {
	marks := slices.Clone(s.marks)
	for i, org := range orgs {
		marks[org] = s.certain[org] + sums[i]
	}
	return marks
}
