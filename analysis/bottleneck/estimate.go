package bottleneck

import (
	"context"
	"errors"
	"fmt"

	"tasuki/analysis/network"
)

// Estimate says how far the betweenness of tasks, estimated from shortest ways
// that begin at random tasks, may be from the exact one; see
// [network.SampledBetweenness].
type Estimate struct {
	Error    float64 `json:"error"`    // no normalized value is further off; 0: they are exact
	Chance   float64 `json:"chance"`   // that this holds for all tasks at once, 0 to 1
	Searches int     `json:"searches"` // tasks drawn, one drawn twice counting twice; when the values are exact, all with a handoff
}

// missed is the chance that some estimate is further off than it says.
const missed = 0.01

// sampledCentralities returns the estimated betweenness of every vertex of d, with at most
// this error of the normalized value. The sample is always the same. The estimate is nil
// when shortest ways cannot be counted.
func sampledCentralities(d *network.Graph, limit float64) ([]Centrality, *Estimate) {
	n := d.Len()
	s, err := network.SampledBetweenness(context.Background(), d, nil, network.Sampling{Epsilon: limit, Delta: missed, Seed: 1})
	if errors.Is(err, network.ErrUncounted) {
		return nil, nil
	}
	if err != nil {
		panic(fmt.Sprintf("estimating the betweenness of %d vertices: %v", n, err))
	}
	e := &Estimate{Error: s.Epsilon, Chance: 1 - missed, Searches: s.Sources}
	if s.Epsilon == 0 {
		e.Chance = 1
	}
	return normalized(s.Vertices, (n-1)*(n-2)), e
}
