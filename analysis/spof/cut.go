package spof

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/network"
)

// TaskCut is a smallest set of tasks between the ends of a flow without which no
// way is left. Of several such sets it is the one nearest the starts, which is
// unique.
type TaskCut struct {
	Tasks   []string `json:"tasks"`   // by ID
	Reached []string `json:"reached"` // tasks that work still reaches from a start without them, by ID: no goal is among them

	// Ways are independent: no two of them share a task between the ends. They
	// are as many as Tasks, so that no smaller set stops them all, and as each
	// passes one of Tasks, there are no more of them (Menger's theorem). By
	// length, then by the IDs of their tasks.
	Ways [][]string `json:"ways"`
}

// cut returns the smallest cut of the flow, or, when a start is a goal or hands
// over to one, nil and a way that nothing between the ends can stop.
func cut(p flow.Graph) (cut *TaskCut, direct []string) {
	c, ok := network.VertexCut(p.Network, p.Starts, p.Goals)
	if !ok {
		between := slices.Repeat([]bool{true}, len(p.Tasks))
		for _, v := range slices.Concat(p.Starts, p.Goals) {
			between[v] = false
		}
		return nil, p.Without(between)
	}
	for i, way := range c.Ways {
		aside := slices.Repeat([]bool{true}, len(p.Tasks))
		for _, v := range way {
			aside[v] = false
		}
		c.Ways[i] = flow.BestPath(p.Network, p.Starts, p.Goals, aside)
	}
	slices.SortFunc(c.Ways, flow.ComparePaths)
	cut = &TaskCut{Tasks: p.IDs(c.Vertices), Reached: p.StillReached(p.Avoiding(c.Vertices...)), Ways: [][]string{}}
	for _, way := range c.Ways {
		cut.Ways = append(cut.Ways, p.IDs(way))
	}
	return cut, []string{}
}
