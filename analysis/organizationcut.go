package analysis

import (
	"slices"

	"tasuki/graph"
)

// OrganizationCut says how many organizations must be lost together to leave a
// flow no way. An organization holds many tasks, so that this is no cut of
// Menger's: it is a smallest set of organizations that hits every way, and
// nothing says that as many ways without a common organization exist.
type OrganizationCut struct {
	Size Bounds            `json:"size"` // of a smallest set
	Sets []OrganizationSet `json:"sets"` // the first 20 sets of Size.Upper organizations, by their members
	All  bool              `json:"all"`  // no other set of that size, or a smaller one, exists
}

// OrganizationSet is a set of organizations whose loss leaves a flow no way.
type OrganizationSet struct {
	Organizations []string `json:"organizations"` // by ID
	Lost          []string `json:"lost"`          // the tasks of the flow that are lost with them, by ID
	Reached       []string `json:"reached"`       // tasks that work still reaches from a start, by ID: no goal is among them
}

const (
	listedSets = 20   // sets of organizations that are listed
	cutNodes   = 1000 // nodes that a search for them visits beyond 20 organizations
)

// organizationCut returns the smallest sets of organizations whose loss leaves
// no way, of which those of one are known; nil when the loss of all leaves one.
// It is exact when at most 20 organizations have a say in whether tasks of the
// flow are lost, and otherwise when the search for a smallest set ends within
// 1,000 nodes.
func (p procedure) organizationCut(g *graph.Graph, rules Rules, ones []OrganizationSPOF) *OrganizationCut {
	c := &OrganizationCut{Size: exactly(1), Sets: []OrganizationSet{}, All: len(ones) <= listedSets}
	if len(ones) > 0 {
		for _, o := range ones[:min(len(ones), listedSets)] {
			c.Sets = append(c.Sets, OrganizationSet{[]string{o.Organization}, o.Lost, o.Reached})
		}
		return c
	}
	found := smallestSets(newFlowLoss(g, p, rules))
	if found.upper == nil {
		return nil
	}
	c.Size = exactly(len(found.upper))
	smallest := [][]int{}
	for _, set := range found.sets {
		if len(set) == c.Size.Upper {
			smallest = append(smallest, set)
		}
	}
	if len(smallest) == 0 {
		c.Size, smallest = between(found.below, len(found.upper)), [][]int{found.upper}
	}
	c.All = len(smallest) <= listedSets && (found.complete || found.below > c.Size.Upper)
	for _, set := range smallest[:min(len(smallest), listedSets)] {
		gone := p.lostWithout(g, rules, func(org int) bool { return slices.Contains(set, org) })
		c.Sets = append(c.Sets, OrganizationSet{organizationIDs(g, set), p.masked(gone), p.stillReached(gone)})
	}
	return c
}

// smallestSets looks for one more set than is listed, so as to know whether
// there is one.
func smallestSets(l flowLoss) criticalSets {
	n := len(l.orgs)
	if n <= enumerated {
		return minimalIn(n, l.broken(), listedSets+1).of(l.orgs)
	}
	s := newMinimalSearch(n, l.breaks)
	s.smallest = true
	return s.run(listedSets+1, cutNodes).of(l.orgs)
}

// unstoppable returns the shortest way that the loss of all organizations
// leaves; empty when there is none.
func (p procedure) unstoppable(g *graph.Graph, rules Rules) []string {
	return p.without(p.lostWithout(g, rules, func(int) bool { return true }))
}
