package loss

import (
	"math/bits"
)

// FlowCritical are the critical sets of one flow.
type FlowCritical struct {
	Flow string `json:"flow"` // its ID
	CriticalSets

	// EveryStart are those whose loss leaves one of its starts at least without a way,
	// where it has several; the others leave none of them any.
	EveryStart *CriticalSets `json:"every_start,omitempty"`

	// Enough are the sets of organizations that keep the flow going when all others are
	// lost, and none of whose members can be left out: its minimal path sets, in the
	// terms of fault trees, as those above are its minimal cut sets. Size is null when
	// nothing is left with everybody present.
	Enough CriticalSets `json:"enough"`
}

// CriticalSets are sets of organizations whose loss breaks a flow, or any, or
// every flow, and none of whose members can be left out: as soon as one of them
// is back, it is no longer so.
type CriticalSets struct {
	Size  *Bounds    `json:"size"`  // members of the smallest; null when no loss does it
	Known Known      `json:"known"` // which of the sets were found
	Count int        `json:"count"` // sets found
	Sets  [][]string `json:"sets"`  // the first 1,000 of them: fewest members first, then by ID. The first has Size.Upper members
}

// Known says which sets a search found.
type Known string

// What a search found.
const (
	KnowAll      Known = "all"      // every set from which no member can be left out
	KnowSmallest Known = "smallest" // every set with the fewest members, and perhaps others
	KnowSome     Known = "some"     // there may be others, and, when the size is not exact, within these
)

// RobustSet is the largest set of organizations that can be missed with no flow
// broken.
type RobustSet struct {
	Size     Bounds     `json:"size"`     // how many there are in it
	Complete bool       `json:"complete"` // no other set is as large as those found
	Count    int        `json:"count"`    // sets with Size.Lower members that were found
	Sets     [][]string `json:"sets"`     // the first 1,000 of them, by ID
}

// critical returns the result of sets of participants.
func (r lossReading) critical(c MinimalSets) CriticalSets {
	s := CriticalSets{Known: KnowSome, Count: c.found, Sets: [][]string{}}
	for _, set := range c.Sets {
		s.Sets = append(s.Sets, r.ids(set))
	}
	switch {
	case c.Complete:
		s.Known = KnowAll
	case c.Below > len(c.Upper):
		s.Known = KnowSmallest
	case c.found == 0:
		s.Count, s.Sets = 1, append(s.Sets, r.ids(c.Upper))
	}
	if c.Upper != nil {
		size := Between(min(c.Below, len(c.Upper)), len(c.Upper))
		s.Size = &size
	}
	return s
}

// combined returns the bitmaps of the losses that break any and every flow.
func combined(bitmaps [][]uint64) (anyFlow, everyFlow []uint64) {
	anyFlow, everyFlow = make([]uint64, len(bitmaps[0])), make([]uint64, len(bitmaps[0]))
	for w := range anyFlow {
		everyFlow[w] = ^uint64(0)
		for _, bitmap := range bitmaps {
			anyFlow[w] |= bitmap[w]
			everyFlow[w] &= bitmap[w]
		}
	}
	return anyFlow, everyFlow
}

// robust returns the largest sets that are not in a bitmap.
func (r lossReading) robust(broken []uint64) *RobustSet {
	n := len(r.orgs)
	_, valid := wordsOf(n)
	most, count := -1, 0
	var sets []uint32
	for w := len(broken) - 1; w >= 0; w-- {
		for left := ^broken[w] & valid; left != 0; {
			last := bits.Len64(left) - 1
			left &^= 1 << last
			s := uint32(w<<6 + last)
			size := bits.OnesCount32(s)
			if size > most {
				most, count, sets = size, 0, nil
			}
			if size == most {
				if count++; count <= mostListed {
					sets = append(sets, s)
				}
			}
		}
	}
	robust := &RobustSet{Size: Exactly(max(most, 0)), Complete: true, Count: count, Sets: [][]string{}}
	for _, s := range sets {
		robust.Sets = append(robust.Sets, r.ids(membersOf(n, s)))
	}
	return robust
}

// searchedFlow returns what is said of a flow whose critical sets a search found.
func (r lossReading) searchedFlow(flow int, found MinimalSets, nodes int) FlowCritical {
	f, n := r.flows[flow], len(r.orgs)
	c := FlowCritical{Flow: f.Flow.ID, CriticalSets: r.critical(found)}
	c.Enough = r.critical(NewMinimalSearch(n, func(kept []bool) bool {
		gone := make([]bool, n)
		for o, is := range kept {
			gone[o] = !is
		}
		return !f.Breaks(gone)
	}).Run(mostListed, nodes))
	if len(f.Starts) > 1 {
		every := r.critical(NewMinimalSearch(n, f.Fails).Run(mostListed, nodes))
		c.EveryStart = &every
	}
	return c
}

// countedFlow returns what is said of a flow by the bitmap of the losses that break it.
func (r lossReading) countedFlow(flow int, broken []uint64) FlowCritical {
	f, n := r.flows[flow], len(r.orgs)
	c := FlowCritical{Flow: f.Flow.ID, CriticalSets: r.critical(MinimalIn(n, broken, mostListed)), Enough: r.critical(MinimalIn(n, goingOn(n, broken), mostListed))}
	if len(f.Starts) > 1 {
		every := r.critical(MinimalIn(n, f.Failing(), mostListed))
		c.EveryStart = &every
	}
	return c
}

// goingOn returns the bitmap of the subsets with which alone a flow goes on, that of the
// losses that break it being given: the complements of the losses that do not, and so
// its bits in reverse order.
func goingOn(n int, broken []uint64) []uint64 {
	_, valid := wordsOf(n)
	goesOn := make([]uint64, len(broken))
	for w, word := range broken {
		goesOn[len(broken)-1-w] = bits.Reverse64(^word&valid) >> (64 - bits.Len64(valid))
	}
	return goesOn
}
