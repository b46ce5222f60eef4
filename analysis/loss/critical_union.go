package loss

import (
	"slices"
)

// known returns the sets at hand that break the flow.
func (c MinimalSets) known() [][]int {
	if c.found == 0 && c.Upper != nil {
		return [][]int{c.Upper}
	}
	return c.Sets
}

// unknownFrom returns the fewest members that a set may have which is not at
// hand; n + 1 when there is no such set of n organizations.
func (c MinimalSets) unknownFrom(n int) int {
	switch {
	case c.found > len(c.Sets):
		return min(c.Below, len(c.Sets[len(c.Sets)-1]))
	case c.Complete:
		return n + 1
	}
	return c.Below
}

// anyFlow returns the smallest sets that break at least one flow.
func anyFlow(flows []MinimalSets, n int) MinimalSets {
	c := MinimalSets{Sets: [][]int{}, Below: n + 1}
	for _, f := range flows {
		c.Below = min(c.Below, f.unknownFrom(n))
		if f.Upper != nil && (c.Upper == nil || len(f.Upper) < len(c.Upper)) {
			c.Upper = f.Upper
		}
	}
	if c.Upper == nil {
		c.Complete = true
		return c
	}
	for _, f := range flows {
		for _, set := range f.known() {
			if len(set) == len(c.Upper) {
				c.Sets = append(c.Sets, set)
			}
		}
	}
	slices.SortFunc(c.Sets, slices.Compare)
	c.Sets = slices.CompactFunc(c.Sets, slices.Equal)
	c.Upper, c.found = c.Sets[0], len(c.Sets)
	c.Sets = c.Sets[:min(mostListed, c.found)]
	return c
}

// everyFlow returns the smallest set that breaks all flows, as far as the worst
// losses tell it.
func everyFlow(worst []WorstLoss, flows int) CriticalSets {
	s := CriticalSets{Known: KnowAll, Sets: [][]string{}}
	lower := slices.IndexFunc(worst, func(w WorstLoss) bool { return w.Broken.Upper == flows })
	upper := slices.IndexFunc(worst, func(w WorstLoss) bool { return w.Broken.Lower == flows })
	if upper < 0 {
		return s
	}
	size := Between(worst[lower].Size, worst[upper].Size)
	return CriticalSets{Size: &size, Known: KnowSome, Count: 1, Sets: [][]string{worst[upper].Broken.Organizations}}
}

// boundRobust searches for the largest set that can be missed: what is left
// when the smallest set that has a member of every critical set is kept.
func (r lossReading) boundRobust(flows []MinimalSets, nodes int) *RobustSet {
	n := len(r.orgs)
	var all []bitset
	unknown := false
	for _, f := range flows {
		for _, set := range f.known() {
			all = append(all, newBitset(n, set))
		}
		unknown = unknown || f.unknownFrom(n) <= n
	}
	search := NewMinimalSearch(n, func(keep []bool) bool {
		kept := newBitset(n, marked(keep))
		return !slices.ContainsFunc(all, func(set bitset) bool { return !set.meets(kept) })
	})
	search.Smallest = true
	keep := search.Run(mostListed, nodes)
	most := n - min(keep.Below, len(keep.Upper))
	if unknown {
		missed := r.missable()
		return &RobustSet{Size: Between(len(missed), most), Count: 1, Sets: [][]string{r.ids(missed)}}
	}
	s := &RobustSet{Size: Between(n-len(keep.Upper), most), Complete: keep.Below > len(keep.Upper), Count: max(keep.found, 1), Sets: [][]string{}}
	var missed [][]int
	for _, set := range keep.known() {
		missed = append(missed, apart(n, set))
	}
	slices.SortFunc(missed, slices.Compare)
	for _, set := range missed {
		s.Sets = append(s.Sets, r.ids(set))
	}
	return s
}

// missable returns a set that can be missed with no flow broken, and to which
// no other participant can be added: those with the fewest tasks first.
func (r lossReading) missable() []int {
	order := byDegree(r.g, r.orgs)
	slices.Reverse(order)
	gone := make([]bool, len(r.orgs))
	for _, o := range order {
		gone[o] = true
		gone[o] = !slices.ContainsFunc(r.flows, func(f FlowCondition) bool { return f.Breaks(gone) })
	}
	return marked(gone)
}

// apart returns the numbers from 0 to n-1 that are not in a set.
func apart(n int, set []int) []int {
	rest := []int{}
	for o := range n {
		if !slices.Contains(set, o) {
			rest = append(rest, o)
		}
	}
	return rest
}
