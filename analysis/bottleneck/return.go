package bottleneck

import (
	"cmp"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Return says how often work that an organization hands out comes back to it at
// once: in chains of successive handoffs, each of one flow. A task may stand in
// a chain twice. Handoffs of no flow are in no chain: nothing says that one
// succeeds another.
//
// A task is one party's when that party leads it and the other does not; who
// else leads it does not matter.
type Return struct {
	Chains     int      `json:"chains"`     // of tasks that all have a lead, each once in every flow that it stands in
	Unassigned int      `json:"unassigned"` // those with a task that nobody leads
	Matching   int      `json:"matching"`   // of Chains, those of any pair
	Percent    *float64 `json:"percent"`    // Matching of Chains; nil when there are none

	// Pairs are the ordered pairs of organizations with such a chain, the most
	// chains first, then by Organization, then Other. A chain of tasks with
	// several leads can belong to several pairs.
	Pairs    []ReturnPair `json:"pairs"`
	AllPairs int          `json:"all_pairs"` // ordered pairs of different organizations that lead a task
}

// ReturnPair is an organization that hands out and gets back, and the other
// through which the work passes.
type ReturnPair struct {
	Organization string  `json:"organization"`
	Other        string  `json:"other"`
	Percent      float64 `json:"percent"` // of all Chains
	Chains       []Chain `json:"chains"`  // by flow, then tasks
}

// Chain is a sequence of tasks, each with a handoff to the next in the flow.
type Chain struct {
	Flow  string   `json:"flow"`
	Tasks []string `json:"tasks"`
}

// returns looks at the chains of a number of tasks, the first of which is one
// party's, the second the other's, and so on in turn. It takes time in
// proportion to the chains.
func returns(g *graph.Graph, tasks int) Return {
	r := Return{Pairs: []ReturnPair{}}
	chains := map[[2]int][]Chain{}
	for _, p := range flow.Graphs(g) {
		walks(p, tasks, func(walk []int) {
			leads := make([][]int, tasks)
			for i, v := range walk {
				leads[i] = g.Leads(p.Index[v])
			}
			if slices.ContainsFunc(leads, func(l []int) bool { return len(l) == 0 }) {
				r.Unassigned++
				return
			}
			r.Chains++
			pairs := alternating(leads)
			for _, pair := range pairs {
				chains[pair] = append(chains[pair], Chain{p.Flow.ID, p.IDs(walk)})
			}
			r.Matching += min(1, len(pairs))
		})
	}
	if r.Chains > 0 {
		share := exact.Percent(float64(r.Matching), float64(r.Chains))
		r.Percent = &share
	}
	leaders := 0
	for a := range g.Organizations() {
		leaders += min(1, len(g.Led(a)))
	}
	for _, pair := range sortedPairs(chains) {
		ids, c := rules.OrganizationIDs(g, pair[:]), chains[pair]
		r.Pairs = append(r.Pairs, ReturnPair{ids[0], ids[1], exact.Percent(float64(len(c)), float64(r.Chains)), c})
	}
	r.AllPairs = leaders * (leaders - 1)
	slices.SortStableFunc(r.Pairs, func(a, b ReturnPair) int { return cmp.Compare(len(b.Chains), len(a.Chains)) })
	return r
}

// walks calls f with every walk of n vertices, by its vertices. The walk is
// valid until f returns.
func walks(p flow.Graph, n int, f func(walk []int)) {
	walk := make([]int, 0, n)
	var extend func(v int)
	extend = func(v int) {
		walk = append(walk, v)
		if len(walk) == n {
			f(walk)
		} else {
			for _, w := range p.Network.Next(v) {
				extend(w)
			}
		}
		walk = walk[:len(walk)-1]
	}
	for v := range p.Tasks {
		extend(v)
	}
}

// alternating returns the pairs of organizations that tasks with these leads
// belong to in turn: the first to one, the second to the other.
func alternating(leads [][]int) [][2]int {
	var pairs [][2]int
	for _, a := range leads[0] {
		for _, b := range leads[1] {
			parties := [2]int{a, b}
			apart := true
			for i, l := range leads {
				apart = apart && slices.Contains(l, parties[i%2]) && !slices.Contains(l, parties[1-i%2])
			}
			if apart {
				pairs = append(pairs, parties)
			}
		}
	}
	return pairs
}
