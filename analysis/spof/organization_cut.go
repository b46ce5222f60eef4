package spof

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// OrganizationCut says how many organizations must be lost together to leave a
// flow no way. An organization holds many tasks, so that this is no cut of
// Menger's: it is a smallest set of organizations that hits every way, and
// nothing says that as many ways without a common organization exist.
type OrganizationCut struct {
	Size loss.Bounds       `json:"size"` // of a smallest set
	Sets []OrganizationSet `json:"sets"` // the first 20 sets of Size.Upper organizations, by their members
	All  bool              `json:"all"`  // no other set of that size, or a smaller one, exists
}

// OrganizationSet is a set of organizations whose loss leaves a flow no way.
type OrganizationSet struct {
	Organizations []string `json:"organizations"` // by ID
	Lost          []string `json:"lost"`          // the tasks of the flow that are lost with them, by ID
	flow.Stopped
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
func organizationCut(p flow.Graph, g *graph.Graph, inForce rules.Rules, ones []OrganizationSPOF) *OrganizationCut {
	c := &OrganizationCut{Size: loss.Exactly(1), Sets: []OrganizationSet{}, All: len(ones) <= listedSets}
	if len(ones) > 0 {
		for _, o := range ones[:min(len(ones), listedSets)] {
			c.Sets = append(c.Sets, OrganizationSet{[]string{o.Organization}, o.Lost, o.Stopped})
		}
		return c
	}
	l := loss.NewFlowCondition(g, p, inForce)
	found := smallest(l, l.Broken, l.Breaks)
	if found.Upper == nil {
		return nil
	}
	c.Size = loss.Exactly(len(found.Upper))
	sets := [][]int{}
	for _, set := range found.Sets {
		if len(set) == c.Size.Upper {
			sets = append(sets, set)
		}
	}
	if len(sets) == 0 {
		c.Size, sets = loss.Between(found.Below, len(found.Upper)), [][]int{found.Upper}
	}
	c.All = len(sets) <= listedSets && (found.Complete || found.Below > c.Size.Upper)
	for _, set := range sets[:min(len(sets), listedSets)] {
		gone := p.LostWithout(g, inForce, func(org int) bool { return slices.Contains(set, org) })
		c.Sets = append(c.Sets, OrganizationSet{rules.OrganizationIDs(g, set), p.Masked(gone), p.Stopped(gone)})
	}
	return c
}

// smallest returns the smallest sets of organizations whose loss does something to a flow:
// all says so of all losses, and of one loss of marked organizations. It looks for one
// more set than is listed, so as to know whether there is one.
func smallest(l loss.FlowCondition, all func() []uint64, of func(gone []bool) bool) loss.MinimalSets {
	n := len(l.Orgs)
	if n <= loss.Enumerated {
		return loss.MinimalIn(n, all(), listedSets+1).Of(l.Orgs)
	}
	s := loss.NewMinimalSearch(n, of)
	s.Smallest = true
	return s.Run(listedSets+1, cutNodes).Of(l.Orgs)
}

// unstoppable returns the shortest way that the loss of all organizations
// leaves; empty when there is none.
func unstoppable(p flow.Graph, g *graph.Graph, inForce rules.Rules) []string {
	return p.Without(p.LostWithout(g, inForce, func(int) bool { return true }))
}
