package spof

import (
	"tasuki/analysis/flow"
	"tasuki/analysis/network"
)

// Dominance says what the ways to a task of a flow, and from it, have in common.
// Followed from task to task, it gives every task that all ways to it or from it
// pass.
type Dominance struct {
	Task     string `json:"task"`
	Reached  bool   `json:"reached"`  // work reaches it from a start
	Finishes bool   `json:"finishes"` // work reaches a goal from it

	// Dominator is the last other task that every way from a start to it passes
	// (its immediate dominator), and PostDominator the next other task that every
	// way from it to a goal passes; nil when there is none.
	Dominator     *string `json:"dominator"`
	PostDominator *string `json:"post_dominator"`
}

// dominance returns the dominance of every task of a flow, by ID.
func dominance(p flow.Graph) []Dominance {
	before := network.ImmediateDominators(p.Network, p.Starts)
	behind := network.ImmediatePostDominators(p.Network, p.Goals)
	list := make([]Dominance, len(p.Tasks))
	for v, id := range p.Tasks {
		list[v] = Dominance{Task: id, Reached: before[v] != network.Unreached, Finishes: behind[v] != network.Unreached}
		if before[v] >= 0 {
			list[v].Dominator = &p.Tasks[before[v]]
		}
		if behind[v] >= 0 {
			list[v].PostDominator = &p.Tasks[behind[v]]
		}
	}
	return list
}
