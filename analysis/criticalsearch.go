package analysis

import "slices"

// search finds critical sets when there are too many organizations to look at
// every subset. It looks for sets of one member, of two, and so on: what is
// left when a set breaks nothing holds organizations that keep a way open, and
// every critical set that continues it has one of them (the hitting set tree of
// Reiter, Artificial Intelligence 32(1), 1987, with an order on the branches
// so that no set is met twice). It stops after the given number of nodes, each
// of which takes time O(organizations x (tasks + handoffs)).
func (l flowLoss) search(limit, nodes int) criticalSets {
	s := criticalSearch{flowLoss: l, nodes: nodes, gone: make([]bool, len(l.orgs)), kept: make([]bool, len(l.orgs))}
	c := criticalSets{sets: [][]int{}}
	all := slices.Repeat([]bool{true}, len(l.orgs))
	if !s.breaks(all) {
		c.complete, c.below = true, len(l.orgs)+1
		return c
	}
	c.upper = l.organizations(s.smaller(all))
	for ; s.nodes > 0; c.below++ {
		s.size, s.deeper, s.sets = c.below, false, nil
		s.visit()
		slices.SortFunc(s.sets, slices.Compare)
		for _, set := range s.sets {
			if c.found++; len(c.sets) < limit {
				c.sets = append(c.sets, set)
			}
		}
		switch {
		case s.nodes <= 0:
			return c.settled()
		case !s.deeper:
			c.complete, c.below = true, len(l.orgs)+1
			return c.settled()
		}
	}
	return c.settled()
}

// settled returns c with its first set as the proof that a loss breaks the flow.
func (c criticalSets) settled() criticalSets {
	if len(c.sets) > 0 {
		c.upper = c.sets[0]
	}
	return c
}

// criticalSearch is a search for the sets of one size.
type criticalSearch struct {
	flowLoss
	nodes  int // that may still be visited
	size   int
	gone   []bool // the set so far
	kept   []bool // not to be added: sets with them were met elsewhere
	count  int    // of gone
	deeper bool   // there are larger sets to look for
	sets   [][]int
}

func (s *criticalSearch) visit() {
	if s.nodes--; s.nodes < 0 {
		return
	}
	if s.breaks(s.gone) {
		if s.count == s.size && s.minimal() {
			s.sets = append(s.sets, s.organizations(s.gone))
		}
		return
	}
	branches := s.keeping()
	if s.count == s.size {
		s.deeper = s.deeper || len(branches) > 0
		return
	}
	for _, o := range branches {
		s.gone[o], s.count = true, s.count+1
		s.visit()
		s.gone[o], s.kept[o], s.count = false, true, s.count-1
	}
	for _, o := range branches {
		s.kept[o] = false
	}
}

// keeping returns organizations one of which must be added to the set before it
// can break the flow. There are none when those not to be added keep a way open.
func (s *criticalSearch) keeping() []int {
	gone := slices.Clone(s.gone)
	for _, last := range []bool{false, true} {
		for o, kept := range s.kept {
			if !gone[o] && kept == last {
				if gone[o] = true; s.breaks(gone) {
					gone[o] = false
				}
			}
		}
	}
	var need []int
	for o, isGone := range gone {
		if !isGone && !s.kept[o] {
			need = append(need, o)
		}
	}
	return need
}

// minimal reports whether every member of the set is needed.
func (s *criticalSearch) minimal() bool {
	for o, isGone := range s.gone {
		if !isGone {
			continue
		}
		s.gone[o] = false
		without := s.breaks(s.gone)
		s.gone[o] = true
		if without {
			return false
		}
	}
	return true
}

// smaller returns what is left of a set that breaks the flow when every member
// that is not needed is taken out, the last first.
func (s *criticalSearch) smaller(set []bool) []bool {
	for o := range slices.Backward(set) {
		if set[o] = false; !s.breaks(set) {
			set[o] = true
		}
	}
	return set
}

// breaks reports whether the loss of the marked organizations breaks the flow.
func (l flowLoss) breaks(gone []bool) bool {
	avoid := l.avoiding()
	for v, c := range l.conditions {
		avoid[v] = l.losable[v] && c.met(gone)
	}
	return !l.passable(avoid)
}

// organizations returns the marked organizations, ascending.
func (l flowLoss) organizations(marked []bool) []int {
	list := []int{}
	for i, yes := range marked {
		if yes {
			list = append(list, l.orgs[i])
		}
	}
	return list
}
