package loss

import (
	"slices"
)

// minimalSearch looks for the minimal sets that have a property which every
// superset inherits, when there are too many sets to look at all of them. It
// looks for sets of one member, of two, and so on. Where a set does not have
// the property, some of the others must be added before it can, and the search
// branches on these (the hitting set tree of Reiter, Artificial Intelligence
// 32(1), 1987, with an order on the branches so that no set is met twice).
type minimalSearch struct {
	holds    func(set []bool) bool
	Smallest bool // leave out those that are not the smallest

	nodes   int // that may still be visited
	size    int // of the sets looked for
	set     []bool
	members int    // of set
	barred  []bool // not to be added: sets with them are met elsewhere
	deeper  bool   // there are larger sets to look for
	found   [][]int
}

// NewMinimalSearch returns a search for sets of the numbers from 0 to n-1.
func NewMinimalSearch(n int, holds func(set []bool) bool) *minimalSearch {
	return &minimalSearch{holds: holds, set: make([]bool, n), barred: make([]bool, n)}
}

// Run visits at most the given number of nodes, each of which asks 2 n times
// whether a set has the property, and lists at most limit sets.
func (s *minimalSearch) Run(limit, nodes int) MinimalSets {
	c := MinimalSets{Sets: [][]int{}}
	all := slices.Repeat([]bool{true}, len(s.set))
	if !s.holds(all) {
		c.Complete, c.Below = true, len(s.set)+1
		return c
	}
	c.Upper = marked(s.shrink(all))
	for s.nodes = nodes; s.nodes > 0; c.Below++ {
		s.size, s.deeper, s.found = c.Below, false, nil
		s.visit()
		slices.SortFunc(s.found, slices.Compare)
		c.found += len(s.found)
		c.Sets = append(c.Sets, s.found[:min(len(s.found), limit-len(c.Sets))]...)
		if s.nodes <= 0 {
			break
		}
		if !s.deeper {
			c.Complete, c.Below = true, len(s.set)+1
			break
		}
		if s.Smallest && c.found > 0 {
			c.Below++
			break
		}
	}
	if len(c.Sets) > 0 {
		c.Upper = c.Sets[0]
	}
	return c
}

func (s *minimalSearch) visit() {
	if s.nodes--; s.nodes < 0 {
		return
	}
	if s.holds(s.set) {
		if s.members == s.size && s.minimal() {
			s.found = append(s.found, marked(s.set))
		}
		return
	}
	branches := s.needed()
	if s.members == s.size {
		s.deeper = s.deeper || len(branches) > 0
		return
	}
	for _, o := range branches {
		s.set[o], s.members = true, s.members+1
		s.visit()
		s.set[o], s.barred[o], s.members = false, true, s.members-1
	}
	for _, o := range branches {
		s.barred[o] = false
	}
}

// needed returns members one of which must be added to the set before it can
// have the property. There are none when it cannot without one that is barred.
func (s *minimalSearch) needed() []int {
	set := slices.Clone(s.set)
	for _, barred := range []bool{false, true} {
		for o := range set {
			if !set[o] && s.barred[o] == barred {
				set[o] = true
				set[o] = !s.holds(set)
			}
		}
	}
	for o := range set {
		set[o] = !set[o] && !s.barred[o]
	}
	return marked(set)
}

// minimal reports whether every member of the set is needed.
func (s *minimalSearch) minimal() bool {
	for o, in := range s.set {
		if !in {
			continue
		}
		s.set[o] = false
		without := s.holds(s.set)
		s.set[o] = true
		if without {
			return false
		}
	}
	return true
}

// shrink takes out of a set with the property every member that is not needed,
// the last first.
func (s *minimalSearch) shrink(set []bool) []bool {
	for o := range slices.Backward(set) {
		set[o] = false
		set[o] = !s.holds(set)
	}
	return set
}

// marked returns the positions that are marked, ascending.
func marked(set []bool) []int {
	list := []int{}
	for i, in := range set {
		if in {
			list = append(list, i)
		}
	}
	return list
}
