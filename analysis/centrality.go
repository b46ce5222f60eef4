package analysis

import (
	"context"
	"fmt"

	"tasuki/analysis/network"
)

// Centrality is a betweenness: the sum over ordered pairs of other vertices
// s != t of the share of the shortest ways from s to t that pass the vertex.
type Centrality struct {
	Value      float64  `json:"value"`      // unnormalised, from 0 to (n-1)(n-2)
	Normalized *float64 `json:"normalized"` // Value / ((n-1)(n-2)), 0 to 1; nil when n < 3, where it is undefined
}

// centralities returns the betweenness of every vertex of d; see
// [network.Betweenness].
func centralities(d *network.Graph) []Centrality {
	n := d.Len()
	values, err := network.Betweenness(context.Background(), d, nil)
	if err != nil {
		panic(fmt.Sprintf("betweenness of %d vertices: %v", n, err))
	}
	list := make([]Centrality, n)
	for v := range list {
		list[v].Value = values[v]
		if n > 2 {
			normalized := values[v] / (float64(n-1) * float64(n-2))
			list[v].Normalized = &normalized
		}
	}
	return list
}

// values returns the figures of a list of centralities.
func values(list []Centrality) []float64 {
	values := make([]float64, len(list))
	for i, c := range list {
		values[i] = c.Value
	}
	return values
}
