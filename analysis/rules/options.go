package rules

import (
	"cmp"

	"tasuki/graph"
)

// Options are the inputs of an analysis besides the graph. The zero Options
// are the defaults.
type Options struct {
	Leads      graph.LeadRule    `json:"leads,omitempty"`   // empty: as the dataset declares
	Support    graph.SupportRule `json:"support,omitempty"` // empty: as the dataset declares
	Paths      int               `json:"paths"`             // escalation paths per start task; 0: 3
	LeadLimit  float64           `json:"lead_limit"`        // percent of led tasks that one organization may lead; 0: 30
	Supporters int               `json:"supporters"`        // supporters that a task may have; 0: 4

	// TimingWeights is how often a task of each timing is done in a year, 0 or
	// more. A timing that is not in it has no weight. Nil: 365 times for daily,
	// 12 for monthly, 1 for yearly, and none for as-needed and once, since these
	// words do not say how often.
	TimingWeights map[graph.Timing]float64 `json:"timing_weights"`

	// LossNodes is how many nodes each search for a loss may visit when there are
	// too many organizations to try every set; 0: by the size of the dataset.
	LossNodes int `json:"loss_nodes,omitempty"`

	// BetweennessError, from 0 to 1, is by how much the normalized betweenness of
	// a task may be off: it is then estimated from a sample, and that of handoffs
	// and by minutes is left out. 0: everything is computed exactly, in time
	// O(tasks x handoffs).
	BetweennessError float64 `json:"betweenness_error,omitempty"`

	// Criticality are the numbers for the words of criticality; zero: critical 3,
	// important 2, other 1, and not-substitutable 3 to easily-substitutable 0.
	Criticality CriticalityScale `json:"criticality"`
}

// WithDefaults returns o with every limit set.
func (o Options) WithDefaults() Options {
	o.Paths = cmp.Or(o.Paths, 3)
	o.LeadLimit = cmp.Or(o.LeadLimit, 30)
	o.Supporters = cmp.Or(o.Supporters, 4)
	if o.TimingWeights == nil {
		o.TimingWeights = defaultTimingWeights()
	}
	o.Criticality = o.Criticality.WithDefaults()
	return o
}
