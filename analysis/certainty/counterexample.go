package certainty

import (
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/placement"
	"tasuki/graph"
)

// challenges are readings that may overturn a place.
type challenges struct {
	picks [][]placement.Pick
	open  bool // there may be more
}

// challenges returns, for each member of a set with equally many marks and each
// rival, a reading with the fewest marks moved in which the rival draws level,
// or overtakes when it is of the set too, and the one in which the member has no
// mark left. When the set is empty, any rival enters it with its first mark.
func (s standing) challenges(set []int, rival func(org int) bool) challenges {
	var c challenges
	for _, org := range set {
		c.add(s.closing(org, exact.Nobody, 0))
		for other := range s.marks {
			if other == org || !rival(other) {
				continue
			}
			ahead := 0
			if slices.Contains(set, other) {
				ahead = 1
			}
			c.add(s.closing(org, other, ahead))
		}
	}
	for other := range s.marks {
		if len(set) == 0 && rival(other) {
			c.add(s.closing(exact.Nobody, other, 1))
		}
	}
	return c
}

func (c *challenges) add(picks []placement.Pick, open bool) {
	if len(picks) > 0 {
		c.picks = append(c.picks, picks)
	}
	c.open = c.open || open
}

// closing returns the reading with the fewest marks moved in which other has
// that many marks more than org, or more still. Without any, open says whether
// groups whose outcomes are not known might hold one.
func (s standing) closing(org, other, ahead int) (picks []placement.Pick, open bool) {
	if hi, lo := s.of(s.hi, other), s.of(s.lo, org); hi-lo < ahead {
		return nil, false
	}
	known, unknown := s.known()
	t := placement.NewDifference(known, func(_ placement.Group, outcome, sums []int) { sums[0] = difference(outcome, other, org) })
	ahead -= s.of(s.certain, other) - s.of(s.certain, org)
	best, fewest, most := uint64(0), exact.Nobody, t.Base[0]
	sums := t.Sums()
	for i, key := range sums.Keys {
		sum := t.Base[0] + int(key)
		most = max(most, sum)
		if sum >= ahead && (fewest == exact.Nobody || sums.Moves[i] < fewest || sums.Moves[i] == fewest && key < best) {
			best, fewest = key, sums.Moves[i]
		}
	}
	if fewest == exact.Nobody {
		return nil, most+2*unknown >= ahead
	}
	return t.Picks(best), false
}

func (s standing) of(list []int, org int) int {
	if org == exact.Nobody {
		return 0
	}
	return list[org]
}

// known returns the groups with those whose outcomes are not known kept as the
// dataset reads, and how many of these lead.
func (s standing) known() (list []placement.Group, unknown int) {
	list = slices.Clone(s.groups)
	for i, gr := range list {
		if gr.Role == graph.Lead && gr.Outcomes == nil {
			list[i].Outcomes = [][]int{gr.Current()}
			unknown++
		}
	}
	return list, unknown
}

// difference returns how many marks more org has than other under an outcome.
func difference(outcome []int, org, other int) int {
	d := 0
	if slices.Contains(outcome, org) {
		d++
	}
	if slices.Contains(outcome, other) {
		d--
	}
	return d
}
