package bottleneck

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"tasuki/analysis/exact"
	"tasuki/analysis/network"
)

// Centrality is a betweenness. That of a vertex is the sum over ordered pairs
// of other vertices s != t of the share of the shortest ways from s to t that
// pass the vertex; that of an edge is the sum over all ordered pairs s != t of
// the share that takes the edge.
type Centrality struct {
	// Value is not normalised: of n vertices, a vertex has from 0 to
	// (n-1)(n-2), an edge up to n(n-1).
	Value float64 `json:"value"`
	// Normalized is Value / ((n-1)(n-2)), of an edge Value / (n(n-1)): from 0 to
	// 1. It is nil for a vertex when n < 3, where it is undefined.
	Normalized *float64 `json:"normalized"`
}

// Uncounted names a betweenness that is left out because shortest ways cannot be
// counted: there are more than 1e308 between two vertices, or one edge is so much
// longer than another that their sum is no longer.
type Uncounted string

// What may be uncounted.
const (
	UncountedTasks         Uncounted = "tasks"                   // of tasks and of handoffs, by steps and by minutes
	UncountedMinutes       Uncounted = "tasks-by-minutes"        // of tasks and of handoffs, by minutes
	UncountedOrganizations Uncounted = "organizations"           // of organizations and of handovers
	UncountedAmount        Uncounted = "organizations-by-amount" // of organizations and of handovers, by amount of work
)

// centralities returns the betweenness of every vertex of d and of every edge,
// in the order of d.Edges(); see [network.EdgeBetweenness]. It is not ok when
// shortest ways cannot be counted.
func centralities(d *network.Graph, lengths []float64) (vertices, edges []Centrality, ok bool) {
	n := d.Len()
	v, e, err := network.EdgeBetweenness(context.Background(), d, lengths)
	if errors.Is(err, network.ErrUncounted) {
		return nil, nil, false
	}
	if err != nil {
		panic(fmt.Sprintf("betweenness of %d vertices: %v", n, err))
	}
	return normalized(v, (n-1)*(n-2)), normalized(e, n*(n-1)), true
}

// normalized returns values, each also as a share of the pairs.
func normalized(values []float64, pairs int) []Centrality {
	list := make([]Centrality, len(values))
	for i, value := range values {
		list[i].Value = value
		if pairs > 0 {
			share := value / float64(pairs)
			list[i].Normalized = &share
		}
	}
	return list
}

// ranksOf returns the rank of each centrality. Those that only rounding tells
// apart share one.
func ranksOf(list []Centrality) []int {
	values := make([]float64, len(list))
	for i, c := range list {
		values[i] = c.Value
	}
	return exact.Ranks(exact.Settled(values), cmp.Compare[float64])
}
