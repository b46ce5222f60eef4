package certainty

import (
	"tasuki/analysis/flow"
	"tasuki/analysis/network"
)

// maxEvaluations is how many evaluations of a flow the search for its cheapest loss or
// solution may take where branches must all be done.
const maxEvaluations = 2000

// priced is a choice of vertices of a flow and what it costs; none costs less than least.
type priced struct {
	vertices     []int
	total, least int
	ok           bool // there is one
}

// cheapestLoss returns what it takes to leave nothing of a flow: a cut and, where
// branches must all be done, what a search finds.
func cheapestLoss(p flow.Graph, prices []int) (x priced) {
	if p.Splits() {
		x.vertices, x.total, x.least, x.ok = p.CheapestLoss(prices, maxEvaluations)
		return x
	}
	x.vertices, x.total, x.ok = network.CheapestCut(p.Network, p.Starts, p.Goals, prices)
	x.least = x.total
	return x
}

// cheapestSolution returns what it takes to leave something of a flow, likewise.
func cheapestSolution(p flow.Graph, prices []int) (x priced) {
	if p.Splits() {
		x.vertices, x.total, x.least, x.ok = p.CheapestSolution(prices, maxEvaluations)
		return x
	}
	x.vertices, x.total = network.CheapestWay(p.Network, p.Starts, p.Goals, prices)
	x.least, x.ok = x.total, x.vertices != nil
	return x
}
