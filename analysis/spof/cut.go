package spof

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/loss"
	"tasuki/analysis/network"
)

// TaskCut is a smallest set of tasks between the ends of a flow without which no
// way is left. Of several such sets it is the one nearest the starts, which is
// unique.
//
// Where the flow splits it is one of the smallest that a search found, and Size says
// whether a smaller one may exist.
type TaskCut struct {
	Tasks []string     `json:"tasks"`          // by ID
	Size  *loss.Bounds `json:"size,omitempty"` // of a smallest one, where the flow splits; elsewhere it has as many as Tasks
	flow.Stopped

	// Ways are independent: no two of them share a task between the ends. They
	// are as many as Tasks, so that no smaller set stops them all, and as each
	// passes one of Tasks, there are no more of them (Menger's theorem). By
	// length, then by the IDs of their tasks. None is given where the flow splits,
	// where nothing says that as many solutions without a common task exist.
	Ways [][]string `json:"ways"`
}

// cut returns the smallest cut of the flow, or, when a start is a goal or hands
// over to one, nil and a way that nothing between the ends can stop.
func cut(p flow.Graph) (cut *TaskCut, direct []string) {
	if p.Splits() {
		return splitCut(p)
	}
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
	cut = &TaskCut{Tasks: p.IDs(c.Vertices), Stopped: p.Stopped(p.Avoiding(c.Vertices...)), Ways: [][]string{}}
	for _, way := range c.Ways {
		cut.Ways = append(cut.Ways, p.IDs(way))
	}
	return cut, []string{}
}

// cutEvaluations is how many evaluations of a flow that splits the search for its cut
// may take.
const cutEvaluations = 20_000

// splitCut is cut where the flow splits. A smallest set of tasks that hits every
// solution is searched for (see [flow.Graph.CheapestLoss]).
func splitCut(p flow.Graph) (cut *TaskCut, direct []string) {
	prices := slices.Repeat([]int{1}, len(p.Tasks))
	for _, v := range slices.Concat(p.Starts, p.Goals) {
		prices[v] = -1
	}
	set, total, least, ok := p.CheapestLoss(prices, cutEvaluations)
	if !ok {
		between := p.Avoiding()
		for v, price := range prices {
			between[v] = price > 0
		}
		return nil, p.Without(between)
	}
	size := loss.Between(least, total)
	return &TaskCut{Tasks: p.IDs(set), Size: &size, Stopped: p.Stopped(p.Avoiding(set...)), Ways: [][]string{}}, []string{}
}
