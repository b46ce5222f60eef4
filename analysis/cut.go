package analysis

import (
	"slices"

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
func (p procedure) cut() (cut *TaskCut, direct []string) {
	c, ok := network.VertexCut(p.graph, p.starts, p.goals)
	if !ok {
		between := slices.Repeat([]bool{true}, len(p.tasks))
		for _, v := range slices.Concat(p.starts, p.goals) {
			between[v] = false
		}
		return nil, p.without(between)
	}
	for i, way := range c.Ways {
		aside := slices.Repeat([]bool{true}, len(p.tasks))
		for _, v := range way {
			aside[v] = false
		}
		c.Ways[i] = bestWay(p.graph, p.starts, p.goals, aside)
	}
	slices.SortFunc(c.Ways, comparePaths)
	cut = &TaskCut{Tasks: p.ids(c.Vertices), Reached: p.stillReached(p.avoiding(c.Vertices...)), Ways: [][]string{}}
	for _, way := range c.Ways {
		cut.Ways = append(cut.Ways, p.ids(way))
	}
	return cut, []string{}
}
