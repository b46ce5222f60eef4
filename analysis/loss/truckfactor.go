package loss

import (
	"cmp"
	"slices"

	"tasuki/graph"
)

// TruckFactor is the size of the smallest set of organizations whose loss
// leaves more than half of all tasks lost.
type TruckFactor struct {
	Size          *Bounds            `json:"size"`          // null when no loss, not even that of all, does it
	Organizations []string           `json:"organizations"` // a set with Size.Upper members that does it: of those, the one that loses most tasks
	Lost          int                `json:"lost"`          // tasks that its loss loses
	Greedy        *GreedyTruckFactor `json:"greedy"`        // null when no loss does it
}

// GreedyTruckFactor is what the usual way of computing a truck factor finds
// (Avelino, Passos, Hora, Valente, ICPC 2016): organizations are lost one by
// one, each time the one with which most tasks are lost; ties go to the one that
// leads most tasks, then by ID. It is never smaller than the truck factor, and
// may be larger.
type GreedyTruckFactor struct {
	Organizations []string `json:"organizations"` // in the order in which they are lost
	Lost          int      `json:"lost"`          // tasks
}

// truckFactor reads the truck factor off the worst losses.
func (r lossReading) truckFactor(worst []WorstLoss) TruckFactor {
	t := TruckFactor{Organizations: []string{}}
	tasks := len(r.g.Tasks())
	lower := slices.IndexFunc(worst, func(w WorstLoss) bool { return 2*w.Lost.Upper > tasks })
	upper := slices.IndexFunc(worst, func(w WorstLoss) bool { return 2*w.Lost.Lower > tasks })
	if upper < 0 {
		return t
	}
	size := Between(worst[lower].Size, worst[upper].Size)
	t.Size, t.Organizations, t.Lost = &size, worst[upper].Lost.Organizations, worst[upper].Lost.Lower
	order, lost := r.greedy()
	i := slices.IndexFunc(lost, func(n int) bool { return 2*n > tasks })
	t.Greedy = &GreedyTruckFactor{r.ids(order[:i+1]), lost[i]}
	return t
}

// byDegree returns the positions in orgs, those that lead most tasks first,
// ties by ID.
func byDegree(g *graph.Graph, orgs []int) []int {
	order := make([]int, len(orgs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(len(g.Led(orgs[b])), len(g.Led(orgs[a])))
	})
	return order
}
